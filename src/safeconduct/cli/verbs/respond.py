"""`safeconduct respond`: what to do in a situation, what each step can cost, and until when.

It depends on the responses; calendars are made by their exporter, documents by `answering`.
A further form of the answer is an option here, a field of `Asked`, and a branch in `run`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

import click

from safeconduct.cli.answering import (
    Paper,
    answer,
    paper_options,
    print_form,
    write_answer,
    write_sheet,
)
from safeconduct.cli.opening import BUILT_IN_ORIGIN
from safeconduct.cli.plain_day import plain_day
from safeconduct.cli.state_code import state_code
from safeconduct.cli.verb import Verb, json_option
from safeconduct.cli.words import words_in
from safeconduct.errors import InvalidQuery, Refusal
from safeconduct.vocabulary import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.cli.session import Session
    from safeconduct.respond import Response

STAGE: Final = "answer"
_DAY: Final = "Write a day as 2026-11-24, or a time with its zone as 2026-11-24T18:30+05:00."


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was typed."""

    situation: str
    host: str
    on: str
    triggers: tuple[str, ...]
    as_ics: bool
    as_json: bool
    language: str
    paper: Paper


@click.command(
    cls=Verb,
    short_help="Tell the next steps, what each can cost, and until when.",
    help="Tell what to do in a situation: the risk of each step first, how to lower it, when not "
    "to take it. Without a situation, list them. A form, filled in, makes a document. It is no "
    "legal advice, and nothing is stored.",
    example="safeconduct respond --situation wanted-list --host KZ --on 2026-11-24",
)
@click.option("--situation", metavar="ID", default="", help="What happened; without it, the list.")
@click.option("--host", metavar="STATE", default="", help="The state where the person is.")
@click.option("--on", metavar="DATE", default="", help="The day asked about, YYYY-MM-DD.")
@click.option(
    "--trigger",
    "triggers",
    metavar="DEADLINE=DATE",
    multiple=True,
    help="When a term began; without it, no date.",
)
@click.option("--ics", "as_ics", is_flag=True, help="Print a calendar file that names nothing.")
@click.option(
    "--language", type=click.Choice(LANGUAGES), default=None, help="Default as in the settings."
)
@paper_options
@json_option
@click.pass_context
def run(context: click.Context, /, **_: object) -> None:
    """Tell what to do in a situation, or list the situations."""
    typed = dict(context.params)
    paper = Paper(**{field.name: typed.pop(field.name) for field in fields(Paper)})
    session: Session = context.obj
    asked = Asked(**typed | {"language": typed["language"] or session.language}, paper=paper)
    session = replace(session, words=words_in(asked.language))
    if asked.as_ics and asked.as_json:
        raise click.UsageError("Choose one of --ics and --json.")
    if asked.as_ics and paper.is_wanted:
        raise click.UsageError("Choose one of --ics and --docx or --pdf: ask twice for both.")
    if paper.form:
        print_form(paper, session, as_json=asked.as_json)
    elif paper.answers:
        on = _day(asked.on) if asked.on else None
        answer(paper, on, session=session, as_json=asked.as_json)
    elif asked.situation:
        _answer(asked, session)
    elif asked.host or asked.on or asked.triggers or asked.as_ics or paper.is_wanted:
        raise click.UsageError("Give --situation; `safeconduct respond` lists them.")
    else:
        _list(asked, session)


def _answer(asked: Asked, session: Session) -> None:
    response = _response(asked, session.language)
    if asked.paper.target is not None and not (asked.as_ics or asked.as_json):
        raise click.UsageError(
            "With --situation, -o goes with --ics or --json; else --docx, --pdf."
        )
    if asked.paper.is_wanted:
        write_sheet(response, asked.paper, session=session, as_json=asked.as_json)
    elif asked.as_ics:
        from safeconduct.exporters.ics import calendar_of

        octets = calendar_of(response, language=session.language)
        if asked.paper.target is not None:
            write_answer(octets, asked.paper, session=session)
            return
        text = octets.decode("utf-8")
        # Not through the screen: the lines of a calendar end in a carriage return and a line feed.
        print(text, end="", file=session.out.stream)
    elif asked.as_json:
        from safeconduct.cli.response_json import response_json

        answered = response_json(response, session.language)
        if asked.paper.target is not None:
            octets = f"{json.dumps(answered, ensure_ascii=False, indent=2)}\n".encode()
            write_answer(octets, asked.paper, session=session)
            return
        session.print_json(answered)
    else:
        from safeconduct.cli.response_text import print_response

        print_response(response, session)


def _list(asked: Asked, session: Session) -> None:
    from safeconduct.respond import pathways

    if asked.as_json:
        from safeconduct.cli.response_json import situation_json

        listed = [situation_json(each, session.language) for each in pathways().values()]
        session.print_json({"situations": listed})
    else:
        from safeconduct.cli.response_text import print_situations

        print_situations(pathways().values(), session)


def _response(asked: Asked, language: str) -> Response:
    """Put what was typed to the responses.

    Raises:
        InvalidQuery: the day or a trigger cannot be used.
        NotFound: there is no such situation or state. Refusal: the host is the state of origin.
    """
    from safeconduct.respond import respond
    from safeconduct.respond.pathway import pathway
    from safeconduct.vocabulary import territory

    pathway(asked.situation)
    if not (asked.host and asked.on):
        raise click.UsageError("Give --host and --on with --situation.")
    host = state_code(asked.host, language=language)
    if host == BUILT_IN_ORIGIN:
        name = territory.name(host, language)
        raise Refusal(
            f"to tell the steps for {name} itself",
            rule="these steps are for people outside the state that pursues them; on its own soil "
            "they are other ones, and some of these would be dangerous",
            remedy="Name as the host the state where the person is, or wants to go.",
        )
    on, triggers = _day(asked.on), _triggers(asked.triggers)
    return respond(asked.situation, host=host, on=on, triggers=triggers)


def _day(text: str) -> date:
    day = plain_day(text)
    if day is None:
        raise InvalidQuery([("--on", "is not a day such as 2026-11-24")])
    return day


def _triggers(typed: tuple[str, ...]) -> Mapping[str, date | datetime]:
    found: dict[str, date | datetime] = {}
    for each in typed:
        name, _, text = each.partition("=")
        begun = _begun(text)
        if begun is None:
            raise InvalidQuery([("--trigger", "is not DEADLINE=DATE")], hint=_DAY)
        found[name] = begun
    return found


def _begun(text: str) -> date | datetime | None:
    try:
        return plain_day(text) or datetime.fromisoformat(text)
    except ValueError:
        return None
