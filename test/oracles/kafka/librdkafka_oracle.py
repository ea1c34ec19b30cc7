"""Asks librdkafka: reads JSON lines of {id, settings}, answers `id TAB accepted` or `id TAB refused TAB why`."""

import json
import sys

from confluent_kafka import Consumer, KafkaException, Producer


def refusal(settings: dict[str, str]) -> str | None:
    """Why librdkafka makes no client of the settings; None where it makes one."""
    consumer = "group.id" in settings
    try:
        client = Consumer(settings) if consumer else Producer(settings)
    except (KafkaException, TypeError, ValueError) as error:
        return str(error).replace("\n", " ")
    if isinstance(client, Consumer):
        client.close()
    return None


def main() -> None:
    for line in sys.stdin:
        case = json.loads(line)
        # Nobody answers there, and no host name has to be known.
        settings = dict(case["settings"])
        settings.pop("metadata.broker.list", None)
        settings["bootstrap.servers"] = "127.0.0.1:9"
        why = refusal(settings)
        print(f"{case['id']}\taccepted" if why is None else f"{case['id']}\trefused\t{why}", flush=True)


main()
