"""A MISP taxonomy (machinetag.json): tags for tactic, technique, target, tie, outcome, standing.

It depends on the vocabulary and on the words that MISP shares.
A new term is in it by itself; a further predicate is one line in `misp_words.PREDICATES`.

Source: the schema of MISP's taxonomies, https://github.com/MISP/misp-taxonomies.
"""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.exporters.handover import stable_id
from safeconduct.exporters.misp_words import NAMESPACE, PREDICATES, STANDING, STANDINGS, VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.exporters.handover import Handover

NAME: Final = "misp-taxonomy"
PLAIN: Final = "a MISP taxonomy (machinetag.json) of the vocabulary"
ENDING: Final = ".json"
HOLDS: Final = ("vocabulary",)
ROWS: Final = "words"
CARRIES: Final[Mapping[str, str]] = MappingProxyType({})
LEAVES: Final[Mapping[str, str]] = MappingProxyType({})
_MEANINGS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "tactic": "What an act aims at.",
        "technique": "What was done.",
        "target": "The kind of person or organisation acted against; never a person.",
        "attribution": "How the act is tied to a state, according to the sources.",
        "outcome": "What came of it.",
        STANDING: "How well an incident is supported; no judgement of a person.",
    }
)


def files(_handed: Handover) -> Mapping[str, bytes]:
    """The one file of a taxonomy."""
    document = {
        "namespace": NAMESPACE,
        "expanded": "Safeconduct: transnational repression",
        "description": "Words for acts of transnational repression. They tag what happened; no "
        "tag says anything of a named person.",
        "version": VERSION,
        "uuid": stable_id("misp", "taxonomy"),
        "type": ["event", "attribute"],
        "predicates": [
            {
                "value": predicate,
                "expanded": predicate.capitalize(),
                "description": meaning,
                "uuid": stable_id("misp", "predicate", predicate),
            }
            | ({"exclusive": True} if predicate == STANDING else {})
            for predicate, meaning in _MEANINGS.items()
        ],
        "values": [
            *({"predicate": each, "entry": _terms(each)} for each in PREDICATES),
            {"predicate": STANDING, "entry": _standings()},
        ],
    }
    octets = (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()
    return {"machinetag.json": octets}


def _terms(predicate: str) -> list[dict[str, str]]:
    return [
        _value(predicate, term.id, term.label_in("en"), meaning=term.definition_in("en"))
        for term in vocabulary.terms(PREDICATES[predicate]).values()
    ]


def _standings() -> list[dict[str, str]]:
    return [
        _value(STANDING, word, word.capitalize(), meaning=meaning)
        for word, meaning in STANDINGS.items()
    ]


def _value(predicate: str, value: str, expanded: str, *, meaning: str) -> dict[str, str]:
    return {
        "value": value,
        "expanded": expanded,
        "description": meaning,
        "uuid": stable_id("misp", predicate, value),
    }
