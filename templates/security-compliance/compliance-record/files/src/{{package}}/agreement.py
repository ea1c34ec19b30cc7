"""Whether the documents say the same, name files that are there, and are not older than the model."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from .documents import RECORD, day_at, items_at, number_at, read_document, text_at, value_at
from .risks import risk_problems

DOCUMENTS = (
    "spec.aiAct.classification.rationale",
    "spec.aiAct.riskManagement.ref",
    "spec.aiAct.dataGovernance.origin",
    "spec.aiAct.technicalDocumentation.ref",
    "spec.aiAct.instructionsForUse",
    "spec.aiAct.fria.ref",
    "spec.aiAct.qms",
    "spec.aiAct.postMarketMonitoring.plan",
    "spec.gdpr.dpia.ref",
    "spec.dsa.recommender.mainParametersDoc",
    "spec.model.card",
)
SAME = (
    ("metadata.name", "system"),
    ("spec.gdpr.lawfulBasis", "necessity.lawfulBasis"),
    ("spec.gdpr.retention.trainingDataDays", "processing.retention.trainingDataDays"),
    ("spec.gdpr.retention.predictionLogDays", "processing.retention.predictionLogDays"),
)
REVIEW_EVERY = timedelta(days=365)


def named_documents(record: object) -> tuple[str, ...]:
    """The documents that the record names, each once; what is pending names none."""
    values = (value_at(record, path) for path in DOCUMENTS)
    return tuple(dict.fromkeys(str(value) for value in values if value is not None))


def problems(folder: Path, on: date) -> list[str]:
    """All that is wrong on a day."""
    record = read_document(folder / RECORD)
    missing = [
        f"{name} is named, but not there" for name in named_documents(record) if not (folder / name).is_file()
    ]
    if missing:
        return missing
    return [*_dates(record, on), *_assessment(folder, record, on), *_card(folder, record)]


def _dates(record: object, on: date) -> Iterator[str]:
    changed = day_at(record, "spec.model.changedOn")
    reviewed = day_at(record, "metadata.reviewed")
    classified = day_at(record, "spec.aiAct.classification.assessedOn")
    for name, day in (("the review", reviewed), ("the classification", classified)):
        if day > on:
            yield f"{name} is dated {day}, which is to come"
        if day < changed:
            yield f"{name} of {day} is older than the model of {changed}"
    if reviewed + REVIEW_EVERY < on:
        yield f"the record was last reviewed on {reviewed}"


def _assessment(folder: Path, record: object, on: date) -> Iterator[str]:
    name = text_at(record, "spec.gdpr.dpia.ref")
    assessment = read_document(folder / name)
    for here, there in SAME:
        said, other = value_at(record, here), value_at(assessment, there)
        if said != other:
            yield f"{here} is {said}, but {name} says {other}"
    completed = day_at(record, "spec.gdpr.dpia.completedOn")
    if completed != day_at(assessment, "completedOn"):
        yield f"{name} was not completed on {completed}, as the record says"
    if completed < day_at(record, "spec.model.changedOn"):
        yield f"{name} of {completed} is older than the model"
    if completed + timedelta(days=number_at(assessment, "reviewEveryDays")) < on:
        yield f"{name} of {completed} is due for review"
    register = read_document(folder / text_at(record, "spec.aiAct.riskManagement.ref"))
    known = {value_at(risk, "id") for risk in items_at(register, "risks")}
    for risk in items_at(assessment, "risks"):
        if risk not in known:
            yield f"{name} speaks of the risk {risk}, which is not in the register"
    yield from risk_problems(register, on)


def _card(folder: Path, record: object) -> Iterator[str]:
    name = text_at(record, "spec.model.card")
    card = read_document(folder / name)
    for here, there in (("metadata.name", "model_name"), ("metadata.version", "version")):
        said, other = value_at(record, here), value_at(card, there)
        if said != other:
            yield f"{here} is {said}, but {name} says {other}"
