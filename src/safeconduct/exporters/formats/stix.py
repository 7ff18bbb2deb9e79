"""STIX 2.1: a bundle of incidents, techniques, what helps against them, and who reports them.

It depends on the handover, on the pathways of `respond` and on the words that STIX fixes.
A further kind of object is one more function here and a line in `_objects`.

Safety: who was acted against is a pseudonym of the incident, never a name; no state and nobody is
a threat actor here, because other tools act on that word.

Source: STIX 2.1, https://docs.oasis-open.org/cti/stix/v2.1/stix-v2.1.html.
"""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.exporters.formats import hxl
from safeconduct.exporters.handover import stable_id
from safeconduct.exporters.stix_words import (
    EXTENSION_ID,
    FIRST,
    KILL_CHAIN,
    VERSION,
    author_of_words,
    extension_definition,
    instant,
    shared,
    stix_id,
    tlp_mark,
    version_of,
)
from safeconduct.respond.pathway import pathways
from safeconduct.vocabulary import in_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from safeconduct.exporters.adopted import AdoptedIncident
    from safeconduct.exporters.handover import Handover
    from safeconduct.exporters.stix_words import Stix
    from safeconduct.record.source import Source
    from safeconduct.respond.pathway import Pathway
    from safeconduct.vocabulary import Technique

NAME: Final = "stix"
PLAIN: Final = "a STIX 2.1 bundle; targets are pseudonyms, nobody is a threat actor"
ENDING: Final = ".json"
HOLDS: Final = ("corpus",)
ROWS: Final = "incidents"
_ALSO: Final = MappingProxyType(
    {
        "sources.title": "the name of a report, or an external reference",
        "sources.published": "published of a report",
        "sources.language": "lang of a report",
        "statements.says": "the description of the incident",
        "statements.actor": "actor, where the incident is at least corroborated",
        "statements.motive": "motive of the detail",
        "incidents.instruments": "instruments of the detail",
    }
)
CARRIES: Final[Mapping[str, str]] = MappingProxyType({**hxl.CARRIES, **_ALSO})
LEAVES: Final[Mapping[str, str]] = MappingProxyType(
    {column: reason for column, reason in hxl.LEAVES.items() if column not in _ALSO}
)
_RELATED: Final = "related-to"


def files(handed: Handover) -> Mapping[str, bytes]:
    """One bundle."""
    objects = list(_Bundle(handed).objects())
    # Safety: made of what leaves; the digest of the corpus would let guesses be tried against what
    # stays.
    content = sorted(json.dumps(each, sort_keys=True) for each in objects)
    bundle = {
        "type": "bundle",
        "id": stix_id("bundle", *content),
        "objects": objects,
    }
    return {f"{NAME}{ENDING}": (json.dumps(bundle, ensure_ascii=False, indent=1) + "\n").encode()}


class _Bundle:
    """The objects of one bundle, which all share an author, a day and their markings."""

    def __init__(self, handed: Handover) -> None:
        self._handed = handed
        self._made = version_of(handed.as_of)
        masthead = handed.corpus.masthead
        self._author = stix_id("identity", "publisher", masthead.publisher)
        self._licence = stix_id("marking-definition", masthead.licence)

    def objects(self) -> Iterator[Stix]:
        """All objects, what is referred to first."""
        handed = self._handed
        masthead = handed.corpus.masthead
        yield tlp_mark(handed.tlp)
        if masthead.licence:
            yield self._licence_mark()
        yield self._object(
            "identity",
            self._author,
            name=masthead.publisher or masthead.title,
            identity_class="organization",
        )
        yield author_of_words()
        yield extension_definition()
        used = {each.id: each for told in handed.incidents for each in told.techniques}
        yield from (_attack_pattern(each) for _, each in sorted(used.items()))
        yield from _courses(used)
        for told in handed.incidents:
            yield from self._told(told)
        yield from self._reports()

    def _object(self, kind: str, identifier: str, **properties: object) -> Stix:
        marks = [str(tlp_mark(self._handed.tlp)["id"])]
        if self._handed.corpus.masthead.licence:
            marks.append(self._licence)
        stated: Stix = {
            "type": kind,
            "spec_version": VERSION,
            "id": identifier,
            "created": FIRST,
            "modified": self._made,
            "created_by_ref": self._author,
            "object_marking_refs": marks,
        }
        if identifier == self._author:
            del stated["created_by_ref"]
        filled = {name: value for name, value in properties.items() if value not in ("", [], ())}
        return stated | filled

    def _licence_mark(self) -> Stix:
        return {
            "type": "marking-definition",
            "spec_version": VERSION,
            "id": self._licence,
            "created": FIRST,
            "definition_type": "statement",
            "definition": {"statement": f"Licence: {self._handed.corpus.masthead.licence}"},
        }

    def _told(self, told: AdoptedIncident) -> Iterator[Stix]:
        identifier = self._incident_id(told.incident.id)
        yield self._incident(told, identifier)
        targets = self._targets(told)
        yield targets
        yield self._relationship(identifier, _RELATED, str(targets["id"]))
        for technique in told.techniques:
            yield self._relationship(identifier, _RELATED, _pattern_id(technique.id))

    def _incident(self, told: AdoptedIncident, identifier: str) -> Stix:
        said = dict.fromkeys(each.statement.says or "" for each in told.supporting)
        heard = dict.fromkeys(each.statement.source for each in told.supporting)
        sources = self._handed.corpus.sources
        return self._object(
            "incident",
            identifier,
            name=told.incident.label,
            description=" ".join(said).strip(),
            external_references=[_source_reference(sources[each]) for each in heard],
            extensions={EXTENSION_ID: {"extension_type": "property-extension"} | _detail(told)},
        )

    def _targets(self, told: AdoptedIncident) -> Stix:
        kinds = [vocabulary.term("targets", each).label_in("en") for each in told.words("targets")]
        one = told.persons == ("1", "1")
        return self._object(
            "identity",
            stix_id("identity", self._handed.id_of("targets", told.incident.id)),
            # Safety: a pseudonym of the incident; two incidents never share one.
            name=f"target-{stable_id('target', self._incident_id(told.incident.id))[:8]}",
            description=f"Acted against: {', '.join(kinds)}." if kinds else "",
            identity_class="individual" if one else "group",
        )

    def _reports(self) -> Iterator[Stix]:
        """The sources that say on which day they were published; the others are references."""
        corpus = self._handed.corpus
        told_by: dict[str, list[str]] = {}
        for told in self._handed.incidents:
            for heard in {each.statement.source for each in told.supporting}:
                told_by.setdefault(heard, []).append(self._incident_id(told.incident.id))
        for identifier in self._handed.sources:
            source = corpus.sources[identifier]
            published = source.published
            if published is None or published.earliest.year == 1:
                continue
            yield self._object(
                "report",
                stix_id("report", self._handed.id_of("sources", identifier)),
                name=source.title or source.publisher or source.id,
                published=instant(published.earliest.isoformat()),
                lang=source.language or "",
                object_refs=told_by[identifier],
                external_references=[_source_reference(source)],
            )

    def _relationship(self, source: str, kind: str, target: str) -> Stix:
        return self._object(
            "relationship",
            stix_id("relationship", source, kind, target),
            relationship_type=kind,
            source_ref=source,
            target_ref=target,
        )

    def _incident_id(self, identifier: str) -> str:
        return stix_id("incident", self._handed.id_of("incidents", identifier))


