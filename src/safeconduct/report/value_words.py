"""Values in words: a date, a place, a term, a number of persons, as a reader reads them.

It depends on the record's value types and on the wording.
A new kind of value is one more branch in `value_in_words`; which vocabulary a field takes its terms
from is read from the table of statements.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from safeconduct.record.partial_date import PartialDate
from safeconduct.record.person_range import PersonRange
from safeconduct.record.place import Place
from safeconduct.record.tables import STATEMENTS

if TYPE_CHECKING:
    from safeconduct.record.values import Value
    from safeconduct.report.wording import Wording


def value_in_words(field: str, value: Value, *, wording: Wording, extent: str = "") -> str:
    """Say a value of a field; `extent` is how an interval is meant."""
    if isinstance(value, PartialDate):
        return wording.date(value, extent)
    if isinstance(value, Place):
        return wording.place(value)
    if isinstance(value, PersonRange):
        return persons_in_words(value, wording)
    words = value if isinstance(value, tuple) else (value,)
    column = STATEMENTS.column(field)
    if column.kind == "state":
        return wording.listed([wording.state(word) for word in words])
    if column.kind == "term":
        return wording.listed([wording.term(column.terms, word) for word in words])
    return wording.listed(words)


def persons_in_words(persons: PersonRange, wording: Wording) -> str:
    """Say a number of persons: one number, a range, or a least number."""
    least = wording.number(persons.minimum)
    if persons.maximum is None:
        return wording.say("{least} or more", least=least)
    if persons.minimum == persons.maximum:
        return least
    return wording.say("{least}–{most}", least=least, most=wording.number(persons.maximum))
