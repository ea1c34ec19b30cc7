"""Runs each program of standard input (JSON: a list of texts) alone and prints what it raised, one JSON line each."""

import json
import logging
import os
import sys
import tempfile
import warnings

os.environ.setdefault("RAY_AIR_NEW_OUTPUT", "0")
os.environ.setdefault("TUNE_DISABLE_STRICT_METRIC_CHECKING", "1")
os.chdir(tempfile.mkdtemp())
logging.disable(logging.CRITICAL)
programs = json.load(sys.stdin)
verdicts = sys.stdout
sys.stdout = sys.stderr
try:
    import ray

    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="CRITICAL")
except ImportError:
    ray = None
for program in programs:
    names = {}
    raised = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            exec(compile(program, "program", "exec"), names)
    except BaseException as error:
        raised = [kind.__name__ for kind in type(error).__mro__]
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
    print(json.dumps({"raised": raised, "pruned": names.get("pruned")}), file=verdicts, flush=True)
