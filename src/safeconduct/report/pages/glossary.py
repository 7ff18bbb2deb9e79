"""The glossary: the words of the pages and the terms of the corpus, each with its meaning.

It depends on the vocabulary and on the edition.
Terms come from the vocabulary, set by set; only sets that a reader meets on a page are listed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.report.messages import marked
from safeconduct.report.page import Page, Section
from safeconduct.report.wording import capital

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.report.edition import Edition


SECTION: Final = Section(name="glossary", label=marked("Glossary"), order=90)


@dataclass(frozen=True, slots=True, kw_only=True)
class TermView:
    """One word with its meaning."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TermGroup:
    """The words of one set."""

    id: str
    heading: str
    terms: tuple[TermView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryView:
    """The glossary."""

    groups: tuple[TermGroup, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """Write the glossary."""
    yield Page(
        file=f"{SECTION.name}.html",
        section=SECTION.name,
        template="glossary",
        title=edition.wording.say("Glossary"),
        view=GlossaryView(groups=tuple(_groups(edition))),
    )


def _groups(edition: Edition) -> Iterator[TermGroup]:
    language = edition.wording.language
    for set_id, heading in _headings(edition):
        yield TermGroup(
            id=set_id,
            heading=heading,
            terms=tuple(
                TermView(
                    word=capital(term.label_in(language)), meaning=term.definition_in(language)
                )
                for term in vocabulary.terms(set_id).values()
            ),
        )


def _headings(edition: Edition) -> tuple[tuple[str, str], ...]:
    say = edition.wording.say
    return (
        ("incident-kinds", say("Kinds of record")),
        ("modes", say("How a source says it")),
        ("bases", say("What a statement can rest on")),
        ("attributions", say("Ties to a state")),
        ("targets", say("Targets")),
        ("outcomes", say("Outcomes")),
        ("settings", say("Settings")),
        ("motives", say("Political motive")),
        ("units", say("Units")),
        ("qualifiers", say("Words before a number")),
        ("source-kinds", say("Kinds of source")),
        ("locator-states", say("Whether a source can be found")),
    )
