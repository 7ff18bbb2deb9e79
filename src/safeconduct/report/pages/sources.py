"""The index of sources: who published what and when, how far to trust it, where to find it.

It depends on the edition and on the source line.
A source that no longer can be found stands in its place among the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.report.components.source import SourceView, source_view
from safeconduct.report.messages import marked
from safeconduct.report.page import Leaf, Page, Section
from safeconduct.report.paging import leaves, numbered
from safeconduct.verify.grading import RELIABILITY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.report.edition import Edition


SECTION: Final = Section(name="sources", label=marked("Sources"), order=40)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """One source in the index, with how many statements and figures rest on it."""

    source: SourceView
    n_uses: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesView:
    """One page of the index."""

    rows: tuple[SourceRow, ...]
    total: int
    states: tuple[tuple[str, int], ...]
    grades: tuple[tuple[str, str, int], ...]
    leaf: Leaf


def pages(edition: Edition) -> Iterator[Page]:
    """Write the index of sources."""
    sources = tuple(edition.corpus.sources)
    title = edition.wording.say("Sources")
    for file, leaf, shown in leaves(SECTION.name, sources):
        yield Page(
            file=file,
            section=SECTION.name,
            template="sources",
            title=numbered(title, leaf, wording=edition.wording),
            view=SourcesView(
                rows=tuple(_row(each, edition) for each in shown),
                total=len(sources),
                states=_states(edition),
                grades=_grades(edition),
                leaf=leaf,
            ),
        )


def _row(identifier: str, edition: Edition) -> SourceRow:
    reading = edition.reading
    return SourceRow(
        source=source_view(identifier, edition),
        n_uses=sum(
            len(uses.get(identifier, ()))
            for uses in (reading.statements_by, reading.passages_from, reading.figures_of)
        ),
    )


def _states(edition: Edition) -> tuple[tuple[str, int], ...]:
    """How many sources have an address, none, or are lost."""
    states = [source.locator_state for source in edition.corpus.sources.values()]
    return tuple(
        (edition.wording.term("locator-states", state), states.count(state))
        for state in ("located", "no-locator", "not-recoverable")
        if state in states
    )


def _grades(edition: Edition) -> tuple[tuple[str, str, int], ...]:
    """How many sources have each grade, with what the grade means."""
    grades = [source.reliability for source in edition.corpus.sources.values()]
    return tuple(
        (grade, edition.wording.say(meaning.message), grades.count(grade))
        for grade, meaning in RELIABILITY.items()
        if grade in grades
    )
