"""About the guide: the day it speaks of, what it rests on, its limits, and every deadline's rule.

It depends on respond through the outlook.
What a reader needs to distrust the guide in the right places belongs here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.report.guide.limits import HEADINGS, MEANINGS, kind_of
from safeconduct.report.messages import marked
from safeconduct.report.page import Page, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.report.guide.edition import GuideEdition
    from safeconduct.respond.deadline import Deadline, Rule

SECTION: Final = Section(name="about", label=marked("About this guide"), order=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRow:
    """One rule of a deadline, in force or not on the day of the guide."""

    deadline: Deadline
    rule: Rule
    is_in_force: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleGroup:
    """The rules of one kind of deadlines, with what that kind means."""

    kind: str
    heading: str
    meaning: str
    rows: tuple[RuleRow, ...]


def pages(edition: GuideEdition) -> Iterator[Page]:
    """Write the page."""
    yield Page(
        file=f"{SECTION.name}.html",
        section=SECTION.name,
        template="about",
        title=edition.wording.say("About this guide"),
        view=tuple(_groups(edition)),
    )


def _groups(edition: GuideEdition) -> Iterator[RuleGroup]:
    for kind, heading in HEADINGS.items():
        yield RuleGroup(
            kind=kind,
            heading=edition.wording.say(heading),
            meaning=edition.wording.say(MEANINGS[kind]),
            rows=tuple(
                RuleRow(
                    deadline=deadline, rule=rule, is_in_force=rule.is_in_force(edition.outlook.on)
                )
                for deadline in edition.outlook.deadlines.values()
                if kind_of(deadline.id) == kind
                for rule in deadline.rules
            ),
        )
