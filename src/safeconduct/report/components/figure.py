"""The figure: a number that never stands alone.

It depends on the figures, the bounds and the edition. It carries its definition in a sentence, its
bounds, its caveats, where the data are, how it was counted and how to cite it; what a figure must
also say is one more field here and one line in its template.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import safeconduct
from safeconduct.report.components.bounds import BoundsView, bounds_view, scale_of

if TYPE_CHECKING:
    from markupsafe import Markup

    from safeconduct.figures.figure import Figure
    from safeconduct.report.edition import Edition
    from safeconduct.report.markup import Link, Passage
    from safeconduct.report.wording import Wording

_SHOWN_OF_A_DIGEST: Final = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    """One computed figure with everything that must stand beside it."""

    scheme: Link
    unit: str
    bounds: BoundsView
    definition: str
    leaves_out: str
    caveats: tuple[Markup, ...]
    how: str
    cite: str
    cited: Passage


def figure_view(figure: Figure, edition: Edition) -> FigureView:
    """Show a figure."""
    wording = edition.wording
    scheme = figure.scheme
    masthead = edition.corpus.masthead
    return FigureView(
        scheme=edition.scheme(scheme.id),
        unit=unit_words(figure.measure, figure.total.central, wording=wording),
        bounds=bounds_view(figure.total, wording, scale=scale_of([figure.total])),
        definition=edition.in_language(scheme.definition),
        leaves_out=edition.in_language(scheme.leaves_out),
        caveats=edition.told_all(figure.caveats),
        how=f"{edition.files['scheme'][scheme.id]}#counted",
        cite=wording.say(
            "{publisher}, corpus of {as_of}; counted under “{scheme}”, version {version}, with "
            "Safeconduct {program}; lineage {lineage}.",
            publisher=masthead.publisher or wording.say("no publisher named"),
            as_of=wording.date_text(masthead.as_of) or wording.say("no date"),
            scheme=edition.in_language(scheme.label),
            version=scheme.version,
            program=safeconduct.__version__,
            lineage=figure.lineage.digest[:_SHOWN_OF_A_DIGEST],
        ),
        cited=edition.passage(masthead.title),
    )


def unit_words(measure: str, number: int, *, wording: Wording) -> str:
    """The unit of a count, as it follows its number."""
    if measure == "persons":
        return wording.many("person", "persons", number=number)
    if measure == "chains":
        return wording.many("chain", "chains", number=number)
    return wording.many("incident", "incidents", number=number)


def unit_heading(measure: str, wording: Wording) -> str:
    """The unit of a count, as it heads a column."""
    if measure == "persons":
        return wording.say("persons")
    return wording.say("incidents") if measure == "incidents" else wording.say("chains")
