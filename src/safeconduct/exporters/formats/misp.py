"""A MISP event: one object an incident, one a source, with tags of our taxonomy and galaxy.

It depends on the handover and on the words that MISP shares.
The object templates are MISP's own `incident` and `report`; a further attribute is one more line in
`_incident`, as long as the template has it.

Safety: no object `person` or `victim` is ever written, nothing is marked for detection, and the
distribution is "your organisation only" unless the audience is everybody or the community.

Source: MISP core format, https://www.misp-standard.org/rfc/misp-standard-core.html.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.exporters.formats import hxl
from safeconduct.exporters.handover import stable_id
from safeconduct.exporters.misp_words import STANDING, galaxy_tag, machine_tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from safeconduct.exporters.adopted import AdoptedIncident
    from safeconduct.exporters.handover import Handover

    Misp = dict[str, object]

NAME: Final = "misp"
PLAIN: Final = "a MISP event with one object an incident"
ENDING: Final = ".json"
HOLDS: Final = ("corpus",)
ROWS: Final = "incidents"
_ALSO: Final = MappingProxyType(
    {
        "sources.title": "title of the report",
        "statements.says": "description of the incident",
        "statements.actor": "the comment, where the incident is at least corroborated",
    }
)
CARRIES: Final[Mapping[str, str]] = MappingProxyType({**hxl.CARRIES, **_ALSO})
LEAVES: Final[Mapping[str, str]] = MappingProxyType(
    {column: reason for column, reason in hxl.LEAVES.items() if column not in _ALSO}
)
# MISP's own templates: id and version.
_TEMPLATES: Final[Mapping[str, tuple[str, str, str]]] = MappingProxyType(
    {
        "incident": ("38597424-f9bb-4865-9b4b-819172df0334", "1", "misc"),
        "report": ("70a68471-df22-4e3f-aa1a-5a3be19f82df", "8", "misc"),
    }
)
# Nobody else, the community, connected communities, all.
_DISTRIBUTIONS: Final = MappingProxyType({"clear": "3", "green": "1"})
_THREAT_UNDEFINED: Final = "4"
_COMPLETED: Final = "2"
_TAGGED: Final = MappingProxyType(
    {"technique": "techniques", "target": "targets", "attribution": "attribution"}
)


def files(handed: Handover) -> Mapping[str, bytes]:
    """One event."""
    document = {"Event": _Written(handed).whole()}
    octets = (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
    return {f"{NAME}{ENDING}": octets}


class _Written:
    """The parts of one MISP event, which share a day and a distribution."""

    def __init__(self, handed: Handover) -> None:
        self._handed = handed
        self._day = handed.as_of
        instant = datetime.fromisoformat(self._day).replace(tzinfo=UTC)
        self._second = str(int(instant.timestamp()))
        self._distribution = _DISTRIBUTIONS.get(handed.audience, "0")

    def whole(self) -> Misp:
        """The event."""
        masthead = self._handed.corpus.masthead
        used = {each.id: each for told in self._handed.incidents for each in told.techniques}
        tags = [f"tlp:{self._handed.tlp}", *(galaxy_tag(each) for _, each in sorted(used.items()))]
        return {
            "uuid": self._handed.id_of("misp", self._handed.tlp),
            "info": masthead.title,
            "date": self._day,
            "timestamp": self._second,
            "publish_timestamp": "0",
            "published": False,
            "analysis": _COMPLETED,
            "threat_level_id": _THREAT_UNDEFINED,
            "distribution": self._distribution,
            "Orgc": {
                "name": masthead.publisher or masthead.title,
                "uuid": stable_id("misp", "organisation", masthead.publisher or masthead.title),
            },
            "Tag": _tags(tags),
            "Attribute": [],
            "Object": [
                *(self._incident(told) for told in self._handed.incidents),
                *(self._report(identifier) for identifier in self._handed.sources),
            ],
        }

    def _incident(self, told: AdoptedIncident) -> Misp:
        identifier = self._handed.id_of("incidents", told.incident.id)
        said = dict.fromkeys(each.statement.says or "" for each in told.supporting)
        attributes = [
            ("name", told.incident.label, _incident_tags(told)),
            ("description", " ".join(said).strip(), []),
            *(("incident_type", each.id, [galaxy_tag(each)]) for each in told.techniques),
        ]
        written = self._object("incident", identifier, attributes)
        written["comment"] = _comment(told)
        for key, day in (("first_seen", told.first_day), ("last_seen", told.last_day)):
            if day:
                written[key] = f"{day}T00:00:00.000000+00:00"
        heard = dict.fromkeys(each.statement.source for each in told.supporting)
        written["ObjectReference"] = [self._reference(identifier, each) for each in heard]
        return written

    def _report(self, identifier: str) -> Misp:
        source = self._handed.corpus.sources[identifier]
        attributes: list[tuple[str, str, list[str]]] = [
            ("title", source.title or source.publisher or source.id, []),
            ("link", source.url or "", []),
        ]
        written = self._object("report", self._handed.id_of("sources", identifier), attributes)
        written["comment"] = source.publisher or ""
        return written

    def _object(
        self, name: str, identifier: str, attributes: Iterable[tuple[str, str, list[str]]]
    ) -> Misp:
        template, version, category = _TEMPLATES[name]
        return {
            "name": name,
            "meta-category": category,
            "template_uuid": template,
            "template_version": version,
            "uuid": identifier,
            "timestamp": self._second,
            "distribution": self._distribution,
            "Attribute": list(self._attributes(identifier, attributes)),
        }

    def _attributes(
        self, identifier: str, attributes: Iterable[tuple[str, str, list[str]]]
    ) -> Iterator[Misp]:
        for relation, value, tags in attributes:
            if value:
                kind, category = _kind(relation)
                yield {
                    "uuid": stable_id("misp", identifier, relation, value),
                    "object_relation": relation,
                    "type": kind,
                    "category": category,
                    "value": value,
                    # Safety: nothing here is to be looked for in anybody's network.
                    "to_ids": False,
                    "disable_correlation": True,
                    "distribution": self._distribution,
                    "timestamp": self._second,
                    "Tag": _tags(tags),
                }

    def _reference(self, identifier: str, source: str) -> Misp:
        referred = self._handed.id_of("sources", source)
        return {
            "uuid": stable_id("misp", "reference", identifier, referred),
            "object_uuid": identifier,
            "referenced_uuid": referred,
            "relationship_type": "derived-from",
            "comment": "",
        }


def _kind(relation: str) -> tuple[str, str]:
    return ("link", "External analysis") if relation == "link" else ("text", "Other")


def _tags(names: Iterable[str]) -> list[Misp]:
    return [{"name": name} for name in names]


def _incident_tags(told: AdoptedIncident) -> list[str]:
    tags = [machine_tag(STANDING, told.standing)]
    for predicate, field in (*_TAGGED.items(), ("outcome", "outcome")):
        tags += [machine_tag(predicate, each) for each in told.words(field)]
    return tags


def _comment(told: AdoptedIncident) -> str:
    """What MISP has no attribute for, as short lines in words that a program can read."""
    lowest, highest = told.persons
    stated = {
        "record": told.incident.id,
        "chain": told.incident.chain_id,
        "date": str(told.date or ""),
        "country of the act": told.place.state if told.place else "",
        "hosts": ", ".join(told.words("hosts")),
        "origin": told.word("origin"),
        "actor": told.actor,
        "persons at least": lowest,
        "persons at most": highest,
        "statements": str(len(told.supporting)),
    }
    return "; ".join(f"{name}: {value}" for name, value in stated.items() if value)
