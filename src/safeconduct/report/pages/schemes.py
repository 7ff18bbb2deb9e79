"""The page of definitions: the counts side by side, and incident by incident who admits it and why.

It depends on the reading's counts and verdicts and on the edition.
The table shows every record of which at least one definition says more than that its kind is not
counted; a long table goes on over several pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.figures.clause import OUT
from safeconduct.report.components.bounds import BoundsView, bounds_view, scale_of
from safeconduct.report.components.chain import when_it_began
from safeconduct.report.components.figure import unit_heading
from safeconduct.report.components.verdicts import VerdictView, verdicts_on
from safeconduct.report.messages import marked
from safeconduct.report.page import Leaf, Page, Section
from safeconduct.report.pages.incidents import kind_order
from safeconduct.report.paging import leaves, numbered
from safeconduct.report.wording import capital

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.report.edition import Edition
    from safeconduct.report.markup import Link

_ROWS: Final = 60


SECTION: Final = Section(name="schemes", label=marked("Definitions"), order=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeRow:
    """One definition with its count."""

    link: Link
    definition: str
    unit: str
    bounds: BoundsView


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictRow:
    """One record with what every definition says of it."""

    incident: Link
    kind: str
    verdicts: tuple[VerdictView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemesView:
    """One page of the comparison; only the first carries the counts."""

    schemes: tuple[SchemeRow, ...]
    rows: tuple[VerdictRow, ...]
    n_left_out: int
    leaf: Leaf


def pages(edition: Edition) -> Iterator[Page]:
    """Write the comparison of definitions."""
    compared = compared_records(edition)
    title = edition.wording.say("Definitions side by side")
    for file, leaf, shown in leaves(SECTION.name, compared, per_page=_ROWS):
        yield Page(
            file=file,
            section=SECTION.name,
            template="schemes",
            title=numbered(title, leaf, wording=edition.wording),
            view=SchemesView(
                schemes=scheme_rows(edition),
                rows=tuple(_row(each, edition) for each in shown),
                n_left_out=len(edition.corpus.incidents) - len(compared),
                leaf=leaf,
            ),
        )


def compared_records(edition: Edition) -> list[str]:
    """The records of which some definition says more than that it does not count their kind."""
    verdicts = edition.reading.verdicts.values()
    incidents = edition.corpus.incidents
    compared = [
        identifier
        for identifier in incidents
        if any(
            by_incident[identifier].says != OUT or by_incident[identifier].clause != "kind"
            for by_incident in verdicts
        )
    ]
    return sorted(
        compared, key=lambda each: (kind_order(incidents[each].kind), when_it_began(each, edition))
    )


def scheme_rows(edition: Edition) -> tuple[SchemeRow, ...]:
    """The count under each definition; one scale a unit, so that bars compare."""
    totals = edition.reading.totals
    scales = {
        measure: scale_of(each.total for each in totals.values() if each.measure == measure)
        for measure in {each.measure for each in totals.values()}
    }
    return tuple(
        SchemeRow(
            link=edition.scheme(identifier),
            definition=edition.in_language(figure.scheme.definition),
            unit=unit_heading(figure.measure, edition.wording),
            bounds=bounds_view(figure.total, edition.wording, scale=scales[figure.measure]),
        )
        for identifier, figure in totals.items()
    )


def _row(incident: str, edition: Edition) -> VerdictRow:
    kind = edition.corpus.incidents[incident].kind
    return VerdictRow(
        incident=edition.incident(incident),
        kind=capital(edition.wording.term("incident-kinds", kind)),
        verdicts=verdicts_on(incident, edition),
    )
