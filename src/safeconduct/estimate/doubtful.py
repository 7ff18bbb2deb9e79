"""Warnings about a number that is given and doubted at once.

They depend on nothing; an `EstimateWarning` of the same code travels inside the result, so that a
doubt survives where Python's warnings are silenced.
A new doubt is one more subclass here with its own `code`.
"""

from __future__ import annotations

from typing import ClassVar


class DoubtfulResult(UserWarning):
    """A number was computed and there is a reason to doubt it."""

    code: ClassVar[str] = "doubtful-result"


class SparseTable(DoubtfulResult):
    """Most cells of the table of capture histories are empty or nearly so."""

    code = "sparse-table"


class LowOverlap(DoubtfulResult):
    """Too few persons stand on two lists or more."""

    code = "low-overlap"


class PoorConvergence(DoubtfulResult):
    """Chains of a sampler, or the steps of an optimiser, do not agree yet."""

    code = "poor-convergence"


class BoundaryEstimate(DoubtfulResult):
    """A parameter lies on the edge of what it may be, where the usual intervals do not hold."""

    code = "boundary-estimate"