def _attack_pattern(technique: Technique) -> Stix:
    cited = [
        _reference(each.title, each.url, note=each.page and f"p. {each.page}")
        for each in technique.sources
    ]
    own = {"source_name": "safeconduct", "external_id": technique.code or technique.id}
    return shared(
        "attack-pattern",
        _pattern_id(technique.id),
        name=technique.label_in("en"),
        description=technique.definition_in("en"),
        aliases=[technique.id],
        kill_chain_phases=[
            {"kill_chain_name": KILL_CHAIN, "phase_name": tactic} for tactic in technique.tactics
        ],
        external_references=[own, *cited],
    )


def _courses(used: Iterable[str]) -> Iterator[Stix]:
    """What helps against the techniques that are used: the pathways, with what they can cost."""
    for pathway in pathways().values():
        against = [each for each in pathway.techniques if each in used]
        if not against:
            continue
        identifier = stix_id("course-of-action", pathway.id)
        yield shared(
            "course-of-action",
            identifier,
            name=in_language(pathway.label, "en"),
            description=_steps(pathway),
            external_references=[_reference(each.title, each.url) for each in pathway.sources],
        )
        for technique in against:
            target = _pattern_id(technique)
            yield shared(
                "relationship",
                stix_id("relationship", identifier, "mitigates", target),
                relationship_type="mitigates",
                source_ref=identifier,
                target_ref=target,
            )


def _pattern_id(technique: str) -> str:
    return stix_id("attack-pattern", technique)


def _reference(title: str, url: str, *, note: str = "") -> Stix:
    stated = {"source_name": title, "url": url, "description": note}
    if not url and not note:
        # A reference needs more than a name.
        stated["description"] = title
    return {name: value for name, value in stated.items() if value}


def _source_reference(source: Source) -> Stix:
    name = source.publisher or source.title or source.id
    return _reference(name, source.url or "", note=source.title or "")


def _steps(pathway: Pathway) -> str:
    """The situation and its steps; a step without its risk would be half the truth."""
    lines = [in_language(pathway.plain, "en")]
    for number, step in enumerate(pathway.steps, 1):
        lines.append(f"{number}. ({step.when}) {in_language(step.text, 'en')}")
        lines.append(f"   Risk: {in_language(step.risk, 'en')}")
        lines.append(f"   Not when: {in_language(step.not_when, 'en')}")
    return "\n".join(lines)


def _detail(told: AdoptedIncident) -> Stix:
    lowest, highest = told.persons
    stated: dict[str, object] = {
        "record_id": told.incident.id,
        "chain": told.incident.chain_id,
        "standing": told.standing,
        "edtf_date": str(told.date or ""),
        "first_day": told.first_day,
        "last_day": told.last_day,
        "country_of_act": told.place.state if told.place else "",
        "hosts": list(told.words("hosts")),
        "origin": told.word("origin"),
        "attribution": told.word("attribution"),
        "actor": told.actor,
        "targets": list(told.words("targets")),
        "outcome": list(told.words("outcome")),
        "motive": told.word("motive"),
        "instruments": list(told.incident.instruments),
        "persons_min": int(lowest) if lowest else "",
        "persons_max": int(highest) if highest else "",
        "statements": len(told.supporting),
    }
    return {name: value for name, value in stated.items() if value not in ("", [])}
