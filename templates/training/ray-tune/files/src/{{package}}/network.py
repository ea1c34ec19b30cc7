"""A small neural network that trains epoch by epoch, and can be saved and taken up again."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from .data import Rows

HIDDEN = 16
BATCH = 32
Array = NDArray[np.float64]


@dataclass(frozen=True)
class Parameters:
    """What the search chooses."""

    learning_rate: float
    weight_decay: float
    positive_weight: float


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

    def train_epoch(self, rows: Rows, parameters: Parameters, seed: int) -> None:
        """Sees all rows once, in an order that seed and epoch determine."""
        inputs = (rows.features - self.mean) / self.scale
        order = np.random.default_rng([seed, self.epoch]).permutation(len(rows.labels))
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            self._step(inputs[batch], rows.labels[batch], parameters)
        self.epoch += 1

    def save(self, file: Path) -> None:
        """Writes weights and epoch; no pickle, so that a checkpoint is data and not a program."""
        np.savez(file, **self.__dict__)

    def _forward(self, inputs: Array) -> tuple[Array, Array]:
        active = np.maximum(inputs @ self.hidden + self.hidden_bias, 0.0)
        logits = np.clip(active @ self.output + self.output_bias, -60.0, 60.0)
        return active, 1.0 / (1.0 + np.exp(-logits))

    def _step(self, inputs: Array, labels: NDArray[np.int64], parameters: Parameters) -> None:
        active, scores = self._forward(inputs)
        weights = np.where(labels == 1, parameters.positive_weight, 1.0)
        # The gradient of the weighted log loss by the logit of each row.
        error = (scores - labels) * weights / weights.sum()
        back = np.outer(error, self.output) * (active > 0)
        decay, rate = parameters.weight_decay, parameters.learning_rate
        self.output -= rate * (active.T @ error + decay * self.output)
        self.output_bias -= rate * error.sum()
        self.hidden -= rate * (inputs.T @ back + decay * self.hidden)
        self.hidden_bias -= rate * back.sum(axis=0)


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
