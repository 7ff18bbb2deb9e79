"""`safeconduct recognise`: a form of plain questions, and which patterns the answers resemble.

It depends on the responses for the questions, the rule and the help; it words nothing itself.
A new part of an answer is one more section in `_show` and one more key in `_as_json`.

Safety: it opens no connection, and writes no file but the empty form, when asked to.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

import click

from safeconduct.cli.verb import Verb, json_option
from safeconduct.cli.words import words_in
from safeconduct.errors import Refusal
from safeconduct.vocabulary import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.cli.json_text import Json
    from safeconduct.cli.session import Session
    from safeconduct.respond.indicator import Indicator
    from safeconduct.respond.recognise import Recognition, Resemblance

STAGE: Final = "answer"
FROM_STDIN: Final = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was typed."""

    file: str | None
    for_worker: bool
    target: Path | None
    language: str | None
    as_json: bool


@click.command(
    cls=Verb,
    short_help="Ask what is happening; say what it resembles.",
    help="Without FILE, print a form of plain questions. With the form filled in, say which "
    "patterns the answers resemble and why, what harmless explanation remains, and what helps "
    "first. Nothing is stored or sent.",
    example="safeconduct recognise -o answers.toml",
)
@click.argument("file", required=False, help="The form with your answers; - reads them typed.")
@click.option("--worker", "for_worker", is_flag=True, help="Word it for somebody who helps.")
@click.option(
    "-o",
    "target",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write the empty form here; default the screen.",
)
@click.option(
    "--language", type=click.Choice(LANGUAGES), default=None, help="Default as in the settings."
)
@json_option
@click.pass_context
def run(context: click.Context, /, **_: object) -> None:
    """Print the form, or answer a form that was filled in."""
    asked, session = Asked(**context.params), cast("Session", context.obj)
    session = replace(session, words=words_in(asked.language or session.language))
    if asked.file is not None and asked.target is not None:
        raise click.UsageError("-o writes the empty form; it goes with no FILE.")
    if asked.file is None:
        _ask(session, asked.target, for_worker=asked.for_worker, as_json=asked.as_json)
    else:
        _answer(session, asked.file, for_worker=asked.for_worker, as_json=asked.as_json)


def _answer(session: Session, file: str, *, for_worker: bool, as_json: bool) -> None:
    from safeconduct.respond.questionnaire import read_form
    from safeconduct.respond.recognise import recognise

    is_typed = file == FROM_STDIN
    content = sys.stdin.buffer.read() if is_typed else Path(file).read_bytes()
    recognition = recognise(read_form(content, name=Path(file).name if not is_typed else "stdin"))
    if as_json:
        session.print_json(_as_json(recognition, session.language, for_worker=for_worker))
    else:
        _show(recognition, session, for_worker=for_worker)


def _ask(session: Session, target: Path | None, *, for_worker: bool, as_json: bool) -> None:
    from safeconduct.exporters.private_file import write_private
    from safeconduct.respond.indicator import indicators
    from safeconduct.respond.questionnaire import empty_form

    form = empty_form(session.language, for_worker=for_worker)
    if target is not None:
        if os.path.lexists(target):
            raise Refusal(
                "to write the empty form here",
                rule="an empty form replaces no file, which may hold answers",
                remedy="Name another file.",
            )
        # Safety: answers will stand in it, which are for its owner's eyes only.
        write_private(form.encode("utf-8"), target)
        session.talk.say(session.say("Answer the questions in it, then:"))
        session.talk.say(f"safeconduct recognise {target}")
    if as_json:
        asked = [
            _question(each, session.language, for_worker=for_worker)
            for each in indicators().values()
        ]
        session.print_json({"questions": asked})
    elif target is None:
        session.out.line(form.rstrip("\n"))


