"""`safeconduct vocabulary`: the words that the cells of a corpus may hold, and what each means.

It depends on the vocabulary only.
A new set or term shows here by itself; a new property of every term is a line in `_properties`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from safeconduct.cli.screen import TextTable
from safeconduct.cli.verb import Verb, json_option

if TYPE_CHECKING:
    from collections.abc import Iterable

    from safeconduct.cli.json_text import Json
    from safeconduct.cli.session import Session
    from safeconduct.vocabulary import Citation, Term

STAGE: Final = "look up"


@click.command(
    cls=Verb,
    short_help="Say what the words in the cells of a corpus mean.",
    example="safeconduct vocabulary techniques abduction",
)
@click.argument("set_id", metavar="[SET]", required=False, help="List the terms of this set.")
@click.argument("term_id", metavar="[TERM]", required=False, help="Show this term in full.")
@json_option
@click.pass_obj
def run(session: Session, set_id: str | None, term_id: str | None, *, as_json: bool) -> None:
    """List the sets of the vocabulary, the terms of one, or what one term means and where from."""
    from safeconduct import vocabulary

    if set_id is None:
        _sets(session, as_json=as_json)
    elif term_id is not None:
        term = vocabulary.term(set_id, term_id)
        if as_json:
            session.print_json(_in_full(term, session.language))
        else:
            _show(term, session)
    else:
        _terms(set_id, vocabulary.terms(set_id).values(), session, as_json=as_json)


def _sets(session: Session, *, as_json: bool) -> None:
    from safeconduct import vocabulary

    sizes = {each: len(vocabulary.ids(each)) for each in vocabulary.sets()}
    if as_json:
        listed: list[Json] = [{"id": each, "terms": size} for each, size in sizes.items()]
        session.print_json({"version": vocabulary.VERSION, "sets": listed})
        return
    rows = [(each, str(size)) for each, size in sizes.items()]
    headings = (session.say("set"), session.say("terms"))
    session.out.table(TextTable(headings=headings, rows=rows, numbers=frozenset({1})))


def _terms(set_id: str, terms: Iterable[Term], session: Session, *, as_json: bool) -> None:
    if as_json:
        listed = [_in_short(each, session.language) for each in terms]
        session.print_json({"set": set_id, "terms": listed})
        return
    rows = [(each.id, each.code or "", each.label_in(session.language)) for each in terms]
    headings = tuple(map(session.say, ("term", "code", "label")))
    session.out.table(TextTable(headings=headings, rows=rows))


def _show(term: Term, session: Session) -> None:
    out, language = session.out, session.language
    out.heading(f"{term.id}: {term.label_in(language)}")
    out.paragraph(term.definition_in(language))
    for name, text in _properties(term, session):
        out.paragraph(text, first=f"{session.say(name)}: ", indent="  ")


def _properties(term: Term, session: Session) -> Iterable[tuple[str, str]]:
    from safeconduct.vocabulary import Technique, in_language

    language = session.language
    if term.code:
        yield "Code", term.code
    if isinstance(term, Technique):
        yield "Tactics", ", ".join(term.tactics) or "–"
    for name, words in (("Example", term.example), ("Note", term.note)):
        if words:
            yield name, in_language(words, language)
    for distinction in term.not_this:
        yield "Not", f"{distinction.term}: {in_language(distinction.why, language)}"
    for citation in term.sources:
        yield "Source", _cited(citation)
    for scheme, theirs in term.crosswalks.items():
        yield "Elsewhere", f"{scheme}: {', '.join(theirs)}"


def _cited(citation: Citation) -> str:
    marks = {"page": "p. ", "section": "§ ", "footnote": "fn "}
    return ", ".join(f"{marks.get(name, '')}{text}" for name, text in _citation(citation).items())


def _citation(citation: Citation) -> dict[str, str]:
    parts = {
        "title": citation.title,
        "page": citation.page,
        "section": citation.section,
        "footnote": citation.footnote,
        "date": citation.date,
        "url": citation.url,
    }
    return {name: text for name, text in parts.items() if text}


def _in_short(term: Term, language: str) -> dict[str, Json]:
    return {
        "id": term.id,
        "code": term.code,
        "label": term.label_in(language),
        "definition": term.definition_in(language),
    }


def _in_full(term: Term, language: str) -> Json:
    from safeconduct.vocabulary import Technique, in_language

    tactics: Json = list(term.tactics) if isinstance(term, Technique) else None
    return {
        "set": term.set,
        **_in_short(term, language),
        **({} if tactics is None else {"tactics": tactics}),
        "example": in_language(term.example, language) if term.example else None,
        "note": in_language(term.note, language) if term.note else None,
        "not_this": [
            {"term": each.term, "why": in_language(each.why, language)} for each in term.not_this
        ],
        "sources": [_citation(each) for each in term.sources],
        "crosswalks": {scheme: list(theirs) for scheme, theirs in term.crosswalks.items()},
    }
