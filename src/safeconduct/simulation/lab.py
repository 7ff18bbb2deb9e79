"""The lab: draw a design many times, estimate each time, and count how often the truth is covered.

It depends on the designs, the faults of a linkage and the averaging over linkages.
A further way to look at a trial is one more field of `Trial` and one more of `CoverageRow`.

Symbols: R runs; $N$ the population of the design, the truth, in persons.
"""

from __future__ import annotations

import warnings
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from safeconduct.errors import InvalidQuery
from safeconduct.estimate.capture_history import CaptureHistory
from safeconduct.estimate.doubtful import DoubtfulResult
from safeconduct.link.evaluate import share
from safeconduct.linkage_averaging.averaging import average
from safeconduct.linkage_averaging.link_errors import CheckedLinks, LinkErrors
from safeconduct.linkage_averaging.restoration import restore
from safeconduct.simulation.design import Design, seen
from safeconduct.simulation.link_faults import mislinked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    import numpy.typing as npt

    from safeconduct.estimate.result import Estimate, EstimateRefusal

    Estimator = Callable[[CaptureHistory], Estimate]

AS_LINKED: Final = "as linked"
CARRIED: Final = "linkage carried"
PERFECT: Final = "perfect links"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One estimate in one run.

    run: 0 to R - 1. linkage: which table was estimated, one of the constants of this module.
    covered, relative_error, width: of a number that was given; None where it was declined.
    relative_error is (median - N) / N; width is in persons. refusal: where it was declined.
    """

    run: int
    method: str
    linkage: str
    covered: bool | None
    relative_error: float | None
    width: float | None
    warned: tuple[str, ...]
    refusal: EstimateRefusal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """What a method does on a design, over all runs.

    coverage: the share of the numbers given whose 95 % interval holds the truth, with Wilson's 95 %
    interval in `coverage_interval`; None where no number was given. median_error: of the medians,
    relative to the truth. median_width: in persons. warned: the share of runs that carry a warning,
    whichever; refused: the share of runs that give no number. refusals: how many runs declined, by
    code, the commonest first; commonest: the first of these that was met, whose remedy helps most.
    """

    method: str
    linkage: str
    n_runs: int
    coverage: float | None
    coverage_interval: tuple[float, float] | None
    median_error: float | None
    median_width: float | None
    warned: float
    refused: float
    refusals: Mapping[str, int]
    commonest: EstimateRefusal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lab:
    """How a trial is set up, apart from design and method.

    n_runs: R, at least 1. seed: not negative; run r draws from its own stream of it.
    errors: what the linkage gets wrong; none where links are perfect. n_checked: pairs of each kind
    that people check by hand in each run, from which the carried estimate learns the rates.
    n_linkages: tables drawn for the carried estimate, at least 10.
    """

    n_runs: int
    seed: int
    errors: LinkErrors | None = None
    n_checked: int = 1_000
    n_linkages: int = 100

    def __post_init__(self) -> None:
        """Refuse a set-up that cannot run, naming everything wrong with it."""
        least = {"n_runs": 1, "seed": 0, "n_checked": 1, "n_linkages": 10}
        problems = [
            (name, f"a whole number of at least {lowest}")
            for name, lowest in least.items()
            if getattr(self, name) < lowest
        ]
        if problems:
            raise InvalidQuery(problems)


def tried(
    design: Design,
    estimators: Mapping[str, Estimator],
    *,
    lab: Lab,
    progress: Callable[[int], None] | None = None,
) -> tuple[CoverageRow, ...]:
    r"""Try methods on a design and say how often they tell the truth.

    Each run draws $N$ people and what the lists see of them, and gives the table to each method.
    With errors of linkage, each method sees three tables: with perfect links, as linked, and with
    the errors carried, whose rates it learns from pairs checked by hand in that run.

    Parameters
    ----------
    design : Design
        The population and its lists.
    estimators : mapping of callables
        By name; each takes a table and gives an `Estimate`.
    lab : Lab
        Runs, seed and errors.
    progress : callable, optional
        Told after each run how many are done.

    Returns
    -------
    tuple of CoverageRow
        One for each method and table, in the order of the methods.

    Notes
    -----
    A run depends on its number and the seed alone, so that more runs keep the earlier ones. A
    design that a method passes shows that the method can work there and not that the lists at hand
    are like the design.

    References
    ----------
    Wilson's interval of a share: Journal of the American Statistical Association 22(158), 1927,
    p. 209-212, DOI 10.1080/01621459.1927.10502953.
    """
    trials: list[Trial] = []
    for run, source in enumerate(np.random.SeedSequence(lab.seed).spawn(lab.n_runs)):
        for table in _tables(design, lab, rng=np.random.default_rng(source)):
            trials += [
                trial
                for method, estimator in estimators.items()
                if (
                    trial := _trial(
                        run, method, table, estimator=estimator, n_true=design.n_persons
                    )
                )
            ]
        if progress is not None:
            progress(run + 1)
    linkages = (PERFECT, AS_LINKED, CARRIED) if lab.errors else (PERFECT,)
    return tuple(
        _row(found, method=method, linkage=linkage)
        for method in estimators
        for linkage in linkages
        if (found := [t for t in trials if (t.method, t.linkage) == (method, linkage)])
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """One table of one run, and the tables that it could be where links are uncertain."""

    linkage: str
    history: CaptureHistory
    drawn: tuple[CaptureHistory, ...] = ()


def _tables(design: Design, lab: Lab, *, rng: np.random.Generator) -> Iterable[_Table]:
    counts = design.draw(rng)
    yield _Table(linkage=PERFECT, history=seen(counts, lists=design.lists))
    if lab.errors is None:
        return
    linked = CaptureHistory(
        lists=design.lists, counts=mislinked(counts, errors=lab.errors, rng=rng)
    )
    yield _Table(linkage=AS_LINKED, history=linked)
    rates = _checked(lab.errors, lab.n_checked, rng=rng).draw(lab.n_linkages, rng=rng)
    drawn = restore(linked, errors=rates, seed=int(rng.integers(2**31)))
    yield _Table(linkage=CARRIED, history=linked, drawn=drawn.histories)


def _checked(errors: LinkErrors, n_pairs: int, *, rng: np.random.Generator) -> CheckedLinks:
    return CheckedLinks(
        true_pairs=n_pairs,
        true_pairs_found=int(rng.binomial(n_pairs, (1 - errors.missed) ** 2)),
        linked_pairs=n_pairs,
        linked_pairs_right=int(rng.binomial(n_pairs, 1 - errors.false)),
    )


def _trial(
    run: int, method: str, table: _Table, *, estimator: Estimator, n_true: int
) -> Trial | None:
    """Try one method on one table; None where a bound has no distribution to be averaged."""
    with warnings.catch_warnings():
        # Every doubt is in the result as well; a thousand runs would print a thousand of each.
        warnings.simplefilter("ignore", DoubtfulResult)
        found = estimator(table.history)
        if table.drawn:
            if found.refusal is None and found.posterior is None and found.draws is None:
                return None
            found = average(table.drawn, estimator=estimator).estimate
    given = found.interval is not None and found.median is not None
    low, high = found.interval or (0.0, 0.0)
    return Trial(
        run=run,
        method=method,
        linkage=table.linkage,
        covered=low <= n_true <= high if given else None,
        relative_error=((found.median or 0) - n_true) / n_true if given else None,
        width=high - low if given else None,
        warned=tuple(sorted(warning.code for warning in found.warnings)),
        refusal=found.refusal,
    )


def _row(trials: list[Trial], *, method: str, linkage: str) -> CoverageRow:
    given = [trial for trial in trials if trial.covered is not None]
    n_covered = sum(trial.covered is True for trial in given)
    declined = [trial.refusal for trial in trials if trial.refusal is not None]
    # Of equally common ones the first in the alphabet, so that a seed has one answer.
    codes = Counter(sorted(refusal.code for refusal in declined)).most_common()
    return CoverageRow(
        method=method,
        linkage=linkage,
        n_runs=len(trials),
        coverage=n_covered / len(given) if given else None,
        coverage_interval=wilson(n_covered, len(given)) if given else None,
        median_error=_median([trial.relative_error for trial in given]),
        median_width=_median([trial.width for trial in given]),
        warned=sum(bool(trial.warned) for trial in trials) / len(trials),
        refused=len(declined) / len(trials),
        refusals=dict(codes),
        commonest=next((each for each in declined if each.code == codes[0][0]), None),
    )


def wilson(n_hits: int, n_trials: int) -> tuple[float, float]:
    """Give Wilson's 95 % interval of a share, for at least one trial.

    >>> tuple(round(limit, 3) for limit in wilson(190, 200))
    (0.91, 0.973)
    """
    found = share(n_hits, n_trials)
    return found.low, found.high


def _median(values: list[float | None]) -> float | None:
    found: npt.NDArray[np.float64] = np.array([v for v in values if v is not None])
    return float(np.median(found)) if found.size else None
