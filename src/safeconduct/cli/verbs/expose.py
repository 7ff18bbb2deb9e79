"""`safeconduct expose`: what a state can use against a person in another, and what protects there.

It depends on the exposure; precedents come from a corpus, by default the built-in one.
A new part of the question is an option here, a field of `Asked`, and an argument of `expose`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import click

from safeconduct.cli.opening import BUILT_IN, opened
from safeconduct.cli.plain_day import plain_day
from safeconduct.cli.state_code import state_code
from safeconduct.cli.verb import Verb, json_option
from safeconduct.errors import InvalidQuery

if TYPE_CHECKING:
    from datetime import date

    from safeconduct.cli.session import Session
    from safeconduct.exposure import Exposure

STAGE: Final = "answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was typed."""

    origin: str
    host: str
    on: str
    technique: str | None
    corpus: str
    beside: str
    short: bool
    as_json: bool


@click.command(
    cls=Verb,
    short_help="Tell what a state can use in a host state, and what protects.",
    help="Tell what is open to the origin state, what protects, what happened, and what is not "
    "known. It is no score, and no advice on one person's case.",
    example="safeconduct expose --origin RU --host KZ --on 2024-06-30",
)
@click.option("--origin", metavar="STATE", required=True, help="The state that may pursue.")
@click.option("--host", metavar="STATE", default="", help="The state where the person is.")
@click.option("--on", metavar="DATE", required=True, help="The day asked about, YYYY-MM-DD.")
@click.option("--technique", metavar="ID", help="Only what concerns this technique.")
@click.option("--corpus", metavar="CORPUS", default=BUILT_IN, help="Take precedents from here.")
@click.option(
    "--compare", "beside", metavar="STATE,…", default="", help="Put these host states side by side."
)
@click.option("--short", is_flag=True, help="What is open and what protects, in a line each.")
@json_option
@click.pass_context
def run(context: click.Context, /, **_: object) -> None:
    """Tell what is recorded between two states on a day."""
    asked = Asked(**context.params)
    session: Session = context.obj
    hosts = [text.strip() for text in (asked.host, *asked.beside.split(",")) if text.strip()]
    if not hosts:
        raise click.UsageError("Give --host or --compare.")
    if asked.short and (asked.beside or asked.as_json):
        raise click.UsageError("--short goes with --host alone.")
    exposures = _exposures(asked, hosts, session=session)
    if asked.beside:
        from safeconduct.cli.comparison_text import print_comparison
        from safeconduct.exposure import compare

        comparison = compare(exposures)
        if asked.as_json:
            from safeconduct.cli.exposure_json import comparison_json

            session.print_json(comparison_json(comparison, session.language))
        else:
            print_comparison(comparison, session)
        return
    if asked.as_json:
        from safeconduct.cli.exposure_json import exposure_json

        session.print_json(exposure_json(exposures[0], session.language))
    else:
        from safeconduct.cli.exposure_text import print_exposure

        print_exposure(exposures[0], session, short=asked.short)


def _exposures(asked: Asked, hosts: list[str], *, session: Session) -> list[Exposure]:
    from safeconduct.exposure import expose

    states = [state_code(text, language=session.language) for text in (asked.origin, *hosts)]
    on = _day(asked.on)
    corpus = opened(session, asked.corpus)
    try:
        return [
            expose(states[0], host, on=on, technique=asked.technique, corpus=corpus)
            for host in dict.fromkeys(states[1:])
        ]
    except InvalidQuery as refused:
        problems = [(f"--{part}", problem) for part, problem in refused.problems]
        raise InvalidQuery(problems, hint=refused.hint) from None


def _day(text: str) -> date:
    day = plain_day(text)
    if day is None:
        raise InvalidQuery(
            [("--on", "is not a day of the form YYYY-MM-DD")], hint="See safeconduct expose --help."
        )
    return day
