"""The command line: features, score, keep, health."""

import argparse
import json
import logging
import os
import signal
import sys
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path
from threading import Event as Flag

from confluent_kafka import Consumer, KafkaException, Producer, TopicPartition

from . import defaults
from .decide import Decider
from .features import BadRisksError, FeatureMaker, read_risks
from .keeper import Keeper
from .metrics import Health, Metrics, Monitor
from .model import ModelClient
from .rows import BadLineError, write_rows
from .settings import BadSettingsError, Settings
from .stream import DeliveryFailedError, Sink, Stream


def main(arguments: Sequence[str] | None = None) -> int:
    """0: done; 1: could not be done; 2: the settings cannot work."""
    parser = argparse.ArgumentParser(prog="stream-scoring")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("score", help="read, decide and write until SIGTERM")
    commands.add_parser("keep", help="write the predictions to the file PREDICTION_LOG until SIGTERM")
    commands.add_parser("health", help="ask the running process whether it is alive")
    making = commands.add_parser("features", help="make rows to train on")
    making.add_argument("events", type=Path, help="one JSON payment per line")
    making.add_argument("rows", type=Path, help="the CSV file to write")
    making.add_argument("--labels", type=Path, help="lines of event_id and label; others are left out")
    making.add_argument("--label", default="is_fraud", help="the column of the label")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    try:
        settings = Settings.from_environment(os.environ)
        match options.command:
            case "features":
                maker = FeatureMaker(read_risks(settings.risks_file))
                count = write_rows(options.events, options.rows, maker, options.labels, options.label)
                print(json.dumps({"rows": count}))
                return 0
            case "score":
                score(settings, stop_on_signal())
                return 0
            case "keep":
                keep(settings, stop_on_signal())
                return 0
            case _:
                return health(settings.metrics_port)
    except BadSettingsError as error:
        print(error, file=sys.stderr)
        return 2
    except (BadRisksError, BadLineError, DeliveryFailedError, KafkaException, OSError) as error:
        print(error, file=sys.stderr)
        return 1


def stop_on_signal() -> Flag:
    """Set when the process is asked to end."""
    stop = Flag()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    return stop


def score(settings: Settings, stop: Flag) -> None:
    """Reads, decides and writes until it is told to stop; then leaves the group in good order."""
    model = ModelClient(settings.model_url, defaults.MODEL_NAME, settings.timeout_seconds)
    maker = FeatureMaker(read_risks(settings.risks_file))
    decider = Decider(maker, model, defaults.MODEL_NAME, settings.threshold)
    metrics, state = Metrics(), Health()
    consumer = Consumer(settings.consumer())

    def on_assign(_: Consumer, __: list[TopicPartition]) -> None:
        state.ready = True

    sink = Sink(Producer(settings.producer()), settings)
    with Monitor(settings.metrics_host, settings.metrics_port, metrics, state):
        try:
            consumer.subscribe([settings.topic], on_assign=on_assign)
            Stream(consumer, sink, decider, metrics, settings.batch_size, settings.prediction_log).run(
                stop, state.beat
            )
        finally:
            consumer.close()


def keep(settings: Settings, stop: Flag) -> None:
    """Writes the predictions to a file until it is told to stop, as a group of its own."""
    if settings.prediction_log is None:
        raise BadSettingsError("PREDICTION_LOG must name the file to keep the predictions in")
    state = Health()
    consumer = Consumer(settings.consumer() | {"group.id": f"{settings.group}-log"})

    def on_assign(_: Consumer, __: list[TopicPartition]) -> None:
        state.ready = True

    with Monitor(settings.metrics_host, settings.metrics_port, Metrics(), state):
        try:
            consumer.subscribe([settings.predictions_topic], on_assign=on_assign)
            Keeper(consumer, settings.prediction_log, settings.batch_size).run(stop, state.beat)
        finally:
            consumer.close()


def health(port: int) -> int:
    """0 if the process on this machine is alive."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health/live", timeout=3) as answer:
            return 0 if answer.status == 200 else 1
    except urllib.error.URLError:
        return 1


if __name__ == "__main__":
    sys.exit(main())
