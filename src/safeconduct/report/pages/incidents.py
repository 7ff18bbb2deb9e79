"""The index of incidents: what happened, when and where, and how well it is supported.

It depends on the edition, the standing chip and the chain's order of time.
Incidents stand first; patterns, measures, responses and context follow under their own headings,
because they are never counted with them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from markupsafe import Markup, escape

from safeconduct import vocabulary
from safeconduct.record.unknown import ABROAD
from safeconduct.report.components.chain import when_in_words, when_it_began
from safeconduct.report.components.standing import Chip, chip
from safeconduct.report.markup import joined
from safeconduct.report.messages import marked
from safeconduct.report.page import Leaf, Page, Section
from safeconduct.report.paging import leaves, numbered
from safeconduct.report.wording import capital

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from safeconduct.report.edition import Edition
    from safeconduct.report.markup import Link


SECTION: Final = Section(name="incidents", label=marked("Incidents"), order=10)
# The order of the kinds: what is counted first, what explains it last.
KINDS: Final = ("incident", "pattern", "measure", "response", "context")


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentRow:
    """One incident in the index."""

    link: Link
    when: str
    where: Markup
    techniques: Markup | str
    chip: Chip
    n_statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KindGroup:
    """The incidents of one kind on one page, with what the kind means."""

    kind: str
    heading: str
    definition: str
    total: int
    rows: tuple[IncidentRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentsView:
    """One page of the index."""

    groups: tuple[KindGroup, ...]
    leaf: Leaf


def pages(edition: Edition) -> Iterator[Page]:
    """Write the index of incidents."""
    incidents = edition.corpus.incidents
    ordered = sorted(
        incidents, key=lambda each: (kind_order(incidents[each].kind), when_it_began(each, edition))
    )
    title = edition.wording.say("Incidents")
    for file, leaf, shown in leaves(SECTION.name, ordered):
        yield Page(
            file=file,
            section=SECTION.name,
            template="incidents",
            title=numbered(title, leaf, wording=edition.wording),
            view=IncidentsView(groups=_groups(shown, edition), leaf=leaf),
        )


def kind_order(kind: str) -> tuple[int, str]:
    """The place of a kind among the kinds; one that is new to the vocabulary comes last."""
    return (KINDS.index(kind) if kind in KINDS else len(KINDS)), kind


def kind_heading(kind: str, edition: Edition) -> str:
    """A kind as the heading over several."""
    say = edition.wording.say
    headings = {
        "incident": say("Incidents"),
        "pattern": say("Patterns"),
        "measure": say("Measures"),
        "response": say("Responses"),
        "context": say("Context"),
    }
    return headings.get(kind) or capital(edition.wording.term("incident-kinds", kind))


def incident_row(incident: str, edition: Edition) -> IncidentRow:
    """Show an incident in one line."""
    assessment = edition.reading.assessments[incident]
    techniques = assessment.values["techniques"].value
    return IncidentRow(
        link=edition.incident(incident),
        when=when_in_words(incident, edition),
        where=where_in_words(incident, edition),
        techniques=edition.value("techniques", techniques) if techniques is not None else "",
        chip=chip(incident, edition),
        n_statements=len(edition.corpus.statements_on[incident]),
    )


def where_in_words(incident: str, edition: Edition) -> Markup:
    """The host states of an incident, or else the place of the act; abroad, where none is named."""
    values = edition.reading.assessments[incident].values
    for field in ("hosts", "place_of_act"):
        if values[field].is_abroad:
            return escape(edition.wording.term("unknown-reasons", ABROAD))
        possible = values[field].possible
        if possible:
            between = edition.wording.in_context("alternatives", " or ")
            return joined((edition.value(field, value) for value in possible), between)
    return Markup()


def _groups(shown: Sequence[str], edition: Edition) -> tuple[KindGroup, ...]:
    incidents = edition.corpus.incidents
    kinds = dict.fromkeys(incidents[each].kind for each in shown)
    totals = [row.kind for row in incidents.values()]
    return tuple(
        KindGroup(
            kind=kind,
            heading=kind_heading(kind, edition),
            definition=vocabulary.term("incident-kinds", kind).definition_in(
                edition.wording.language
            ),
            total=totals.count(kind),
            rows=tuple(
                incident_row(each, edition) for each in shown if incidents[each].kind == kind
            ),
        )
        for kind in kinds
    )