def _show(recognition: Recognition, session: Session, *, for_worker: bool) -> None:
    """Say first what is urgent, then the resemblances, then what each answer asks for."""
    from safeconduct.respond import recognise
    from safeconduct.vocabulary import in_language

    language = session.language
    if for_worker:
        _paragraphs(session, *(in_language(text, language) for text in recognise.FOR_WORKERS))
        handed = session.say("What follows is worded for the person; read it out or hand it over.")
        _paragraphs(session, handed)
    numbers = {each.id: number for number, each in enumerate(recognition.told, start=1)}
    _urgent(recognition, session)
    _careful(recognition, session, for_worker=for_worker)
    if recognition.is_calm:
        _paragraphs(session, in_language(recognise.CALM, language))
        _paragraphs(session, in_language(recognise.RULE, language))
    else:
        session.out.heading(session.say("What your answers resemble"))
        for each in recognition.resemblances:
            _resemblance(each, session, numbers=numbers)
        session.out.line()
        _paragraphs(session, in_language(recognise.RULE, language))
        _paragraphs(session, in_language(recognise.LIMITS, language))
    if recognition.told:
        session.out.heading(session.say("Answered yes, and what helps"))
    for indicator in recognition.told:
        _told(indicator, session, number=numbers[indicator.id], for_worker=for_worker)
        if indicator in recognition.alone and not recognition.is_calm:
            session.out.paragraph(session.say("By itself this names no pattern."), indent="   ")
        session.out.line()
    _unsure(recognition, session, for_worker=for_worker)
    _pages(recognition, session)
    session.out.paragraph(in_language(recognise.KEPT, language))


def _urgent(recognition: Recognition, session: Session) -> None:
    from safeconduct.vocabulary import in_language

    urgent = [each for each in recognition.told if each.is_urgent]
    if urgent:
        session.out.heading(session.say("Before anything else"))
        for each in urgent:
            session.out.paragraph(
                in_language(each.advice, session.language), indent="    ", first="  - "
            )
        session.out.line()


def _careful(recognition: Recognition, session: Session, *, for_worker: bool) -> None:
    """Say what to do until a person knows; no pattern is named for it."""
    from safeconduct.respond import recognise
    from safeconduct.vocabulary import in_language

    if not recognition.careful:
        return
    out, say, language = session.out, session.say, session.language
    out.heading(say("Until you know"))
    out.paragraph(in_language(recognise.UNTIL_KNOWN, language))
    for each in recognition.careful:
        asked = each.ask_worker if for_worker else each.ask
        out.paragraph(in_language(asked, language), indent="    ", first="  - ")
        for name, text in (("First", each.advice), ("Ask", each.whom)):
            out.paragraph(in_language(text, language), indent="    ", first=f"    {say(name)}: ")
    out.line()


def _resemblance(resemblance: Resemblance, session: Session, *, numbers: dict[str, int]) -> None:
    from safeconduct.respond.indicator import FITS, GOES_WITH, POINTS_TO
    from safeconduct.vocabulary import in_language, techniques

    out, say, language = session.out, session.say, session.language
    technique = techniques()[resemblance.technique]
    out.line()
    out.line(f"  {in_language(technique.label, language)} ({technique.id})", style="bold")
    out.paragraph(in_language(technique.definition, language), indent="    ")
    pointing, fitting, beside = (
        ", ".join(
            str(numbers[reason.indicator.id])
            for reason in resemblance.reasons
            if reason.strength == strength
        )
        for strength in (POINTS_TO, FITS, GOES_WITH)
    )
    because = [say("answer {numbers} points to it", numbers=pointing)] if pointing else []
    because += [say("answers that fit it: {numbers}", numbers=fitting)] if fitting else []
    because += [say("what goes with it: {numbers}", numbers=beside)] if beside else []
    out.paragraph("; ".join(because), indent="    ", first=f"    {say('Why')}: ")


