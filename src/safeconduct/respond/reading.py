"""Reading one data file of the responses: opened with care, its id and its citations checked.

It depends on the vocabulary for careful tables, ids and citations, and on the errors.
What several kinds of file share is one function here; a kind has a module of its own beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from safeconduct import vocabulary
from safeconduct.registry import data_files
from safeconduct.vocabulary import Citation, territory
from safeconduct.vocabulary.careful_file import parsed
from safeconduct.vocabulary.careful_table import CarefulTable
from safeconduct.vocabulary.term_reading import is_id

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_A_DAY = len("2026-11-01")


def ids_in(folder: Path) -> frozenset[str]:
    """Name the ids that the files of a folder have, without reading them."""
    return frozenset(path.stem for path in data_files(folder))


def opened(path: Path) -> CarefulTable:
    """Open a file whose `id` is its name.

    Raises:
        InvalidVocabulary: it is not TOML in UTF-8.
    """
    table = CarefulTable(parsed(path))
    if not is_id(path.stem):
        table.complain("file", "has a name that is not lower-case words joined by hyphens")
    if table.text("id", required=True) not in {path.stem, ""}:
        table.complain("id", "is not the name of the file")
    return table


def citation(table: CarefulTable, key: str, *, is_weak: bool = False) -> Citation:
    """Read one source; unless it is owned to be weak it says where in the work, or an address."""
    source = table.table(key, required=True)
    return Citation(title="") if source is None else _citation(source, is_weak=is_weak)


def citations(table: CarefulTable, key: str) -> tuple[Citation, ...]:
    """Read the sources of a whole file, at least one."""
    return tuple(_citation(each) for each in table.tables(key, required=True))


def _citation(source: CarefulTable, *, is_weak: bool = False) -> Citation:
    cited = Citation(
        title=source.text("title", required=True),
        page=source.text("page"),
        section=source.text("section"),
        footnote=source.text("footnote"),
        url=source.text("url"),
        date=source.day("date"),
    )
    if not (is_weak or cited.page or cited.section or cited.url):
        source.complain("section", "is missing, and so are a page and an address")
    source.finish()
    return cited


def full_day(table: CarefulTable, key: str, *, required: bool = True) -> str:
    """Read a day that is exact; an empty one stays empty unless it is required."""
    day = table.day(key, required=True)
    if (day or required) and len(day) != _A_DAY and not _is_known_problem(table, key):
        table.complain(key, "is not a day of the form YYYY-MM-DD")
    return day


def _is_known_problem(table: CarefulTable, key: str) -> bool:
    """Whether the last thing that was wrong is this key: one fault is told once."""
    return bool(table.problems) and table.problems[-1][0].rpartition(".")[2] == key


def flag_or_false(table: CarefulTable, key: str) -> bool:
    """Read true or false; absent is false."""
    return table.has(key) and table.flag(key)


def states(table: CarefulTable, key: str) -> tuple[str, ...]:
    """Read a list of states; an absent one is empty."""
    return known(table, key, ids=territory.codes(), what="a territory")


def techniques(table: CarefulTable, key: str = "techniques") -> tuple[str, ...]:
    """Read a list of techniques of the vocabulary; an absent one is empty."""
    return known(table, key, ids=vocabulary.ids("techniques"), what="a technique")


def known(table: CarefulTable, key: str, *, ids: Iterable[str], what: str) -> tuple[str, ...]:
    """Read a list of ids, each of which must exist."""
    listed, existing = table.texts(key), frozenset(ids)
    for each in listed:
        if each not in existing:
            table.complain(key, f"{each!r} is not {what}")
    return listed
