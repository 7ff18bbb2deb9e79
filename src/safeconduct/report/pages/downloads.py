"""The page of downloads: the corpus as tables, the figures as tables, the pictures as drawings.

It depends on the downloads and on the edition.
The tables are the corpus folder itself, so that whoever takes them can count them again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.record.tables import TABLES
from safeconduct.report.messages import marked
from safeconduct.report.page import Page, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.report.edition import Edition


SECTION: Final = Section(name="downloads", label=marked("Data"), order=100)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView:
    """One table of the corpus."""

    file: str
    holds: str
    n_rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DownloadsView:
    """What can be taken away."""

    tables: tuple[TableView, ...]
    digest: str


def pages(edition: Edition) -> Iterator[Page]:
    """Write the page of downloads."""
    say = edition.wording.say
    holds = {
        "sources": say("What was published, filed or said, by whom, and how far to trust it."),
        "statements": say("One source saying one thing about one incident."),
        "incidents": say("What the statements are about, its kind and its links."),
        "reported_figures": say("Numbers that others published, as they published them."),
        "decisions": say("Values adopted where sources differ, with the reason."),
    }
    yield Page(
        file=f"{SECTION.name}.html",
        section=SECTION.name,
        template="downloads",
        title=say("Data to take away"),
        view=DownloadsView(
            tables=tuple(
                TableView(
                    file=table.file,
                    holds=holds.get(name, table.row_is),
                    n_rows=len(edition.corpus.tables[name]),
                )
                for name, table in TABLES.items()
            ),
            digest=edition.corpus.digest,
        ),
    )
