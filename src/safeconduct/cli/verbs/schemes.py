"""`safeconduct schemes`: the definitions under which incidents are counted, and what each admits.

It depends on the figures for the schemes and on the vocabulary for labels.
A new key of a scheme is one more line in `_rules` and in `_as_json`.
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
    from safeconduct.figures.scheme import Scheme

STAGE: Final = "look up"


@click.command(
    cls=Verb,
    short_help="List the definitions by which incidents are counted.",
    example="safeconduct schemes freedom-house",
)
@click.argument("scheme_id", metavar="[SCHEME]", required=False, help="Show this one in full.")
@json_option
@click.pass_obj
def run(session: Session, scheme_id: str | None, *, as_json: bool) -> None:
    """List the definitions by which incidents are counted, or show what one of them admits."""
    from safeconduct.figures.scheme import scheme, schemes

    if scheme_id is None and as_json:
        listed = [_as_json(each, session.language) for each in schemes().values()]
        session.print_json({"schemes": listed})
    elif scheme_id is None:
        _list(schemes().values(), session)
    elif as_json:
        session.print_json(_as_json(scheme(scheme_id), session.language))
    else:
        _show(scheme(scheme_id), session)


def _list(schemes: Iterable[Scheme], session: Session) -> None:
    from safeconduct.vocabulary import in_language

    say = session.say
    session.out.table(
        TextTable(
            headings=(say("scheme"), say("version"), say("unit"), say("label")),
            rows=[
                (each.id, each.version, each.unit, in_language(each.label, session.language))
                for each in schemes
            ],
        )
    )


def _show(scheme: Scheme, session: Session) -> None:
    from safeconduct.vocabulary import in_language

    out, say, language = session.out, session.say, session.language
    out.heading(f"{scheme.id} ({scheme.version}): {in_language(scheme.label, language)}")
    out.paragraph(in_language(scheme.definition, language))
    out.line()
    out.paragraph(in_language(scheme.leaves_out, language), first=f"{say('Leaves out')}: ")
    out.line()
    rows = [(say(name), text) for name, text in _rules(scheme, session)]
    out.table(TextTable(headings=(), rows=rows))


def _rules(scheme: Scheme, session: Session) -> Iterable[tuple[str, str]]:
    say = session.say
    yield "publisher", scheme.publisher
    yield "source", ", ".join(scheme.source.values())
    yield "unit", scheme.unit
    yield "kinds", _listed(scheme.kinds)
    yield "minimum standing", scheme.minimum_standing.word
    yield "techniques", _listed(scheme.techniques)
    yield "attributions", _listed(scheme.attributions) or say("every one; no tie is asked for")
    yield "left undecided", _listed(scheme.doubtful_attributions) or "–"
    yield "targets", _listed(scheme.targets) or say("every one")
    yield "place", scheme.place
    yield "own scope: origins", _listed(scheme.origins) or say("every one")
    yield "own scope: years", _years(scheme) or say("every one")
    yield "digest", scheme.digest


def _listed(terms: Iterable[str]) -> str:
    return ", ".join(sorted(terms))


def _years(scheme: Scheme) -> str:
    if scheme.years is None:
        return ""
    first, last = scheme.years
    return f"{first}–{last or ''}"


def _as_json(scheme: Scheme, language: str) -> Json:
    from safeconduct.vocabulary import in_language

    return {
        "id": scheme.id,
        "version": scheme.version,
        "publisher": scheme.publisher,
        "label": in_language(scheme.label, language),
        "definition": in_language(scheme.definition, language),
        "leaves_out": in_language(scheme.leaves_out, language),
        "source": dict(scheme.source),
        "unit": scheme.unit,
        "kinds": sorted(scheme.kinds),
        "minimum_standing": scheme.minimum_standing.word,
        "techniques": sorted(scheme.techniques),
        "attributions": sorted(scheme.attributions),
        "doubtful_attributions": sorted(scheme.doubtful_attributions),
        "targets": sorted(scheme.targets),
        "place": scheme.place,
        "scope": {
            "origins": sorted(scheme.origins),
            "years": None if scheme.years is None else list(scheme.years),
        },
        "digest": scheme.digest,
    }
