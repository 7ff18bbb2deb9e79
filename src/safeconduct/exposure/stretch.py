"""A stretch of time between two EDTF dates, and whether it holds on a day.

It depends on the partial dates of the record.
A date less exact than a day makes the answer "may", never "yes" or "no"; another kind of end is
decided in `holding`.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from safeconduct.record.partial_date import parse

if TYPE_CHECKING:
    from datetime import date


class Holding(IntEnum):
    """Whether something holds on a day; the least of several is that of all together."""

    NO = 0
    MAY = 1
    YES = 2


def holding(since: str, until: str, *, on: date) -> Holding:
    """Say whether a stretch holds on a day; `until` is the first day on which it no longer does.

    An empty end is open.
    """
    return min(_begun(since, on), _not_ended(until, on))


def _begun(since: str, on: date) -> Holding:
    if not since:
        return Holding.YES
    begin = parse(since)
    if begin.earliest > on:
        return Holding.NO
    hedged = begin.uncertain or begin.approximate
    return Holding.MAY if begin.latest > on or hedged else Holding.YES


def _not_ended(until: str, on: date) -> Holding:
    if not until:
        return Holding.YES
    end = parse(until)
    if end.latest <= on:
        return Holding.NO
    hedged = end.uncertain or end.approximate
    return Holding.MAY if end.earliest <= on or hedged else Holding.YES
