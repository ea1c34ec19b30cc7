"""A sampler that models the score as a Gaussian process and tries where the expected improvement is greatest."""

import warnings
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from optuna import Study
from optuna.distributions import BaseDistribution
from optuna.samplers import BaseSampler, RandomSampler
from optuna.trial import FrozenTrial, TrialState
from scipy.stats import norm
from sklearn.exceptions import ConvergenceWarning
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import Matern, WhiteKernel

STARTUP_TRIALS = 8
CANDIDATES = 2000
Array = NDArray[np.float64]


class GaussianProcessSampler(BaseSampler):
    """For hyperparameters on a logarithmic scale. Optuna's own GPSampler does the same with PyTorch."""

    def __init__(self, limits: Mapping[str, tuple[float, float]], seed: int) -> None:
        self._names = list(limits)
        self._low, self._high = (np.log([bounds[side] for bounds in limits.values()]) for side in (0, 1))
        self._random = np.random.default_rng(seed)
        self._seed = seed
        self._first = RandomSampler(seed=seed)

    def infer_relative_search_space(self, study: Study, trial: FrozenTrial) -> dict[str, BaseDistribution]:
        """Nothing until enough is known to model; then all hyperparameters at once."""
        finished = study.get_trials(deepcopy=False, states=(TrialState.COMPLETE,))
        return dict(finished[-1].distributions) if len(finished) >= STARTUP_TRIALS else {}

    def sample_relative(
        self, study: Study, trial: FrozenTrial, search_space: dict[str, BaseDistribution]
    ) -> dict[str, float]:
        """The candidate from which most is to be hoped."""
        if not search_space:
            return {}
        finished = study.get_trials(deepcopy=False, states=(TrialState.COMPLETE,))
        tried = self.to_unit(np.array([[one.params[name] for name in self._names] for one in finished]))
        scores = np.array([one.values[0] for one in finished])
        candidates = self._random.random((CANDIDATES, len(self._names)))
        chosen = candidates[int(np.argmax(expected_improvement(tried, scores, candidates, self._seed)))]
        return dict(zip(self._names, self.from_unit(chosen).tolist(), strict=True))

    def sample_independent(
        self, study: Study, trial: FrozenTrial, param_name: str, param_distribution: BaseDistribution
    ) -> Any:
        """While too little is known: at random."""
        return self._first.sample_independent(study, trial, param_name, param_distribution)

    def to_unit(self, values: Array) -> Array:
        """From hyperparameters to numbers between 0 and 1."""
        scaled: Array = (np.log(values) - self._low) / (self._high - self._low)
        return scaled

    def from_unit(self, units: Array) -> Array:
        """And back."""
        values: Array = np.exp(self._low + units * (self._high - self._low))
        return values


def expected_improvement(tried: Array, scores: Array, candidates: Array, seed: int) -> Array:
    """How much better than the best score each candidate is expected to be, and never less than nothing."""
    model = GaussianProcessRegressor(
        Matern(np.full(tried.shape[1], 0.5), (0.05, 5.0), nu=2.5) + WhiteKernel(1e-2, (1e-5, 1.0)),
        normalize_y=True,
        random_state=seed,
    )
    with warnings.catch_warnings():
        # A hyperparameter that does not matter has a length at its bound, which is right.
        warnings.simplefilter("ignore", ConvergenceWarning)
        model.fit(tried, scores)
    mean, deviation = model.predict(candidates, return_std=True)
    spread = np.maximum(deviation, 1e-9)
    gain = (mean - scores.max()) / spread
    hoped: Array = spread * (gain * norm.cdf(gain) + norm.pdf(gain))
    return hoped
