"""`safeconduct report`: a corpus as a static site that needs no server and no script.

It depends on the report.
A new page or language of the report needs nothing here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from safeconduct.cli.opening import corpus_argument, opened
from safeconduct.cli.site_telling import tell_site
from safeconduct.cli.verb import Verb, json_option

if TYPE_CHECKING:
    from safeconduct.cli.session import Session
    from safeconduct.record.corpus import Corpus
    from safeconduct.report.estimates.study import Study
    from safeconduct.report.site_folder import Site

STAGE: Final = "pass on"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was typed."""

    corpus: str
    folder: Path
    origin: str
    captures: Path | None
    by: str
    merge: tuple[str, ...]
    persons: bool
    checked: str
    languages: str
    as_json: bool


@click.command(
    cls=Verb,
    short_help="Write a corpus as a site that works from a disk.",
    help="Write a corpus as a static site: pictures, a page for each incident, source, figure and "
    "technique, method and caveats. It opens from a disk and needs no script.",
    example="safeconduct report distance-is-not-a-shield -o site",
)
@corpus_argument()
@click.option(
    "-o",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path),
    required=True,
    help="A new or empty folder, or an earlier report.",
)
@click.option(
    "--guide", "origin", metavar="CC", default="", help="Put the guide for this origin inside."
)
@click.option(
    "--captures",
    metavar="CAPTURES",
    type=click.Path(path_type=Path),
    help="Add a page from a CSV or a linkage: how many are on no list.",
)
@click.option(
    "--captures-by", "by", metavar="COLUMN", default="", help="Its parts beside each other."
)
@click.option("--merge", metavar="A+B=NAME", multiple=True, help="Take lists for one.")
@click.option("--persons", is_flag=True, help="Each row is one person; no column count.")
@click.option(
    "--checked",
    metavar="N,N,N,N",
    default="",
    help="Checked pairs: true, found; linked, right.",
)
@click.option("--language", "languages", metavar="L[,L]", default="", help="en, ru; default both.")
@json_option
@click.pass_context
def run(context: click.Context, /, **_: object) -> None:
    """Write the report of a corpus."""
    from safeconduct.report.catalogue import checked
    from safeconduct.report.catalogue import languages as translated
    from safeconduct.report.site_folder import refuse_foreign

    asked, session = Asked(**context.params), context.obj
    spoken = checked(tuple(part for part in asked.languages.split(",") if part) or translated())
    refuse_foreign(asked.folder)
    corpus = opened(session, asked.corpus)
    site = build(
        session,
        corpus,
        folder=asked.folder,
        languages=spoken,
        origin=asked.origin,
        study=_study(asked, session),
    )
    tell_site(site, session, languages=spoken, as_json=asked.as_json)


def build(
    session: Session,
    corpus: Corpus,
    *,
    folder: Path,
    languages: tuple[str, ...],
    origin: str = "",
    study: Study | None = None,
) -> Site:
    """Write the site, with its guide and its estimate where there are any; say how far it is."""
    from safeconduct.report import site
    from safeconduct.report.guide.outlook import Outlook
    from safeconduct.report.supplement import Supplement

    # A guide speaks of the day on which it is read.
    today = date.today()  # noqa: DTZ011
    guide = Outlook(origin=origin, on=today, corpus=corpus) if origin else None
    with session.talk.counting(session.say("Writing pages")) as progress:
        return site.build(
            corpus,
            folder,
            languages=languages,
            progress=progress,
            supplement=Supplement(guide=guide, study=study),
        )


def _study(asked: Asked, session: Session) -> Study | None:
    """Estimate from the table that was named, before any page is written.

    Raises:
        UsageError: something is said of a table, and none is named.
    """
    if asked.captures is None:
        if asked.by or asked.checked or asked.merge or asked.persons:
            raise click.UsageError(
                "--captures-by, --merge, --persons and --checked say more of --captures."
            )
        return None
    if asked.by and asked.captures.is_dir():
        raise click.UsageError(
            "--captures-by takes a CSV with a column of that name, not a linkage."
        )
    from safeconduct.cli.capture_tables import drawn_tables, merged, table_of
    from safeconduct.cli.checked_pairs import checked_links
    from safeconduct.estimate.inquiry import methods
    from safeconduct.importers import captures
    from safeconduct.report.estimates.study import study

    pairs = checked_links(asked.checked)
    read = captures.read(table_of(asked.captures), by=asked.by, row_per_person=asked.persons)
    drawn = drawn_tables(asked.captures, lists=next(iter(read.strata.values())).lists)
    names = iter(range(len(methods())))
    with session.talk.counting(session.say("Estimating")) as progress:
        return study(
            {name: merged(each, asked.merge) for name, each in read.strata.items()},
            by=asked.by,
            checked=pairs,
            drawn=[merged(each, asked.merge) for each in drawn],
            progress=lambda _name: progress(next(names), len(methods())),
        )
