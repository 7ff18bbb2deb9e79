"""Tallies: how incidents, chains and persons are summed within one row, bound by bound.

It depends on `coded` and `figure`.
A chain counts at the best level of its incidents; persons shared by several incidents are counted
once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from safeconduct.figures.figure import CENTRAL, HIGH, LOW, Bounds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from safeconduct.figures.coded import CodedIncident


@dataclass(slots=True)
class Tally:
    """The incidents of one row with the level at which each counts."""

    counted: list[tuple[CodedIncident, int]] = field(default_factory=list)

    def bounds(self, measure: str) -> Bounds:
        """Sum them by a measure."""
        if measure == "persons":
            return self._persons()
        if measure == "chains":
            best: dict[str, int] = {}
            for incident, level in self.counted:
                best[incident.chain] = max(level, best.get(incident.chain, 0))
            return _by_level(best.values())
        return _by_level(level for _, level in self.counted)

    def _persons(self) -> Bounds:
        return Bounds(
            low=self._least(LOW),
            central=self._least(CENTRAL),
            central_max=self._greatest(CENTRAL),
            high=self._greatest(HIGH),
        )

    def _least(self, level: int) -> int:
        best: dict[str, int] = {}
        for incident, found in self.counted:
            if found >= level:
                group = incident.persons_group
                best[group] = max(incident.persons_min, best.get(group, 0))
        return sum(best.values())

    def _greatest(self, level: int) -> int | None:
        best: dict[str, int] = {}
        for incident, found in self.counted:
            if found >= level:
                if incident.persons_max is None:
                    return None
                group = incident.persons_group
                best[group] = max(incident.persons_max, best.get(group, 0))
        return sum(best.values())


def _by_level(levels: Iterable[int]) -> Bounds:
    found = list(levels)
    central = sum(level >= CENTRAL for level in found)
    return Bounds(
        low=sum(level >= LOW for level in found),
        central=central,
        central_max=central,
        high=len(found),
    )
