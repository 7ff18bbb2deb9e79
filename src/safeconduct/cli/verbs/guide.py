"""`safeconduct guide`: what to do, what protects and what is dangerous, as a static site.

It depends on the report, which writes the pages.
A new page or language of the guide needs nothing here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

import click

from safeconduct.cli.opening import BUILT_IN, BUILT_IN_ORIGIN, opened
from safeconduct.cli.plain_day import plain_day
from safeconduct.cli.site_telling import tell_site
from safeconduct.cli.verb import Verb, json_option
from safeconduct.errors import InvalidQuery

if TYPE_CHECKING:
    from safeconduct.cli.session import Session

STAGE: Final = "answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was typed."""

    folder: Path
    origin: str
    on: str
    corpus: str
    languages: str
    as_json: bool

    @property
    def day(self) -> date:
        """The day the guide speaks of: a reader's own today where none is given."""
        if not self.on:
            return date.today()  # noqa: DTZ011
        day = plain_day(self.on)
        if day is None:
            raise InvalidQuery([("--on", "is not a day such as 2026-11-24")])
        return day


@click.command(
    cls=Verb,
    short_help="Write the guide for people at risk as a site.",
    help="Write the guide as a static site: recognise, what to do and what each step risks, host "
    "states, definitions, who helps. It opens from a disk or a stick, and asks for no script.",
    example="safeconduct guide -o guide --on 2026-11-01",
)
@click.option(
    "-o",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path),
    required=True,
    help="A new or empty folder, or an earlier site.",
)
@click.option(
    "--origin", default=BUILT_IN_ORIGIN, metavar="CC", help="The state of origin; default RU."
)
@click.option(
    "--on",
    metavar="DATE",
    default="",
    help="The day the guide speaks of; default today.",
)
@click.option("--corpus", default=BUILT_IN, metavar="CORPUS", help="Where precedents come from.")
@click.option("--language", "languages", metavar="L[,L]", default="", help="en, ru; default both.")
@json_option
@click.pass_context
def run(context: click.Context, /, **_: object) -> None:
    """Write the guide."""
    from safeconduct.cli.state_code import state_code
    from safeconduct.report.catalogue import checked
    from safeconduct.report.catalogue import languages as translated
    from safeconduct.report.guide.outlook import Outlook
    from safeconduct.report.guide.site import build
    from safeconduct.report.site_folder import refuse_foreign

    asked, session = Asked(**context.params), cast("Session", context.obj)
    spoken = checked(tuple(each for each in asked.languages.split(",") if each) or translated())
    refuse_foreign(asked.folder)
    origin = state_code(asked.origin, language=session.language)
    outlook = Outlook(origin=origin, on=asked.day, corpus=opened(session, asked.corpus))
    with session.talk.counting(session.say("Writing pages")) as progress:
        site = build(outlook, asked.folder, languages=spoken, progress=progress)
    about = {"origin": origin, "on": asked.day.isoformat()}
    tell_site(site, session, languages=spoken, as_json=asked.as_json, about=about)
