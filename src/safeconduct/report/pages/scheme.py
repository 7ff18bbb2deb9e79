"""The page of one definition: its words, its rules, its count, and what it decides of each record.

It depends on the schemes, on the figure and on the edition. The rules are told from the scheme's
own data, so that the page cannot say another thing than the count.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safeconduct.figures.clause import IN, OUT, UNDECIDED
from safeconduct.report.components.chain import when_it_began
from safeconduct.report.components.figure import FigureView, figure_view
from safeconduct.report.components.standing import Chip, chip
from safeconduct.report.components.verdicts import VerdictView, verdict_view
from safeconduct.report.markup import joined
from safeconduct.report.page import Page
from safeconduct.report.pages.incidents import kind_order
from safeconduct.report.pages.schemes import SECTION
from safeconduct.report.wording import capital

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from safeconduct.figures.scheme import Scheme
    from safeconduct.report.edition import Edition
    from safeconduct.report.markup import Link

__all__ = ["SECTION", "pages"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedRow:
    """One record with what the definition says of it."""

    incident: Link
    kind: str
    chip: Chip
    verdict: VerdictView


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedGroup:
    """The records of which the definition says the same; `is_long` groups begin folded."""

    heading: str
    rows: tuple[DecidedRow, ...]
    is_folded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeView:
    """One definition."""

    label: str
    publisher: str
    version: str
    source: str
    url: str
    figure: FigureView
    rules: tuple[tuple[str, Markup | str], ...]
    groups: tuple[DecidedGroup, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """Write a page for every definition."""
    for identifier, scheme in edition.reading.schemes.items():
        yield Page(
            file=edition.files["scheme"][identifier],
            section=SECTION.name,
            template="scheme",
            title=edition.in_language(scheme.label),
            view=_view(scheme, edition),
        )


def _view(scheme: Scheme, edition: Edition) -> SchemeView:
    return SchemeView(
        label=edition.in_language(scheme.label),
        publisher=scheme.publisher,
        version=scheme.version,
        source=scheme.source["title"],
        url=scheme.source.get("url", ""),
        figure=figure_view(edition.reading.totals[scheme.id], edition),
        rules=_rules(scheme, edition),
        groups=_groups(scheme, edition),
    )


def _rules(scheme: Scheme, edition: Edition) -> tuple[tuple[str, Markup | str], ...]:
    """The clauses of the definition, in the order in which they are asked."""
    say, wording = edition.wording.say, edition.wording

    def terms(set_id: str, ids: frozenset[str]) -> str:
        return wording.listed(sorted(wording.term(set_id, each) for each in ids))

    places = {
        "anywhere": say("asks for no place"),
        "act-outside-origin": say("the act lies outside the origin state, named or not"),
        "target-outside-origin": say("the target is outside the origin state, named or not"),
    }
    units = {"incident": say("incidents"), "person": say("persons")}
    rules: tuple[tuple[str, Markup | str], ...] = (
        (say("Counts"), units[scheme.unit]),
        (say("Kinds"), terms("incident-kinds", scheme.kinds)),
        (say("Least standing"), edition.standing(scheme.minimum_standing.word)),
        (say("Techniques"), joined(edition.technique(each) for each in sorted(scheme.techniques))),
        (say("Tie to a state"), terms("attributions", scheme.attributions) or say("none needed")),
        (say("Left undecided"), terms("attributions", scheme.doubtful_attributions)),
        (say("Targets"), terms("targets", scheme.targets) or say("all")),
        (say("Place"), places[scheme.place]),
        (say("Its own scope"), scope_in_words(scheme, edition)),
    )
    return tuple((name, rule) for name, rule in rules if rule)


def scope_in_words(scheme: Scheme, edition: Edition) -> str:
    """The origins and years that the definition was made for; the counts here do not apply them."""
    wording = edition.wording
    parts = [wording.listed([wording.state(code) for code in sorted(scheme.origins)])]
    if scheme.years is not None:
        first, last = scheme.years
        parts.append(
            wording.say("from {year} on", year=str(first)) if last is None else f"{first}–{last}"
        )
    return "; ".join(part for part in parts if part)


def _groups(scheme: Scheme, edition: Edition) -> tuple[DecidedGroup, ...]:
    say = edition.wording.say
    verdicts = edition.reading.verdicts[scheme.id]
    incidents = edition.corpus.incidents
    ordered = sorted(
        incidents, key=lambda each: (kind_order(incidents[each].kind), when_it_began(each, edition))
    )
    headings = ((IN, say("In")), (UNDECIDED, say("Undecided")), (OUT, say("Out")))
    groups = [
        DecidedGroup(
            heading=heading,
            rows=tuple(
                _row(each, scheme, edition=edition)
                for each in ordered
                if verdicts[each].says == says
            ),
            is_folded=says == OUT,
        )
        for says, heading in headings
    ]
    return tuple(group for group in groups if group.rows)


def _row(incident: str, scheme: Scheme, *, edition: Edition) -> DecidedRow:
    kind = edition.corpus.incidents[incident].kind
    return DecidedRow(
        incident=edition.incident(incident),
        kind=capital(edition.wording.term("incident-kinds", kind)),
        chip=chip(incident, edition),
        verdict=verdict_view(scheme.id, incident, edition=edition),
    )
