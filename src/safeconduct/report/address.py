"""Addresses: in which file of a language's folder each page stands.

It depends on the corpus's ids only.
All pages of a language stand in one flat folder, so that a link is a file name wherever it stands.
An id may hold what a file system does not keep apart (capital letters, other scripts), so a name is
derived from it here and nowhere else.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

OVERVIEW: Final = "index.html"
_LONGEST_NAME: Final = 100
_AWKWARD: Final = re.compile(r"[^A-Za-z0-9.-]")


def file_names(kind: str, identifiers: Iterable[str]) -> Mapping[str, str]:
    """Name the file of every record of a kind, so that no two share one, whatever the system."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for identifier in identifiers:
        name = f"{kind}-{_plain(identifier)}"
        if name.casefold() in taken:
            name = f"{name}-{_digest(identifier)}"
        taken.add(name.casefold())
        names[identifier] = f"{name}.html"
    return names


def index_file(name: str, number: int = 1) -> str:
    """Name the file of an index page, and of its further pages."""
    return f"{name}.html" if number == 1 else f"{name}-{number}.html"


def anchor(identifier: str) -> str:
    """An id as a place within a page."""
    return f"at-{_plain(identifier)}"


def _plain(identifier: str) -> str:
    plain = _AWKWARD.sub(lambda found: f"_{ord(found[0]):x}_", identifier)
    return plain if len(plain) <= _LONGEST_NAME else f"{plain[:80]}-{_digest(identifier)}"


def _digest(identifier: str) -> str:
    return hashlib.sha256(identifier.encode()).hexdigest()[:10]
