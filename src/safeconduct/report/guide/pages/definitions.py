"""The definitions side by side, on the same example incidents of the corpus.

It depends on the schemes and on the verdicts of the outlook's reading.
The examples are those on which the definitions differ most; nobody chooses them by hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.figures.clause import IN, OUT, UNDECIDED
from safeconduct.report.components.verdicts import CLAUSES
from safeconduct.report.messages import marked
from safeconduct.report.page import Page, Section
from safeconduct.report.sayings import STANDINGS
from safeconduct.report.wording import capital

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from safeconduct.figures.scheme import Scheme
    from safeconduct.report.guide.edition import GuideEdition

SECTION: Final = Section(name="definitions", label=marked("Definitions"), order=40)
_SAYS: Final[Mapping[str, str]] = {
    IN: marked("in"),
    UNDECIDED: marked("undecided"),
    OUT: marked("out"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionView:
    """One definition in words."""

    scheme: Scheme
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleRow:
    """One incident with what every definition says of it, and by which clause."""

    label: str
    techniques: tuple[str, ...]
    standing: str
    verdicts: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionsView:
    """The definitions and the examples."""

    definitions: tuple[DefinitionView, ...]
    examples: tuple[ExampleRow, ...]
    corpus_language: str


def pages(edition: GuideEdition) -> Iterator[Page]:
    """Write the comparison."""
    reading = edition.outlook.reading
    definitions = tuple(
        DefinitionView(scheme=each, label=edition.pick(each.label))
        for each in reading.schemes.values()
    )
    yield Page(
        file=f"{SECTION.name}.html",
        section=SECTION.name,
        template="definitions",
        title=edition.wording.say("Definitions side by side"),
        view=DefinitionsView(
            definitions=definitions,
            examples=tuple(_example(each, edition) for each in edition.outlook.examples),
            corpus_language=reading.corpus.masthead.language,
        ),
    )


def _example(incident: str, edition: GuideEdition) -> ExampleRow:
    reading, wording = edition.outlook.reading, edition.wording
    assessment = reading.assessments[incident]
    found = assessment.values["techniques"].possible
    techniques = sorted({term for value in found if isinstance(value, tuple) for term in value})
    return ExampleRow(
        label=reading.corpus.incidents[incident].label,
        techniques=tuple(map(edition.technique, techniques)),
        standing=wording.say(STANDINGS[assessment.standing.word]),
        verdicts=tuple(_verdict(incident, scheme, edition=edition) for scheme in reading.schemes),
    )


def _verdict(incident: str, scheme: str, *, edition: GuideEdition) -> tuple[str, str, str]:
    say = edition.wording.say
    verdict = edition.outlook.reading.verdicts[scheme][incident]
    clause = "" if verdict.says == IN else say(CLAUSES[verdict.clause])
    label = capital(edition.pick(edition.outlook.reading.schemes[scheme].label))
    return label, say(_SAYS[verdict.says]), clause
