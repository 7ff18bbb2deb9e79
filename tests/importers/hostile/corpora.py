"""Ten hostile corpora: each is the invented example with something in it that must not come in.

It depends on the samples of the readers only.
A further attack or mishap is one more line in `HOSTILE`: what is changed, and where it must show.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tests.importers.samples import Files, octets, rows, sample, with_cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Hostile:
    """One hostile corpus: the change that makes it, and the places that must be named."""

    change: Callable[[Files], Files]
    places: list[tuple[str, int, str]]


def _cell(table: str, row: int, **cells: str) -> Callable[[Files], Files]:
    return lambda files: {table: with_cell(files[table], row, **cells)}


def _wrong_header(files: Files) -> Files:
    without = files["incidents.csv"].decode().partition("\n")[2]
    return {"incidents.csv": without.encode()}


def _unknown_column(files: Files) -> Files:
    table = rows(files["sources.csv"])
    return {
        "sources.csv": octets([[*table[0], "home_address"], *([*row, "x"] for row in table[1:])])
    }


def _circle(files: Files) -> Files:
    table = with_cell(files["sources.csv"], 2, derived_from="petrel-article")
    return {"sources.csv": table}


def _duplicate(files: Files) -> Files:
    table = rows(files["decisions.csv"])
    return {"decisions.csv": octets([*table, table[1]])}


def _mixed_encodings(files: Files) -> Files:
    table = with_cell(files["sources.csv"], 2, title="PLACE ONE")
    table = with_cell(table, 4, title="PLACE TWO")
    table = table.replace(b"PLACE ONE", "Граница".encode("cp1251"))
    return {"sources.csv": b"\xef\xbb\xbf" + table.replace(b"PLACE TWO", b"\xef\xbb\xbfBorder")}


HOSTILE = {
    "a wrong header": Hostile(change=_wrong_header, places=[("incidents.csv", 1, "")]),
    "an unknown column": Hostile(
        change=_unknown_column, places=[("sources.csv", 1, "home_address")]
    ),
    "a circle of reports": Hostile(
        change=_circle,
        places=[("sources.csv", 2, "derived_from"), ("sources.csv", 3, "derived_from")],
    ),
    "a statement about a missing incident": Hostile(
        change=_cell("statements.csv", 3, incident="abduction-9"),
        places=[("statements.csv", 3, "incident")],
    ),
    "an impossible date": Hostile(
        change=_cell("statements.csv", 2, date="2023-02-30"),
        places=[("statements.csv", 2, "date")],
    ),
    "a maximum below the minimum": Hostile(
        change=_cell("statements.csv", 4, persons_min="3", persons_max="2"),
        places=[("statements.csv", 4, "persons_max")],
    ),
    "an id that stands twice": Hostile(
        change=_duplicate,
        places=[("decisions.csv", 3, "id"), ("decisions.csv", 3, "field")],
    ),
    "mixed encodings and a byte order mark inside": Hostile(
        change=_mixed_encodings,
        places=[("sources.csv", 2, "title"), ("sources.csv", 4, "title")],
    ),
    "a cell of 200,000 characters": Hostile(
        change=_cell("statements.csv", 5, says="a" * 200_000),
        places=[("statements.csv", 5, "says")],
    ),
    "a formula in a cell": Hostile(
        change=_cell("incidents.csv", 2, label='=HYPERLINK("http://example.org","click")'),
        places=[("incidents.csv", 2, "label")],
    ),
}


def changed(*names: str) -> Files:
    """The example with several of these changes at once, one after the other."""
    files = sample()
    for name in names:
        files.update(HOSTILE[name].change(files))
    return files
