"""The overview: what the corpus is, how many it counts by whom, and what does not add up.

It depends on the edition and on the components.
It must stand on one printed page in black and white, so that it holds no more than that.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.report.address import OVERVIEW
from safeconduct.report.components.chain import ChainView, chain_view
from safeconduct.report.components.contradiction import FindingView, finding_view
from safeconduct.report.components.figure import FigureView, figure_view
from safeconduct.report.messages import marked
from safeconduct.report.page import Page, Section
from safeconduct.report.pages.findings import SeverityRow, severity_rows
from safeconduct.report.pages.incidents import KINDS, kind_heading
from safeconduct.report.pages.schemes import SchemeRow, scheme_rows
from safeconduct.report.reading import BREAKDOWN_SCHEME
from safeconduct.verify import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.report.edition import Edition
    from safeconduct.report.markup import Link
    from safeconduct.verify import Finding


SECTION: Final = Section(name="overview", label=marked("Overview"), order=0)
_SHOWN_CHAINS: Final = 2
_SHOWN_CONTRADICTIONS: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class KindCount:
    """How many records are of one kind."""

    heading: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewView:
    """The whole corpus on one page."""

    n_sources: int
    n_statements: int
    n_records: int
    n_figures: int
    kinds: tuple[KindCount, ...]
    as_of: str
    figure: FigureView
    schemes: tuple[SchemeRow, ...]
    breakdown: Link
    chains: tuple[ChainView, ...]
    n_chains: int
    severities: tuple[SeverityRow, ...]
    contradictions: tuple[FindingView, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """Write the overview."""
    yield Page(
        file=OVERVIEW,
        section=SECTION.name,
        template="overview",
        title=str(edition.passage(edition.corpus.masthead.title)),
        view=_view(edition),
    )


def _view(edition: Edition) -> OverviewView:
    corpus, reading = edition.corpus, edition.reading
    kinds = [incident.kind for incident in corpus.incidents.values()]
    chains = tuple(reading.chains.items())
    return OverviewView(
        n_sources=len(corpus.sources),
        n_statements=len(corpus.statements),
        n_records=len(corpus.incidents),
        n_figures=len(corpus.figures),
        kinds=tuple(
            KindCount(heading=kind_heading(kind, edition), number=kinds.count(kind))
            for kind in KINDS
            if kind in kinds
        ),
        as_of=edition.wording.date_text(corpus.masthead.as_of),
        figure=figure_view(reading.totals[BREAKDOWN_SCHEME], edition),
        schemes=scheme_rows(edition),
        breakdown=edition.scheme(BREAKDOWN_SCHEME),
        chains=tuple(
            chain_view(name, acts, edition=edition) for name, acts in chains[:_SHOWN_CHAINS]
        ),
        n_chains=len(chains),
        severities=severity_rows(edition),
        contradictions=_contradictions(edition),
    )


def _contradictions(edition: Edition) -> tuple[FindingView, ...]:
    """The first contradiction of each check: different ways in which things do not add up."""
    first: dict[str, Finding] = {}
    for finding in edition.reading.findings:
        if finding.severity == Severity.CONTRADICTION:
            first.setdefault(finding.check, finding)
    return tuple(
        finding_view(finding, edition) for finding in list(first.values())[:_SHOWN_CONTRADICTIONS]
    )
