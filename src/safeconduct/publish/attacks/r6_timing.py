"""R6: the calendar. Somebody disappears in March, and in April a number is one greater.

It depends on the dates of releases and on their growth.
Releases come quarterly and 90 days late; a correction brings no new cases; and the growth of one
period in a table, summed over everything else, is that of five persons or more, or not known.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.publish.allowed import K_PERSONS, LATE_DAYS, QUARTER_DAYS
from safeconduct.publish.breach import Breach
from safeconduct.publish.narrowing import is_about_a_few, moved_by
from safeconduct.publish.release import TOTAL
from safeconduct.publish.series import (
    ended_by,
    grown,
    in_line,
    is_withdrawn,
    lists_of,
    shifts_by_the_list,
)
from safeconduct.publish.what_is_known import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from safeconduct.publish.breach import Context
    from safeconduct.publish.knowledge import Interval
    from safeconduct.publish.release import Release, ReleasedTable
    from safeconduct.publish.series import Issued

NAME: Final = "R6"
PLAIN: Final = MappingProxyType(
    {
        "en": "Compares when a number changed with when somebody was taken.",
        "ru": "Сопоставляет, когда изменилось число и когда кого-то забрали.",
    }
)
PERIOD: Final = "year"
REMEDY: Final = "Wait for the next quarter with this table."


def attack(release: Release, context: Context) -> tuple[Breach, ...]:
    """Look at the days, and at the growth of each period since any earlier release."""
    if release.kind == "withdrawal":
        return ()
    return (
        *_of_the_days(release, context),
        *(
            breach
            for table in release.tables
            for breach in _of_the_periods(table, release, context)
        ),
    )


def _of_the_days(release: Release, context: Context) -> Iterator[Breach]:
    made = date.fromisoformat(release.made_on)
    least = date.fromisoformat(release.as_of) + timedelta(LATE_DAYS)
    if made < least:
        yield _breach("cases that are less than 90 days old", f"Wait until {least}.")
    before = [each for each in context.earlier if each.kind == "release"]
    if release.kind == "release" and before:
        yield from _of_the_quarter(release, before)
    for each in context.earlier:
        if each.digest == release.concerns:
            yield from _of_the_correction(release, each, context.earlier)


def _of_the_correction(
    release: Release, concerned: Release, earlier: Sequence[Release]
) -> Iterator[Breach]:
    if concerned.as_of != release.as_of:
        yield _breach(
            "a correction that brings new cases",
            f"Close the corpus of the correction at {concerned.as_of}, as the release had it.",
        )
    # Safety: it would pass by the quarter, and bring any case.
    if concerned.kind == "withdrawal" or is_withdrawn(concerned, earlier):
        yield _breach(
            "a correction of what was taken back",
            "Make a release of the next quarter; what was taken back is not put right.",
        )


def _of_the_quarter(release: Release, before: Sequence[Release]) -> Iterator[Breach]:
    """Safety: cases of a few days are few, whenever they are published."""
    next_one = _a_quarter_after(max(each.made_on for each in before))
    if date.fromisoformat(release.made_on) < next_one:
        yield _breach(
            "less than a quarter since the last release", f"Wait for the next quarter: {next_one}."
        )
    closed = max(each.as_of for each in before)
    next_close = _a_quarter_after(closed)
    if release.as_of != closed and date.fromisoformat(release.as_of) < next_close:
        yield _breach(
            "cases of less than a quarter since the last release",
            f"Close the corpus at {next_close} or later, or at {closed} as the last release did.",
        )


def _a_quarter_after(day: str) -> date:
    return date.fromisoformat(day) + timedelta(QUARTER_DAYS)


def _breach(found: str, remedy: str) -> Breach:
    return Breach(attack=NAME, table="", found=found, remedy=remedy)


def _of_the_periods(table: ReleasedTable, release: Release, context: Context) -> Iterator[Breach]:
    """The growth of each period, over everything else in the table, since any earlier release."""
    names = [side.name for side in table.dimensions]
    line = in_line(replace(release, tables=(table,)), context.earlier)
    old = [(each, some) for each, tables in line[:-1] for some in tables if some.id == table.id]
    if PERIOD not in names or len(names) == 1:
        return
    ended = ended_by((*context.earlier, release))
    found: dict[str, Interval] = {}
    # Safety: what the last release hid, one before it may have shown.
    for before, then in old:
        pair = [(before, (then,)), (release, (table,))]
        found |= _of_few(pair, ended=ended)
    for period, (low, high) in sorted(found.items()):
        yield Breach(
            attack=NAME,
            table=table.id,
            cell=tuple(period if name == PERIOD else TOTAL for name in names),
            low=low,
            high=high,
            found="the growth of one period",
            remedy=REMEDY,
        )


def _of_few(pair: Sequence[Issued], *, ended: Mapping[str, str]) -> Mapping[str, Interval]:
    """The growth of each period from one release to another, where it is that of a few."""
    known = grown(pair, presumed=TOLD, ended=ended)
    if known is None:
        return {}  # R1 says of which table that is.
    (before, (then,)), (after, (table,)) = pair
    lists = lists_of(before, after, table=table)
    side, old = (next(s for s in each.dimensions if s.name == PERIOD) for each in (table, then))
    found: dict[str, Interval] = {}
    for period in sorted(set(side.labels) & set(old.labels)):
        by = {PERIOD: period}
        interval = known.knowledge.interval(
            known.margin(1, table, labels=by), known.margin(0, then, labels=by)
        )
        for more in shifts_by_the_list(*lists, sides=[side], cells=[(period,)]):
            shifted = moved_by(interval, more)
            if is_about_a_few(shifted, few=K_PERSONS - 1):
                found[period] = shifted
    return found
