"""`safeconduct report`: a corpus as a static site that needs no server and no script.

It depends on the report.
A new page or language of the report needs nothing here.
"""

from __future__ import annotations

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
    from safeconduct.report.site_folder import Site

STAGE: Final = "pass on"


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
@click.option("--language", "languages", metavar="L[,L]", default="", help="en, ru; default both.")
@json_option
@click.pass_obj
def run(
    session: Session, corpus: str, *, folder: Path, languages: str, origin: str, as_json: bool
) -> None:
    """Write the report of a corpus."""
    from safeconduct.report.catalogue import checked
    from safeconduct.report.catalogue import languages as translated
    from safeconduct.report.site_folder import refuse_foreign

    spoken = checked(tuple(part for part in languages.split(",") if part) or translated())
    refuse_foreign(folder)
    site = build(session, opened(session, corpus), folder=folder, languages=spoken, origin=origin)
    tell_site(site, session, languages=spoken, as_json=as_json)


def build(
    session: Session,
    corpus: Corpus,
    *,
    folder: Path,
    languages: tuple[str, ...],
    origin: str = "",
) -> Site:
    """Write the site, with the guide for a state of origin if one is named; say how far it is."""
    from safeconduct.report import site
    from safeconduct.report.guide.outlook import Outlook

    # A guide speaks of the day on which it is read.
    today = date.today()  # noqa: DTZ011
    guide = Outlook(origin=origin, on=today, corpus=corpus) if origin else None
    with session.talk.counting(session.say("Writing pages")) as progress:
        return site.build(corpus, folder, languages=languages, progress=progress, guide=guide)
