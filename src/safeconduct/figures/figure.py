"""A figure: a number with its definition, its bounds, its unknowns, its caveats and its lineage.

It depends on `question` and the record.
`low` counts what is corroborated or better, `central` what is reported or better, `high` everything
not retracted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.record.standing import Standing

if TYPE_CHECKING:
    from safeconduct.figures.lineage import Lineage
    from safeconduct.figures.question import Question
    from safeconduct.figures.scheme import Scheme
    from safeconduct.record.sentence import Sentence

NOT_COUNTED: Final = 0
HIGH: Final = 1
CENTRAL: Final = 2
LOW: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Low, central and high. Unit: the figure's measure.

    For persons, `central` is the least number and `central_max` the greatest, and None means no
    upper bound; for incidents and chains `central_max` equals `central`.
    """

    low: int
    central: int
    central_max: int | None
    high: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a breakdown.

    buckets: one a dimension, as (kind, key) pairs in the order of the question.
    """

    buckets: tuple[tuple[str, str], ...]
    bounds: Bounds

    @property
    def is_unknown(self) -> bool:
        """Whether the value of at least one dimension is not known."""
        return any(kind == "unknown" for kind, _ in self.buckets)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """The answer to a question under one scheme.

    total: over all incidents counted. rows: the breakdown; values first, then spans, then what has
        no term, the unknown row last. unknown: what stands in rows with an unknown value.
        rows_add_up: whether rows sum to the total.
    """

    scheme: Scheme
    question: Question
    measure: str
    total: Bounds
    rows: tuple[Row, ...]
    unknown: Bounds
    rows_add_up: bool
    caveats: tuple[Sentence, ...]
    lineage: Lineage


def level(says: str, standing: int) -> int:
    """The bounds in which an incident counts: 0 none, 1 high, 2 central and high, 3 all.

    An undecided incident counts in high only, whatever its standing.
    """
    if says == "out" or standing < Standing.CONTESTED:
        return NOT_COUNTED
    if says == "undecided" or standing < Standing.REPORTED:
        return HIGH
    return CENTRAL if standing < Standing.CORROBORATED else LOW
