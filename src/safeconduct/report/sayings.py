"""Sayings: how the values of a sentence are said, when what stands there is an id and not a word.

It depends on the wording and on the dimensions of figures. Sentences of the record, the figures
and the checks carry ids, codes and dates; the name of a place in a sentence tells what stands
there. A new name of a place is one line in `_SAID_AS`; one that is missing there is said as it
stands.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.errors import InvalidRecord
from safeconduct.record.tables import OCCURRENCE, PERSONS, STATEMENTS
from safeconduct.report.messages import marked
from safeconduct.vocabulary import territory

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from safeconduct.report.wording import Wording

_TOKEN: Final = re.compile(r"[\w.\-]+")


STANDINGS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "established": marked("established"),
        "corroborated": marked("corroborated"),
        "reported": marked("reported"),
        "alleged": marked("alleged"),
        "contested": marked("contested"),
        "retracted": marked("retracted"),
        "unsupported": marked("unsupported"),
        "refuted": marked("refuted"),
    }
)
FIELDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "date": marked("date"),
        "date_extent": marked("reading of the date"),
        "place_of_act": marked("place of the act"),
        "place_of_target": marked("place of the target"),
        "origin": marked("origin state"),
        "hosts": marked("host state"),
        "transit": marked("transit state"),
        "setting": marked("setting"),
        "techniques": marked("technique"),
        "actor": marked("actor"),
        "actor_organ_of": marked("actor is an organ of"),
        "attribution": marked("tie to a state"),
        "targets": marked("target"),
        "persons": marked("number of persons"),
        "outcome": marked("outcome"),
        "motive": marked("political motive"),
        "motive_by": marked("motive according to"),
        "occurrence": marked("whether it happened"),
    }
)
DIMENSIONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "year": marked("year"),
        "tactic": marked("tactic"),
        "technique": marked("technique"),
        "host": marked("host state"),
        "origin": marked("origin state"),
        "place": marked("place of the act"),
        "target": marked("target"),
        "attribution": marked("tie to a state"),
        "setting": marked("setting"),
        "outcome": marked("outcome"),
        "standing": marked("standing"),
    }
)
# What a clause asks about, and the set of the vocabulary that its values come from.
_ASKED: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "technique": (marked("technique"), "techniques"),
        "target": (marked("target"), "targets"),
        "attribution": (marked("tie to a state"), "attributions"),
        "origin": (marked("origin state"), "territories"),
        "act": (marked("act"), ""),
    }
)


def said(place: str, text: str, *, wording: Wording, asked: str = "") -> str:
    """Say the value at a place of a sentence; `asked` is the field or what a clause asks."""
    if place in ("value", "values") and asked in _ASKED:
        return _terms(text, wording, set_id=_ASKED[asked][1])
    if place in ("value", "sides") and asked in FIELDS:
        return _of_field(text, wording, field=asked)
    saying = _SAID_AS.get(place)
    return text if saying is None else saying(text, wording)


def _terms(text: str, wording: Wording, *, set_id: str) -> str:
    """Say every word of a text that is a term of a set, and leave the rest."""

    def one(found: re.Match[str]) -> str:
        token = found[0]
        if set_id == "territories":
            return wording.state(token) if token in territory.codes() else token
        return wording.term(set_id, token) if token in vocabulary.ids(set_id) else token

    return _TOKEN.sub(one, text) if set_id else text


def _of_field(text: str, wording: Wording, *, field: str) -> str:
    """Say the values of a field that stand in a text as cells of a table hold them."""
    if field in (PERSONS, OCCURRENCE):
        return text
    column = STATEMENTS.column(field)
    if column.kind == "date":
        return ", ".join(_date(part, wording) for part in text.split(", "))
    territories = column.kind in ("state", "place")
    return _terms(text, wording, set_id="territories" if territories else column.terms)


def _of_set(set_id: str) -> Callable[[str, Wording], str]:
    return lambda text, wording: _terms(text, wording, set_id=set_id)


def _of_words(words: Mapping[str, str]) -> Callable[[str, Wording], str]:
    def say(text: str, wording: Wording) -> str:
        parts = [wording.say(words[part]) if part in words else part for part in text.split(", ")]
        return wording.listed(parts)

    return say


def _date(text: str, wording: Wording) -> str:
    try:
        return wording.date_text(text)
    except InvalidRecord:
        return text


def _what(text: str, wording: Wording) -> str:
    return wording.say(_ASKED[text][0]) if text in _ASKED else text


_SAID_AS: Final[Mapping[str, Callable[[str, Wording], str]]] = MappingProxyType(
    {
        "state": _of_set("territories"),
        "states": _of_set("territories"),
        "scope": _of_set("territories"),
        "kind": _of_set("incident-kinds"),
        "attribution": _of_set("attributions"),
        "value": _of_set("attributions"),
        "organisation": _of_set("organisations"),
        "unit": _of_set("units"),
        "other_unit": _of_set("units"),
        "techniques": _of_set("techniques"),
        "standing": _of_words(STANDINGS),
        "least": _of_words(STANDINGS),
        "field": _of_words(FIELDS),
        "dimension": _of_words(DIMENSIONS),
        "dimensions": _of_words(DIMENSIONS),
        "what": _what,
        "date": _date,
        "as_of": _date,
        "published": _date,
        "accessed": _date,
        "day": _date,
    }
)
