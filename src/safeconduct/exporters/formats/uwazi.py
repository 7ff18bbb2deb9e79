"""Uwazi CSV: one row an incident, in the form that Uwazi's own import reads.

It depends on the handover.
A heading is the label of a property of the template that receives it; a further property is one
more line in `_COLUMNS`. Several values stand between `|`, a link is `label|address`, and a range of
days is read with a colon (Uwazi itself writes it with a tilde).

Source: Uwazi, `app/api/csv` of its repository.
"""

from __future__ import annotations

import csv
import io
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.exporters.formats import hxl
from safeconduct.exporters.safe_cells import safe_row
from safeconduct.vocabulary import territory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from safeconduct.exporters.adopted import AdoptedIncident
    from safeconduct.exporters.handover import Handover

NAME: Final = "uwazi"
PLAIN: Final = "CSV for the import of Uwazi, one incident a row"
ENDING: Final = ".csv"
HOLDS: Final = ("corpus",)
ROWS: Final = "incidents"
_ALSO: Final = MappingProxyType(
    {
        "statements.says": "summary",
        "statements.actor": "actor, where the incident is at least corroborated",
        "sources.title": "the label of the link",
    }
)
CARRIES: Final[Mapping[str, str]] = MappingProxyType({**hxl.CARRIES, **_ALSO})
LEAVES: Final[Mapping[str, str]] = MappingProxyType(
    {column: reason for column, reason in hxl.LEAVES.items() if column not in _ALSO}
)
_SEPARATOR: Final = "|"


def files(handed: Handover) -> Mapping[str, bytes]:
    """One CSV table."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([*_COLUMNS, "link", "tlp"])
    for told in handed.incidents:
        cells = [_joined(find(told)) for find in _COLUMNS.values()]
        writer.writerow(safe_row([*cells, _link(handed, told), handed.tlp]))
    return {f"{NAME}{ENDING}": text.getvalue().encode()}


def _joined(values: Iterable[str]) -> str:
    # The separator cannot be escaped there, so it gives way to a stroke.
    return _SEPARATOR.join(each.replace(_SEPARATOR, "/") for each in values if each)


def _range(told: AdoptedIncident) -> Iterator[str]:
    if told.first_day or told.last_day:
        yield f"{told.first_day}:{told.last_day}"


def _labels(set_id: str, field: str) -> Callable[[AdoptedIncident], Iterator[str]]:
    def find(told: AdoptedIncident) -> Iterator[str]:
        for word in told.words(field):
            yield vocabulary.term(set_id, word).label_in("en")

    return find


def _states(field: str) -> Callable[[AdoptedIncident], Iterator[str]]:
    def find(told: AdoptedIncident) -> Iterator[str]:
        for state in told.words(field):
            yield territory.name(state, "en")

    return find


def _act(told: AdoptedIncident) -> Iterator[str]:
    if told.place:
        yield territory.name(told.place.state, "en")


def _said(told: AdoptedIncident) -> Iterator[str]:
    """What the statements say, once each, as one text."""
    yield " ".join(dict.fromkeys(each.statement.says or "" for each in told.supporting)).strip()


def _link(handed: Handover, told: AdoptedIncident) -> str:
    """The first source with an address: Uwazi takes one link a property."""
    for each in told.supporting:
        source = handed.corpus.sources[each.statement.source]
        if source.url:
            label = source.title or source.publisher or source.id
            return f"{label.replace(_SEPARATOR, '/')}{_SEPARATOR}{source.url}"
    return ""


_COLUMNS: Final[Mapping[str, Callable[[AdoptedIncident], Iterable[str]]]] = MappingProxyType(
    {
        "title": lambda told: (told.incident.label,),
        "incident": lambda told: (told.incident.id,),
        "chain": lambda told: (told.incident.chain_id,),
        "standing": lambda told: (told.standing,),
        "date": _range,
        "country of the act": _act,
        "hosts": _states("hosts"),
        "origin": _states("origin"),
        "techniques": _labels("techniques", "techniques"),
        "attribution": _labels("attributions", "attribution"),
        "targets": _labels("targets", "targets"),
        "persons at least": lambda told: told.persons[:1],
        "persons at most": lambda told: told.persons[1:],
        "outcome": _labels("outcomes", "outcome"),
        "actor": lambda told: (told.actor,),
        "statements": lambda told: (str(len(told.supporting)),),
        "summary": _said,
    }
)
