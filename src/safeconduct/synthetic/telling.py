"""Telling: how statements give an act away, each in part, coarsely or finely, strongly or weakly.

It depends on `act`, `dice`, `plan`, `pool`, `words` and the table of statements.
A further way of telling is a method of `Telling` here; which statements an incident has is decided
in `cases`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.record.tables import STATEMENTS, VALUE_COLUMNS
from safeconduct.synthetic.dice import Weighted
from safeconduct.synthetic.words import (
    HEDGE_WORDS,
    STRONG_MODES,
    STRONG_WORDS,
    UNKNOWN_PLACES,
    UNKNOWN_REASONS,
    WEAK_WORDS,
    words_of,
)

if TYPE_CHECKING:
    from safeconduct.synthetic.act import Act
    from safeconduct.synthetic.dice import Dice
    from safeconduct.synthetic.numbering import Numbering
    from safeconduct.synthetic.plan import Plan
    from safeconduct.synthetic.pool import Pool, PooledSource, Row

_BLANK: Final = dict.fromkeys(STATEMENTS.headings, "")
# What a copy leaves out at times; who, where and when it keeps.
_LEFT_OUT: Final = ("setting", "outcome", "actor", "transit", "place_of_target")
_REASONS: Final = {
    column: UNKNOWN_PLACES if STATEMENTS.column(column).abroad else UNKNOWN_REASONS
    for column in VALUE_COLUMNS
}
_PERSONS: Final = Weighted((0, 80.0), (1, 15.0), (2, 5.0))
# Acts of general effect concern nobody in particular.
_OF_PERSONS: Final = frozenset({"incident", "pattern", "response"})


class Habits:
    """What all tellings of a corpus share, worked out once from its plan."""

    __slots__ = ("approximate", "precisions", "unknown")

    def __init__(self, plan: Plan) -> None:
        """Weigh the precisions of dates: day, month, interval, year."""
        days = 1 - plan.month_dates - plan.year_dates - plan.interval_dates
        self.precisions = Weighted(
            (0, max(0.0, days)),
            (1, plan.month_dates),
            (2, plan.interval_dates),
            (3, plan.year_dates),
        )
        self.approximate = plan.approximate
        self.unknown = plan.unknown_values


class Telling:
    """The statements about one incident, as they come in."""

    def __init__(
        self,
        dice: Dice,
        *,
        habits: Habits,
        pool: Pool,
        act: Act,
        incident: str,
        numbering: Numbering,
    ) -> None:
        """Begin with no statement."""
        self._dice, self._habits, self._pool = dice, habits, pool
        self._act, self._incident, self._numbering = act, incident, numbering
        self._tellings = act.tellings
        self._says = words_of(act.outline.technique)
        self.rows: list[Row] = []
        # The sources that spoke, so that a quotation can be given to one that did not.
        self.spoke: list[PooledSource] = []

    def report(self, source: PooledSource) -> Row:
        """A strong statement of a source, in its own right."""
        row = self._statement(source, self._dice.weighted(STRONG_MODES))
        self._tell(row)
        if self._dice.chance(0.15):
            row["original_wording"] = self._dice.pick(STRONG_WORDS)
        if self._dice.chance(0.3):
            row["credibility"] = self._dice.pick("123")
        return row

    def weakly(self, strong: PooledSource) -> Row:
        """A weak statement: of a weak source, with a low grade, or only alleged."""
        way = self._dice.toss()
        if way < 0.4 and self._pool.weak:
            row = self._statement(self._dice.pick(self._pool.weak), "reports")
        elif way < 0.7:
            row = self._statement(strong, "reports")
            row["credibility"] = self._dice.pick("456")
        else:
            row = self._statement(strong, "alleges")
            row["original_wording"] = self._dice.pick(WEAK_WORDS)
        self._tell(row)
        return row

    def hedge(self, source: PooledSource) -> Row:
        """A second, weaker statement of a source that already spoke: the hedge in its report."""
        row = self._statement(source, "alleges")
        row["original_wording"] = self._dice.pick(HEDGE_WORDS)
        row["techniques"] = "physical-tracking"
        return row

    def repeat(self, row: Row, source: PooledSource) -> Row:
        """A copy of a statement: in a source that repeats its source, or as a quotation."""
        copies = source.descendants
        if copies and self._dice.chance(0.75):
            copied = self._copied(row, self._dice.pick(copies))
        else:
            copied = self._copied(row, self._quoting(source))
            copied["derived_from"] = self._pool.cite(source)
        return copied

    def revise(self, row: Row, source: PooledSource, *, mode: str) -> Row:
        """A revision of a statement, without values yet."""
        revision = self._statement(source, mode)
        revision["revises"] = row["id"]
        return revision

    def deny(self, source: PooledSource) -> Row:
        """A denial that the act happened."""
        return self._statement(source, "denies")

    def drop(self, columns: tuple[str, ...], *, but: tuple[Row, ...]) -> None:
        """Let every statement but these be silent about some columns."""
        for row in self.rows:
            if row not in but:
                row.update(dict.fromkeys(columns, ""))

    def _copied(self, row: Row, source: PooledSource) -> Row:
        copied = self._statement(source, row["mode"] if row["mode"] == "alleges" else "reports")
        for column in VALUE_COLUMNS:
            copied[column] = row[column]
        for column in _LEFT_OUT:
            if self._dice.chance(0.3):
                copied[column] = ""
        return copied

    def _quoting(self, source: PooledSource) -> PooledSource:
        """A source to quote another in, one that has not spoken of this incident yet.

        A source is never quoted by what it repeats itself.
        """
        every = self._pool.every
        start = self._dice.skewed(len(every))
        barred = [*self.spoke, *source.ancestry]
        for other in every[start:] + every[:start]:
            if other not in barred:
                return other
        return self._pool.repeating(source)

    def _statement(self, source: PooledSource, mode: str) -> Row:
        row = dict(_BLANK)
        row["id"] = self._numbering.next("st")
        row["source"] = self._pool.cite(source)
        row["incident"] = self._incident
        row["mode"] = mode
        row["says"] = f"{mode.capitalize()}: {self._says}."
        if self._dice.chance(0.6):
            row["locator"] = f"p. {1 + self._dice.below(90)}"
        self.rows.append(row)
        self.spoke.append(source)
        return row

    def _tell(self, row: Row) -> None:
        dice, unknown = self._dice, self._habits.unknown
        toss = dice.toss
        for column, value, coarse, said, coarsely in self._tellings:
            if toss() < said:
                row[column] = coarse if coarsely and toss() < coarsely else value
            if toss() < unknown:
                row[column] = f"unknown:{dice.weighted(_REASONS[column])}"
        self._tell_date(row)
        self._tell_persons(row)
        if self._act.motive[0] and dice.chance(0.4):
            row["motive"], row["motive_by"] = self._act.motive

    def _tell_date(self, row: Row) -> None:
        dice = self._dice
        if dice.chance(self._habits.unknown):
            row["date"] = f"unknown:{dice.weighted(UNKNOWN_REASONS)}"
        elif dice.chance(0.93):
            precision = dice.weighted(self._habits.precisions)
            row["date"], row["date_extent"] = (
                self._act.dates[precision],
                self._act.extents[precision],
            )
            if "/" not in row["date"] and precision and dice.chance(self._habits.approximate):
                row["date"] += "~"

    def _tell_persons(self, row: Row) -> None:
        dice = self._dice
        if dice.chance(self._habits.unknown):
            row["persons_min"] = f"unknown:{dice.weighted(UNKNOWN_REASONS)}"
        elif self._act.kind in _OF_PERSONS and dice.chance(0.75):
            row["persons_min"], row["persons_max"] = self._act.persons[dice.weighted(_PERSONS)]
