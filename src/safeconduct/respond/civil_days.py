"""The civil days of a state: which day its clocks show at an instant, and which days it works.

It depends on the standard library; the zones and weekends stand in `civil_days.toml` beside it.
A state that changes its weekend, or gains a zone, is a changed line there.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import tzinfo

# Where a day begins first on Earth, and where it begins last.
_FIRST: Final = timezone(timedelta(hours=14))
_LAST: Final = timezone(timedelta(hours=-12))
_SATURDAY_AND_SUNDAY: Final = frozenset({6, 7})


def zones_of(state: str) -> tuple[tzinfo, ...]:
    """The time zones of a state; none where they are not known on this machine."""
    found = (zone_named(name) for name in _table().zones.get(state, ()))
    return tuple(zone for zone in found if zone is not None)


def zone_named(name: str) -> tzinfo | None:
    """One zone, or None where this machine has no rules for it."""
    try:
        return ZoneInfo(name)
    except ZoneInfoNotFoundError:
        return None


def days_at(instant: datetime, *, state: str) -> tuple[date, ...]:
    """Which days it is in a state at an instant, earliest first.

    Where its zones are not known, the day of that place on Earth where it is earliest: a deadline
    counted from it ends too early rather than too late.
    """
    zones = zones_of(state) or (_LAST,)
    return tuple(sorted({instant.astimezone(zone).date() for zone in zones}))


def beginning_of(day: date, *, state: str) -> datetime:
    """The instant at which a day begins in a state, in the first of its zones."""
    zones = zones_of(state) or (_FIRST,)
    return min(datetime.combine(day, time(), zone).astimezone(UTC) for zone in zones)


def is_working_day(day: date, *, state: str) -> bool:
    """Whether a day is outside the weekend of a state; public holidays are not known here."""
    return day.isoweekday() not in _weekend_of(state)


def _weekend_of(state: str) -> frozenset[int]:
    days = _table().weekends.get(state)
    return _SATURDAY_AND_SUNDAY if days is None else frozenset(days)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """The file beside this one."""

    zones: Mapping[str, tuple[str, ...]]
    weekends: Mapping[str, tuple[int, ...]]


@cache
def _table() -> _Table:
    read = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return _Table(
        zones={state: tuple(names) for state, names in read["zones"].items()},
        weekends={state: tuple(days) for state, days in read["weekends"].items()},
    )
