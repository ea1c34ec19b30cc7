"""The command line: features, score, health."""

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
                stop = Flag()
                for number in (signal.SIGTERM, signal.SIGINT):
                    signal.signal(number, lambda *_: stop.set())
                score(settings, stop)
                return 0
            case _:
                return health(settings.metrics_port)
    except BadSettingsError as error:
        print(error, file=sys.stderr)
        return 2
    except (BadRisksError, BadLineError, DeliveryFailedError, KafkaException, OSError) as error:
        print(error, file=sys.stderr)
        return 1


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


def health(port: int) -> int:
    """0 if the process on this machine is alive."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health/live", timeout=3) as answer:
            return 0 if answer.status == 200 else 1
    except urllib.error.URLError:
        return 1


if __name__ == "__main__":
    sys.exit(main())
