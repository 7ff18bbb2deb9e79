"""Get the data: every release that can be taken, whole, in its parts and in other formats.

It depends on the public edition and on what can be taken.
A format is listed because it takes a release; none is named here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.report.address import anchor
from safeconduct.report.messages import marked
from safeconduct.report.page import Page, Section
from safeconduct.report.public.description import DCAT_JSON, DCAT_TURTLE, SCHEMA_ORG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.report.markup import Link
    from safeconduct.report.public.deliverables import Deliverable
    from safeconduct.report.public.edition import PublicEdition
    from safeconduct.report.public.history import Published

SECTION: Final = Section(name="data", label=marked("Get the data"), order=50)
_PLAIN: Final = {
    "zip": marked("The whole release, with its signatures"),
    "hxl": marked("CSV with a row of HXL hashtags"),
    "jsonl": marked("JSON Lines"),
    "ods": marked("OpenDocument workbook"),
    "parquet": marked("Parquet"),
    "xlsx": marked("Excel workbook"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRow:
    """One file to take."""

    href: str
    name: str
    form: str
    kilobytes: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenView:
    """What can be taken of one release."""

    link: Link
    id: str
    anchor: str
    state: str
    is_current: bool
    formats: tuple[FileRow, ...]
    parts: tuple[FileRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakingView:
    """Every release that can be taken, and the descriptions for programs."""

    releases: tuple[TakenView, ...]
    described: tuple[tuple[str, str], ...]


def pages(edition: PublicEdition) -> Iterator[Page]:
    """Write the page."""
    yield Page(
        file=f"{SECTION.name}.html",
        section=SECTION.name,
        template="data",
        title=edition.wording.say("Get the data"),
        view=TakingView(
            releases=tuple(
                _taken(each, edition)
                for each in edition.history.newest_first
                if edition.taken[each.release.id]
            ),
            described=(
                (SCHEMA_ORG, "schema.org, JSON-LD"),
                (DCAT_JSON, "DCAT, JSON-LD"),
                (DCAT_TURTLE, "DCAT, Turtle"),
            ),
        ),
    )


def _taken(published: Published, edition: PublicEdition) -> TakenView:
    given = edition.taken[published.release.id]
    return TakenView(
        link=edition.named(published.release),
        id=published.release.id,
        anchor=anchor(published.release.id),
        state=edition.state_of(published),
        is_current=published is edition.history.current,
        formats=tuple(_row(each, edition) for each in given if each.form != "release"),
        parts=tuple(_row(each, edition) for each in given if each.form == "release"),
    )


def _row(given: Deliverable, edition: PublicEdition) -> FileRow:
    plain = _PLAIN.get(given.form)
    return FileRow(
        href=f"../{given.path}",
        name=given.name,
        form=edition.wording.say(plain) if plain else given.form,
        kilobytes=edition.wording.number(max(0.1, round(len(given.octets) / 1000, 1))),
        sha256=given.sha256,
    )
