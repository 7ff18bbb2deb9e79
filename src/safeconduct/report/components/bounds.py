"""Bounds: low, central and high as a thin bar with ticks, in whole per cent of a common scale.

It depends on the figures only. Positions are classes of the stylesheet (`from-24`, `to-80`),
because a page carries no inline style.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from safeconduct.figures.figure import Bounds
    from safeconduct.report.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """Where the bar of the central count ends and the line of the bounds lies, 0 to 100."""

    low: int
    central: int
    high: int
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundsView:
    """Low, central and high as words, with their bar."""

    low: str
    central: str
    high: str
    bar: Bar

    @property
    def differ(self) -> bool:
        """Whether there is more than one number to show."""
        return not self.low == self.central == self.high


def scale_of(bounds: Iterable[Bounds]) -> int:
    """The largest number that any of them reaches, at least 1."""
    return max((_reach(each) for each in bounds), default=1) or 1


def bounds_view(bounds: Bounds, wording: Wording, *, scale: int) -> BoundsView:
    """Say the bounds and place their bar on a scale."""
    central = wording.number(bounds.central)
    if bounds.central_max is None:
        central = wording.say("{least} or more", least=central)
    elif bounds.central_max > bounds.central:
        most = wording.number(bounds.central_max)
        central = wording.say("{least}–{most}", least=central, most=most)
    return BoundsView(
        low=wording.number(bounds.low),
        central=central,
        high=wording.say("no upper bound") if bounds.high is None else wording.number(bounds.high),
        bar=Bar(
            low=_share(bounds.low, scale),
            central=_share(bounds.central, scale),
            high=100 if bounds.high is None else _share(bounds.high, scale),
            is_open=bounds.high is None,
        ),
    )


def _share(number: int, scale: int) -> int:
    return min(100, round(100 * number / scale))


def _reach(bounds: Bounds) -> int:
    return max(bounds.low, bounds.central, bounds.central_max or 0, bounds.high or 0)
