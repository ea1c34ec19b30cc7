"""The HTTP side: the Open Inference Protocol, probes and metrics."""

import uuid
from collections.abc import Callable

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from .metrics import Metrics
from .model import Model
from .prediction_log import PredictionLog
from .protocol import BadRequestError, InferRequest, output, rows_of
from .settings import Settings


def make_app(
    model: Model,
    settings: Settings,
    log: PredictionLog,
    new_id: Callable[[], str] = lambda: str(uuid.uuid4()),
) -> FastAPI:
    """The application for one loaded model."""
    about = model.description
    metrics = Metrics(about.name, about.version)
    app = FastAPI(title=about.name, docs_url=None, redoc_url=None, openapi_url=None)

    @app.exception_handler(RequestValidationError)
    def malformed(_: Request, error: RequestValidationError) -> JSONResponse:
        metrics.refused.inc()
        # Where and what is wrong, never the value: it may be personal.
        places = [f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors()]
        return JSONResponse({"error": "; ".join(places)}, 400)

    @app.exception_handler(BadRequestError)
    def unfit(_: Request, error: BadRequestError) -> JSONResponse:
        metrics.refused.inc()
        return JSONResponse({"error": str(error)}, 400)

    @app.exception_handler(Exception)
    def failure(_: Request, __: Exception) -> JSONResponse:
        metrics.failed.inc()
        return JSONResponse({"error": "the model failed; see the log"}, 500)

    @app.get("/v2/health/live")
    @app.get("/v2/health/ready")
    def health() -> dict[str, bool]:
        return {"ready": True}

    @app.get("/v2")
    def server() -> dict[str, object]:
        return {"name": about.name, "version": about.version, "extensions": []}

    @app.get("/metrics")
    def scrape() -> Response:
        return Response(generate_latest(metrics.registry), media_type=CONTENT_TYPE_LATEST)

    @app.get(f"/v2/models/{about.name}/ready")
    def ready() -> dict[str, object]:
        return {"name": about.name, "ready": True}

    @app.get(f"/v2/models/{about.name}")
    def metadata() -> dict[str, object]:
        features = {"name": "features", "datatype": "FP32", "shape": [-1, len(about.features)]}
        return {
            "name": about.name,
            "versions": [about.version],
            "platform": "onnx",
            "inputs": [features | {"parameters": {"columns": list(about.features)}}],
            "outputs": [
                {"name": "prediction_id", "datatype": "BYTES", "shape": [-1]},
                {"name": "score", "datatype": "FP64", "shape": [-1]},
                {"name": "decision", "datatype": "BOOL", "shape": [-1]},
            ],
        }

    @app.post(f"/v2/models/{about.name}/infer")
    def infer(request: InferRequest) -> dict[str, object]:
        with metrics.seconds.time():
            rows = rows_of(request, len(about.features), settings.max_rows)
            scores: list[float] = model.score(rows).tolist()
            request_id = request.id or new_id()
            ids = [f"{request_id}-{number}" for number in range(len(scores))]
            # Nobody gets a prediction that was not logged.
            log.write(about, ids, rows.tolist(), scores)
        decisions = [score >= settings.threshold for score in scores]
        metrics.good.inc()
        metrics.positive.inc(decisions.count(True))
        metrics.negative.inc(decisions.count(False))
        for score in scores:
            metrics.scores.observe(score)
        return {
            "model_name": about.name,
            "model_version": about.version,
            "id": request_id,
            "outputs": [
                output("prediction_id", "BYTES", ids),
                output("score", "FP64", scores),
                output("decision", "BOOL", decisions),
            ],
        }

    return app
