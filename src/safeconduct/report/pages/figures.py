"""The index of published figures: the numbers that others printed, as they printed them.

It depends on the edition and on the findings.
A figure that does not fit another says so in its row; neither is corrected.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.report.messages import marked
from safeconduct.report.page import Leaf, Page, Section
from safeconduct.report.paging import leaves, numbered
from safeconduct.report.units import SHARE
from safeconduct.verify import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.record.reported_figure import ReportedFigure
    from safeconduct.report.edition import Edition
    from safeconduct.report.markup import Link, Passage


SECTION: Final = Section(name="figures", label=marked("Published figures"), order=50)


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """One published figure in the index."""

    id: str
    link: Link
    value: str
    unit: str
    when: str
    publisher: Passage | None
    n_contradictions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresView:
    """One page of the index."""

    rows: tuple[FigureRow, ...]
    leaf: Leaf
    n_contradicted: int
    total: int


def pages(edition: Edition) -> Iterator[Page]:
    """Write the index of published figures."""
    figures = tuple(edition.corpus.figures.values())
    title = edition.wording.say("Published figures")
    n_contradicted = sum(bool(contradictions(figure.id, edition)) for figure in figures)
    for file, leaf, shown in leaves(SECTION.name, figures):
        yield Page(
            file=file,
            section=SECTION.name,
            template="figures",
            title=numbered(title, leaf, wording=edition.wording),
            view=FiguresView(
                rows=tuple(figure_row(figure, edition) for figure in shown),
                leaf=leaf,
                n_contradicted=n_contradicted,
                total=len(figures),
            ),
        )


def figure_row(figure: ReportedFigure, edition: Edition) -> FigureRow:
    """Show a published figure in one line."""
    source = edition.corpus.sources[figure.source]
    when = figure.as_of or figure.period
    return FigureRow(
        id=figure.id,
        link=edition.figure(figure.id),
        value=figure_value(figure, edition),
        unit=edition.wording.term("units", figure.unit),
        when="" if when is None else edition.wording.date(when, "lasting"),
        publisher=edition.passage(source.publisher) if source.publisher else None,
        n_contradictions=len(contradictions(figure.id, edition)),
    )


def figure_value(figure: ReportedFigure, edition: Edition) -> str:
    """A published number with its qualifier, without its unit."""
    wording = edition.wording
    write = wording.share if figure.unit == SHARE else wording.number
    number = write(figure.minimum)
    if figure.maximum is not None and figure.maximum != figure.minimum:
        most = write(figure.maximum)
        number = wording.say("{least}–{most}", least=number, most=most)
    qualified = {
        "at-least": wording.say("at least {number}", number=number),
        "approximately": wording.say("about {number}", number=number),
        "up-to": wording.say("up to {number}", number=number),
        "over": wording.say("over {number}", number=number),
    }
    return qualified.get(figure.qualifier, number)


def contradictions(figure: str, edition: Edition) -> tuple[str, ...]:
    """The checks by which a published figure contradicts another."""
    return tuple(
        finding.check
        for finding in edition.reading.findings_on.get(("reported_figures", figure), ())
        if finding.severity == Severity.CONTRADICTION
    )
