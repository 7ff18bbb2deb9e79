"""The allow-list: the only fields of a record that may leave in a table, and how coarsely.

It depends on the dimensions of counting.
What is not on the list does not leave; a further field is a line here with its reason, and a
decision record.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

# Each field that may leave, and its grain; places are states, and there is no map below them.
ALLOWED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "year": "the year of the act",
        "tactic": "a tactic of the vocabulary",
        "technique": "a technique of the vocabulary",
        "host": "a state",
        "origin": "a state",
        "place": "a state",
        "target": "a kind of target of the vocabulary",
        "attribution": "how far the act is linked to a state",
        "outcome": "an outcome of the vocabulary",
        "standing": "how well it is supported",
    }
)
# The vocabulary set of each field that holds terms; the others hold states, years or standings.
TERMS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "tactic": "tactics",
        "technique": "techniques",
        "target": "targets",
        "attribution": "attributions",
        "outcome": "outcomes",
    }
)
# Each dimension of counting that may not, and why.
KEPT: Final[Mapping[str, str]] = MappingProxyType(
    {"setting": "it tells where a person can be found"}
)
MOST_DIMENSIONS: Final = 3
PERSONS: Final = "persons"  # the unit of protection
K_PERSONS: Final = 5  # the smallest group whose number is shown
LATE_DAYS: Final = 90
QUARTER_DAYS: Final = 89  # the shortest quarter but one day, 1 January to 31 March
