"""Whether the table identifies log-linear models at all, and which part of them.

It depends on the linear programme of `loglinear.existence` and on what an estimate says.
Another family of models to be checked is one more line in `_families`.

References:
    Fienberg and Rinaldo (2012), Annals of Statistics 40, 996-1023, doi:10.1214/12-AOS986.
    Chan, Silverman and Vincent (2021), JASA 116, 1297-1306, section 2.6 and table 2,
    doi:10.1080/01621459.2019.1708748.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from safeconduct.estimate.diagnostics import connectedness
from safeconduct.estimate.loglinear.existence import NOT_IDENTIFIED, status_codes
from safeconduct.estimate.loglinear.hierarchical_models import main_effects, pair_codes
from safeconduct.estimate.result import EstimateRefusal, EstimateWarning

if TYPE_CHECKING:
    from safeconduct.estimate.capture_history import CaptureHistory

NOT_IDENTIFIABLE: Final = "not-identifiable"
# With two lists no interaction can be asked about, so that there is one model only.
_FEWEST_LISTS: Final = 3


def refusal(history: CaptureHistory) -> EstimateRefusal | None:
    """Refuse a table for which even the model of independent lists has no maximum.

    A table whose lists do not hang together is refused here too where it leaves the interactions
    of two lists unidentified: whatever is then computed comes from assuming them away.
    """
    status = _families(history)
    alone = connectedness.refusal(history) is not None and status[-1] >= NOT_IDENTIFIED
    if status[0] == 0 and not alone:
        return None
    return EstimateRefusal(
        code=NOT_IDENTIFIABLE,
        rule="A total is given where the table identifies it",
        reason="The parameters of the model with all interactions of two lists are not "
        "identifiable from this table."
        if alone
        else "Even the model of independent lists has no maximum for this table.",
        remedy="Merge or leave out lists, or publish the observed number alone.",
        evidence=_evidence(status),
    )


def warnings(history: CaptureHistory) -> tuple[EstimateWarning, ...]:
    """Warn where the table leaves interactions of two lists unidentified."""
    if history.n_lists < _FEWEST_LISTS or refusal(history) is not None:
        return ()
    status = _families(history)
    if status[-1] < NOT_IDENTIFIED:
        return ()
    return (
        EstimateWarning(
            code=NOT_IDENTIFIABLE,
            text="The table does not identify all interactions of two lists: some are "
            "assumed away, not estimated.",
            advice="Say which pairs of lists are taken to be independent, and why; merge lists "
            "that share nobody.",
            evidence=_evidence(status),
        ),
    )


def _families(history: CaptureHistory) -> list[int]:
    """Status codes of independence, of each single interaction added to it, and of all of them."""
    return list(_families_of((history.counts > 0).tobytes(), history.n_lists))


# Several rules ask the same of one table, and the tables of many linkages have the same zeros.
@lru_cache(maxsize=256)
def _families_of(seen: bytes, n_lists: int) -> tuple[int, ...]:
    """Return the status codes, which depend on the zeros of a table alone."""
    independent = main_effects(n_lists)
    pairs = pair_codes(n_lists)
    terms = np.repeat(independent[None], pairs.size + 2, axis=0)
    terms[np.arange(1, pairs.size + 1), pairs] = True
    terms[-1, pairs] = True
    if n_lists < _FEWEST_LISTS:
        terms = terms[:1]
    counts = np.broadcast_to(np.frombuffer(seen, dtype=np.bool_).astype(np.float64), terms.shape)
    return tuple(int(code) for code in status_codes(counts, terms))


def _evidence(status: list[int]) -> dict[str, float | str]:
    single = status[1:-1]
    return {
        "status_independence": status[0],
        "status_all_pairs": status[-1],
        "single_pairs_without_maximum": sum(code != 0 for code in single),
        "single_pairs": len(single),
    }
