"""The page of one technique: what it is, what it is not, who calls it what, and where it was seen.

It depends on the vocabulary, on the schemes and on the edition.
Incidents of which only weak statements name the technique stand apart from the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.report.components.chain import when_it_began
from safeconduct.report.markup import Link
from safeconduct.report.page import Page
from safeconduct.report.pages.incidents import IncidentRow, incident_row, kind_order
from safeconduct.report.pages.techniques import SECTION, tactic_order
from safeconduct.report.wording import capital

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from safeconduct.report.edition import Edition
    from safeconduct.vocabulary import Citation, Technique

__all__ = ["SECTION", "pages"]

_CROSSWALKS: Final = {
    "freedom-house": "Freedom House",
    "aaad": "AAAD",
    "cape": "CAPE",
    "cvt": "CVT, Team CommUNITY",
    "ohchr": "OHCHR",
    "huridocs": "HURIDOCS",
    "disarm": "DISARM",
    "misp": "MISP",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NeighbourView:
    """A neighbour that the technique must not be taken for, and why."""

    term: Link | str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TechniqueView:
    """One technique."""

    label: str
    code: str
    definition: str
    example: str
    note: str
    is_physical: bool
    is_of_paper: bool
    tactics: tuple[Link, ...]
    neighbours: tuple[NeighbourView, ...]
    crosswalks: tuple[tuple[str, str], ...]
    citations: tuple[str, ...]
    schemes: tuple[Link, ...]
    shown: tuple[IncidentRow, ...]
    shown_weakly: tuple[IncidentRow, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """Write a page for every technique."""
    for technique in vocabulary.techniques().values():
        yield Page(
            file=edition.files["technique"][technique.id],
            section=SECTION.name,
            template="technique",
            title=capital(technique.label_in(edition.wording.language)),
            view=_view(technique, edition),
        )


def _view(technique: Technique, edition: Edition) -> TechniqueView:
    language = edition.wording.language
    shown = edition.reading.showing.get(technique.id, ())
    weakly = {
        incident
        for incident in shown
        if technique.id in edition.reading.assessments[incident].values["techniques"].weak_additions
    }
    return TechniqueView(
        label=capital(technique.label_in(language)),
        code=technique.code or "",
        definition=technique.definition_in(language),
        example=edition.in_language(technique.example) if technique.example else "",
        note=edition.in_language(technique.note) if technique.note else "",
        is_physical=technique.physical,
        is_of_paper=technique.scope == "paper",
        tactics=tuple(
            Link(f"techniques.html#{tactic}", edition.wording.term("tactics", tactic))
            for tactic in sorted(technique.tactics, key=tactic_order)
        ),
        neighbours=tuple(
            NeighbourView(term=_neighbour(each.term, edition), why=edition.in_language(each.why))
            for each in technique.not_this
        ),
        crosswalks=tuple(
            (_CROSSWALKS.get(scheme, scheme), "; ".join(words))
            for scheme, words in technique.crosswalks.items()
        ),
        citations=tuple(cited(citation, edition) for citation in technique.sources),
        schemes=tuple(
            edition.scheme(scheme.id)
            for scheme in edition.reading.schemes.values()
            if technique.id in scheme.techniques
        ),
        shown=_rows((each for each in shown if each not in weakly), edition),
        shown_weakly=_rows(weakly, edition),
    )


def _neighbour(term: str, edition: Edition) -> Link | str:
    """A neighbour by its label; one of the same set leads to its page."""
    set_id, _, identifier = term.rpartition("/")
    label = capital(edition.wording.term(set_id or "techniques", identifier))
    return label if set_id else Link(edition.files["technique"][term], label)


def _rows(incidents: Iterable[str], edition: Edition) -> tuple[IncidentRow, ...]:
    kinds = edition.corpus.incidents
    ordered = sorted(
        incidents,
        key=lambda each: (kind_order(kinds[each].kind), when_it_began(each, edition), each),
    )
    return tuple(incident_row(each, edition) for each in ordered)


def cited(citation: Citation, edition: Edition) -> str:
    """A citation in one line: title, and the place in it."""
    say = edition.wording.say
    parts = (
        citation.title,
        citation.date,
        say("page {page}", page=citation.page) if citation.page else "",
        say("section {section}", section=citation.section) if citation.section else "",
        say("footnote {footnote}", footnote=citation.footnote) if citation.footnote else "",
    )
    return edition.wording.listed([part for part in parts if part])
