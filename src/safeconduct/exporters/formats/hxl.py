"""HXL: a CSV table with one row of hashtags below the headings, as humanitarian tools take it.

It depends on the handover.
A row is an incident, or a cell of a release; a further column is one more line in `_COLUMNS`.

Source: HXL standard 1.1, https://hxlstandard.org/standard/1-1final/.
"""

from __future__ import annotations

import csv
import io
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.exporters.kept_back import KEPT_BACK
from safeconduct.exporters.safe_cells import safe_row
from safeconduct.vocabulary import territory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from safeconduct.exporters.adopted import AdoptedIncident
    from safeconduct.exporters.handover import Handover
    from safeconduct.publish.release import ReleasedTable

NAME: Final = "hxl"
PLAIN: Final = "CSV with a row of HXL hashtags, one incident a row"
ENDING: Final = ".csv"
HOLDS: Final = ("corpus", "release")
ROWS: Final = "incidents"
_LIST: Final = "|"
_THROUGH: Final = "through the standing"
_VALUE: Final = "the column of that name"
CARRIES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "incidents.id": _VALUE,
        "incidents.label": _VALUE,
        "incidents.kind": "only incidents are rows",
        "incidents.chain": _VALUE,
        "statements.id": "the number of statements behind a row",
        "statements.source": "the addresses of the sources",
        "statements.incident": "the row it is about",
        "statements.mode": _THROUGH,
        "statements.revises": _THROUGH,
        "statements.basis": _THROUGH,
        "statements.basis_by": _THROUGH,
        "statements.basis_against": _THROUGH,
        "statements.derived_from": _THROUGH,
        "statements.credibility": _THROUGH,
        "statements.date": "first and last day",
        "statements.place_of_act": "country of the act",
        "statements.origin": _VALUE,
        "statements.hosts": _VALUE,
        "statements.techniques": _VALUE,
        "statements.attribution": _VALUE,
        "statements.targets": _VALUE,
        "statements.persons_min": _VALUE,
        "statements.persons_max": _VALUE,
        "statements.outcome": _VALUE,
        "sources.id": "through the addresses",
        "sources.url": "the addresses of the sources",
        "sources.publisher": _THROUGH,
        "sources.derived_from": _THROUGH,
        "sources.reliability": _THROUGH,
        "sources.organ_of": _THROUGH,
        "sources.voice": _THROUGH,
        "decisions.incident": "through the value adopted",
        "decisions.field": "through the value adopted",
        "decisions.value": "through the value adopted",
    }
)
_NO_COLUMN: Final = "a row has one line for a whole incident"
LEAVES: Final[Mapping[str, str]] = MappingProxyType(
    {
        **KEPT_BACK,
        **{
            f"sources.{name}": _NO_COLUMN
            for name in (
                "kind",
                "title",
                "language",
                "published",
                "accessed",
                "as_of",
                "locator_state",
            )
        },
        **{
            f"statements.{name}": _NO_COLUMN
            for name in (
                "locator",
                "says",
                "date_extent",
                "transit",
                "actor",
                "actor_organ_of",
                "motive",
                "motive_by",
            )
        },
        "statements.place_of_target": "it tells where a person can be found",
        **{
            f"incidents.{name}": _NO_COLUMN
            for name in ("responds_to", "overlaps", "same_person_as", "instruments")
        },
        "reported_figures.*": "they are no incidents",
        "decisions.id": _NO_COLUMN,
        "decisions.reason": _NO_COLUMN,
        "decisions.decided_on": _NO_COLUMN,
    }
)

# Heading, hashtag, and what stands in the cell.
_COLUMNS: Final[tuple[tuple[str, str, Callable[[AdoptedIncident], Iterable[str]]], ...]] = (
    ("id", "#event+id", lambda told: (told.incident.id,)),
    ("label", "#event+name", lambda told: (told.incident.label,)),
    ("chain", "#event+chain+id", lambda told: (told.incident.chain_id,)),
    ("standing", "#status+standing", lambda told: (told.standing,)),
    ("first day", "#date+occurred+start", lambda told: (told.first_day,)),
    ("last day", "#date+occurred+end", lambda told: (told.last_day,)),
    (
        "country of the act",
        "#country+code+v_iso2+act",
        lambda told: (told.place.state if told.place else "",),
    ),
    ("hosts", "#country+code+v_iso2+host+list", lambda told: told.words("hosts")),
    ("origin", "#country+code+v_iso2+origin", lambda told: told.words("origin")),
    ("techniques", "#event+type+list", lambda told: told.words("techniques")),
    ("attribution", "#cause+attribution", lambda told: told.words("attribution")),
    ("targets", "#event+target+list", lambda told: told.words("targets")),
    ("persons at least", "#affected+min+num", lambda told: told.persons[:1]),
    ("persons at most", "#affected+max+num", lambda told: told.persons[1:]),
    ("outcome", "#impact+type+list", lambda told: told.words("outcome")),
    ("statements", "#meta+statements+num", lambda told: (str(len(told.supporting)),)),
)


def files(handed: Handover) -> Mapping[str, bytes]:
    """One table for a corpus; for a release one a table, each below the other's hashtags."""
    rows = _of_release(handed) if handed.holds == "release" else _of_corpus(handed)
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(safe_row(row) for row in rows)
    return {f"{NAME}{ENDING}": text.getvalue().encode()}


def _of_corpus(handed: Handover) -> Iterator[Iterable[str]]:
    yield [*(heading for heading, _, _ in _COLUMNS), "country name", "sources", "tlp"]
    yield [
        *(hashtag for _, hashtag, _ in _COLUMNS),
        "#country+name+act",
        "#meta+url+list",
        "#meta+sensitivity+tlp",
    ]
    for told in handed.incidents:
        named = territory.name(told.place.state, "en") if told.place else ""
        heard = {each.statement.source for each in told.supporting}
        urls = [handed.corpus.sources[each].url or "" for each in sorted(heard)]
        cells = [_LIST.join(find(told)) for _, _, find in _COLUMNS]
        yield [*cells, named, _LIST.join(filter(None, urls)), handed.tlp]


def _of_release(handed: Handover) -> Iterator[Iterable[str]]:
    """All tables below one another: dimension and label by pair, so that one header fits all."""
    most = max((len(table.dimensions) for table in handed.release.tables), default=0)
    places = range(1, most + 1)
    yield [
        "table",
        *(f"{what} {place}" for place in places for what in ("dimension", "label")),
        "shown",
        "low",
        "high",
    ]
    yield [
        "#indicator+name",
        *(f"#meta+{what}{place}" for place in places for what in ("dimension", "label")),
        "#indicator+value+text",
        "#indicator+value+min+num",
        "#indicator+value+max+num",
    ]
    for table in handed.release.tables:
        yield from _released(table, most)


def _released(table: ReleasedTable, most: int) -> Iterator[Iterable[str]]:
    names = [dimension.name for dimension in table.dimensions]
    for cell in table.cells:
        pairs = [text for pair in zip(names, cell.labels, strict=True) for text in pair]
        blank = [""] * (2 * most - len(pairs))
        highest = "" if cell.high is None else str(cell.high)
        yield [table.id, *pairs, *blank, cell.shown, str(cell.low), highest]
