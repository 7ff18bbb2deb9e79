"""The source line: publisher, title, three dates and a grade, "no locator" as calmly as a link.

It depends on the sources of the corpus, the grades of the checks and the edition.
A source without an address is a proper state and looks like one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from safeconduct.verify.grading import RELIABILITY

if TYPE_CHECKING:
    from safeconduct.record.source import Source
    from safeconduct.report.edition import Edition
    from safeconduct.report.markup import Link, Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """One source as a line; `host` is the readable part of its address."""

    id: str
    link: Link
    publisher: Passage | None
    title: Passage | None
    kind: str
    dates: tuple[tuple[str, str], ...]
    published: str
    grade: str
    grade_means: str
    locator_state: str
    url: str
    host: str


def source_view(identifier: str, edition: Edition) -> SourceView:
    """Show a source in a line."""
    row = edition.corpus.sources[identifier]
    wording = edition.wording
    return SourceView(
        id=row.id,
        link=edition.source(identifier),
        publisher=edition.passage(row.publisher) if row.publisher else None,
        title=edition.passage(row.title, row.language) if row.title else None,
        kind=wording.term("source-kinds", row.kind),
        dates=_dates(row, edition),
        published="" if row.published is None else wording.date(row.published),
        grade=row.reliability,
        grade_means=wording.say(RELIABILITY[row.reliability].message),
        locator_state=wording.term("locator-states", row.locator_state),
        url=row.url or "",
        host=host_of(row.url or ""),
    )


def host_of(url: str) -> str:
    """The readable part of an address; one that no browser understands is shown as it stands."""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return url
    return (host or url).removeprefix("www.")


def _dates(row: Source, edition: Edition) -> tuple[tuple[str, str], ...]:
    wording = edition.wording
    dates = (
        (wording.say("published"), row.published),
        (wording.say("read"), row.accessed),
        (wording.say("as of"), row.as_of),
    )
    return tuple((name, wording.date(when)) for name, when in dates if when is not None)
