"""A question to a corpus: which definitions, which measure, broken down by what, filtered how.

It depends on the vocabulary, the record and `dimension`.
A question is checked as a whole before anything is counted; all that is wrong with it is said at
once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from safeconduct import vocabulary
from safeconduct.errors import InvalidQuery, InvalidRecord
from safeconduct.figures.dimension import DIMENSIONS, TERMS_OF
from safeconduct.figures.scheme import schemes
from safeconduct.record import partial_date
from safeconduct.record.standing import Standing
from safeconduct.vocabulary import territory

MEASURES: Final = ("incidents", "chains", "persons")
MOST_DIMENSIONS: Final = 3  # a breakdown by more is a table that nobody reads
_YEAR: Final = re.compile(r"[0-9]{4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question.

    schemes: ids, in the order of the answer. by: dimensions of the breakdown, at most three.
    measure: incidents, chains or persons; "" takes the scheme's own unit.
    since, until: EDTF dates; the window goes from the first day of the one to the last day of the
        other.
    where: (dimension, value) pairs, all of which must hold. own_scope: apply each scheme's own
        origins and years.
    """

    schemes: tuple[str, ...]
    by: tuple[str, ...] = ()
    measure: str = ""
    since: str = ""
    until: str = ""
    where: tuple[tuple[str, str], ...] = ()
    own_scope: bool = False

    def __post_init__(self) -> None:
        """Refuse a question that cannot be answered, naming everything that is wrong with it."""
        problems = [*_scheme_problems(self.schemes), *_dimension_problems(self.by)]
        if self.measure and self.measure not in MEASURES:
            problems.append(("measure", f"is not one of {', '.join(MEASURES)}"))
        for part in ("since", "until"):
            problems.extend(_date_problems(part, getattr(self, part)))
        for dimension, value in self.where:
            problems.extend(_filter_problems(dimension, value))
        if not problems and self.since and self.until and self.window[0] > self.window[1]:
            problems.append(("until", "lies before since"))
        if problems:
            raise InvalidQuery(problems)

    @property
    def window(self) -> tuple[int, int]:
        """The first and last day asked for, as ordinals; the ends of the calendar where none is."""
        first = partial_date.parse(self.since).earliest if self.since else date.min
        last = partial_date.parse(self.until).latest if self.until else date.max
        return first.toordinal(), last.toordinal()

    @property
    def has_window(self) -> bool:
        """Whether any date is asked for."""
        return bool(self.since or self.until)


def _scheme_problems(asked: tuple[str, ...]) -> list[tuple[str, str]]:
    known = schemes()
    problems = [
        ("scheme", f"{identifier} is not one of {', '.join(known)}")
        for identifier in asked
        if identifier not in known
    ]
    if not asked or len(set(asked)) != len(asked):
        problems.append(("scheme", "needs at least one scheme, each once"))
    return problems


def _dimension_problems(by: tuple[str, ...]) -> list[tuple[str, str]]:
    problems = [
        ("by", f"{name} is not one of {', '.join(DIMENSIONS)}")
        for name in by
        if name not in DIMENSIONS
    ]
    if len(by) > MOST_DIMENSIONS or len(set(by)) != len(by):
        problems.append(("by", "takes at most three dimensions, each once"))
    return problems


def _date_problems(part: str, text: str) -> list[tuple[str, str]]:
    if not text:
        return []
    try:
        partial_date.parse(text)
    except InvalidRecord as problem:
        return [(part, problem.hint or problem.problems[0][1])]
    return []


def _filter_problems(dimension: str, value: str) -> list[tuple[str, str]]:
    if dimension not in DIMENSIONS:
        return [("where", f"{dimension} is not one of {', '.join(DIMENSIONS)}")]
    terms = TERMS_OF[dimension]
    if terms == "years":
        return (
            []
            if _YEAR.fullmatch(value)
            else [("where", f"{dimension} takes a year of four digits")]
        )
    if terms == "standings":
        words = [standing.word for standing in Standing]
        return [] if value in words else [("where", f"{dimension} takes one of {', '.join(words)}")]
    known = territory.codes() if terms == "territories" else vocabulary.ids(terms)
    if value not in known:
        return [("where", f"{dimension} does not know {value!r}; it takes a term of {terms}")]
    return []
