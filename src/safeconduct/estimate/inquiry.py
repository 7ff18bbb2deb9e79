"""One table, asked of one method or of all, and touched from every side before an answer is given.

It depends on the estimators, which it finds by their folder, and on the diagnostics.
A new estimator can be asked by its name; when all are asked it takes part by one more name in
`IN_ORDER`. A new way to touch an answer is one more line in `_touched`.
"""

from __future__ import annotations

import dataclasses
import warnings
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct import registry
from safeconduct.errors import NotFound
from safeconduct.estimate import estimators as folder
from safeconduct.estimate.diagnostics import (
    disagreement,
    heterogeneity,
    leave_one_list_out,
    not_robust,
    prior_sensitivity,
)
from safeconduct.estimate.doubtful import DoubtfulResult
from safeconduct.estimate.estimators import dga

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from safeconduct.estimate.capture_history import CaptureHistory
    from safeconduct.estimate.result import Estimate, EstimateWarning

    Estimator = Callable[..., Estimate]

# What is asked when all are: from the main method to the bound.
IN_ORDER: Final = ("dga", "lcmcr", "loglinear", "chao")
# Of two lists the bound is the same number, and would look like a second opinion.
FOR_TWO_LISTS: Final = ("lincoln_petersen",)
_MOST_LISTS_WEIGHED: Final = 7
_HALF: Final = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Inquiry:
    """What the methods say of one table.

    estimates: one for each method asked, in the order asked, each with its own doubts. doubts:
    what no method alone can see, such as that they disagree.
    """

    history: CaptureHistory
    estimates: tuple[Estimate, ...]
    doubts: tuple[EstimateWarning, ...]

    @property
    def is_refused(self) -> bool:
        """Whether no method gives a number."""
        return all(each.refusal is not None for each in self.estimates)


@cache
def methods() -> Mapping[str, Estimator]:
    """Return every estimator by the name of its method, sorted by name."""
    found = registry.members(folder, required=("METHOD", "estimate"))
    return MappingProxyType({module.METHOD: module.estimate for module in found})


def suited(history: CaptureHistory) -> tuple[str, ...]:
    """Name the methods that are asked about a table when all are."""
    wanted = FOR_TWO_LISTS if history.n_lists == 2 else IN_ORDER
    return tuple(name for name in wanted if name in methods())


def inquire(
    history: CaptureHistory,
    *,
    asked: Sequence[str] = (),
    settings: Mapping[str, Mapping[str, object]] = MappingProxyType({}),
    progress: Callable[[str], None] | None = None,
) -> Inquiry:
    """Ask methods about a table, and look at what they say from every side.

    Parameters:
        history: the table, counts in persons.
        asked: names of methods; all that suit the number of lists when empty.
        settings: keyword arguments by the name of the method.
        progress: told the name of each method before it starts.

    Returns:
        Estimates with the doubts of their own method, and with those that come of touching them:
        other priors, one list less, near ties of models, differences between persons.

    Raises:
        NotFound: there is no such method.
        InvalidQuery: a setting is outside its range.

    Examples:
        Three lists of Madigan and York (1997), for which R's `dga` gives 731. Nothing that touches
        the answer raises a doubt:

        >>> from safeconduct.estimate.capture_history import CaptureHistory
        >>> columns = {"A": [1, 0, 1, 0, 1, 0, 1], "B": [0, 1, 1, 0, 0, 1, 1]}
        >>> columns |= {"C": [0, 0, 0, 1, 1, 1, 1], "count": [60, 49, 4, 247, 112, 142, 12]}
        >>> table = CaptureHistory.from_patterns(columns)
        >>> found = inquire(table, asked=("dga",))
        >>> [(each.method, each.median, each.warnings) for each in found.estimates]
        [('dga', 731, ())]
    """
    names = tuple(asked) or suited(history)
    for name in names:
        if name not in methods():
            raise NotFound("method", name, hint=f"There are {', '.join(methods())}.")
    found = []
    with warnings.catch_warnings():
        # Every doubt is in the result; the caller shows it once, with what to do about it.
        warnings.simplefilter("ignore", DoubtfulResult)
        for name in names:
            if progress is not None:
                progress(name)
            found.append(methods()[name](history, **settings.get(name, {})))
        touched = _touched(history, found, settings.get(dga.METHOD, {}))
    return Inquiry(
        history=history,
        estimates=tuple(
            dataclasses.replace(each, warnings=(*each.warnings, *touched[each.method]))
            for each in found
        ),
        doubts=disagreement.warnings(found) if len(found) > 1 else (),
    )


