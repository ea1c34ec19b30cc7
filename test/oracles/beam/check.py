"""Says what Apache Beam thinks of a text: one JSON case a line in, one JSON verdict a line out."""

import json
import logging
import sys

logging.disable(logging.CRITICAL)

from apache_beam.options.pipeline_options import PipelineOptions  # noqa: E402
from apache_beam.options.pipeline_options_validator import PipelineOptionsValidator  # noqa: E402
from apache_beam.yaml import yaml_transform  # noqa: E402
from apache_beam.yaml.yaml_transform import SafeLineLoader, yaml  # noqa: E402


class DataflowRunner:
    """Stands for the runner: the validator looks at its name, and asks it for a region."""

    def get_default_gcp_region(self) -> None:
        return None


def pipeline(text: str) -> str | None:
    spec = yaml.load(text, Loader=SafeLineLoader)
    yaml_transform.validate_against_schema(spec, "generic")
    yaml_transform.preprocess(yaml_transform.pipeline_as_composite(spec["pipeline"]))
    return None


def options(text: str) -> str | None:
    given = json.loads(text)
    faults = PipelineOptionsValidator(PipelineOptions.from_dictionary(given), DataflowRunner()).validate()
    return "; ".join(faults) or None


checks = {"pipeline": pipeline, "options": options}

for line in sys.stdin:
    case = json.loads(line)
    try:
        fault = checks[case["sort"]](case["text"])
    except Exception as problem:  # whatever it raises is its verdict
        fault = f"{type(problem).__name__}: {problem}"
    print(json.dumps({"fault": fault and " ".join(fault.split())[:300]}), flush=True)
