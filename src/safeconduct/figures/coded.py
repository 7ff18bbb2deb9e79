"""Coded incidents: the short form in which definitions, filters and breakdowns look at an incident.

It depends on the record only.
The readable derivation (`coded_incident`) and the columnar one (`columnar`) both end in this form,
and a property test holds them together; everything behind it is written once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from safeconduct.record.account import SUPPORTS
from safeconduct.record.partial_date import PartialDate
from safeconduct.record.person_range import PersonRange
from safeconduct.record.place import Place
from safeconduct.record.unknown import ABROAD, PREFIX
from safeconduct.record.values import DECIDED, STRONG

if TYPE_CHECKING:
    from safeconduct.record.incident import Incident
    from safeconduct.record.standing import Assessment
    from safeconduct.record.values import FieldValue

# Fields that a definition, a filter or a breakdown may look at, besides kind, standing and date.
CODED_FIELDS: Final = (
    "techniques",
    "attribution",
    "origin",
    "hosts",
    "targets",
    "place_of_act",
    "place_of_target",
    "setting",
    "outcome",
)
# How a key says that a place lies outside the origin state and is not named.
ABROAD_KEY: Final = PREFIX + ABROAD
SET_FIELDS: Final = frozenset({"techniques", "targets", "outcome"})


@dataclass(frozen=True, slots=True)
class Coded:
    """One field of an incident, reduced to what counting needs.

    values: for a field that lists several things, all adopted ones; for any other, the adopted one,
        or the tied ones of a conflict; () where it is not known. certain: a strong voice or a
        decision gives it.
    additions: what only weak statements add.
    abroad: a place that is not named lies outside the origin state; `certain` tells who says so.
    """

    values: tuple[str, ...] = ()
    certain: bool = False
    additions: tuple[str, ...] = ()
    abroad: bool = False

    @property
    def key(self) -> str:
        """One text for it; equal texts are equal codings."""
        values = ABROAD_KEY if self.abroad else ";".join(self.values)
        return f"{values}|{'1' if self.certain else '0'}|{';'.join(self.additions)}"

    @classmethod
    def of_key(cls, key: str) -> Coded:
        """Build it from its text."""
        values, certain, additions = key.split("|")
        if values == ABROAD_KEY:
            return cls(certain=certain == "1", abroad=True)
        return cls(_split(values), certain == "1", _split(additions))


@dataclass(frozen=True, slots=True)
class CodedDate:
    """When an incident happened, for counting.

    first, last: the first and last day that the date may mean, as proleptic ordinals; None if open.
    lasting: the act went on from the first to the last day, rather than happening somewhere
        between.
    hedged: the source marks the date approximate or uncertain. known: somebody gives a date at all.
    """

    first: int | None = None
    last: int | None = None
    lasting: bool = False
    hedged: bool = False
    known: bool = False

    def answer(self, first_day: int, last_day: int) -> str:
        """Tell whether it lies in a window of days: yes, perhaps, no, or unknown.

        An open end reaches to the end of the calendar; what went on lies where it touches.
        """
        if not self.known:
            return "unknown"
        first = date.min.toordinal() if self.first is None else self.first
        last = date.max.toordinal() if self.last is None else self.last
        if last < first_day or first > last_day:
            return "no"
        return "yes" if self.lasting or (first >= first_day and last <= last_day) else "perhaps"

    @property
    def key(self) -> str:
        """One text for it; equal texts are equal codings."""
        first = "" if self.first is None else str(self.first)
        last = "" if self.last is None else str(self.last)
        return f"{first}|{last}|{int(self.lasting)}|{int(self.hedged)}|{int(self.known)}"

    @classmethod
    def of_key(cls, key: str) -> CodedDate:
        """Build it from its text."""
        first, last, lasting, hedged, known = key.split("|")
        return cls(
            int(first) if first else None,
            int(last) if last else None,
            lasting == "1",
            hedged == "1",
            known == "1",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedIncident:
    """One incident as counting sees it.

    standing: rank on the scale of `Standing`. persons_min, persons_max: persons, None for no upper
        bound;
    persons_known: somebody gives a number. sole_voice: the one voice that carries it, "" where
        several or none do.
    official: every strong voice is a state's organ or medium. repeats: statements that only repeat
        another.
    """

    id: str
    kind: str
    chain: str
    persons_group: str
    standing: int
    date: CodedDate
    fields: tuple[Coded, ...]
    persons_min: int
    persons_max: int | None
    persons_known: bool
    sole_voice: str
    official: bool
    repeats: int

    def field(self, name: str) -> Coded:
        """One of `CODED_FIELDS`."""
        return self.fields[CODED_FIELDS.index(name)]

    @property
    def line(self) -> str:
        """Everything that counting sees of it, as one line of text."""
        numbers = (
            "" if self.persons_max is None else str(self.persons_max),
            str(int(self.persons_known)),
        )
        return "\t".join(
            (
                *(self.id, self.kind, self.chain, self.persons_group, str(self.standing)),
                *self.date.key.split("|"),
                *(coded.key for coded in self.fields),
                *(str(self.persons_min), *numbers),
                *(self.sole_voice, str(int(self.official)), str(self.repeats)),
            )
        )


def coded_incident(
    incident: Incident, assessment: Assessment, *, persons_group: str
) -> CodedIncident:
    """Reduce an assessed incident; `persons_group` names those it shares persons with."""
    strong = [account for account in assessment.accounts if account.is_strong]
    lowest, highest, known = coded_persons(assessment.values["persons"])
    return CodedIncident(
        id=incident.id,
        kind=incident.kind,
        chain=incident.chain_id,
        persons_group=persons_group,
        standing=int(assessment.standing),
        date=coded_date(assessment.values["date"], assessment.values["date_extent"].value),
        fields=tuple(coded_value(assessment.values[name]) for name in CODED_FIELDS),
        persons_min=lowest,
        persons_max=highest,
        persons_known=known,
        sole_voice=assessment.voices[0] if len(assessment.voices) == 1 else "",
        official=bool(strong) and all(account.provenance.organs for account in strong),
        repeats=sum(
            account.repeats_another
            for account in assessment.accounts
            if account.is_live and account.role == SUPPORTS
        ),
    )


def coded_value(adopted: FieldValue) -> Coded:
    """Reduce an adopted value to what counting needs."""
    if adopted.is_abroad:
        return Coded(certain=adopted.strength in (DECIDED, STRONG), abroad=True)
    values: set[str] = set()
    for value in adopted.possible:
        values.update(_words(value))
    # A tie of strong values is certain for a definition that admits each of them; a tie between
    # whole lists of hosts is not, since the lists are merged here.
    tied = adopted.is_conflicting and adopted.strength == STRONG and adopted.field != "hosts"
    certain = adopted.is_certain or tied
    return Coded(tuple(sorted(values)), certain and bool(values), adopted.weak_additions)


def _words(value: object) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return value
    # Counting by place is counting by state: a locality is too fine for a table that many people
    # will read.
    return (value.state,) if isinstance(value, Place) else (str(value),)


def coded_date(adopted: FieldValue, extent: object) -> CodedDate:
    """Reduce an adopted date to what counting needs; `extent` is within, lasting or not known."""
    spans = [value for value in adopted.possible if isinstance(value, PartialDate)]
    if not spans:
        return CodedDate()
    first = min(span.earliest for span in spans)
    last = max(span.latest for span in spans)
    return CodedDate(
        first=None if first == date.min else first.toordinal(),
        last=None if last == date.max else last.toordinal(),
        lasting=extent == "lasting" and len(spans) == 1,
        hedged=any(span.approximate or span.uncertain for span in spans),
        known=True,
    )


def coded_persons(adopted: FieldValue) -> tuple[int, int | None, bool]:
    """The least and greatest number of persons, and whether any is known.

    Where none is, there was at least one person, and there is no upper bound.
    """
    ranges = [value for value in adopted.possible if isinstance(value, PersonRange)]
    if not ranges:
        return 1, None, False
    highest = [value.maximum for value in ranges]
    top = None if None in highest else max(number for number in highest if number is not None)
    return min(value.minimum for value in ranges), top, True


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.split(";")) if text else ()
