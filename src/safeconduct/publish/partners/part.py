"""A part of a package: a file with a name and the group of consent that lets it out.

It depends on the record for the tables of a corpus, and on the rule of whereabouts.
A column that may go to a partner is in one line of `_GROUPS`; a column in none goes nowhere.

Safety: the groups are an allow-list. Notes of coders, quotations, the setting of an act, the names
of colleagues and places finer than a state are in none of them.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.errors import InvalidRecord
from safeconduct.publish.whereabouts import without_whereabouts
from safeconduct.record.permission import require_permission
from safeconduct.record.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from safeconduct.record.corpus import Corpus

NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,60}(\.[A-Za-z0-9]{1,8}){0,2}")
_GROUPS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "facts": {
            "incidents": "id kind chain responds_to overlaps same_person_as instruments",
            "statements": "id incident mode revises basis credibility date date_extent "
            "place_of_act place_of_target origin hosts transit techniques actor actor_organ_of "
            "attribution targets persons_min persons_max outcome motive motive_by",
            "decisions": "id incident field value decided_on",
            "reported_figures": "id minimum maximum qualifier unit scope period as_of part_of "
            "sum_of same_quantity_as about",
        },
        "words": {
            "incidents": "id label",
            "statements": "id says",
            "decisions": "id reason",
            "reported_figures": "id label caveats",
        },
        "sources": {
            "sources": "id kind title language publisher published accessed as_of url "
            "locator_state derived_from organ_of reliability voice",
            "statements": "id source locator derived_from basis_by basis_against",
            "reported_figures": "id source locator",
        },
    }
)
GROUPS: Final = tuple(_GROUPS)
_NEVER_DECIDED: Final = frozenset({"setting", "place_of_target"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A file of a package: its name, the group that lets it out, its octets."""

    name: str
    group: str
    octets: bytes = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse a name that could lead out of a folder.

        Raises:
            InvalidRecord: it could.
        """
        if not NAME.fullmatch(self.name):
            raise InvalidRecord("part", [("name", "is not of letters, digits and one ending")])


def corpus_parts(
    corpus: Corpus, *, groups: Collection[str], tlp: str, purpose: str
) -> tuple[Part, ...]:
    """Write the tables of a corpus, each group that is let out as files of its own.

    Raises:
        NotFound: there is no such label or purpose.
        Refusal: the corpus itself does not admit it.
    """
    require_permission(corpus.masthead, audience=tlp, purpose=purpose)
    leaving = without_whereabouts(corpus)
    found: list[Part] = []
    for group in GROUPS:
        if group in groups:
            found.extend(
                Part(name=f"{group}-{table}.csv", group=group, octets=octets)
                for table, names in _GROUPS[group].items()
                if (octets := _csv(leaving, table, names.split()))
            )
    return tuple(found)


def _csv(corpus: Corpus, table: str, names: list[str]) -> bytes:
    columns = [column for column in TABLES[table].columns if column.name in names]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column.name for column in columns])
    records = [
        record
        for record in corpus.tables[table]
        if getattr(record, "field", "") not in _NEVER_DECIDED
    ]
    for record in records:
        writer.writerow([column.write(getattr(record, column.name)) for column in columns])
    return out.getvalue().encode() if records else b""
