"""Stands in for the feedback API."""

import json
import os
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

LINES = Path(os.environ["PREDICTION_LOG"]).read_text().splitlines()
KNOWN = {json.loads(line)["prediction_id"] for line in LINES}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, status: int) -> None:
        self.send_response(status)
        self.send_header("content-length", "0")
        self.end_headers()

    def do_GET(self) -> None:
        self.answer(200)

    def do_POST(self) -> None:
        feedback = json.loads(self.rfile.read(int(self.headers["content-length"])))
        good = self.path == "/feedback" and feedback["prediction_id"] in KNOWN and feedback["at"]
        if good and feedback["source"] == "annotator" and feedback["label"] in (0, 1):
            with Path(os.environ["FEEDBACK_LOG"]).open("a") as stream:
                stream.write(json.dumps(feedback) + "\n")
            self.answer(201)
        else:
            self.answer(404)


HTTPServer(("127.0.0.1", int(os.environ["PORT"])), Handler).serve_forever()
