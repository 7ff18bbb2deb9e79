"""What STIX 2.1 fixes: ids of the Traffic Light Protocol, the shape of an object, our extension.

It depends on the standard library and on stable ids.
The detail of an incident that STIX has no property for is one more line in `DETAIL`.

Sources: STIX 2.1 and the TLP 2.0 extension of OASIS,
https://docs.oasis-open.org/cti/stix/v2.1/stix-v2.1.html and
https://github.com/oasis-open/cti-stix-common-objects.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.exporters.handover import stable_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    Stix = dict[str, object]

VERSION: Final = "2.1"
KILL_CHAIN: Final = "transnational-repression"
_TLP_EXTENSION: Final = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d"
# The ids are given by OASIS, and the same everywhere.
_TLP_MARKS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "clear": "94868c89-83c2-464b-929b-a1a8aa3c8487",
        "green": "bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
        "amber": "55d920b0-5e8b-4f79-9ee9-91f868d9b421",
        "amber+strict": "939a9414-2ddd-4d32-a0cd-375ea402b003",
        "red": "e828b379-4e03-4974-9ac4-e53a884c97c1",
    }
)
# An object keeps its first day through all its versions, and no clock is asked: one day for all.
FIRST: Final = "1970-01-01T00:00:00.000Z"
# The day of the words of the vocabulary and of the pathways; raise it whenever they change.
WORDS_OF: Final = "2026-11-24T00:00:00.000Z"
_TLP_SINCE: Final = "2022-10-01T00:00:00.000Z"
# Each property of the extension, and what it holds.
DETAIL: Final[Mapping[str, str]] = MappingProxyType(
    {
        "record_id": "the id of the incident in the corpus",
        "chain": "the chain of linked acts that it belongs to",
        "standing": "how well it is supported: contested, alleged, reported, corroborated or "
        "established; a standing is no judgement of a person",
        "edtf_date": "when it happened, in EDTF, as exactly as it is known",
        "first_day": "the first day it may have happened on, or began",
        "last_day": "the last day it may have happened on, or ended",
        "country_of_act": "where it was done, as ISO 3166-1 alpha-2",
        "hosts": "the states in which the target lives",
        "origin": "the state whose repression it is said to be",
        "attribution": "how the act is tied to a state",
        "actor": "the organ that did it, where that is at least corroborated; never a person",
        "targets": "kinds of targets",
        "outcome": "what came of it",
        "motive": "whether a political motive is claimed, accepted or disputed",
        "instruments": "the laws and treaties it rests on",
        "persons_min": "the least number of persons",
        "persons_max": "the greatest number of persons; absent where there is no upper bound",
        "statements": "how many statements support it",
    }
)


def stix_id(kind: str, *parts: str) -> str:
    """The id of an object, the same for the same thing."""
    return f"{kind}--{stable_id('stix', kind, *parts)}"


def instant(day: str) -> str:
    """The beginning of a day, as STIX writes instants."""
    return f"{day}T00:00:00.000Z"


def version_of(day: str) -> str:
    """When an object of a package of that day was changed: never before its first day."""
    return max(instant(day), FIRST)


def tlp_mark(word: str) -> Stix:
    """The marking of an audience, exactly as OASIS publishes it."""
    return {
        "type": "marking-definition",
        "spec_version": VERSION,
        "id": f"marking-definition--{_TLP_MARKS[word]}",
        "created": _TLP_SINCE,
        "name": f"TLP:{word.upper()}",
        "extensions": {_TLP_EXTENSION: {"extension_type": "property-extension", "tlp_2_0": word}},
    }


EXTENSION_ID: Final = stix_id("extension-definition", "incident-detail")


AUTHOR_OF_WORDS: Final = stix_id("identity", "safeconduct")


def shared(kind: str, identifier: str, **properties: object) -> Stix:
    """An object that is the same in every bundle: made of words, by this project, of nobody."""
    stated: Stix = {
        "type": kind,
        "spec_version": VERSION,
        "id": identifier,
        "created": FIRST,
        "modified": WORDS_OF,
        "created_by_ref": AUTHOR_OF_WORDS,
    }
    if identifier == AUTHOR_OF_WORDS:
        del stated["created_by_ref"]
    return stated | {name: value for name, value in properties.items() if value not in ("", [])}


def author_of_words() -> Stix:
    """Who wrote the words."""
    return shared("identity", AUTHOR_OF_WORDS, name="Safeconduct", identity_class="organization")


def extension_definition() -> Stix:
    """What the detail of an incident is, said once a bundle, in words."""
    return shared("extension-definition", EXTENSION_ID) | {
        "name": "Detail of an incident of transnational repression",
        "description": "Adds to an incident what is known of an act of transnational repression.",
        "schema": "; ".join(f"{name}: {meaning}" for name, meaning in DETAIL.items()),
        "version": "1.0.0",
        "extension_types": ["property-extension"],
    }
