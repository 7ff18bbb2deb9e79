"""The sheet of a situation: the answer of `respond` as a document, the risk before each step.

It depends on the responses and on the document beside it.
A new part of a step is one more row in `_rows`.

Safety: who reads only the first row of a step has read what the step can cost.
"""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from safeconduct.respond.calling import call_for_help
from safeconduct.respond.documents.document import (
    Caution,
    Document,
    Heading,
    Paragraph,
    Table,
    cited,
)
from safeconduct.respond.documents.sayings import say
from safeconduct.respond.documents.shown import day_in_words
from safeconduct.respond.documents.template import template
from safeconduct.respond.term import term_in_words
from safeconduct.vocabulary import in_language, territory

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.respond.documents.document import Block
    from safeconduct.respond.responding import AdvisedStep, Response


def sheet_of(response: Response, *, language: str = "en") -> Document:
    """Write an answer to a situation as a document to print and take along."""
    situation = in_language(response.pathway.label, language)
    return Document(
        title=say("sheet-title", language, situation=situation),
        language=language,
        blocks=tuple(_blocks(response, language)),
    )


def _blocks(response: Response, language: str) -> Iterator[Block]:
    yield Paragraph(text=in_language(response.pathway.plain, language))
    yield Paragraph(
        text=say(
            "sheet-of",
            language,
            host=territory.name(response.host, language),
            on=day_in_words(response.on, language),
            as_of=day_in_words(date.fromisoformat(response.pathway.as_of), language),
        )
    )
    yield Caution(text=" ".join(call_for_help(response.host, language=language)))
    yield Caution(text=say("sheet-caution", language))
    number = 0
    for when, steps in groupby(response.steps, key=lambda each: each.step.when):
        yield Heading(text=say(f"when-{when}", language))
        for advised in steps:
            number += 1
            yield Heading(text=say("step", language, number=str(number)), level=2)
            heads = (say("detail", language), say("what-it-says-of-step", language))
            yield Table(headings=heads, rows=tuple(_rows(advised, language)))


def _rows(advised: AdvisedStep, language: str) -> Iterator[tuple[str, str]]:
    step = advised.step
    for saying, words in (("risk", step.risk), ("lower", step.lower), ("not-when", step.not_when)):
        yield say(saying, language), in_language(words, language)
    who = in_language(step.who, language)
    yield say("what-to-do", language, who=who), in_language(step.text, language)
    if step.evidence:
        kept = (in_language(each, language) for each in step.evidence)
        yield say("keep", language), "\n".join(kept)
    if due := _due(advised, language):
        yield say("due", language), due
    if step.documents:
        named = (in_language(template(each).label, language) for each in step.documents)
        yield say("papers", language), "\n".join(named)
    if helpers := [*_helpers(advised, language)]:
        yield say("who-helps", language), "\n".join(helpers)
    source = cited(step.source, language)
    yield (
        say("source", language),
        say("general-knowledge", language, source=source) if step.is_weak else source,
    )


def _due(advised: AdvisedStep, language: str) -> str:
    lines = [in_language(remark, language) for remark in advised.remarks]
    deadline, rule = advised.deadline, advised.rule
    if rule is not None:
        lines.insert(0, cited(rule.legal_source, language))
    if deadline is None:
        return "\n".join(lines)
    label = in_language(deadline.label, language)
    if advised.due is not None and advised.due.due_on is not None:
        day = day_in_words(advised.due.due_on, language)
        saying = "due-over" if advised.is_over else "due-on"
        first = say(saying, language, day=day, label=label)
    elif rule is not None:
        term = term_in_words(rule, language=language)
        first = say("due-open", language, label=label, term=term)
    else:
        first = label
    return "\n".join([first, *lines])


def _helpers(advised: AdvisedStep, language: str) -> Iterator[str]:
    """Name who helps; a programme that is closed is not named on paper at all."""
    for offered in advised.providers:
        helper = offered.provider
        if offered.openness != "closed":
            yield say(
                f"provider-{offered.openness}",
                language,
                name=helper.name_in(language),
                day=day_in_words(helper.last_checked, language),
                contact=helper.contact or in_language(helper.eligibility, language),
            )
            if helper.note is not None:
                yield in_language(helper.note, language)
