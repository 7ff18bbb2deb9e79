"""The questions of recognising: to the person, and the same in words for somebody on duty.

It depends on respond through the outlook.
A page without a script cannot weigh answers, so each question says what it may mean and what else
explains it; nothing is stored, and nobody is scored.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.report.messages import marked
from safeconduct.report.page import Page, Section
from safeconduct.respond.indicator import EXPLAINS, GROUPS, POINTS_TO
from safeconduct.respond.recognise import FOR_WORKERS, LIMITS, RULE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from safeconduct.report.guide.edition import GuideEdition
    from safeconduct.report.markup import Link
    from safeconduct.respond.indicator import Indicator

SECTION: Final = Section(name="recognise", label=marked("Recognise"), order=10)
# Whoever is in one of these does not work through questions first.
URGENT: Final = ("poisoning-suspected", "detention-for-extradition")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """One question with what a yes may mean."""

    indicator: Indicator
    ask: str
    points_to: tuple[str, ...]
    fits: tuple[str, ...]
    explains: tuple[str, ...]
    situations: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionGroup:
    """The questions about one part of life."""

    heading: str
    questions: tuple[QuestionView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecogniseView:
    """All questions in one of two wordings, with the rule by which answers name a pattern.

    other: the file of the same page in the other length.
    """

    groups: tuple[QuestionGroup, ...]
    urgent: tuple[Link, ...]
    is_for_workers: bool
    is_full: bool
    other: str
    rule: Mapping[str, str]
    limits: Mapping[str, str]
    for_workers: tuple[Mapping[str, str], ...]


def pages(edition: GuideEdition) -> Iterator[Page]:
    """Write the questions for the person and for those who meet them on duty, each twice.

    What a yes may mean is folded away on the page to read, and unfolded on the one to print.
    """
    say = edition.wording.say
    wordings = (
        (SECTION.name, say("What may be happening"), False),
        (f"{SECTION.name}-for-workers", say("For people who meet them at work"), True),
    )
    for name, title, is_for_workers in wordings:
        for is_full in (False, True):
            short, full = f"{name}.html", f"{name}-in-full.html"
            yield Page(
                file=full if is_full else short,
                section=SECTION.name,
                template="recognise",
                title=say("{page}, in full", page=title) if is_full else title,
                view=RecogniseView(
                    groups=tuple(_groups(edition, is_for_workers=is_for_workers)),
                    urgent=tuple(map(edition.situation, URGENT)),
                    is_for_workers=is_for_workers,
                    is_full=is_full,
                    other=short if is_full else full,
                    rule=RULE,
                    limits=LIMITS,
                    for_workers=FOR_WORKERS,
                ),
            )


def _groups(edition: GuideEdition, *, is_for_workers: bool) -> Iterator[QuestionGroup]:
    asked = edition.outlook.indicators.values()
    for group, heading in GROUPS.items():
        yield QuestionGroup(
            heading=edition.pick(heading),
            questions=tuple(
                _question(indicator, edition, is_for_workers=is_for_workers)
                for indicator in asked
                if indicator.group == group
            ),
        )


def _question(indicator: Indicator, edition: GuideEdition, *, is_for_workers: bool) -> QuestionView:
    pointed = [each for each in indicator.pointers if each.strength == POINTS_TO]
    explained = [each for each in indicator.pointers if each.strength == EXPLAINS]
    fitting = [each for each in indicator.pointers if each not in (*pointed, *explained)]
    return QuestionView(
        indicator=indicator,
        ask=edition.pick(indicator.ask_worker if is_for_workers else indicator.ask),
        points_to=tuple(edition.technique(each.technique) for each in pointed),
        fits=tuple(edition.technique(each.technique) for each in fitting),
        explains=tuple(edition.technique(each.technique) for each in explained),
        situations=tuple(map(edition.situation, indicator.pathways)),
    )
