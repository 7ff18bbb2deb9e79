"""An answer to a situation as text: on each step the danger stands first.

It depends on the responses and on the screen.
A new part of a step is one more function called from `print_response`.

Safety: who reads only the first lines of a step has read what it can cost.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from safeconduct.cli.screen import TextTable
from safeconduct.respond.calling import call_for_help
from safeconduct.respond.general_title import title_in
from safeconduct.respond.term import term_in_words
from safeconduct.vocabulary import in_language, territory

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from safeconduct.cli.session import Session
    from safeconduct.respond.deadline import Rule
    from safeconduct.respond.pathway import Pathway
    from safeconduct.respond.responding import AdvisedStep, OfferedProvider, Response
    from safeconduct.vocabulary import Citation

_INDENT = "   "
_DEEPER = "     "


def print_situations(pathways: Iterable[Pathway], session: Session) -> None:
    """List the situations by id."""
    say = session.say
    rows = [(each.id, in_language(each.label, session.language)) for each in pathways]
    session.out.table(TextTable(headings=(say("situation"), say("label")), rows=rows))


def print_response(response: Response, session: Session) -> None:
    """Print the situation, its steps by when they are taken, and the days to keep."""
    out, say, language = session.out, session.say, session.language
    out.heading(in_language(response.pathway.label, language))
    out.paragraph(in_language(response.pathway.plain, language))
    out.paragraph(
        say(
            "{host}, {day}. Facts as of {as_of}. This is no legal advice: a lawyer who knows the "
            "case goes before it.",
            host=territory.name(response.host, language),
            day=response.on.isoformat(),
            as_of=response.pathway.as_of,
        )
    )
    # Safety: what saves a life stands before everything else.
    out.paragraph(" ".join(call_for_help(response.host, language=language)), style="bold")
    for remark in response.remarks:
        out.paragraph(in_language(remark, language))
    numbers = {due.deadline.id: number for number, due in enumerate(response.dues, start=1)}
    told: set[str] = set()
    whens = {
        "now": say("Now"),
        "72-hours": say("Within 72 hours"),
        "30-days": say("Within 30 days"),
        "later": say("Later"),
    }
    position = 0
    for when, steps in groupby(response.steps, key=lambda each: each.step.when):
        out.line()
        out.heading(whens[when])
        for advised in steps:
            position += 1
            out.line()
            _print_step(advised, position, numbers=numbers, session=session)
            _print_helpers(advised, told, session=session)
            _print_source(advised, session)
    _print_dates(response, session)


def _print_step(
    advised: AdvisedStep, position: int, *, numbers: Mapping[str, int], session: Session
) -> None:
    say, language = session.say, session.language
    step = advised.step
    dangers = (
        (say("Risk"), step.risk),
        (say("Lower it"), step.lower),
        (say("Not when"), step.not_when),
    )
    for number, (name, words) in enumerate(dangers):
        first = _INDENT if number else f"{position}.".ljust(len(_INDENT))
        _paragraph(session, name, in_language(words, language), first=first)
    who = f"{say('Step')} ({in_language(step.who, language)})"
    _paragraph(session, who, in_language(step.text, language))
    for each in step.evidence:
        _paragraph(session, say("Keep"), in_language(each, language))
    _print_deadline(advised, number=numbers.get(step.deadline, 0), session=session)
    if step.documents:
        _paragraph(session, say("Documents"), ", ".join(step.documents))


def _print_deadline(advised: AdvisedStep, *, number: int, session: Session) -> None:
    say, language, due = session.say, session.language, advised.due
    told = [in_language(remark, language) for remark in advised.remarks]
    if advised.deadline is not None:
        label = in_language(advised.deadline.label, language)
        if advised.is_over and due is not None and due.due_on is not None:
            # Safety: nobody is to take a day that passed for one to keep.
            name, text = say("Passed"), f"{due.due_on.isoformat()}. {told.pop(0)} {label}."
        elif due is not None and due.due_on is not None:
            name, text = say("Date {number}", number=number), f"{due.due_on.isoformat()}. {label}."
            if due.longer_on is not None:
                # Safety: which of two terms the day ends stands with the day.
                text = f"{text} {told.pop(0)}"
        else:
            name, text = say("Term"), f"{label}."
        _paragraph(session, name, text)
    elif told:
        _paragraph(session, say("Term"), told.pop(0))
    if advised.rule is not None:
        _print_rule(advised, advised.rule, session=session)
    for remark in told:
        _deeper(session, remark)


def _print_rule(advised: AdvisedStep, rule: Rule, *, session: Session) -> None:
    say, language = session.say, session.language
    if advised.due is not None:
        day = advised.due.trigger_on.isoformat()
        counted = say(
            "It runs from {starts}: {day}.", starts=in_language(rule.starts, language), day=day
        )
    else:
        counted = say(
            "{term}. When it began was not given, so no date stands here: give it with --trigger "
            "{id}=DATE.",
            term=term_in_words(rule, language=language),
            id=advised.step.deadline,
        )
    who = say("Who has to act: {who}.", who=in_language(rule.who_must, language))
    _deeper(session, f"{counted} {who}")
    if rule.note is not None:
        _deeper(session, in_language(rule.note, language))
    _deeper(session, f"{say('Law')}: {cited(rule.legal_source, language)}")


def _print_helpers(advised: AdvisedStep, told: set[str], *, session: Session) -> None:
    for offered in advised.providers:
        _print_offered(offered, session, is_known=offered.provider.id in told)
        told.add(offered.provider.id)


def _print_offered(offered: OfferedProvider, session: Session, *, is_known: bool) -> None:
    say, language, provider = session.say, session.language, offered.provider
    name, day = provider.name_in(language), provider.last_checked.isoformat()
    openness = {
        "open": say("open when last looked at, {day}", day=day),
        "stale": say("not looked at since {day}: it may have closed", day=day),
        "not-known": say("not known whether it is open; last looked at {day}", day=day),
        "closed": say("closed since {day}", day=provider.closed_on),
    }[offered.openness]
    if offered.openness == "closed":
        _paragraph(session, say("Helps no longer"), f"{name}, {openness}.")
    elif is_known:
        _paragraph(session, say("Who helps"), f"{name}, {say('as told above')}.")
    else:
        _paragraph(session, say("Who helps"), f"{name}, {openness}.")
        _deeper(session, in_language(provider.offers, language))
        _deeper(session, in_language(provider.eligibility, language))
        if provider.contact:
            _deeper(session, provider.contact)
    # Safety: the caution stands wherever the helper is named, also where the rest is told above.
    if provider.note is not None:
        _deeper(session, in_language(provider.note, language))


def _print_source(advised: AdvisedStep, session: Session) -> None:
    _paragraph(session, session.say("Source"), cited(advised.step.source, session.language))
    if advised.step.is_weak:
        _deeper(session, session.say("This step rests on general knowledge."))


def _print_dates(response: Response, session: Session) -> None:
    if not response.dues:
        return
    say = session.say
    rows = [
        (
            say("Date {number}", number=number),
            due.due_on.isoformat() if due.due_on else "",
            in_language(due.deadline.label, session.language),
        )
        for number, due in enumerate(response.dues, start=1)
    ]
    session.out.line()
    session.out.heading(say("Days to keep"))
    session.out.table(TextTable(headings=(), rows=rows))


def cited(source: Citation, language: str = "en") -> str:
    """A source in one line."""
    title = title_in(source.title, language)
    parts = (title, source.section, source.page, source.footnote, source.url, source.date)
    return ", ".join(part for part in parts if part)


def _paragraph(session: Session, name: str, text: str, *, first: str = _INDENT) -> None:
    session.out.paragraph(text, first=f"{first}{name}: ", indent=_DEEPER)


def _deeper(session: Session, text: str) -> None:
    session.out.paragraph(text, indent=_DEEPER)
