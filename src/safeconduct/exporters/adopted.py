"""What is adopted of each incident, as formats of other tools take it: one value a field.

It depends on the record.
Formats that speak of incidents take them from here, so that they pass on the same ones and the same
values; a further derived property is one more property of `AdoptedIncident`.

The rules: only records of the kind `incident` are incidents; what is refuted, withdrawn or was
never supported is not passed on, because a copy outlives its correction; a value in conflict is
not one; a person is only ever a number.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeVar

from safeconduct import vocabulary
from safeconduct.record.account import SUPPORTS
from safeconduct.record.partial_date import PartialDate
from safeconduct.record.person_range import PersonRange
from safeconduct.record.place import Place
from safeconduct.record.standing import Standing, assess
from safeconduct.record.tables import PERSONS

if TYPE_CHECKING:
    from datetime import date

    from safeconduct.record.account import Account
    from safeconduct.record.corpus import Corpus
    from safeconduct.record.incident import Incident
    from safeconduct.record.standing import Assessment

COUNTED_KIND: Final = "incident"
LEAST_STANDING: Final = Standing.CONTESTED
# Below it a state is only accused by somebody; other tools would show it as the one who did it.
NAMES_THE_ACTOR: Final = Standing.CORROBORATED
_WHOLE: Final = {"day": 10, "month": 7, "year": 4}

Kind = TypeVar("Kind")


@dataclass(frozen=True, kw_only=True)
class AdoptedIncident:
    """One incident that is passed on, and what is adopted of it."""

    incident: Incident
    assessment: Assessment

    @property
    def standing(self) -> str:
        """Its standing in a word."""
        return self.assessment.standing.word

    @property
    def supporting(self) -> tuple[Account, ...]:
        """The statements that still support it."""
        return tuple(
            each for each in self.assessment.accounts if each.role == SUPPORTS and each.is_live
        )

    def words(self, field: str) -> tuple[str, ...]:
        """The adopted values of a field as texts; () where nothing is known."""
        value = self.assessment.values[field].value
        if isinstance(value, tuple):
            return value
        return (value,) if isinstance(value, str) else ()

    def word(self, field: str) -> str:
        """The one adopted value of a field as a text, or nothing."""
        return "".join(self.words(field)[:1])

    def _typed(self, field: str, kind: type[Kind]) -> Kind | None:
        value = self.assessment.values[field].value
        return value if isinstance(value, kind) else None

    def behind(self, field: str, word: str = "") -> tuple[str, ...]:
        """The statements that say the adopted value, or this word of it, and who decided it."""
        adopted = self.assessment.values[field]
        if adopted.value is None:
            return ()
        saying = [
            each.statement.id
            for each in self.supporting
            if _says(each.values[field], word or adopted.value)
        ]
        return (*saying, *((adopted.decision,) if adopted.decision else ()))

    @cached_property
    def date(self) -> PartialDate | None:
        """When it happened, if it is known."""
        return self._typed("date", PartialDate)

    @property
    def first_day(self) -> str:
        """The first day it may have happened on, or began, as YYYY-MM-DD, or nothing."""
        return _day(self.date.earliest) if self.date else ""

    @property
    def last_day(self) -> str:
        """The last day it may have happened on, or ended, as YYYY-MM-DD, or nothing."""
        return _day(self.date.latest) if self.date else ""

    @property
    def iso_date(self) -> str:
        """The date as the beginning of an ISO date, where one can say it exactly so; or nothing."""
        date = self.date
        if date is None or date.precision not in _WHOLE:
            return ""
        return date.earliest.isoformat()[: _WHOLE[date.precision]]

    @cached_property
    def place(self) -> Place | None:
        """Where the act was done, if it is known."""
        return self._typed("place_of_act", Place)

    @property
    def states(self) -> tuple[str, ...]:
        """The states it happened in or whose guest the target is, sorted; never the origin."""
        own = (self.place.state,) if self.place else ()
        return tuple(sorted({*own, *self.words("hosts")}))

    @property
    def persons(self) -> tuple[str, str]:
        """The least and the greatest number of persons as texts; a blank is no bound."""
        persons = self._typed(PERSONS, PersonRange)
        if persons is None:
            return "", ""
        return str(persons.minimum), "" if persons.maximum is None else str(persons.maximum)

    @property
    def techniques(self) -> tuple[vocabulary.Technique, ...]:
        """The techniques."""
        return tuple(vocabulary.techniques()[each] for each in self.words("techniques"))

    @property
    def tactics(self) -> tuple[str, ...]:
        """The tactics that its techniques serve, sorted."""
        return tuple(sorted({each for technique in self.techniques for each in technique.tactics}))

    @property
    def actor(self) -> str:
        """The organ that did it, where it is at least corroborated; never a private person."""
        # Safety: a tool that receives an accused name as a plain value shows it as a fact.
        return self.word("actor") if self.assessment.standing >= NAMES_THE_ACTOR else ""


def adopted_incidents(corpus: Corpus) -> tuple[AdoptedIncident, ...]:
    """The incidents of a corpus that may be passed on as such, in the order of the table."""
    return tuple(
        AdoptedIncident(incident=corpus.incidents[identifier], assessment=assessment)
        for identifier, assessment in assess(corpus).items()
        if corpus.incidents[identifier].kind == COUNTED_KIND
        and assessment.standing >= LEAST_STANDING
    )


def _says(said: object, adopted: object) -> bool:
    if isinstance(said, tuple):
        return adopted in said
    if isinstance(said, PartialDate) and isinstance(adopted, PartialDate):
        return said.contains(adopted)
    if isinstance(said, Place) and isinstance(adopted, Place):
        return said.contains(adopted)
    return said == adopted


def _day(day: date) -> str:
    return "" if day in (day.min, day.max) else day.isoformat()
