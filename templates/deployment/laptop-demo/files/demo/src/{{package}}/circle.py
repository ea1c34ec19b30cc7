"""The whole circle, step by step: from events to a model, and from what became of its predictions to a better one."""

import json
import random
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from . import defaults
from .analysts import give_feedback, served_version
from .components import NO, Component, Running, StepFailedError, answers, free_port
from .payments import Payments, World

# Most of the payments are of the new kind, so that both sides of the 70 % have enough of them to learn and to judge by.
HISTORY, NORMAL, CHANGED = 1500, 1000, 3500
# Good days that the reference of drift is made of; the rest of the normal payments must not drift from it.
REFERENCE = 600
RAW, VALID, PREDICTIONS = "payments", "payments-valid", "predictions"


class DemoError(Exception):
    """The system did something that it must not do."""


@dataclass
class Results:
    """What the report tells."""

    seed: int
    shuffled: bool
    counts: dict[str, int] = field(default_factory=dict)
    first: Mapping[str, object] = field(default_factory=dict)
    second: Mapping[str, object] = field(default_factory=dict)
    before: Mapping[str, object] = field(default_factory=dict)
    after: Mapping[str, object] = field(default_factory=dict)
    decision: Mapping[str, object] = field(default_factory=dict)
    served: str = ""
    promoted: bool = False
    seconds: dict[str, float] = field(default_factory=dict)


