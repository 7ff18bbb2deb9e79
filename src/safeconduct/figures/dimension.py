"""Dimensions: by what a figure is broken down or filtered, and in which rows things stand.

It depends on the vocabulary and `coded`.
An incident whose value is not known stands in a row of its own, one whose value spans several (a
date between two years, a tie between two states) in a row that says so; nothing is put into a
guessed row. What is abroad and not named stands among the unknown; a caveat says how much of it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.record.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.figures.coded import Coded, CodedDate, CodedIncident

VALUE: Final = "value"
SPAN: Final = "span"
NO_TERM: Final = "none"
UNKNOWN: Final = "unknown"


@dataclass(frozen=True, slots=True, order=True)
class Bucket:
    """One row of a breakdown, and whether only weak statements put the incident there.

    kind: value; span (several values are possible, the key joins them with `/`); none (a technique
        that belongs to no tactic); unknown.
    only_weak: such a row counts in high only. Where rows do not overlap, so that they add up to the
        total, a weak value stands in its row with the weight of its incident.
    """

    kind: str
    key: str
    only_weak: bool = False


# What the values of each dimension are: a vocabulary set, `territories` or `years`.
TERMS_OF: Final[Mapping[str, str]] = MappingProxyType(
    {
        "year": "years",
        "tactic": "tactics",
        "technique": "techniques",
        "host": "territories",
        "origin": "territories",
        "place": "territories",
        "target": "targets",
        "attribution": "attributions",
        "setting": "settings",
        "outcome": "outcomes",
        "standing": "standings",
    }
)
DIMENSIONS: Final = tuple(TERMS_OF)
# Which coded field each dimension looks at; the others look at the date or the standing.
FIELD_OF: Final[Mapping[str, str]] = MappingProxyType(
    {
        "tactic": "techniques",
        "technique": "techniques",
        "host": "hosts",
        "origin": "origin",
        "place": "place_of_act",
        "target": "targets",
        "attribution": "attribution",
        "setting": "setting",
        "outcome": "outcome",
    }
)
# Dimensions whose value may be known to lie outside the origin state, and not be named.
PLACES: Final = frozenset({"host", "place"})
# Dimensions in which one incident may stand in several rows, so that rows do not add up to the
# total.
OVERLAPPING: Final = frozenset({"tactic", "technique", "target", "outcome", "host"})


def buckets(dimension: str, incident: CodedIncident) -> tuple[Bucket, ...]:
    """The rows in which an incident stands."""
    if dimension == "year":
        return (year_bucket(incident.date),)
    if dimension == "standing":
        return (standing_bucket(incident.standing),)
    return field_buckets(dimension, incident.field(FIELD_OF[dimension]))


def standing_bucket(standing: int) -> Bucket:
    """The row of a standing."""
    return Bucket(VALUE, Standing(standing).word)


def year_bucket(when: CodedDate) -> Bucket:
    """The row of a date: the year of the act or of its beginning, or the years it may lie in."""
    if not when.known or (when.first is None and (when.lasting or when.last is None)):
        return Bucket(UNKNOWN, "")
    first = None if when.first is None else date.fromordinal(when.first).year
    last = None if when.last is None else date.fromordinal(when.last).year
    if when.lasting or first == last:
        return Bucket(VALUE, f"{first:04d}")
    return Bucket(
        SPAN,
        f"{'..' if first is None else f'{first:04d}'}/{'..' if last is None else f'{last:04d}'}",
    )


def field_buckets(dimension: str, coded: Coded) -> tuple[Bucket, ...]:
    """The rows of a coded field."""
    if dimension == "tactic":
        return _tactic_buckets(coded)
    if dimension in OVERLAPPING:
        adopted = tuple(Bucket(VALUE, value, only_weak=not coded.certain) for value in coded.values)
        added = tuple(Bucket(VALUE, value, only_weak=True) for value in coded.additions)
        return (*adopted, *added) or (Bucket(UNKNOWN, ""),)
    if not coded.values:
        return (Bucket(UNKNOWN, ""),)
    if len(coded.values) > 1:
        return (Bucket(SPAN, "/".join(coded.values)),)
    return (Bucket(VALUE, coded.values[0]),)


def matches(dimension: str, value: str, *, found: tuple[Bucket, ...]) -> str:
    """Tell whether what stands in these rows has a value: yes, perhaps, no, or unknown."""
    if any(
        bucket.kind == VALUE and bucket.key == value and not bucket.only_weak for bucket in found
    ):
        return "yes"
    if any(bucket.kind == VALUE and bucket.key == value for bucket in found):
        return "perhaps"
    if any(bucket.kind == UNKNOWN for bucket in found):
        return "unknown"
    spans = [bucket.key.split("/") for bucket in found if bucket.kind == SPAN]
    covers = _years_cover if dimension == "year" else _names
    return "perhaps" if any(covers(span, value) for span in spans) else "no"


def _names(span: list[str], value: str) -> bool:
    return value in span


def _years_cover(span: list[str], value: str) -> bool:
    first, last = span
    return (first == ".." or first <= value) and (last == ".." or value <= last)


@cache
def _tactics_of(technique: str) -> tuple[str, ...]:
    return vocabulary.techniques()[technique].tactics


def _tactic_buckets(coded: Coded) -> tuple[Bucket, ...]:
    if not coded.values and not coded.additions:
        return (Bucket(UNKNOWN, ""),)
    adopted = _tactic_rows(coded.values)
    added = [row for row in _tactic_rows(coded.additions) if row not in adopted]
    return (
        *(Bucket(*row, only_weak=not coded.certain) for row in adopted),
        *(Bucket(*row, only_weak=True) for row in added),
    )


def _tactic_rows(techniques: tuple[str, ...]) -> list[tuple[str, str]]:
    rows: dict[tuple[str, str], None] = {}
    for technique in techniques:
        tactics = _tactics_of(technique)
        rows.update(dict.fromkeys((VALUE, tactic) for tactic in tactics))
        if not tactics:
            rows[NO_TERM, ""] = None
    return sorted(rows)
