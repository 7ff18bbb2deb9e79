"""The page of one published figure: its number as printed, its relations, its contradictions.

It depends on the edition, on the findings and on the source line.
Where it does not add up, both sides stand there and none is called right.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safeconduct.report.components.contradiction import FindingView, finding_view
from safeconduct.report.components.source import SourceView, source_view
from safeconduct.report.page import Page
from safeconduct.report.pages.figures import SECTION, FigureRow, figure_row, figure_value
from safeconduct.report.units import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.record.reported_figure import ReportedFigure
    from safeconduct.report.edition import Edition
    from safeconduct.report.markup import Link, Passage

__all__ = ["SECTION", "pages"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedView:
    """One published figure."""

    id: str
    label: Passage
    value: str
    unit: str
    qualifier: str
    scope: Passage | None
    period: str
    as_of: str
    source: SourceView
    locator: Passage | None
    caveats: tuple[Passage, ...]
    relations: tuple[tuple[str, tuple[FigureRow, ...]], ...]
    about: tuple[Link, ...]
    findings: tuple[FindingView, ...]
    note: Passage | None


def pages(edition: Edition) -> Iterator[Page]:
    """Write a page for every published figure."""
    for identifier, row in edition.corpus.figures.items():
        yield Page(
            file=edition.files["figure"][identifier],
            section=SECTION.name,
            template="figure",
            title=str(edition.passage(row.label)),
            view=_view(row, edition),
        )


def _view(row: ReportedFigure, edition: Edition) -> PublishedView:
    wording = edition.wording
    return PublishedView(
        id=row.id,
        label=edition.passage(row.label),
        value=figure_value(row, edition),
        unit=counted(row.unit, row.greatest, wording=wording),
        qualifier=wording.term("qualifiers", row.qualifier),
        scope=edition.passage(row.scope) if row.scope else None,
        period="" if row.period is None else wording.date(row.period, "lasting"),
        as_of="" if row.as_of is None else wording.date(row.as_of),
        source=source_view(row.source, edition),
        locator=edition.passage(row.locator) if row.locator else None,
        caveats=tuple(
            edition.passage(part.strip())
            for part in (row.caveats or "").split(" | ")
            if part.strip()
        ),
        relations=_relations(row, edition),
        about=tuple(edition.incident(each) for each in row.about),
        findings=tuple(
            finding_view(finding, edition)
            for finding in edition.reading.findings_on.get(("reported_figures", row.id), ())
        ),
        note=edition.passage(row.note) if row.note else None,
    )


def _relations(
    row: ReportedFigure, edition: Edition
) -> tuple[tuple[str, tuple[FigureRow, ...]], ...]:
    """The figures it is related to, each kind of relation with its name."""
    say = edition.wording.say
    figures = edition.corpus.figures
    # A part that is also an addend stands among the addends.
    parts = tuple(
        part.id
        for part in edition.reading.figures_within.get(row.id, ())
        if part.id not in row.sum_of
    )
    sums = tuple(other.id for other in figures.values() if row.id in other.sum_of)
    same = tuple(
        dict.fromkeys(
            [
                *row.same_quantity_as,
                *(other.id for other in figures.values() if row.id in other.same_quantity_as),
            ]
        )
    )
    relations = (
        (say("Part of"), (row.part_of,) if row.part_of else ()),
        (say("Its parts"), parts),
        (say("Sum of"), row.sum_of),
        (say("Added up in"), sums),
        (say("The same quantity as"), same),
    )
    return tuple(
        (name, tuple(figure_row(figures[each], edition) for each in ids))
        for name, ids in relations
        if ids
    )
