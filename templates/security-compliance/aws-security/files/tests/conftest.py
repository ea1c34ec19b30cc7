"""Reads the template as CloudFormation does: its short forms are mappings."""

from pathlib import Path
from typing import Any

import pytest
import yaml

TEMPLATE = Path("cloudformation/security.yaml")


class Loader(yaml.SafeLoader):
    """Knows the short forms of intrinsic functions."""


def short_form(loader: Loader, suffix: str, node: yaml.Node) -> dict[str, Any]:
    """`!Ref Key` is `{"Ref": "Key"}`."""
    name = suffix if suffix in {"Ref", "Condition"} else f"Fn::{suffix}"
    if isinstance(node, yaml.ScalarNode):
        return {name: loader.construct_scalar(node)}
    if isinstance(node, yaml.SequenceNode):
        return {name: loader.construct_sequence(node, deep=True)}
    raise AssertionError(f"{suffix} takes no mapping")


Loader.add_multi_constructor("!", short_form)


@pytest.fixture(scope="session")
def template() -> dict[str, Any]:
    """The whole template."""
    with TEMPLATE.open(encoding="utf-8") as file:
        read: dict[str, Any] = yaml.load(file, Loader)  # noqa: S506 - derives from SafeLoader
    return read


@pytest.fixture(scope="session")
def resources(template: dict[str, Any]) -> dict[str, Any]:
    """Its resources by their names."""
    found: dict[str, Any] = template["Resources"]
    return found
