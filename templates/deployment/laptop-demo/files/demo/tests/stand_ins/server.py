"""Stands in for the model server: serves what lies in the model folder and logs each prediction."""

import itertools
import json
import os
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

MODEL = json.loads((Path(os.environ["MODEL_FOLDER"]) / "model.json").read_text())
LOG, NUMBERS = Path(os.environ["PREDICTION_LOG"]), itertools.count()


class Handler(BaseHTTPRequestHandler):
    def answer(self, body: object) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(body).encode())

    def do_GET(self) -> None:
        self.answer({"versions": [f"{MODEL['mean']:.0f}"]})

    def do_POST(self) -> None:
        features = json.loads(self.rfile.read(int(self.headers["content-length"])))
        prediction = {"prediction_id": f"p-{next(NUMBERS)}", "features": features, "score": 0.5}
        with LOG.open("a") as stream:
            stream.write(json.dumps(prediction) + "\n")
        self.answer(prediction)


HTTPServer(("127.0.0.1", int(os.environ["PORT"])), Handler).serve_forever()