def _told(indicator: Indicator, session: Session, *, number: int, for_worker: bool) -> None:
    from safeconduct.vocabulary import in_language

    out, say, language = session.out, session.say, session.language
    asked = indicator.ask_worker if for_worker else indicator.ask
    out.paragraph(in_language(asked, language), indent="   ", first=f"{number}. ", style="bold")
    for name, text in (
        ("It may also be", indicator.everyday),
        ("First", indicator.advice),
        ("Note down", indicator.note_down),
        ("Ask", indicator.whom),
    ):
        out.paragraph(in_language(text, language), indent="   ", first=f"   {say(name)}: ")
    if indicator.is_weak:
        weak = say("This rests on general knowledge; no source was read for it.")
        out.paragraph(weak, indent="   ")


def _unsure(recognition: Recognition, session: Session, *, for_worker: bool) -> None:
    from safeconduct.vocabulary import in_language

    if recognition.unsure:
        session.out.heading(session.say("You were not sure; if you learn more, answer again"))
        for each in recognition.unsure:
            asked = each.ask_worker if for_worker else each.ask
            session.out.paragraph(in_language(asked, session.language), indent="    ", first="  - ")
        session.out.line()


def _pages(recognition: Recognition, session: Session) -> None:
    if recognition.pathways:
        session.out.heading(session.say("Pages to read: safeconduct respond --situation ID"))
        for identifier, label in _labelled(recognition, session.language):
            session.out.paragraph(label, indent="    ", first=f"  {identifier}: ")
        session.out.line()


def _paragraphs(session: Session, *texts: str) -> None:
    for text in texts:
        session.out.paragraph(text)
        session.out.line()


def _labelled(recognition: Recognition, language: str) -> Iterator[tuple[str, str]]:
    from safeconduct.respond.pathway import pathway
    from safeconduct.vocabulary import in_language

    for identifier in recognition.pathways:
        yield identifier, in_language(pathway(identifier).label, language)


def _question(indicator: Indicator, language: str, *, for_worker: bool) -> dict[str, Json]:
    from safeconduct.vocabulary import in_language

    asked = indicator.ask_worker if for_worker else indicator.ask
    return {"id": indicator.id, "group": indicator.group, "ask": in_language(asked, language)}


def _as_json(recognition: Recognition, language: str, *, for_worker: bool) -> Json:
    from safeconduct.respond import recognise
    from safeconduct.vocabulary import in_language, techniques

    known = techniques()
    return {
        "calm": in_language(recognise.CALM, language) if recognition.is_calm else None,
        "resemblances": [
            {
                "technique": each.technique,
                "label": in_language(known[each.technique].label, language),
                "tactics": list(known[each.technique].tactics),
                "because": [
                    {"indicator": reason.indicator.id, "strength": reason.strength}
                    for reason in each.reasons
                ],
            }
            for each in recognition.resemblances
        ],
        "told": [
            {
                **_question(each, language, for_worker=for_worker),
                "urgent": each.is_urgent,
                "everyday": in_language(each.everyday, language),
                "advice": in_language(each.advice, language),
                "note_down": in_language(each.note_down, language),
                "whom": in_language(each.whom, language),
                "weak": each.is_weak,
                "source": {"title": each.source.title, "url": each.source.url},
            }
            for each in recognition.told
        ],
        "alone": [each.id for each in recognition.alone],
        "unsure": [_question(each, language, for_worker=for_worker) for each in recognition.unsure],
        "until_known": {
            "text": in_language(recognise.UNTIL_KNOWN, language),
            "advice": [
                {
                    "id": each.id,
                    "advice": in_language(each.advice, language),
                    "whom": in_language(each.whom, language),
                }
                for each in recognition.careful
            ],
        }
        if recognition.careful
        else None,
        "pathways": [
            {"id": identifier, "label": label}
            for identifier, label in _labelled(recognition, language)
        ],
        "rule": in_language(recognise.RULE, language),
        "limits": in_language(recognise.LIMITS, language),
        "kept": in_language(recognise.KEPT, language),
        "for_workers": [in_language(text, language) for text in recognise.FOR_WORKERS]
        if for_worker
        else [],
    }
