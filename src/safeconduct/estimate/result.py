"""What every estimator returns: one `Estimate`, with its interval, assumptions, doubts or refusal.

It depends on numpy and on `safeconduct.errors`; no estimator returns a bare number.
A new fact about a result belongs into `diagnostics`; a new field here concerns every estimator.

Symbols: N is the total number of persons, observed and missing; p(N) is its posterior.
There is no mean on purpose: the posterior of N under some estimators here has none (its tail falls
as N to a power above -2), and what a grid or a sampler prints as one is an artefact of its limits.
"""

from __future__ import annotations

import importlib.metadata
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np

from safeconduct import __version__
from safeconduct.errors import InvalidRecord

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

    from safeconduct.estimate.capture_history import CaptureHistory

_SUM_TOLERANCE: Final = 1e-9
# Odds ratios of the interaction of all lists together, around none.
SENSITIVITY_RATIOS: Final = (0.5, 2 / 3, 1.0, 1.5, 2.0)


@cache
def library_versions() -> Mapping[str, str]:
    """Return the versions of what computes a number, so that it can be computed again."""
    libraries = {name: importlib.metadata.version(name) for name in ("numpy", "scipy")}
    return {"safeconduct": __version__, **libraries}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Posterior:
    """A distribution over the total number of persons.

    n: int64, shape (M,), increasing, unit persons, observed and missing together.
    p: float64, shape (M,), their probabilities; they sum to 1. Where N goes far beyond a million,
        a point stands for itself and the numbers below it down to the point before.
    """

    n: npt.NDArray[np.int64]
    p: npt.NDArray[np.float64]

    def __post_init__(self) -> None:
        """Refuse what is no distribution, and keep the arrays from being changed."""
        problems = []
        if self.n.ndim != 1 or self.n.shape != self.p.shape or not self.n.size:
            problems.append(("n", "needs one probability for each of one or more numbers"))
        elif (np.diff(self.n) <= 0).any():
            problems.append(("n", "is not increasing"))
        if not (self.p >= 0).all() or abs(float(self.p.sum()) - 1.0) > _SUM_TOLERANCE:
            problems.append(("p", "is not a distribution"))
        if problems:
            raise InvalidRecord("posterior", problems)
        self.n.flags.writeable = False
        self.p.flags.writeable = False

    def quantile(self, q: float) -> int:
        """Return the smallest N whose cumulative probability reaches q, which is within (0, 1)."""
        place = int(np.searchsorted(np.cumsum(self.p), q, side="left"))
        return int(self.n[min(place, self.n.size - 1)])

    def interval(self, level: float) -> tuple[int, int]:
        """Return the interval with the same probability below and above it."""
        outside = (1.0 - level) / 2.0
        return self.quantile(outside), self.quantile(1.0 - outside)

    def sample(self, n_draws: int, *, rng: np.random.Generator) -> npt.NDArray[np.int64]:
        """Draw totals from the distribution, shape (n_draws,), unit persons."""
        places = np.searchsorted(np.cumsum(self.p), rng.random(n_draws), side="right")
        return self.n[np.minimum(places, self.n.size - 1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption:
    """One numbered assumption without which the number means nothing."""

    number: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateWarning:
    """A doubt about an estimate that is given: what was found, and what to do about it."""

    code: str
    text: str
    advice: str
    evidence: Mapping[str, float | str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateRefusal:
    """Why no number is given: the rule, the reason in this table, and what would help."""

    code: str
    rule: str
    reason: str
    remedy: str
    evidence: Mapping[str, float | str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class SensitivityRow:
    """What an estimate becomes where its identifying assumption is off by a factor.

    ratio: odds ratio of the interaction of all lists, with an even number of lists; its inverse
    with an odd one. median, interval: persons, observed ones too.
    """

    ratio: float
    median: float
    interval: tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Estimate:
    """What an estimator says about one table; every number of persons counts observed ones too.

    median, interval: of the posterior or of the bootstrap, and None where a rule refuses.
    point: of a method of maximum likelihood, whose median it is too. level: of the interval.
    draws: totals drawn from the posterior or the bootstrap, shape (n_draws,).
    diagnostics: what the method measured about itself, by name.
    """

    method: str
    observed: int
    median: float | None
    interval: tuple[float, float] | None
    level: float = 0.95
    posterior: Posterior | None = None
    draws: npt.NDArray[np.float64] | npt.NDArray[np.int64] | None = None
    point: float | None = None
    assumptions: tuple[Assumption, ...]
    diagnostics: Mapping[str, object] = field(default_factory=dict)
    warnings: tuple[EstimateWarning, ...] = ()
    refusal: EstimateRefusal | None = None
    seed: int | None = None
    versions: Mapping[str, str] = field(default_factory=library_versions)
    input_digest: str

    def __post_init__(self) -> None:
        """Refuse a result that gives a number and a refusal, or neither."""
        given = self.median is not None and self.interval is not None
        if given is (self.refusal is not None):
            raise InvalidRecord(
                "estimate", [("refusal", "stands instead of a number, never beside it")]
            )

    @property
    def sensitivity(self) -> tuple[SensitivityRow, ...]:
        r"""What becomes of the number where the highest interaction is not what it was taken for.

        The highest interaction of K lists is lambda = sum_c (-1)^(K - |c|) log mu_c over all cells,
        mu_0 that of the missing among them. The other cells are observed, so that multiplying
        exp(lambda) multiplies mu_0 by as much, or by the inverse where K is odd: the row of a ratio
        r holds n + r (N - n). For log-linear models and two lists, r = 1 is the assumption
        that there is no such interaction. `dga` and `lcmcr` identify the missing otherwise; there r
        is by how much the interaction differs from what each draw of the posterior has, and the
        row is the posterior of the missing, scaled. A bound from below is scaled likewise.

        References:
            Aleshin-Guendel, S., Sadinle, M. and Wakefield, J. (2021), arXiv:2101.09304, on how the
            interaction of all lists identifies the total.
        """
        if self.median is None or self.interval is None:
            return ()
        low, high = self.interval
        return tuple(
            SensitivityRow(
                ratio=ratio,
                median=self._scaled(self.median, ratio),
                interval=(self._scaled(low, ratio), self._scaled(high, ratio)),
            )
            for ratio in SENSITIVITY_RATIOS
        )

    def _scaled(self, total: float, ratio: float) -> float:
        return self.observed + ratio * (total - self.observed)

    def to_json(self, *, posterior: bool = False) -> dict[str, object]:
        """Return what JSON holds; the posterior, which is long, only when it is asked for."""
        found: dict[str, object] = {
            "method": self.method,
            "observed": self.observed,
            "median": self.median,
            "interval": None if self.interval is None else list(self.interval),
            "level": self.level,
            "point": self.point,
            "warnings": [_warning_json(warning) for warning in self.warnings],
            "refusal": _refusal_json(self.refusal),
            "assumptions": [
                {"number": assumption.number, "text": assumption.text}
                for assumption in self.assumptions
            ],
            "diagnostics": dict(self.diagnostics),
            "sensitivity": [
                {"ratio": row.ratio, "median": row.median, "interval": list(row.interval)}
                for row in self.sensitivity
            ],
            "seed": self.seed,
            "versions": dict(self.versions),
            "input_digest": self.input_digest,
        }
        if posterior:
            found["posterior"] = _posterior_json(self.posterior)
        return found


def refused_estimate(
    history: CaptureHistory,
    refusal: EstimateRefusal,
    *,
    method: str,
    assumptions: tuple[Assumption, ...],
    warnings: tuple[EstimateWarning, ...] = (),
    level: float = 0.95,
) -> Estimate:
    """Say of a table, counts in persons, that a method gives no number, and by which rule.

    `level` is that of the interval which was asked for, within (0, 1).
    """
    return Estimate(
        method=method,
        observed=history.n_observed,
        median=None,
        interval=None,
        level=level,
        assumptions=assumptions,
        warnings=warnings,
        refusal=refusal,
        input_digest=history.digest(),
    )


def _warning_json(warning: EstimateWarning) -> dict[str, object]:
    return {
        "code": warning.code,
        "text": warning.text,
        "advice": warning.advice,
        "evidence": dict(warning.evidence),
    }


def _refusal_json(refusal: EstimateRefusal | None) -> dict[str, object] | None:
    if refusal is None:
        return None
    return {
        "code": refusal.code,
        "rule": refusal.rule,
        "reason": refusal.reason,
        "remedy": refusal.remedy,
        "evidence": dict(refusal.evidence),
    }


def _posterior_json(posterior: Posterior | None) -> dict[str, object] | None:
    if posterior is None:
        return None
    return {"n": posterior.n.tolist(), "p": posterior.p.tolist()}
