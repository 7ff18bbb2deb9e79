"""A data file of exposure, opened as a careful table whose blanks count as absent.

It depends on the careful table and the citation of the vocabulary, and on the partial dates of the
record.
A new kind of value that instruments and hosts share is one more function here.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.errors import InvalidRecord
from safeconduct.record.partial_date import parse
from safeconduct.vocabulary import Citation, careful_file, territory
from safeconduct.vocabulary.careful_file import parsed
from safeconduct.vocabulary.careful_table import CarefulTable
from safeconduct.vocabulary.term_reading import is_id

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PAGE: Final = "docs/reference/exposure.md"
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def opened(path: Path) -> CarefulTable:
    """Parse a file; a key whose text is empty is as good as absent.

    Raises:
        InvalidVocabulary: the file is not TOML in UTF-8.
    """
    return CarefulTable(_without_blanks(parsed(path)))


def closed(table: CarefulTable, path: Path) -> None:
    """End the reading of a file.

    Raises:
        InvalidVocabulary: something in it is wrong; every problem is named.
    """
    careful_file.closed(table, path, page=PAGE)


def identifier(table: CarefulTable) -> str:
    """Read the id of a provision or line."""
    found = table.text("id", required=True)
    if found and not is_id(found):
        table.complain("id", "is not lower-case words joined by hyphens")
    return found


def checked_on(table: CarefulTable) -> str:
    """Read the day on which the file was last checked, which is always a whole day."""
    found = table.text("as_of", required=True)
    if found and not _is_day(found):
        table.complain("as_of", "is not a day of the form YYYY-MM-DD")
    return found


def state(table: CarefulTable, key: str = "state", *, required: bool = True) -> str:
    """Read a state by its code."""
    found = table.text(key, required=required)
    if found and found not in territory.codes():
        table.complain(key, f"{found!r} is no territory code")
    return found


def states(table: CarefulTable, key: str) -> tuple[str, ...]:
    """Read a list of states by their codes; an absent one is empty."""
    found = table.texts(key)
    for code in found:
        if code not in territory.codes():
            table.complain(key, f"{code!r} is no territory code")
    return found


def stretch(table: CarefulTable) -> tuple[str, str]:
    """Read since and until, EDTF dates of which each may be open."""
    since, until = _edtf(table, "since"), _edtf(table, "until")
    if since and until and parse(until).latest < parse(since).earliest:
        table.complain("until", "is before the beginning")
    return since, until


def techniques(table: CarefulTable) -> tuple[str, ...]:
    """Read techniques of the vocabulary."""
    found = table.texts("techniques")
    known = vocabulary.ids("techniques")
    for term in found:
        if term not in known:
            near = ", ".join(vocabulary.nearest("techniques", term)) or "none is near"
            table.complain("techniques", f"{term!r} is no technique of the vocabulary ({near})")
    return found


def is_weak(table: CarefulTable) -> bool:
    """Read whether the source is weak; where nothing is said it is not."""
    return table.flag("weak") if table.has("weak") else False


def words(table: CarefulTable, key: str, *, required: bool = False) -> Mapping[str, str]:
    """Read a text in every language; an absent one is empty."""
    return table.words(key, required=required) or {}


def citation(table: CarefulTable) -> Citation:
    """Read the source, which has a title and a place in the work or an address."""
    source = table.table("source", required=True)
    if source is None:
        return Citation(title="")
    found = Citation(
        title=source.text("title", required=True),
        page=source.text("page"),
        section=source.text("section"),
        footnote=source.text("footnote"),
        url=source.text("url"),
        date=_edtf(source, "date"),
    )
    if not (found.page or found.section or found.footnote or found.url):
        source.complain("section", "is missing, and so are a page, a footnote and an address")
    if found.url and not found.url.startswith(("https://", "http://")):
        source.complain("url", "is no address that begins with https:// or http://")
    source.finish()
    return found


def _edtf(table: CarefulTable, key: str) -> str:
    found = table.text(key)
    try:
        return parse(found).text if found else ""
    except InvalidRecord:
        table.complain(key, "is no EDTF date such as 2023, 2023-10 or 2023-10-17")
        return ""


def _is_day(text: str) -> bool:
    try:
        return _DAY.fullmatch(text) is not None and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _without_blanks(table: Mapping[str, object]) -> dict[str, object]:
    kept = {key: _without_blank_parts(value) for key, value in table.items()}
    return {key: value for key, value in kept.items() if value not in ("", {})}


def _without_blank_parts(value: object) -> object:
    if isinstance(value, dict):
        return _without_blanks(value)
    if isinstance(value, list):
        return [_without_blank_parts(part) for part in value]
    return value
