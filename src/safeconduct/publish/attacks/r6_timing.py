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
from safeconduct.publish.narrowing import is_about_a_few
from safeconduct.publish.release import TOTAL
from safeconduct.publish.series import in_line, known_of, newly_listed
from safeconduct.publish.what_is_known import TOLD, persons_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from safeconduct.publish.breach import Context
    from safeconduct.publish.release import Release, ReleasedTable

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
    """Look at the days, and at the growth of each period since the last release."""
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
        if each.digest == release.concerns and each.as_of != release.as_of:
            yield _breach(
                "a correction that brings new cases",
                f"Close the corpus of the correction at {each.as_of}, as the release had it.",
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
    """The growth of each period, over everything else in the table, since the last release."""
    names = [side.name for side in table.dimensions]
    line = in_line(replace(release, tables=(table,)), context.earlier)
    old = [(each, some) for each, tables in line[:-1] for some in tables if some.id == table.id]
    if PERIOD not in names or len(names) == 1 or not old:
        return
    (before, then), where = old[-1], names.index(PERIOD)
    pair = [(before, (then,)), (release, (table,))]
    known = next(
        known
        for grows in (True, False)
        if (known := known_of(pair, presumed=TOLD, grows=grows)).knowledge.is_possible()
    )
    newly = () if table.counts_listed else newly_listed(before, release)
    side = table.dimensions[where]
    for period in sorted(set(side.labels) & set(then.dimensions[where].labels)):
        by = {PERIOD: period}
        low, high = known.knowledge.interval(
            known.margin(1, table, labels=by), known.margin(0, then, labels=by)
        )
        more = persons_in(newly, [side], cells=[(period,)])
        interval = (low + more, None if high is None else high + more)
        if is_about_a_few(interval, few=K_PERSONS - 1):
            labels = tuple(period if place == where else TOTAL for place in range(len(names)))
            yield Breach(
                attack=NAME,
                table=table.id,
                cell=labels,
                low=interval[0],
                high=interval[1],
                found="the growth of one period",
                remedy=REMEDY,
            )
