"""What `estimate` answers, before it is text or JSON: an inquiry for each stratum, and the linkage.

It depends on the inquiry and on the averaging over linkages.
Something further that is asked of a table is one more field of `StratumAnswer`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.estimate.inquiry import Inquiry
    from safeconduct.linkage_averaging import AveragedEstimate


@dataclass(frozen=True, slots=True, kw_only=True)
class StratumAnswer:
    """What is said of one table: by each method, and by method with its linkage carried."""

    inquiry: Inquiry
    carried: Mapping[str, AveragedEstimate]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is said of all tables; under "" where there is one only.

    by: the column of the strata. total: the sum over the strata, by method, where there are some.
    """

    by: str
    strata: Mapping[str, StratumAnswer]

    @property
    def is_refused(self) -> bool:
        """Whether nothing is answered with a number."""
        return all(each.inquiry.is_refused for each in self.strata.values())
