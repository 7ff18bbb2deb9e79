"""The list of situations, and what to do in each: steps with the risk of every step.

It depends on respond through the outlook.
The danger line of a step comes before the step itself; nothing here may put it behind.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.report.guide.limits import limit_view
from safeconduct.report.messages import marked
from safeconduct.report.page import Page, Section
from safeconduct.respond.documents.template import templates
from safeconduct.respond.pathway import WHENS
from safeconduct.respond.responding import UNRECORDED_ELSEWHERE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from safeconduct.report.guide.edition import GuideEdition
    from safeconduct.report.guide.limits import LimitView
    from safeconduct.report.markup import Link
    from safeconduct.respond.pathway import Pathway, Step
    from safeconduct.respond.provider import Provider

SECTION: Final = Section(name="situations", label=marked("What to do"), order=20)
WHEN_MESSAGES: Final[Mapping[str, str]] = {
    "now": marked("Now"),
    "72-hours": marked("Within 72 hours"),
    "30-days": marked("Within 30 days"),
    "later": marked("Later"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """One step with what it leans on, looked up.

    appeal: that the term of an appeal may be unrecorded; empty where the step is about none.
    """

    step: Step
    appeal: str
    limit: LimitView | None
    documents: tuple[str, ...]
    providers: tuple[Provider, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """The steps that are due at one time."""

    heading: str
    steps: tuple[StepView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SituationView:
    """One situation."""

    pathway: Pathway
    stages: tuple[Stage, ...]
    techniques: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SituationRow:
    """One line of the list."""

    link: Link
    plain: str


def pages(edition: GuideEdition) -> Iterator[Page]:
    """Write the list and a page for every situation."""
    known = edition.outlook.pathways
    yield Page(
        file=f"{SECTION.name}.html",
        section=SECTION.name,
        template="situations",
        title=edition.wording.say("What to do"),
        view=tuple(
            SituationRow(link=edition.situation(each), plain=edition.pick(pathway.plain))
            for each, pathway in known.items()
        ),
    )
    for identifier, pathway in known.items():
        yield Page(
            file=edition.files["situation"][identifier],
            section=SECTION.name,
            template="situation",
            title=str(edition.situation(identifier)),
            view=SituationView(
                pathway=pathway,
                stages=tuple(_stages(pathway, edition)),
                techniques=tuple(map(edition.technique, pathway.techniques)),
            ),
        )


def _stages(pathway: Pathway, edition: GuideEdition) -> Iterator[Stage]:
    for when in WHENS:
        steps = tuple(_step(step, edition) for step in pathway.steps if step.when == when)
        if steps:
            yield Stage(heading=edition.wording.say(WHEN_MESSAGES[when]), steps=steps)


def _step(step: Step, edition: GuideEdition) -> StepView:
    outlook = edition.outlook
    return StepView(
        step=step,
        appeal=edition.pick(UNRECORDED_ELSEWHERE) if step.is_appeal else "",
        limit=limit_view(outlook.deadlines[step.deadline], edition) if step.deadline else None,
        documents=tuple(edition.pick(templates()[each].label) for each in step.documents),
        providers=tuple(outlook.providers[each] for each in step.providers),
    )
