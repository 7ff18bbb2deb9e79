"""The codebook: every column and label of the tables, with the words of the vocabulary.

It depends on the public edition and the vocabulary.
A dimension whose labels are terms has their definitions; labels of other dimensions explain
themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.report.address import anchor
from safeconduct.report.messages import marked
from safeconduct.report.page import Page, Section
from safeconduct.report.public.edition import TERMS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.report.public.edition import PublicEdition

SECTION: Final = Section(name="codebook", label=marked("Codebook"), order=40)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """One label as the files have it, in words, and what it means."""

    code: str
    label: str
    definition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedColumn:
    """One dimension with every label that a table of the current release has."""

    name: str
    label: str
    anchor: str
    labels: tuple[Coded, ...]


def pages(edition: PublicEdition) -> Iterator[Page]:
    """Write the page."""
    yield Page(
        file=f"{SECTION.name}.html",
        section=SECTION.name,
        template="codebook",
        title=edition.wording.say("Codebook"),
        view=tuple(_columns(edition)),
    )


def _columns(edition: PublicEdition) -> Iterator[CodedColumn]:
    current = edition.history.current
    labels: dict[str, dict[str, None]] = {}
    for table in current.release.tables if current else ():
        for side in table.dimensions:
            parts = (part for label in side.labels for part in label.split("+"))
            labels.setdefault(side.name, {}).update(dict.fromkeys(parts))
    for name, found in labels.items():
        yield CodedColumn(
            name=name,
            label=edition.dimension(name),
            anchor=anchor(name),
            labels=tuple(_coded(name, code, edition) for code in found),
        )


def _coded(dimension: str, code: str, edition: PublicEdition) -> Coded:
    definition = ""
    if dimension in TERMS and code in vocabulary.ids(TERMS[dimension]):
        term = vocabulary.term(TERMS[dimension], code)
        definition = term.definition_in(edition.wording.language)
    return Coded(code=code, label=edition.label(dimension, code), definition=definition)
