"""Whether enough persons stand on several lists: without overlap there is nothing to estimate from.

It depends on the table of capture histories and on what an estimate says.
Another threshold is another constant here, with its reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.estimate.result import EstimateRefusal, EstimateWarning

if TYPE_CHECKING:
    from safeconduct.estimate.capture_history import CaptureHistory

NO_OVERLAP: Final = "no-overlap"
ONE_OVERLAPPING: Final = "one-overlapping-record"
TOO_FEW_PERSONS: Final = "too-few-persons"
LOW_OVERLAP: Final = "low-overlap"
SPARSE_TABLE: Final = "sparse-table"

# Of two persons the overlap is all or nothing.
_FEWEST_PERSONS: Final = 3
# One person more or less on two lists halves or doubles an estimate from a single overlap, and
# moves one from ten by a tenth.
_FEW_OVERLAPPING: Final = 10
# Cells that hold less than this many persons on average carry no model with interactions.
_FEW_IN_A_CELL: Final = 2.0


def refusal(history: CaptureHistory) -> EstimateRefusal | None:
    """Refuse a table with too few persons, or with fewer than two persons on several lists."""
    overlap = history.overlap()
    evidence = {"observed": history.n_observed, "overlapping": overlap.n_overlapping}
    if history.n_observed < _FEWEST_PERSONS:
        return EstimateRefusal(
            code=TOO_FEW_PERSONS,
            rule="An estimate needs three observed persons or more",
            reason=f"Persons on all lists together: {history.n_observed}.",
            remedy="Publish the number that was observed, as a number of documented persons.",
            evidence=evidence,
        )
    if overlap.n_overlapping == 0:
        return EstimateRefusal(
            code=NO_OVERLAP,
            rule="Lists that share nobody say nothing about who is missing",
            reason="No person stands on two lists.",
            remedy="Check the linkage for missed links; else publish the observed number alone.",
            evidence=evidence,
        )
    if overlap.n_overlapping == 1:
        return EstimateRefusal(
            code=ONE_OVERLAPPING,
            rule="A single person on two lists carries no estimate",
            reason="One person stands on two lists; without that link there would be no estimate.",
            remedy="Check the linkage for missed links, or add a list that overlaps the others.",
            evidence=evidence,
        )
    return None


def warnings(history: CaptureHistory) -> tuple[EstimateWarning, ...]:
    """Warn of an overlap of few persons, and of a table with more cells than persons to fill."""
    found = []
    overlap = history.overlap()
    if overlap.n_overlapping < _FEW_OVERLAPPING:
        found.append(
            EstimateWarning(
                code=LOW_OVERLAP,
                text=f"Few persons stand on two lists or more: {overlap.n_overlapping}.",
                advice="Review the pairs near the threshold of the linkage: each link moves the "
                "estimate by a tenth or more.",
                evidence={"overlapping": overlap.n_overlapping, "observed": history.n_observed},
            )
        )
    n_cells = (1 << history.n_lists) - 1
    if history.n_observed < _FEW_IN_A_CELL * n_cells:
        found.append(
            EstimateWarning(
                code=SPARSE_TABLE,
                text=f"Few persons for a table of {n_cells} cells: {history.n_observed}.",
                advice="Merge lists that work in the same way, and compare the estimates.",
                evidence={"observed": history.n_observed, "cells": n_cells},
            )
        )
    return tuple(found)
