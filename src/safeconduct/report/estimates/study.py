"""A study: one table of capture histories asked of every method, touched, and told apart by group.

It depends on the inquiry of `estimate` and on the averaging over linkages; it knows no language
and is computed once for all pages. A further way to touch the number is one more part of
`_touches`.
"""

from __future__ import annotations

import operator
import warnings
from dataclasses import dataclass, field, replace
from functools import partial, reduce
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

from safeconduct.errors import InvalidQuery, Refusal
from safeconduct.estimate.capture_history import CaptureHistory
from safeconduct.estimate.doubtful import DoubtfulResult
from safeconduct.estimate.estimators import dga
from safeconduct.estimate.inquiry import Inquiry, inquire, suited
from safeconduct.estimate.strata import stratified
from safeconduct.linkage_averaging import average, carry, missed_link_band

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from safeconduct.estimate.result import Estimate
    from safeconduct.linkage_averaging import AveragedEstimate, CheckedLinks

# Chances of a missed link that nobody has measured, and that many linkages have.
MISSED: Final = (0.02, 0.05, 0.1)
SEED: Final = 1
_LINKAGES: Final = 100
_LINKAGES_OF_BAND: Final = 20
_HALF: Final = 0.5

TouchKind = Literal["method", "prior", "list", "missed"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Touch:
    """One way to touch the number: of what kind, which one, and what it then is.

    name: a method, a prior, the list that was left out, or the chance of a missed link as text.
    """

    kind: TouchKind
    name: str
    estimate: Estimate


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Study:
    """What is known of a table.

    inquiry: the whole table, by every method. strata: the parts of it, by the value of `by`, each
    by the main method alone; total: their sum, draw by draw. touches: the number of the main
    method, touched. checked: what people found who checked pairs of the linkage; n_drawn: linkages
    that the linker drew, which nobody checked. carried: the number with what is known of the
    linkage, None where nothing is, where the main method gives no number, or where the pairs cannot
    be about this linkage.
    """

    inquiry: Inquiry
    by: str = ""
    strata: Mapping[str, Inquiry] = field(default_factory=dict)
    total: Estimate | None = None
    touches: tuple[Touch, ...] = ()
    checked: CheckedLinks | None = None
    n_drawn: int = 0
    carried: AveragedEstimate | None = None

    @property
    def history(self) -> CaptureHistory:
        """The whole table."""
        return self.inquiry.history

    @property
    def given(self) -> tuple[Estimate, ...]:
        """The estimates that give a number."""
        return tuple(each for each in self.inquiry.estimates if each.refusal is None)

    @property
    def main(self) -> Estimate | None:
        """The average over graphs, where it gives a number."""
        return next((each for each in self.given if each.method == dga.METHOD), None)


def study(
    strata: Mapping[str, CaptureHistory],
    *,
    by: str = "",
    checked: CheckedLinks | None = None,
    drawn: Sequence[CaptureHistory] = (),
    asked: Sequence[str] = (),
    progress: Callable[[str], None] | None = None,
) -> Study:
    """Ask methods about a table that comes in one part, under "", or in strata.

    checked: pairs that people checked; they stand above `drawn`, linkages of one table that the
    linker drew. asked: names of methods; all that suit the number of lists when empty.

    Raises:
        InvalidCaptures: the strata hold more persons together than a table may.
    """
    whole = strata[""] if not by else _together(strata)
    settings = {"lcmcr": {"seed": SEED}, "loglinear": {"seed": SEED}}
    inquiry = inquire(whole, asked=asked, settings=settings, progress=progress)
    main = (suited(whole)[0],)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DoubtfulResult)
        apart = {name: inquire(table, asked=main) for name, table in strata.items()} if by else {}
        answers = {name: each.estimates[0] for name, each in apart.items()}
        found = Study(
            inquiry=inquiry,
            by=by,
            strata=MappingProxyType(apart),
            total=stratified(answers, seed=SEED).total if answers else None,
            touches=_touches(inquiry),
            checked=checked,
            n_drawn=0 if checked else len(drawn),
        )
        return _with_linkage(found, drawn)


def _together(strata: Mapping[str, CaptureHistory]) -> CaptureHistory:
    tables = list(strata.values())
    return CaptureHistory(
        lists=tables[0].lists, counts=reduce(operator.add, (table.counts for table in tables))
    )


def _touches(inquiry: Inquiry) -> tuple[Touch, ...]:
    """Touch the number of the main method; without one there is nothing to touch."""
    methods = tuple(
        Touch(kind="method", name=each.method, estimate=each) for each in inquiry.estimates
    )
    history = inquiry.history
    if not any(each.method == dga.METHOD and each.refusal is None for each in inquiry.estimates):
        return methods
    priors = {
        "uniform": partial(dga.estimate, prior="uniform"),
        "half": partial(dga.estimate, delta=_HALF),
    }
    return (
        *methods,
        *(Touch(kind="prior", name=name, estimate=ask(history)) for name, ask in priors.items()),
        *(
            Touch(kind="list", name=name, estimate=dga.estimate(history.without(name)))
            for name in history.lists
            if history.n_lists > dga.FEWEST_LISTS
        ),
        *_missed(history),
    )


def _missed(history: CaptureHistory) -> tuple[Touch, ...]:
    """Undo missed links at chances that rise; one that cannot be is left out."""
    found = []
    for rate in MISSED:
        try:
            (point,) = missed_link_band(
                history,
                estimator=dga.estimate,
                seed=SEED,
                missed=(rate,),
                n_draws=_LINKAGES_OF_BAND,
            )
        except (InvalidQuery, Refusal):
            continue
        found.append(Touch(kind="missed", name=f"{rate}", estimate=point.averaged.estimate))
    return tuple(found)


def _with_linkage(found: Study, drawn: Sequence[CaptureHistory]) -> Study:
    if found.main is None or (found.checked is None and not drawn):
        return found
    try:
        averaged = (
            average(drawn, estimator=dga.estimate)
            if found.checked is None
            else carry(
                found.history,
                checked=found.checked,
                estimator=dga.estimate,
                seed=SEED,
                n_draws=_LINKAGES,
            )
        )
    except (InvalidQuery, Refusal):
        return found
    return replace(found, carried=averaged)
