"""The HTTP side: feedback, probes and metrics."""

import hmac

from fastapi import Depends, FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, generate_latest

from . import defaults
from .feedback import Feedback
from .receiver import Outcome, Receiver
from .store import StoreFailedError

ANSWERS = {
    Outcome.STORED: (201, "stored"),
    Outcome.KNOWN: (200, "stored before"),
    Outcome.OUTDATED: (409, "a later label of this prediction is stored"),
    Outcome.UNKNOWN_PREDICTION: (404, "there is no such prediction"),
    Outcome.FUTURE: (400, "body.at: lies in the future"),
}


class UnauthorizedError(Exception):
    """The caller did not show the token."""


def make_app(receiver: Receiver, token: str | None) -> FastAPI:
    """The application; without a token everybody may give feedback."""
    registry = CollectorRegistry()
    events = Counter("feedback_events", "Feedback by outcome.", ("model_name", "outcome"), registry=registry)
    labels = Counter(
        "feedback_labels",
        "Labels that were stored.",
        ("model_name", "source", "label"),
        registry=registry,
    )
    app = FastAPI(title=f"Feedback for {defaults.MODEL_NAME}", docs_url=None, redoc_url=None)

    def answer(status: int, text: str, outcome: str) -> JSONResponse:
        events.labels(defaults.MODEL_NAME, outcome).inc()
        return JSONResponse({"status" if status < 300 else "error": text}, status)

    @app.exception_handler(RequestValidationError)
    def malformed(_: Request, error: RequestValidationError) -> JSONResponse:
        # Where and what is wrong, never the value: it may be personal.
        places = [f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors()]
        return answer(400, "; ".join(places), "malformed")

    @app.exception_handler(StoreFailedError)
    def failed(_: Request, __: StoreFailedError) -> JSONResponse:
        return answer(503, "the feedback could not be stored; send it again", "failed")

    @app.exception_handler(UnauthorizedError)
    def unauthorized(_: Request, __: UnauthorizedError) -> JSONResponse:
        return answer(401, "a bearer token is needed", "unauthorized")

    def authorized(request: Request) -> None:
        given = request.headers.get("authorization", "")
        if token is not None and not hmac.compare_digest(given.encode(), f"Bearer {token}".encode()):
            raise UnauthorizedError

    @app.post("/feedback", status_code=201, dependencies=[Depends(authorized)])
    def give(feedback: Feedback) -> JSONResponse:
        outcome = receiver.receive(feedback)
        if outcome is Outcome.STORED:
            labels.labels(defaults.MODEL_NAME, feedback.source, str(feedback.label)).inc()
        return answer(*ANSWERS[outcome], outcome.value)

    @app.get("/health/live")
    @app.get("/health/ready")
    def health() -> dict[str, bool]:
        return {"ready": True}

    @app.get("/metrics")
    def scrape() -> Response:
        return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)

    return app
