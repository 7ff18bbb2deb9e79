"""Figures that claim to measure one thing and give numbers that cannot all be right.

It depends on the corpus, on `groups` and on `quantity`.
Parts of such figures are shown beside them, because a reader meets them as a third number for the
same thing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.record.sentence import Sentence
from safeconduct.verify.finding import Finding, Severity
from safeconduct.verify.groups import connected
from safeconduct.verify.quantity import admitted, meet, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.record.corpus import Corpus
    from safeconduct.record.reported_figure import ReportedFigure
    from safeconduct.verify.finding import Assessments

NAME: Final = "figure-same-quantity"
SEVERITY: Final = Severity.CONTRADICTION
EXPLANATION: Final = Sentence(
    "The paper takes from one report that 120 media organisations were founded or moved abroad, "
    "that 93 operate in exile, and that 77 remain active. Founding, operating and remaining are "
    "different definitions, and the days differ; whoever cites one of the numbers alone cites a "
    "different fact."
)
HINT: Final = Sentence(
    "Write down what each number counts. If they measure different things, drop the relation and "
    "say so in the scope."
)


def check(corpus: Corpus, _assessments: Assessments) -> Iterator[Finding]:
    """Find each group of figures for one quantity, in one unit, that no single number satisfies."""
    links = {figure.id: figure.same_quantity_as for figure in corpus.figures.values()}
    for group in connected(links):
        figures = [corpus.figures[identifier] for identifier in group]
        for unit in dict.fromkeys(figure.unit for figure in figures):
            alike = [figure for figure in figures if figure.unit == unit]
            if not meet([admitted(figure) for figure in alike]):
                yield _finding(corpus, alike)


def _finding(corpus: Corpus, alike: list[ReportedFigure]) -> Finding:
    named = [figure.id for figure in alike]
    parts = [figure for figure in corpus.figures.values() if figure.part_of in named]
    numbers = "; ".join(map(_dated, alike))
    if parts:
        message = Sentence(
            "One quantity has several numbers: {numbers}. As a part of it is printed: {parts}.",
            numbers=numbers,
            parts="; ".join(map(_dated, parts)),
        )
    else:
        message = Sentence("One quantity has several numbers: {numbers}.", numbers=numbers)
    return Finding(
        check=NAME,
        severity=SEVERITY,
        message=message,
        hint=HINT,
        records=tuple(("reported_figures", figure.id) for figure in [*alike, *parts]),
    )


def _dated(figure: ReportedFigure) -> str:
    """A figure with its number and, in brackets, the day it was true."""
    day = f" [{figure.as_of.text}]" if figure.as_of else ""
    return f"{figure.id} {shown(figure)}{day}"