def _touched(
    history: CaptureHistory, found: Sequence[Estimate], settings: Mapping[str, object]
) -> Mapping[str, tuple[EstimateWarning, ...]]:
    """Touch each answer that was given; a bound from below claims too little to be touched."""
    doubts: dict[str, tuple[EstimateWarning, ...]] = {each.method: () for each in found}
    given = [
        each
        for each in found
        if each.refusal is None and each.method in IN_ORDER and each.method != "chao"
    ]
    if not given or history.n_lists == 2:
        return doubts
    weight = _weight_at_half(history)
    found_of_the_table = not_robust.warnings(history, saturated_weight=weight)
    # Averages over graphs without each list; eight lists take minutes, and are asked where needed.
    is_needed = found_of_the_table or any(each.method == dga.METHOD for each in given)
    without = _without_each(history, settings) if is_needed else {}
    of_the_table = tuple(
        _in_numbers(doubt, found, weight=weight, without=without) for doubt in found_of_the_table
    )
    for each in given:
        doubts[each.method] = (
            *_of_the_method(history, each, settings, without=without),
            # Latent classes describe differences between persons, and need no such doubt.
            *(heterogeneity.warnings(history, each) if each.method != "lcmcr" else ()),
            *of_the_table,
        )
    return doubts


def _without_each(
    history: CaptureHistory, settings: Mapping[str, object]
) -> Mapping[str, float | None]:
    """Average over graphs without each list; a prior over graphs names those of one table only."""
    ask: Estimator = methods()[dga.METHOD]
    kept = {name: value for name, value in settings.items() if name != "graph_prior"}
    return leave_one_list_out.totals(history, lambda thinner: ask(thinner, **kept).median)


def _in_numbers(
    doubt: EstimateWarning,
    found: Sequence[Estimate],
    *,
    weight: float | None,
    without: Mapping[str, float | None],
) -> EstimateWarning:
    """Give the evidence in numbers as well: of the weight, of each list left out, of each method.

    Totals without a list are averages over graphs; what has no number is left out.
    """
    numbers = {
        "saturated_weight": weight,
        **{f"without {name}": total for name, total in without.items()},
        **{f"median {each.method}": each.median for each in found},
    }
    told = {name: float(number) for name, number in numbers.items() if number is not None}
    return dataclasses.replace(doubt, evidence={**doubt.evidence, **told})


def _of_the_method(
    history: CaptureHistory,
    found: Estimate,
    settings: Mapping[str, object],
    *,
    without: Mapping[str, float | None],
) -> tuple[EstimateWarning, ...]:
    """Touch an average over graphs one thing at a time: every other setting stays as it was."""
    if found.method != dga.METHOD or found.median is None:
        return ()
    ask: Estimator = methods()[dga.METHOD]
    others = {
        "uniform": ask(history, **{**settings, "prior": "uniform"}),
        "delta 1/2": ask(history, **{**settings, "delta": _HALF}),
    }
    return (
        *prior_sensitivity.warnings(found, others),
        *leave_one_list_out.warnings(found.median, without),
    )


def _weight_at_half(history: CaptureHistory) -> float | None:
    if history.n_lists > _MOST_LISTS_WEIGHED:
        return None
    weights = dga.graph_weights(history, delta=_HALF, include_complete=True)
    complete = "".join(str(place + 1) for place in range(history.n_lists))
    return weights.get(complete)