class Circle:
    """One run of the demo; everything it makes lies in one folder."""

    def __init__(self, parts: Mapping[str, Component], folder: Path, seed: int, shuffled: bool) -> None:
        self._parts, self._folder = parts, folder.resolve()
        self._world = World(seed)
        self._truth: dict[str, int] = {}
        self._results = Results(seed, shuffled)

    def run(self) -> Results:
        """Runs all steps and returns what came of them."""
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True)
        with ExitStack() as stack:
            with self._step("features of labelled history"):
                rows = self._history()
            with self._step("training"):
                trained = self._train(rows, "first")
            with self._step("registry and gate"):
                tracking = self._start_registry(stack)
                self._results.first = self._promote(trained, rows, tracking, must=True)
                model = self._export(tracking, "first")
            with self._live(model) as events:
                with self._step("payments as usual, scored"):
                    self._score(events, "usual", self._world.payments(NORMAL, 6))
                    self._reference()
                with self._step("payments of another kind, scored"):
                    self._score(events, "changed", self._world.payments(CHANGED, 6, changed=True))
                    self._drift()
            with self._step("feedback"):
                self._feedback()
            with self._step("decision to train again"):
                rows = self._retrain()
            with self._step("training again"):
                trained = self._train(rows, "second")
            with self._step("gate again"):
                self._results.second = self._promote(trained, rows, tracking, must=False)
                self._results.promoted = bool(self._results.second["promote"])
                model = self._export(tracking, "second")
            with self._step("serving the champion"):
                self._serve_champion(model)
        return self._results

    def _history(self) -> Path:
        past = self._world.payments(HISTORY, 20)
        past.write(self._folder / "history.jsonl")
        past.write_labels(self._folder / "labels.jsonl")
        (self._folder / "merchant-risks.json").write_text(
            json.dumps(dict(self._world.risks)), encoding="utf-8"
        )
        rows = self._folder / "rows-first.csv"
        self._parts["scoring"].call(
            "features",
            str(self._folder / "history.jsonl"),
            str(rows),
            "--labels",
            str(self._folder / "labels.jsonl"),
            "--label",
            defaults.LABEL,
            environment=self._merchants(),
        )
        self._results.counts["history"] = len(past.events)
        return rows

    def _train(self, rows: Path, name: str) -> Path:
        trained = self._folder / f"trained-{name}"
        seed = str(self._results.seed)
        arguments = ("train", str(rows), str(trained), "--seed", seed, "--smoke")
        try:
            self._parts["training"].call(*arguments)
        except StepFailedError as error:
            # Ray gives itself 30 seconds to start, which is short on a machine that is busy with other things.
            if "timed out during startup" not in str(error):
                raise
            self._parts["training"].call(*arguments)
        return trained

    def _start_registry(self, stack: ExitStack) -> Mapping[str, str]:
        port = free_port()
        server = stack.enter_context(
            self._parts["registry"].running(
                *("server", "--host", "127.0.0.1", "--port", str(port), "--workers", "1"),
                *("--backend-store-uri", f"sqlite:///{self._folder / 'mlflow.db'}"),
                *("--artifacts-destination", str(self._folder / "artifacts")),
                module="mlflow",
                log=self._folder / "registry.log",
                # Its background jobs are not needed here, and take as long to start as the rest.
                environment={"MLFLOW_SERVER_ENABLE_JOB_EXECUTION": "false"},
            )
        )
        url = f"http://127.0.0.1:{port}"
        server.wait_for("answer", lambda: answers(f"{url}/health"), 240)
        return {"MLFLOW_TRACKING_URI": url}

    def _promote(
        self, trained: Path, rows: Path, tracking: Mapping[str, str], must: bool
    ) -> Mapping[str, object]:
        registry = self._parts["registry"]
        registry.call("register", str(trained), str(rows), environment=tracking)
        said = registry.call("promote", str(rows), environment=tracking, may_refuse=True)
        verdict = last_object(said.output)
        if must and not verdict["promote"]:
            raise DemoError(f"the gate refused the first model: {verdict['refusals']}")
        return verdict

    def _export(self, tracking: Mapping[str, str], name: str) -> Path:
        model = self._folder / f"model-{name}"
        self._parts["registry"].call("export", str(model), environment=tracking)
        return model

    @contextmanager
    def _live(self, model: Path) -> Iterator["Events"]:
        """Broker, pipeline, model server and scoring, all running."""
        with ExitStack() as stack:
            pipeline = self._parts["pipeline"]
            address = self._folder / "broker.address"
            paths = f"{pipeline.folder / 'src'}:{defaults.DEMO / 'src'}"
            broker = stack.enter_context(
                pipeline.running(
                    *(str(address), RAW, VALID, f"{RAW}-dlq", PREDICTIONS, f"{PREDICTIONS}-dlq"),
                    module=f"{__package__}.broker",
                    log=self._folder / "broker.log",
                    environment={"PYTHONPATH": paths},
                )
            )
            broker.wait_for("address", address.exists)
            kafka = {"KAFKA_BOOTSTRAP": address.read_text(encoding="utf-8"), "SESSION_SECONDS": "6"}
            served = stack.enter_context(self._server(model))
            raw = kafka | {"KAFKA_TOPIC": RAW, "METRICS_PORT": str(free_port())}
            stack.enter_context(
                pipeline.running("validate", log=self._folder / "pipeline.log", environment=raw)
            )
            scored = kafka | {
                "KAFKA_TOPIC": VALID,
                "PREDICTIONS_TOPIC": PREDICTIONS,
                "METRICS_PORT": str(free_port()),
                "MODEL_URL": served,
                # A busy laptop is no cluster; the rule must not decide here.
                "MODEL_TIMEOUT_SECONDS": "30",
                "PREDICTION_LOG": str(self._folder / "scored.jsonl"),
                "BATCH_SIZE": "200",
            }
            scoring = stack.enter_context(
                self._parts["scoring"].running(
                    "score", log=self._folder / "scoring.log", environment={**scored, **self._merchants()}
                )
            )
            yield Events(raw, scoring)

    @contextmanager
    def _server(self, model: Path) -> Iterator[str]:
        port = str(free_port())
        environment = {
            "MODEL_FOLDER": str(model),
            "PORT": port,
            "PREDICTION_LOG": str(self._folder / "predictions.jsonl"),
        }
        with self._parts["server"].running(
            "serve", log=self._folder / "server.log", environment=environment
        ) as server:
            url = f"http://127.0.0.1:{port}"
            server.wait_for("answer", lambda: answers(f"{url}/v2/health/ready"))
            self._results.served = served_version(url, defaults.MODEL_NAME)
            yield url

    def _score(self, events: "Events", name: str, payments: Payments) -> None:
        """Sends payments through the pipeline and waits until each is scored; one more is refused on its way."""
        self._truth |= payments.truth
        file = self._folder / f"{name}.jsonl"
        bad = dict(payments.events[0]) | {"event_id": f"no-money-{name}", "amount_minor": 0}
        Payments([*payments.events, bad], [*payments.labels, 0]).write(file)
        self._parts["pipeline"].call("publish", str(file), environment=events.environment)
        wanted, scored = len(self._truth), self._folder / "scored.jsonl"
        events.scoring.wait_for(f"{wanted} scores", lambda: count_lines(scored) >= wanted)
        self._results.counts[name] = len(payments.events)
        if count_lines(scored) != wanted:
            raise DemoError(f"{count_lines(scored)} payments were scored, not {wanted}")

    def _reference(self) -> None:
        log = (self._folder / "predictions.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
        (self._folder / "log-reference.jsonl").write_text("".join(log[:REFERENCE]), encoding="utf-8")
        (self._folder / "log-usual.jsonl").write_text("".join(log[REFERENCE:]), encoding="utf-8")
        self._monitoring("reference", "log-reference.jsonl")
        self._results.before = last_object(self._monitoring("check", "log-usual.jsonl")[1])
        if self._results.before["drifted"]:
            raise DemoError(f"an alert on a day like any other: {self._results.before['drifted']}")

    def _drift(self) -> None:
        log = (self._folder / "predictions.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
        (self._folder / "log-changed.jsonl").write_text("".join(log[NORMAL:]), encoding="utf-8")
        code, output = self._monitoring("check", "log-changed.jsonl")
        self._results.after = last_object(output)
        (self._folder / "drift.json").write_text(json.dumps(self._results.after), encoding="utf-8")
        if code != NO:
            raise DemoError("no alert although payments changed")

    def _monitoring(self, command: str, log: str) -> tuple[int, str]:
        reference = ("--reference", str(self._folder / "reference.json"))
        said = self._parts["monitoring"].call(
            *reference, command, str(self._folder / log), may_refuse=command == "check"
        )
        return said.code, said.output

    def _feedback(self) -> None:
        scored = (self._folder / "scored.jsonl").read_text(encoding="utf-8").splitlines()
        predictions = [json.loads(line) for line in scored]
        labels = [self._truth[prediction["event_id"]] for prediction in predictions]
        if self._results.shuffled:
            random.Random(self._results.seed).shuffle(labels)  # noqa: S311 - a simulation, not a secret
        port = free_port()
        environment = {
            "PORT": str(port),
            "PREDICTION_LOG": str(self._folder / "predictions.jsonl"),
            "FEEDBACK_LOG": str(self._folder / "feedback.jsonl"),
        }
        with self._parts["feedback"].running(
            "serve", log=self._folder / "feedback.log", environment=environment
        ) as api:
            api.wait_for("answer", lambda: answers(f"http://127.0.0.1:{port}/health/ready"))
            names = [str(prediction["prediction_id"]) for prediction in predictions]
            give_feedback(port, names, labels)
        self._results.counts["feedback"] = count_lines(self._folder / "feedback.jsonl")

    def _retrain(self) -> Path:
        rows = self._folder / "rows-second.csv"
        said = self._parts["retraining"].call(
            *("decide", "--predictions", str(self._folder / "predictions.jsonl")),
            *("--feedback", str(self._folder / "feedback.jsonl")),
            *("--drift", str(self._folder / "drift.json")),
            *("--history", str(self._folder / "rows-first.csv")),
            *("--state", str(self._folder / "retraining.json"), "--rows", str(rows)),
        )
        self._results.decision = last_object(said.output)
        return rows

    def _serve_champion(self, model: Path) -> None:
        with self._server(model):
            outcome = "promoted" if self._results.promoted else "refused"
        state = str(self._folder / "retraining.json")
        self._parts["retraining"].call("done", "--state", state, "--outcome", outcome)

    def _merchants(self) -> Mapping[str, str]:
        return {"MERCHANT_RISKS": str(self._folder / "merchant-risks.json")}

    @contextmanager
    def _step(self, name: str, clock: Callable[[], float] = time.monotonic) -> Iterator[None]:
        print(f"… {name}", flush=True)
        started = clock()
        yield
        self._results.seconds[name] = clock() - started
        print(f"  {timedelta(seconds=round(self._results.seconds[name]))}", flush=True)


@dataclass(frozen=True)
class Events:
    """Where events are sent, and who scores them."""

    environment: Mapping[str, str]
    scoring: Running


def count_lines(file: Path) -> int:
    """How many whole lines a file has; none if it is not there."""
    return file.read_bytes().count(b"\n") if file.exists() else 0


def last_object(output: str) -> Mapping[str, object]:
    """The JSON object on the last line of what a program said."""
    found: object = json.loads(output.strip().splitlines()[-1])
    if not isinstance(found, dict):
        raise DemoError(f"no JSON object: {output[-200:]}")
    return found
