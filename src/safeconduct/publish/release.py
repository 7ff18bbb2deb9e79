"""A release: frozen tables, texts and pictures with lineage, method, caveats and licence.

It depends on the errors and the standard library, and holds nothing that may not be published.
A further part of a release is a field here and a line in `canonical`; the same release has the same
bytes, and so the same digest, on every machine.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.errors import InvalidRecord

if TYPE_CHECKING:
    from collections.abc import Mapping

KINDS: Final = ("release", "correction", "withdrawal")
# How a label says that a cell is a total over that dimension.
TOTAL: Final = "total"
# It becomes a part of names of files, which no system lets be longer than 255 bytes.
IDENTIFIER: Final = re.compile(r"(?=.{1,60}\Z)[a-z0-9]+(-[a-z0-9]+)*")

Wording = tuple[tuple[str, str], ...]
Written = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedDimension:
    """One side of a table: the name of a dimension and its labels, in order.

    labels: ids of terms, states or years, "other" and "unknown"; a plus sign joins categories that
        were merged. The plan names them, not the cases, so that a label tells nobody whether there
        is a case.
    """

    name: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedCell:
    """One cell or total as it is published.

    labels: one a dimension; `TOTAL` where the cell is a total over it.
    shown: what a reader sees, such as "under 5", "10–14", "not shown".
    low, high: the least and greatest count that it may stand for; None for no upper bound.
        Unit: the table's measure.
    """

    labels: tuple[str, ...]
    shown: str
    low: int
    high: int | None

    @property
    def is_total(self) -> bool:
        """Whether it is a total over at least one dimension, or over all."""
        return not self.labels or TOTAL in self.labels


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedTable:
    """One table of a release.

    id: short, the same in every release that carries the table on.
    title: by language. question: what was counted, in words of the plan.
    adds_up: whether the cells add up to the total; they do not where somebody stands in two.
    counts_listed: whether it also counts the incidents of the public list.
    scheme, filters: what must be equal for two tables to be about the same persons.
    """

    id: str
    title: Wording
    scheme: str
    filters: tuple[str, ...]
    measure: str
    protection: str
    adds_up: bool
    counts_listed: bool = False
    dimensions: tuple[ReleasedDimension, ...]
    cells: tuple[ReleasedCell, ...]

    @property
    def total(self) -> ReleasedCell:
        """The total over everything."""
        return next(cell for cell in self.cells if all(label == TOTAL for label in cell.labels))

    @property
    def inner(self) -> tuple[ReleasedCell, ...]:
        """The cells that are no totals; a table without dimensions has its total only."""
        return tuple(cell for cell in self.cells if not cell.is_total)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedIncident:
    """One publicly reported incident of the named list, which the protected tables leave out.

    label: what a page calls it. sources: publisher and address of each public report.
    coordinates: the labels of each allowed field. persons: the least number of persons.
    """

    label: str
    persons: int
    coordinates: tuple[tuple[str, tuple[str, ...]], ...]
    sources: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedText:
    """A text of a release in one language, as Markdown."""

    name: str
    language: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedPicture:
    """A picture of a release: its file name, its bytes, and what it says to who cannot see it."""

    name: str
    media_type: str
    octets: bytes = field(repr=False)
    alternative: Wording

    @property
    def sha256(self) -> str:
        """The digest of its bytes."""
        return hashlib.sha256(self.octets).hexdigest()


@dataclass(frozen=True, kw_only=True)
class Release:
    """What was published, frozen.

    kind: release; correction, which replaces an earlier one; withdrawal, which takes it back.
    made_on, as_of: days, as YYYY-MM-DD; the cases were known by `as_of`.
    method, caveats, reason: by language. listed_rule: the rule of the public list.
    lineage: names and digests of what it was made from; the corpus by a sealed digest, which
        nobody can try guesses against.
    previous: digests of every release before it, oldest first. concerns: the digest of the release
        that a correction or withdrawal is about, with the `reason`.
    """

    id: str
    version: str
    kind: str = "release"
    title: Wording
    publisher: str
    made_on: str
    as_of: str
    licence: str
    audience: str = "public"
    languages: tuple[str, ...] = ("en",)
    method: Wording = ()
    caveats: tuple[Wording, ...] = ()
    lineage: tuple[tuple[str, str], ...] = ()
    previous: tuple[str, ...] = ()
    concerns: str = ""
    reason: Wording = ()
    tables: tuple[ReleasedTable, ...] = ()
    listed_rule: str = "none"
    listed: tuple[ListedIncident, ...] = ()
    texts: tuple[ReleasedText, ...] = ()
    pictures: tuple[ReleasedPicture, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a release that contradicts itself."""
        problems = []
        if not IDENTIFIER.fullmatch(self.id):
            problems.append(("id", "is not 1 to 60 of a–z, 0–9 and single hyphens"))
        if self.kind not in KINDS:
            problems.append(("kind", f"is not one of {', '.join(KINDS)}"))
        if (self.kind == "release") == bool(self.concerns):
            problems.append(("concerns", "names a release exactly in corrections and withdrawals"))
        if self.kind == "withdrawal" and (self.tables or self.listed or self.pictures):
            problems.append(("tables", "a withdrawal publishes nothing anew"))
        if len({table.id for table in self.tables}) != len(self.tables):
            problems.append(("tables", "two of them have the same id"))
        if problems:
            raise InvalidRecord("release", problems)

    @cached_property
    def canonical(self) -> bytes:
        """The release as bytes of JSON: keys sorted, UTF-8, one newline at the end."""
        return _json(as_written(self))

    @cached_property
    def digest(self) -> str:
        """SHA-256 over the canonical bytes; a picture counts by the digest of its own."""
        return hashlib.sha256(self.canonical).hexdigest()

    @property
    def by_table(self) -> Mapping[str, ReleasedTable]:
        """The tables by their ids."""
        return MappingProxyType({table.id: table for table in self.tables})


