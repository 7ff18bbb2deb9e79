"""The page on method: how standing is derived, what the bounds mean, what is not counted.

It depends on the grades of the checks and on the edition.
The rules themselves stand in `record/standing.py` and `figures/`; this page tells them to a reader.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.report.messages import marked
from safeconduct.report.page import Page, Section
from safeconduct.report.wording import capital
from safeconduct.verify.grading import CREDIBILITY, RELIABILITY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.report.edition import Edition


SECTION: Final = Section(name="counting", label=marked("Method"), order=80)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountingView:
    """What the page on method takes from data."""

    reliability: tuple[tuple[str, str], ...]
    credibility: tuple[tuple[str, str], ...]
    unknowns: tuple[tuple[str, str], ...]


def pages(edition: Edition) -> Iterator[Page]:
    """Write the page on method."""
    say, language = edition.wording.say, edition.wording.language
    yield Page(
        file=f"{SECTION.name}.html",
        section=SECTION.name,
        template="counting",
        title=say("How it is counted"),
        view=CountingView(
            reliability=tuple((grade, say(each.message)) for grade, each in RELIABILITY.items()),
            credibility=tuple(
                (str(grade), say(each.message)) for grade, each in CREDIBILITY.items()
            ),
            unknowns=tuple(
                (capital(term.label_in(language)), term.definition_in(language))
                for term in vocabulary.terms("unknown-reasons").values()
            ),
        ),
    )
