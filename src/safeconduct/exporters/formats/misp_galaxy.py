"""A MISP galaxy of the techniques, and the cluster that holds them, in the tactics' order.

It depends on the vocabulary and on the words that MISP shares.
A new technique of the vocabulary is in it by itself; when words change, raise `VERSION` there.

Source: the schemas of MISP's galaxies, https://github.com/MISP/misp-galaxy.
"""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.exporters.misp_words import (
    GALAXY,
    GALAXY_ID,
    KILL_CHAIN,
    NAMESPACE,
    VERSION,
    cluster_id,
    cluster_name,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.exporters.handover import Handover
    from safeconduct.vocabulary import Technique

NAME: Final = "misp-galaxy"
PLAIN: Final = "a MISP galaxy of the techniques, with its cluster"
ENDING: Final = ""
HOLDS: Final = ("vocabulary",)
ROWS: Final = "words"
CARRIES: Final[Mapping[str, str]] = MappingProxyType({})
LEAVES: Final[Mapping[str, str]] = MappingProxyType({})
_TITLE: Final = "Transnational Repression Technique"
_DESCRIPTION: Final = (
    "Techniques by which a state, or someone for it, reaches across its borders to silence, deter "
    "or punish people who left it. They name acts, and neither persons nor states."
)


def files(_handed: Handover) -> Mapping[str, bytes]:
    """The galaxy and the cluster, in the two folders that MISP keeps them in."""
    return {
        f"{GALAXY}.galaxy.json": _octets(_galaxy()),
        f"{GALAXY}.cluster.json": _octets(_cluster()),
    }


def _galaxy() -> dict[str, object]:
    return {
        "description": _DESCRIPTION,
        "icon": "user-shield",
        "kill_chain_order": {KILL_CHAIN: sorted(vocabulary.ids("tactics"))},
        "name": _TITLE,
        "namespace": NAMESPACE,
        "type": GALAXY,
        "uuid": GALAXY_ID,
        "version": VERSION,
    }


def _cluster() -> dict[str, object]:
    return {
        "authors": ["The Safeconduct contributors"],
        "category": GALAXY,
        "description": _DESCRIPTION,
        "name": _TITLE,
        "source": "Safeconduct vocabulary",
        "type": GALAXY,
        "uuid": GALAXY_ID,
        "values": [_technique(each) for each in vocabulary.techniques().values()],
        "version": VERSION,
    }


def _technique(technique: Technique) -> dict[str, object]:
    meta = {
        "external_id": technique.code or technique.id,
        "kill_chain": [f"{KILL_CHAIN}:{tactic}" for tactic in technique.tactics],
        "refs": sorted({each.url for each in technique.sources if each.url}),
        "synonyms": sorted({technique.id, technique.label_in("ru")}),
    }
    return {
        "description": technique.definition_in("en"),
        "meta": {name: value for name, value in meta.items() if value},
        "uuid": cluster_id(technique.id),
        "value": cluster_name(technique),
    }


def _octets(document: dict[str, object]) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()
