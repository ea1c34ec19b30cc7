#!/bin/sh
# Installs the pinned tools into .venv, then checks the template against AWS' schemas and runs the tests. No account is needed.
set -eu
cd "$(dirname "$0")/.."

if [ ! -x .venv/bin/python ]; then
  "${PYTHON:-python3.13}" -m venv .venv
fi
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.lock
.venv/bin/cfn-lint --include-checks I --template cloudformation/security.yaml
.venv/bin/ruff check .
.venv/bin/ruff format --check .
.venv/bin/mypy
.venv/bin/python -m pytest "$@"
