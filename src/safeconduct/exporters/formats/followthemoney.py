"""FollowTheMoney: entities as JSON lines, and statements as CSV that say which source says what.

It depends on the handover.
An incident is an `Event`, a source an `Article`, an organ that did it a `PublicBody`; a further
property is one more line in `_incident`, `_source` or `_organ`, with its type in `_TYPES`.

Safety: nobody is an entity here, and no entity has a topic. The topics of this format include
`wanted` and `poi`, which other tools use to refuse people service.

Source: FollowTheMoney, https://followthemoney.tech/; statements as its library reads them.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.exporters.kept_back import KEPT_BACK
from safeconduct.exporters.safe_cells import safe_cell
from safeconduct.vocabulary import territory

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from safeconduct.exporters.adopted import AdoptedIncident
    from safeconduct.exporters.handover import Handover
    from safeconduct.record.partial_date import PartialDate

NAME: Final = "followthemoney"
PLAIN: Final = "entities and statements for Aleph and its kin; nobody is an entity"
ENDING: Final = ""
HOLDS: Final = ("corpus",)
ROWS: Final = "incidents"
_IN_KEYWORDS: Final = "a keyword of the Event"
CARRIES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "sources.id": "the id of the Article",
        "sources.kind": "a keyword of the Article",
        "sources.title": "title",
        "sources.language": "a keyword of the Article",
        "sources.publisher": "publisher",
        "sources.published": "publishedAt",
        "sources.accessed": "retrievedAt",
        "sources.url": "sourceUrl",
        "sources.organ_of": "a keyword of the Article",
        "sources.reliability": "a keyword of the Article",
        "statements.id": "the origin of each statement of that format",
        "statements.source": "proof",
        "statements.incident": "the Event it is about",
        "statements.mode": "through the standing",
        "statements.revises": "through the standing",
        "statements.basis": "through the standing",
        "statements.basis_by": "through the standing",
        "statements.basis_against": "through the standing",
        "statements.derived_from": "through the standing",
        "statements.credibility": "through the standing",
        "statements.says": "summary",
        "statements.date": "date, startDate and endDate",
        "statements.date_extent": _IN_KEYWORDS,
        "statements.place_of_act": "country and location",
        "statements.origin": _IN_KEYWORDS,
        "statements.hosts": "country",
        "statements.techniques": _IN_KEYWORDS,
        "statements.actor": "organizer, where the incident is at least corroborated",
        "statements.actor_organ_of": "the country of the organizer",
        "statements.attribution": _IN_KEYWORDS,
        "statements.targets": _IN_KEYWORDS,
        "statements.persons_min": _IN_KEYWORDS,
        "statements.persons_max": _IN_KEYWORDS,
        "statements.outcome": _IN_KEYWORDS,
        "statements.motive": _IN_KEYWORDS,
        "incidents.id": "recordId",
        "incidents.label": "name",
        "incidents.kind": "only incidents are passed on",
        "incidents.chain": _IN_KEYWORDS,
        "incidents.instruments": _IN_KEYWORDS,
        "decisions.id": "the origin, where a decision adopts the value",
        "decisions.incident": "through the value adopted",
        "decisions.field": "through the value adopted",
        "decisions.value": "through the value adopted",
    }
)
LEAVES: Final[Mapping[str, str]] = MappingProxyType(
    {
        **KEPT_BACK,
        "sources.as_of": "an Article has no such date",
        "sources.locator_state": "an Article without an address says it itself",
        "sources.derived_from": "documents do not lead to each other here; it counts in standing",
        "sources.voice": "it counts in standing",
        "statements.locator": "a statement of this format has no place for it",
        "statements.place_of_target": "it tells where a person can be found",
        "statements.transit": "an Event would show it as a place of the act",
        "statements.motive_by": "who says so may be a person",
        "incidents.responds_to": "only incidents are passed on",
        "incidents.overlaps": "only incidents are passed on",
        "incidents.same_person_as": "it would make a person out of incidents",
        "reported_figures.*": "there is no entity for a number",
        "decisions.reason": "there is no place for it",
        "decisions.decided_on": "there is no place for it",
    }
)
COLUMNS: Final = (
    "canonical_id",
    "entity_id",
    "prop",
    "prop_type",
    "schema",
    "value",
    "dataset",
    "origin",
    "lang",
    "original_value",
    "external",
    "first_seen",
    "last_seen",
    "id",
)
_TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "name": "name",
        "title": "string",
        "publisher": "string",
        "keywords": "string",
        "recordId": "string",
        "summary": "text",
        "country": "country",
        "location": "address",
        "date": "date",
        "startDate": "date",
        "endDate": "date",
        "publishedAt": "date",
        "retrievedAt": "date",
        "sourceUrl": "url",
        "proof": "entity",
        "organizer": "entity",
    }
)
_LISTED_FIELDS: Final = (
    "techniques",
    "targets",
    "outcome",
    "attribution",
    "origin",
    "motive",
    "date_extent",
)
_BETWEEN_ORIGINS: Final = ";"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """One property of one entity, and the statements of the corpus that it comes from."""

    thing: str
    schema: str
    prop: str
    value: str
    origin: str = ""


def files(handed: Handover) -> Mapping[str, bytes]:
    """The entities and the statements of a corpus."""
    said = list(_everything(handed))
    return {
        "entities.ftm.json": _things(said, handed).encode(),
        "statements.csv": _statements(said, handed).encode(),
    }


def _everything(handed: Handover) -> Iterator[_Said]:
    for told in handed.incidents:
        yield from _incident(handed, told)
    organs = {(told.actor, told.word("actor_organ_of")) for told in handed.incidents if told.actor}
    for name, state in sorted(organs):
        yield from _organ(handed, name, state)
    for identifier in handed.sources:
        yield from _source(handed, identifier)


def _incident(handed: Handover, told: AdoptedIncident) -> Iterator[_Said]:
    identifier = handed.id_of("incidents", told.incident.id)
    everyone = _BETWEEN_ORIGINS.join(each.statement.id for each in told.supporting)

    def said(prop: str, values: Iterable[str], *, origin: str = everyone) -> Iterator[_Said]:
        for value in values:
            if value:
                yield _Said(thing=identifier, schema="Event", prop=prop, value=value, origin=origin)

    yield from said("name", (told.incident.label,))
    yield from said("recordId", (told.incident.id,))
    yield from said("publisher", (handed.corpus.masthead.publisher,))
    for each in told.supporting:
        yield from said("summary", (each.statement.says or "",), origin=each.statement.id)
        document = handed.id_of("sources", each.statement.source)
        yield from said("proof", (document,), origin=each.statement.id)
    for prop, value in (
        ("date", told.iso_date),
        ("startDate", "" if told.iso_date else told.first_day),
        ("endDate", "" if told.iso_date else told.last_day),
    ):
        yield from said(prop, (value,), origin=_origin(told, "date"))
    yield from said("country", [each.lower() for each in told.states])
    yield from said("location", (_location(told),), origin=_origin(told, "place_of_act"))
    for field in _LISTED_FIELDS:
        for word in told.words(field):
            yield from said("keywords", (f"{field}:{word}",), origin=_origin(told, field, word))
    yield from said("keywords", _about(told))
    if told.actor:
        organ = handed.id_of("organs", f"{told.actor}\x1f{told.word('actor_organ_of')}")
        yield from said("organizer", (organ,), origin=_origin(told, "actor"))


def _about(told: AdoptedIncident) -> tuple[str, ...]:
    lowest, highest = told.persons
    return (
        f"standing:{told.standing}",
        f"chain:{told.incident.chain_id}",
        *(f"tactic:{tactic}" for tactic in told.tactics),
        *(f"instrument:{each}" for each in told.incident.instruments),
        f"persons-min:{lowest}" if lowest else "",
        f"persons-max:{highest}" if highest else "",
    )


def _origin(told: AdoptedIncident, field: str, word: str = "") -> str:
    return _BETWEEN_ORIGINS.join(told.behind(field, word))


def _location(told: AdoptedIncident) -> str:
    if told.place is None or not told.place.locality:
        return ""
    return f"{told.place.locality}, {territory.name(told.place.state, 'en')}"


def _organ(handed: Handover, name: str, state: str) -> Iterator[_Said]:
    identifier = handed.id_of("organs", f"{name}\x1f{state}")
    for prop, value in (("name", name), ("country", state.lower())):
        if value:
            yield _Said(thing=identifier, schema="PublicBody", prop=prop, value=value)


def _source(handed: Handover, identifier: str) -> Iterator[_Said]:
    source = handed.corpus.sources[identifier]
    keywords = {
        "kind": source.kind,
        "language": source.language,
        "reliability": source.reliability,
        "organ-of": source.organ_of,
    }
    for prop, value in (
        ("title", source.title),
        ("publisher", source.publisher),
        ("sourceUrl", source.url),
        ("publishedAt", _beginning(source.published)),
        ("retrievedAt", _beginning(source.accessed)),
        *(("keywords", f"{word}:{value}") for word, value in keywords.items() if value),
    ):
        if value:
            thing = handed.id_of("sources", identifier)
            yield _Said(thing=thing, schema="Article", prop=prop, value=value, origin=identifier)


def _beginning(date: PartialDate | None) -> str:
    """A date as the beginning of an ISO date; what is no day, month or year is not one."""
    lengths = {"day": 10, "month": 7, "year": 4}
    if date is None or date.precision not in lengths:
        return ""
    return date.earliest.isoformat()[: lengths[date.precision]]


def _things(said: Iterable[_Said], handed: Handover) -> str:
    found: dict[str, tuple[str, dict[str, list[str]]]] = {}
    for each in said:
        _, properties = found.setdefault(each.thing, (each.schema, {}))
        values = properties.setdefault(each.prop, [])
        if each.value not in values:
            values.append(each.value)
    return "".join(
        json.dumps(
            {
                "id": identifier,
                "schema": schema,
                "properties": properties,
                "datasets": [handed.short_title],
            },
            ensure_ascii=False,
        )
        + "\n"
        for identifier, (schema, properties) in found.items()
    )


def _statements(said: Iterable[_Said], handed: Handover) -> str:
    origins: dict[tuple[str, str, str, str], list[str]] = {}
    for each in said:
        key = (each.thing, each.schema, each.prop, safe_cell(each.value))
        heard = origins.setdefault(key, [])
        heard.extend(one for one in each.origin.split(_BETWEEN_ORIGINS) if one not in heard)
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, restval="", dialect=csv.unix_dialect)
    writer.writeheader()
    for (thing, schema, prop, value), heard in origins.items():
        # The library's own key of a statement: where two of ours say the same, theirs is one.
        key_text = f"{handed.short_title}.{thing}.{prop}.{value}"
        writer.writerow(
            {
                "canonical_id": thing,
                "entity_id": thing,
                "prop": prop,
                "prop_type": _TYPES[prop],
                "schema": schema,
                "value": value,
                "dataset": handed.short_title,
                "origin": _BETWEEN_ORIGINS.join(heard),
                "external": "f",
                "id": hashlib.sha1(key_text.encode(), usedforsecurity=False).hexdigest(),
            }
        )
    return text.getvalue()
