"""Deadlines: how long a person or a body has, by which law, and while that law is in force.

It depends on the reading beside it; a deadline is one TOML file in `deadlines/`.
A change of law is one more `[[rule]]` with its own `since`; the old one gets its `until` and stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.errors import NotFound
from safeconduct.registry import data_files
from safeconduct.respond.reading import citation, flag_or_false, full_day, opened, states
from safeconduct.vocabulary import territory
from safeconduct.vocabulary.careful_file import closed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from safeconduct.vocabulary import Citation
    from safeconduct.vocabulary.careful_table import CarefulTable

FOLDER: Final = Path(__file__).parent / "deadlines"
UNITS: Final = ("days", "calendar-months", "working-days", "hours")
COUNTS_FROM: Final = ("day-after", "same-day")
ROLLS: Final = ("none", "next-working-day")
PAGE: Final = "docs/reference/deadlines.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One limit, while it is law.

    since, until: the first day on which it applies, and the first on which it no longer does;
        an open end is None.
    hosts: the states where it applies, empty for any. working_days_of: the state whose weekend
        counts, empty for the host.
    starts: what sets it running. who_must: who has to act. counts_from: whether the day after the
        trigger or the day itself is the first. rolls: whether an end on a weekend moves.
    longer, longer_for: a second term, where sources name two or the case decides, and for whom it
        is; 0 and None where there is none. is_of_office: an office has to act, not the person.
    """

    since: date
    until: date | None
    hosts: tuple[str, ...]
    amount: int
    unit: str
    starts: Mapping[str, str]
    counts_from: str
    rolls: str
    legal_source: Citation
    who_must: Mapping[str, str]
    working_days_of: str
    is_weak: bool
    note: Mapping[str, str] | None
    longer: int = 0
    longer_for: Mapping[str, str] | None = None
    is_of_office: bool = False

    def is_in_force(self, on: date) -> bool:
        """Say whether it applies on a day."""
        return self.since <= on and (self.until is None or on < self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """One deadline with every rule that it has had."""

    id: str
    label: Mapping[str, str]
    rules: tuple[Rule, ...]

    def rule_for(self, host: str, *, on: date) -> Rule | None:
        """Find the rule in force on a day; one of the host itself goes before one for any."""
        candidates = [
            rule
            for rule in self.rules
            if rule.is_in_force(on) and (host in rule.hosts or not rule.hosts)
        ]
        return max(candidates, key=lambda rule: bool(rule.hosts), default=None)


def deadlines() -> Mapping[str, Deadline]:
    """Every deadline, by id, sorted."""
    return _read_all()


def deadline(identifier: str) -> Deadline:
    """One deadline by its id.

    Raises:
        NotFound: there is no deadline of that id.
    """
    if identifier not in deadlines():
        raise NotFound("deadline", identifier, hint=f"Known: {', '.join(deadlines())}.")
    return deadlines()[identifier]


@cache
def _read_all() -> Mapping[str, Deadline]:
    return MappingProxyType({path.stem: read_deadline(path) for path in data_files(FOLDER)})


def read_deadline(path: Path) -> Deadline:
    """Read and check one file of deadlines.

    Raises:
        InvalidVocabulary: the file is malformed; every problem is named.
    """
    table = opened(path)
    label = table.words("label", required=True) or {}
    rules = tuple(_rule(each) for each in table.tables("rule", required=True))
    _check_overlaps(table, rules)
    closed(table, path, page=PAGE)
    return Deadline(id=path.stem, label=label, rules=rules)


def _rule(table: CarefulTable) -> Rule:
    since = _day(full_day(table, "since")) or date.min
    until = _day(full_day(table, "until", required=False))
    if until is not None and until <= since:
        table.complain("until", "is not after the beginning")
    is_weak = flag_or_false(table, "weak")
    rule = Rule(
        since=since,
        until=until,
        hosts=states(table, "hosts"),
        amount=table.number("amount"),
        unit=table.choice("unit", UNITS),
        starts=table.words("starts", required=True) or {},
        counts_from=table.choice("counts_from", COUNTS_FROM),
        rolls=table.choice("rolls", ROLLS),
        legal_source=citation(table, "legal_source", is_weak=is_weak),
        who_must=table.words("who_must", required=True) or {},
        working_days_of=_state(table, "working_days_of"),
        is_weak=is_weak,
        note=table.words("note"),
        longer=table.number("longer") if table.has("longer") else 0,
        longer_for=table.words("longer_for", required=table.has("longer")),
        is_of_office=flag_or_false(table, "of_office"),
    )
    if rule.longer and rule.longer <= rule.amount:
        table.complain("longer", "is not longer than the amount")
    table.finish()
    return rule


def _state(table: CarefulTable, key: str) -> str:
    state = table.text(key)
    if state and state not in territory.codes():
        table.complain(key, f"{state!r} is not a territory")
    return state


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _check_overlaps(table: CarefulTable, rules: Sequence[Rule]) -> None:
    for position, rule in enumerate(rules):
        for earlier in rules[:position]:
            meets = rule.is_in_force(earlier.since) or earlier.is_in_force(rule.since)
            shared = set(rule.hosts) & set(earlier.hosts) or not (rule.hosts or earlier.hosts)
            if meets and shared:
                table.complain("rule", "has two that apply on the same day in the same place")
