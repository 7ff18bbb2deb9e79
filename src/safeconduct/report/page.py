"""A page before it is printed: its file, its section, its title, its template and what it shows.

It depends on nothing but the standard library.
A section is what the navigation names; a new one is declared by the module that writes its pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import ModuleType


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One line of the navigation: its index page, its message, its place in the order."""

    name: str
    label: str
    order: int


def sections_of(modules: Iterable[ModuleType]) -> tuple[Section, ...]:
    """The sections that kinds of pages stand in, each once, in order."""
    found = {module.SECTION.name: module.SECTION for module in modules}
    return tuple(sorted(found.values(), key=lambda section: section.order))


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of one language; `title` is plain text, `template` a file in `templates/pages/`."""

    file: str
    section: str
    template: str
    title: str
    view: object


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """Where one of several index pages stands among the others, with the files beside it."""

    number: int
    last: int
    previous: str
    following: str
