"""The page of one source: its dates, its grade with the reason, its voice, and what it says.

It depends on the edition, on the source line and on the findings.
What it repeats and who repeats it stand beside each other, so that nobody counts one voice twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError

from safeconduct.report.components.contradiction import FindingView, finding_view
from safeconduct.report.components.source import SourceView, source_view
from safeconduct.report.markup import Link
from safeconduct.report.page import Page
from safeconduct.report.pages.sources import SECTION
from safeconduct.report.wording import capital

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.record.source import Source
    from safeconduct.record.statement import Statement
    from safeconduct.report.edition import Edition
    from safeconduct.report.markup import Passage

__all__ = ["SECTION", "pages"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenRow:
    """One statement of the source; `through` is the source that repeats it, where one does."""

    link: Link
    incident: Link
    mode: str
    says: Passage | None
    locator: Passage | None
    through: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePageView:
    """One source with everything that hangs on it."""

    source: SourceView
    heading: Passage
    language: str
    grade_reason: Passage | None
    organ_of: str
    voice: Passage | None
    voice_reason: Passage | None
    repeats: tuple[Link, ...]
    repeated_by: tuple[Link, ...]
    says: tuple[SpokenRow, ...]
    figures: tuple[Link, ...]
    findings: tuple[FindingView, ...]
    note: Passage | None


def pages(edition: Edition) -> Iterator[Page]:
    """Write a page for every source."""
    for identifier in edition.corpus.sources:
        yield Page(
            file=edition.files["source"][identifier],
            section=SECTION.name,
            template="source",
            title=str(title_of(identifier, edition)),
            view=_view(identifier, edition),
        )


def title_of(identifier: str, edition: Edition) -> Passage:
    """What the page of a source is called: its title, or else its publisher, or else its id."""
    row = edition.corpus.sources[identifier]
    if row.title:
        return edition.passage(row.title, row.language)
    return edition.passage(row.publisher or identifier)


def _view(identifier: str, edition: Edition) -> SourcePageView:
    row = edition.corpus.sources[identifier]
    reading = edition.reading
    return SourcePageView(
        source=source_view(identifier, edition),
        heading=title_of(identifier, edition),
        language=language_name(row.language or "", edition),
        grade_reason=edition.passage(row.reliability_reason) if row.reliability_reason else None,
        organ_of=edition.wording.state(row.organ_of) if row.organ_of else "",
        voice=_voice(row, edition),
        voice_reason=edition.passage(row.voice_reason) if row.voice_reason else None,
        repeats=tuple(edition.source(parent) for parent in row.derived_from),
        repeated_by=tuple(
            edition.source(other.id) for other in reading.repeated_by.get(identifier, ())
        ),
        says=(
            *(_spoken(each, edition) for each in reading.statements_by.get(identifier, ())),
            *(
                _spoken(each, edition, is_passage=True)
                for each in reading.passages_from.get(identifier, ())
            ),
        ),
        figures=tuple(
            edition.figure(figure.id) for figure in reading.figures_of.get(identifier, ())
        ),
        findings=tuple(
            finding_view(finding, edition)
            for finding in reading.findings_on.get(("sources", identifier), ())
        ),
        note=edition.passage(row.note) if row.note else None,
    )


def _voice(row: Source, edition: Edition) -> Passage | None:
    """Whose word it is in the end, or None where it compiles several voices."""
    voices = edition.reading.voices
    voice = voices.voice(voices.roots(row.id))
    return edition.passage(voice) if voice else None


def language_name(language: str, edition: Edition) -> str:
    """The name of a language, or its tag where nobody has named it."""
    if not language:
        return ""
    try:
        name = Locale.parse(language, sep="-").get_language_name(edition.wording.language)
    except (UnknownLocaleError, ValueError):
        return language
    return name or language


def _spoken(statement: Statement, edition: Edition, *, is_passage: bool = False) -> SpokenRow:
    link = edition.record("statements", statement.id)
    return SpokenRow(
        link=link or Link("", statement.id),
        incident=edition.incident(statement.incident),
        mode=capital(edition.wording.term("modes", statement.mode)),
        says=edition.passage(statement.says) if statement.says else None,
        locator=edition.passage(statement.locator) if statement.locator else None,
        through=edition.source(statement.source) if is_passage else None,
    )
