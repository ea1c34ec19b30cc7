"""The state of a rollout and its next step: pure."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any

PREFIX = "rollout/"
# What the webhook of KServe refuses in an entry of the canary list.
NOT_IN_CANARY = ("maxReplicas", "scaleMetric", "scaleTarget", "autoScaling", "workerSpec")

type Object = dict[str, Any]


class RolloutError(Exception):
    """The step does not fit the state."""


@dataclass(frozen=True)
class Rollout:
    """Which version everybody gets, which one a share of requests gets, and how large that share is."""

    stable: str
    canary: str | None = None
    percent: int = 0

    def start(self, version: str, steps: Sequence[int]) -> "Rollout":
        """Gives the first share to a new version."""
        if self.canary is not None:
            raise RolloutError(f"{self.canary} is on its way; roll it back or let it finish")
        if version == self.stable:
            raise RolloutError(f"{version} is already served")
        return replace(self, canary=version, percent=steps[0])

    def advance(self, steps: Sequence[int]) -> "Rollout":
        """Gives the canary the next share, and everything after the last."""
        if self.canary is None:
            raise RolloutError("no canary is on its way")
        larger = [step for step in steps if step > self.percent]
        return replace(self, percent=larger[0]) if larger else Rollout(self.canary)

    def back(self) -> "Rollout":
        """Gives everything to the stable version."""
        return Rollout(self.stable)


def read_rollout(patch: Object) -> Rollout:
    """The state that a patch was written from."""
    notes = patch["metadata"]["annotations"]
    percent = int(notes[PREFIX + "percent"])
    return Rollout(notes[PREFIX + "stable"], notes[PREFIX + "canary"] or None, percent)


def patch_of(rollout: Rollout, service: Object, mode: str, folder: str) -> Object:
    """The patch of the InferenceService for a state."""
    notes = {
        PREFIX + "stable": rollout.stable,
        PREFIX + "canary": rollout.canary or "",
        PREFIX + "percent": str(rollout.percent),
    }
    about = service["metadata"]
    return {
        "apiVersion": service["apiVersion"],
        "kind": service["kind"],
        "metadata": {"name": about["name"], "namespace": about["namespace"], "annotations": notes},
        "spec": _standard(rollout, service, folder) if mode == "standard" else _knative(rollout, folder),
    }


def _standard(rollout: Rollout, service: Object, folder: str) -> Object:
    spec: Object = {"predictor": _version(rollout.stable, folder)}
    if rollout.canary is None:
        return spec
    spec["predictor"]["name"] = rollout.stable
    canary = deepcopy(service["spec"]["predictor"])
    for key in NOT_IN_CANARY:
        canary.pop(key, None)
    wanted = _version(rollout.canary, folder)
    canary["labels"] |= wanted["labels"]
    # The schema asks for a name here and the webhook for none.
    canary["model"] |= wanted["model"] | {"name": ""}
    canary |= {"name": rollout.canary, "minReplicas": 1}
    return spec | {"canary": [{"trafficPercent": rollout.percent, "predictor": canary}]}


def _knative(rollout: Rollout, folder: str) -> Object:
    if rollout.canary is None:
        return {"predictor": _version(rollout.stable, folder)}
    # Knative splits between the newest revision and the last one that had everything.
    return {"predictor": _version(rollout.canary, folder) | {"canaryTrafficPercent": rollout.percent}}


def _version(version: str, folder: str) -> Object:
    return {
        "labels": {"app.kubernetes.io/version": version},
        "model": {"storageUri": f"{folder}/{version}"},
    }
