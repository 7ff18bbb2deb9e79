"""The page of one incident: its standing, its statements side by side, and what counts it.

It depends on the edition and on the components.
It shows every statement, also those that were withdrawn, and calls no source a winner.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safeconduct import vocabulary
from safeconduct.report.components.adopted import AdoptedView, adopted_view
from safeconduct.report.components.chain import ChainView, chain_view, when_in_words
from safeconduct.report.components.contradiction import FindingView, finding_view
from safeconduct.report.components.source import SourceView, source_view
from safeconduct.report.components.standing import Chip, chip
from safeconduct.report.components.statements import StatementTable, statement_tables
from safeconduct.report.components.verdicts import VerdictView, verdicts_on
from safeconduct.report.page import Page
from safeconduct.report.pages.incidents import SECTION, where_in_words
from safeconduct.report.wording import capital

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from safeconduct.report.edition import Edition
    from safeconduct.report.markup import Link, Passage

__all__ = ["SECTION", "pages"]

# What a reader wants to know first; the rest stands in the table of statements.
_IN_SHORT = (
    "techniques",
    "targets",
    "persons",
    "origin",
    "attribution",
    "outcome",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentView:
    """One incident with everything that is said about it."""

    id: str
    label: Passage
    kind: str
    kind_definition: str
    is_counted: bool
    when: str
    where: Markup
    in_short: tuple[AdoptedView, ...]
    chip: Chip
    reasons: tuple[Markup, ...]
    tables: tuple[StatementTable, ...]
    chain: ChainView | None
    verdicts: tuple[VerdictView, ...]
    related: tuple[tuple[str, tuple[Link, ...]], ...]
    instruments: tuple[str, ...]
    sources: tuple[SourceView, ...]
    findings: tuple[FindingView, ...]
    note: Passage | None


def pages(edition: Edition) -> Iterator[Page]:
    """Write a page for every incident."""
    for identifier, row in edition.corpus.incidents.items():
        yield Page(
            file=edition.files["incident"][identifier],
            section=SECTION.name,
            template="incident",
            title=str(edition.passage(row.label)),
            view=_view(identifier, edition),
        )


def _view(identifier: str, edition: Edition) -> IncidentView:
    row = edition.corpus.incidents[identifier]
    assessment = edition.reading.assessments[identifier]
    kind = vocabulary.term("incident-kinds", row.kind)
    language = edition.wording.language
    return IncidentView(
        id=row.id,
        label=edition.passage(row.label),
        kind=capital(kind.label_in(language)),
        kind_definition=kind.definition_in(language),
        is_counted=row.kind == "incident",
        when=capital(when_in_words(identifier, edition)),
        where=where_in_words(identifier, edition),
        in_short=tuple(
            adopted_view(assessment.values[field], assessment, edition=edition)
            for field in _IN_SHORT
            if assessment.values[field].value is not None
        ),
        chip=chip(identifier, edition),
        reasons=edition.told_all(assessment.reasons),
        tables=statement_tables(assessment, edition),
        chain=_chain(identifier, edition),
        verdicts=verdicts_on(identifier, edition),
        related=_related(identifier, edition),
        instruments=tuple(edition.wording.term("instruments", each) for each in row.instruments),
        sources=tuple(source_view(each, edition) for each in _sources(identifier, edition)),
        findings=tuple(
            finding_view(finding, edition)
            for finding in edition.reading.findings_on.get(("incidents", identifier), ())
        ),
        note=edition.passage(row.note) if row.note else None,
    )


def _chain(identifier: str, edition: Edition) -> ChainView | None:
    name = edition.corpus.incidents[identifier].chain_id
    acts = edition.corpus.chains[name]
    answers = edition.reading.responses_to.get(identifier, ())
    linked = dict.fromkeys([*acts, *answers])
    return chain_view(name, linked, edition=edition, here=identifier) if len(linked) > 1 else None


def _sources(identifier: str, edition: Edition) -> tuple[str, ...]:
    """The sources of its statements, and those whose passages they repeat, each once."""
    return tuple(
        dict.fromkeys(
            source
            for statement in edition.corpus.statements_on[identifier]
            for source in (statement.source, *statement.derived_from)
        )
    )


def _related(identifier: str, edition: Edition) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    """The records it is linked to, each kind of link with its name; empty ones left out."""
    row = edition.corpus.incidents[identifier]
    say = edition.wording.say
    links = (
        (say("Answers"), row.responds_to),
        (say("Answered by"), edition.reading.responses_to.get(identifier, ())),
        (say("Contains, among others"), row.overlaps),
        (say("Also contained in"), edition.reading.contained_in.get(identifier, ())),
        (say("Concerns the same persons as"), row.same_person_as),
    )
    linked = [(name, tuple(edition.incident(each) for each in ids)) for name, ids in links if ids]
    about = edition.reading.figures_about.get(identifier, ())
    if about:
        figures = tuple(edition.figure(figure.id) for figure in about)
        linked.append((say("Published figures about it"), figures))
    return tuple(linked)
