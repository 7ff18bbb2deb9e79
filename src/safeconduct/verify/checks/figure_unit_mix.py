"""Figures that are related although they count in different units.

It depends on the corpus only.
A new relation between figures is a new line in `_relations`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.record.sentence import Sentence
from safeconduct.verify.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.record.corpus import Corpus
    from safeconduct.record.reported_figure import ReportedFigure
    from safeconduct.verify.finding import Assessments

NAME: Final = "figure-unit-mix"
SEVERITY: Final = Severity.CAUTION
EXPLANATION: Final = Sentence(
    "A case is not a person, a prosecution not a listing. One person may stand in several cases, "
    "and the paper itself calls the parts of one database cases and the whole incidents. A sum or "
    "a share across units means nothing."
)
HINT: Final = Sentence(
    "Find out in the source what both figures count. If it is the same, give both that unit and "
    "say so in the caveats."
)


def check(corpus: Corpus, _assessments: Assessments) -> Iterator[Finding]:
    """Find each pair of related figures in different units, once."""
    seen: set[frozenset[str]] = set()
    for figure in corpus.figures.values():
        for relation, identifier in _relations(figure):
            other = corpus.figures[identifier]
            pair = frozenset((figure.id, other.id))
            if other.unit == figure.unit or pair in seen:
                continue
            seen.add(pair)
            yield Finding(
                check=NAME,
                severity=SEVERITY,
                message=Sentence(
                    "{figure} ({unit}) is {relation} {other} ({other_unit}): the units differ.",
                    figure=figure.id,
                    unit=figure.unit,
                    relation=relation,
                    other=other.id,
                    other_unit=other.unit,
                ),
                hint=HINT,
                records=(("reported_figures", figure.id), ("reported_figures", other.id)),
            )


def _relations(figure: ReportedFigure) -> Iterator[tuple[str, str]]:
    if figure.part_of:
        yield "part-of", figure.part_of
    for part in figure.sum_of:
        yield "sum-of", part
    for other in figure.same_quantity_as:
        yield "same-quantity-as", other
