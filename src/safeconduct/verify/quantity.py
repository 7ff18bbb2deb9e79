"""Quantities: which numbers a reported figure may stand for, and how it is written down.

It depends on the record's reported figures only.
A new qualifier of the vocabulary gets its line in `admitted` and its mark in `shown`.
"""

from __future__ import annotations

import math
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.record.reported_figure import ReportedFigure

Span = tuple[float, float]

# A tenth on either side: wide enough for the rounding of "about 74 000", narrow enough to notice
# 120 against 93.
APPROXIMATION: Final = 0.1
_MARKS: Final[Mapping[str, str]] = MappingProxyType(
    {"exactly": "", "at-least": "≥", "over": ">", "up-to": "≤", "approximately": "~"}
)


def admitted(figure: ReportedFigure) -> Span:
    """The least and the greatest number that the figure admits, its qualifier taken at its word."""
    lowest, highest = figure.minimum, figure.greatest
    if figure.qualifier == "at-least":
        return lowest, math.inf
    if figure.qualifier == "over":
        # "Over 7 000" excludes 7 000 itself.
        return math.nextafter(lowest, math.inf), math.inf
    if figure.qualifier == "up-to":
        return 0, highest
    if figure.qualifier == "approximately":
        return lowest * (1 - APPROXIMATION), highest * (1 + APPROXIMATION)
    return lowest, highest


def added(spans: list[Span]) -> Span:
    """The least and the greatest that several quantities can add up to."""
    return math.fsum(low for low, _ in spans), math.fsum(high for _, high in spans)


def meet(spans: list[Span]) -> bool:
    """Tell whether one number lies within all the spans."""
    return max(low for low, _ in spans) <= min(high for _, high in spans)


def shown(figure: ReportedFigure) -> str:
    """The figure as a reader sees it: its mark, its number or its range."""
    return _MARKS[figure.qualifier] + written((figure.minimum, figure.greatest))


def written(span: Span) -> str:
    """A span in digits: one number, a range, or a least number without an upper bound."""
    low, high = span
    if math.isinf(high):
        return f"≥{_digits(low)}"
    return _digits(low) if low == high else f"{_digits(low)}–{_digits(high)}"


def _digits(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")
