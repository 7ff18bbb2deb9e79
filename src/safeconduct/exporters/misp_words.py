"""What MISP shares between an event, a galaxy and a taxonomy: names, ids and tags.

It depends on the vocabulary and on stable ids.
A further set of the vocabulary becomes a predicate of the taxonomy by one line in `PREDICATES`.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.exporters.handover import stable_id
from safeconduct.record.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.vocabulary import Technique

NAMESPACE: Final = "safeconduct"
GALAXY: Final = "transnational-repression-technique"
KILL_CHAIN: Final = "transnational-repression"
# MISP compares versions as numbers and takes the higher one: raise it whenever the words change.
VERSION: Final = 1
GALAXY_ID: Final = stable_id("misp", "galaxy", GALAXY)
# Each predicate and the set of the vocabulary whose terms are its values.
PREDICATES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "tactic": "tactics",
        "technique": "techniques",
        "target": "targets",
        "attribution": "attributions",
        "outcome": "outcomes",
    }
)
STANDING: Final = "standing"
STANDINGS: Final[Mapping[str, str]] = MappingProxyType(
    {
        Standing.REFUTED.word: "A decision with a reason says that it did not happen.",
        Standing.UNSUPPORTED.word: "Nobody ever supported it.",
        Standing.RETRACTED.word: "It had support, and none is left.",
        Standing.CONTESTED.word: "A credible voice that is not the accused's opposes it.",
        Standing.ALLEGED.word: "It has weak support only.",
        Standing.REPORTED.word: "One strong voice reports it.",
        Standing.CORROBORATED.word: "Two or more independent strong voices report it.",
        Standing.ESTABLISHED.word: "A finding, an admission or verified evidence says so as well.",
    }
)


def cluster_id(technique: str) -> str:
    """The UUID of a technique in the galaxy."""
    return stable_id("misp", "cluster", technique)


def cluster_name(technique: Technique) -> str:
    """What a technique is called in the galaxy: its label and its code, as other matrices do."""
    label = technique.label_in("en")
    return f"{label} - {technique.code}" if technique.code else label


def machine_tag(predicate: str, value: str) -> str:
    """A tag of the taxonomy."""
    return f'{NAMESPACE}:{predicate}="{value}"'


def galaxy_tag(technique: Technique) -> str:
    """A tag that leads to a technique of the galaxy."""
    return f'misp-galaxy:{GALAXY}="{cluster_name(technique)}"'
