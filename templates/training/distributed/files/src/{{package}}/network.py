"""A small neural network whose gradient is a sum over rows, so that workers can share the rows among them."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from .data import Rows
from .workers import Workers

HIDDEN = 16
Array = NDArray[np.float64]


@dataclass(frozen=True)
class Parameters:
    """How it learns."""

    learning_rate: float
    weight_decay: float
    positive_weight: float
    batch: int


@dataclass
class Network:
    """One hidden layer; `epoch` counts how often it saw all rows."""

    mean: Array
    scale: Array
    hidden: Array
    hidden_bias: Array
    output: Array
    output_bias: Array
    epoch: int = 0

    def scores(self, features: NDArray[np.float32]) -> Array:
        """The probability of the positive class, one for each row."""
        return self._forward((features - self.mean) / self.scale)[1]

    def train_epoch(self, rows: Rows, parameters: Parameters, seed: int, workers: Workers) -> None:
        """Sees all rows once; of each batch this worker takes its own rows, and all workers make the same step."""
        inputs = (rows.features - self.mean) / self.scale
        order = np.random.default_rng([seed, self.epoch]).permutation(len(rows.labels))
        for start in range(0, len(order), parameters.batch):
            own = order[start : start + parameters.batch][workers.rank :: workers.size]
            self._step(workers.sum(self._gradient(inputs[own], rows.labels[own], parameters)), parameters)
        self.epoch += 1

    def save(self, file: Path) -> None:
        """Writes weights and epoch; no pickle, so that a checkpoint is data and not a program."""
        np.savez(file, **self.__dict__)

    def _forward(self, inputs: Array) -> tuple[Array, Array]:
        active = np.maximum(inputs @ self.hidden + self.hidden_bias, 0.0)
        logits = np.clip(active @ self.output + self.output_bias, -60.0, 60.0)
        return active, 1.0 / (1.0 + np.exp(-logits))

    def _gradient(self, inputs: Array, labels: NDArray[np.int64], parameters: Parameters) -> Array:
        """The gradient of the weighted log loss, summed over these rows, and last the sum of their weights."""
        active, scores = self._forward(inputs)
        weights = np.where(labels == 1, parameters.positive_weight, 1.0)
        error = (scores - labels) * weights
        back = np.outer(error, self.output) * (active > 0)
        parts = (inputs.T @ back, back.sum(axis=0), active.T @ error, error.sum(), weights.sum())
        return np.concatenate([np.ravel(part) for part in parts])

    def _step(self, summed: Array, parameters: Parameters) -> None:
        gradient = parameters.learning_rate * summed[:-1] / summed[-1]
        decay = 1.0 - parameters.learning_rate * parameters.weight_decay
        width = self.hidden.size
        self.hidden = decay * self.hidden - gradient[:width].reshape(self.hidden.shape)
        self.hidden_bias = self.hidden_bias - gradient[width : width + HIDDEN]
        self.output = decay * self.output - gradient[width + HIDDEN : width + 2 * HIDDEN]
        self.output_bias = self.output_bias - gradient[-1:]


def new_network(rows: Rows, seed: int) -> Network:
    """An untrained network that scales its inputs by what these rows are like."""
    random = np.random.default_rng(seed)
    width = rows.features.shape[1]
    scale = rows.features.std(axis=0, dtype=np.float64)
    return Network(
        mean=rows.features.mean(axis=0, dtype=np.float64),
        scale=np.where(scale > 0, scale, 1.0),
        hidden=random.normal(scale=np.sqrt(2.0 / width), size=(width, HIDDEN)),
        hidden_bias=np.zeros(HIDDEN),
        output=random.normal(scale=np.sqrt(1.0 / HIDDEN), size=HIDDEN),
        output_bias=np.zeros(1),
    )


def load_network(file: Path) -> Network:
    """Reads what `save` wrote."""
    with np.load(file, allow_pickle=False) as saved:
        arrays = {name: saved[name] for name in saved.files}
    return Network(**arrays | {"epoch": int(arrays["epoch"])})


def to_onnx(network: Network) -> bytes:
    """One table of 32-bit floats in; the label and, last, the probabilities of both classes out."""
    # Beside the logit of the positive class stands a zero, so that softmax is the sigmoid.
    two_columns = np.stack([np.zeros(HIDDEN), network.output], axis=1)
    constants = {
        "mean": network.mean,
        "scale": network.scale,
        "hidden": network.hidden,
        "hidden_bias": network.hidden_bias,
        "output": two_columns,
        "output_bias": np.concatenate([np.zeros(1), network.output_bias]),
    }
    nodes = [
        helper.make_node("Sub", ["features", "mean"], ["centred"]),
        helper.make_node("Div", ["centred", "scale"], ["scaled"]),
        helper.make_node("Gemm", ["scaled", "hidden", "hidden_bias"], ["sums"]),
        helper.make_node("Relu", ["sums"], ["active"]),
        helper.make_node("Gemm", ["active", "output", "output_bias"], ["logits"]),
        helper.make_node("Softmax", ["logits"], ["probabilities"], axis=1),
        helper.make_node("ArgMax", ["probabilities"], ["label"], axis=1, keepdims=0),
    ]
    graph = helper.make_graph(
        nodes,
        "network",
        [helper.make_tensor_value_info("features", TensorProto.FLOAT, [None, len(network.mean)])],
        [
            helper.make_tensor_value_info("label", TensorProto.INT64, [None]),
            helper.make_tensor_value_info("probabilities", TensorProto.FLOAT, [None, 2]),
        ],
        [numpy_helper.from_array(value.astype(np.float32), name) for name, value in constants.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    return bytes(model.SerializeToString())