def as_written(release: Release) -> Written:
    """A release as `release.json` holds it."""
    plain = ("id", "version", "kind", "publisher", "made_on", "as_of", "licence", "audience")
    return {
        "format": "safeconduct-release-1",
        **{name: getattr(release, name) for name in (*plain, "concerns", "listed_rule")},
        "title": dict(release.title),
        "languages": list(release.languages),
        "method": dict(release.method),
        "caveats": [dict(caveat) for caveat in release.caveats],
        "lineage": dict(release.lineage),
        "previous": list(release.previous),
        "reason": dict(release.reason),
        "tables": [_table(table) for table in release.tables],
        "listed": [_listed(incident) for incident in release.listed],
        "texts": [
            {"name": text.name, "language": text.language, "body": text.body}
            for text in release.texts
        ],
        "pictures": [
            {
                "name": picture.name,
                "media_type": picture.media_type,
                "sha256": picture.sha256,
                "alternative": dict(picture.alternative),
            }
            for picture in release.pictures
        ],
    }


def _table(table: ReleasedTable) -> Written:
    return {
        "id": table.id,
        "title": dict(table.title),
        "scheme": table.scheme,
        "filters": list(table.filters),
        "measure": table.measure,
        "protection": table.protection,
        "adds_up": table.adds_up,
        "counts_listed": table.counts_listed,
        "dimensions": [
            {"name": dimension.name, "labels": list(dimension.labels)}
            for dimension in table.dimensions
        ],
        "cells": [
            {
                "labels": list(cell.labels),
                "shown": cell.shown,
                "low": cell.low,
                "high": cell.high,
            }
            for cell in table.cells
        ],
    }


def _listed(incident: ListedIncident) -> Written:
    return {
        "label": incident.label,
        "persons": incident.persons,
        "coordinates": {name: list(labels) for name, labels in incident.coordinates},
        "sources": [list(source) for source in incident.sources],
    }


def _json(written: Written) -> bytes:
    text = json.dumps(written, ensure_ascii=False, sort_keys=True, indent=1)
    return (text + "\n").encode()
