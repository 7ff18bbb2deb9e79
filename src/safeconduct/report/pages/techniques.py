"""The index of techniques by tactic: the toolkit, with how often the corpus shows each of it.

It depends on the vocabulary and on the edition.
A technique that serves several tactics stands under each; those that fit none of the six come last.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.report.messages import marked
from safeconduct.report.page import Page, Section
from safeconduct.report.wording import capital

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from safeconduct.report.edition import Edition
    from safeconduct.report.markup import Link
    from safeconduct.vocabulary import Technique


SECTION: Final = Section(name="techniques", label=marked("Techniques"), order=20)
# The paper orders its toolkit so.
TACTICS: Final = (
    "coercion",
    "assassination",
    "discrediting",
    "blacklisting",
    "coerced-return",
    "surveillance",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TechniqueRow:
    """One technique in the index; the records that show it are counted, not weighed."""

    link: Link
    code: str
    definition: str
    n_records: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TacticGroup:
    """The techniques of one tactic."""

    id: str
    heading: str
    definition: str
    rows: tuple[TechniqueRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TechniquesView:
    """The whole index."""

    groups: tuple[TacticGroup, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """Write the index of techniques."""
    tactics = sorted(vocabulary.terms("tactics").values(), key=lambda term: tactic_order(term.id))
    groups = [
        TacticGroup(
            id=tactic.id,
            heading=capital(tactic.label_in(edition.wording.language)),
            definition=tactic.definition_in(edition.wording.language),
            rows=_rows(_serving(tactic.id), edition),
        )
        for tactic in tactics
    ]
    groups.append(
        TacticGroup(
            id="none",
            heading=edition.wording.say("None of the six"),
            definition=edition.wording.say(
                "Techniques that serve none of the six tactics by themselves."
            ),
            rows=_rows(_serving(""), edition),
        )
    )
    yield Page(
        file=f"{SECTION.name}.html",
        section=SECTION.name,
        template="techniques",
        title=edition.wording.say("Techniques"),
        view=TechniquesView(groups=tuple(groups)),
    )


def tactic_order(tactic: str) -> tuple[int, str]:
    """The place of a tactic among the tactics; one that is new to the vocabulary comes last."""
    return (TACTICS.index(tactic) if tactic in TACTICS else len(TACTICS)), tactic


def _serving(tactic: str) -> list[Technique]:
    """The techniques that serve a tactic, or none of them for ""."""
    found = [
        technique
        for technique in vocabulary.techniques().values()
        if (tactic in technique.tactics if tactic else not technique.tactics)
    ]
    return sorted(found, key=lambda technique: (not technique.code, _code_order(technique)))


def _code_order(technique: Technique) -> tuple[str, int, str]:
    family, _, number = (technique.code or "").partition("-")
    return family, int(number or 0), technique.id


def _rows(techniques: Iterable[Technique], edition: Edition) -> tuple[TechniqueRow, ...]:
    return tuple(
        TechniqueRow(
            link=edition.technique(technique.id),
            code=technique.code or "",
            definition=technique.definition_in(edition.wording.language),
            n_records=len(edition.reading.showing.get(technique.id, ())),
        )
        for technique in techniques
    )
