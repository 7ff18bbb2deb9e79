"""`safeconduct count`: how many incidents, chains or persons, under whose definition.

It depends on the figures; what is asked becomes one `Question`, whose problems come back at once.
A new part of a question is an option here, a field of `Asked`, and a line in `_question`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from safeconduct.cli.opening import corpus_argument, counted
from safeconduct.cli.verb import Verb, json_option
from safeconduct.errors import InvalidQuery

if TYPE_CHECKING:
    from safeconduct.cli.session import Session
    from safeconduct.figures.question import Question

STAGE: Final = "look"
# Written out, because the figures load only when something is counted; a test holds it to them.
FIELDS: Final = (
    "Up to three of year, tactic, technique, host, origin, place, target, attribution, setting, "
    "outcome, standing."
)
# What a question calls its parts, and what the person typed.
_OPTIONS: Final = {
    "scheme": "--scheme",
    "by": "--by",
    "measure": "--measure",
    "since": "--from",
    "until": "--to",
    "where": "--where",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was typed."""

    corpus: str
    schemes: str
    by: str
    since: str
    until: str
    where: tuple[str, ...]
    measure: str
    own_scope: bool
    with_ids: bool
    earlier: Path | None
    as_csv: bool
    as_json: bool


@click.command(
    cls=Verb,
    short_help="Count under each definition, with bounds and caveats.",
    example="safeconduct count distance-is-not-a-shield --scheme uk-2025 --by year",
)
@corpus_argument()
@click.option(
    "--scheme", "schemes", metavar="ID[,ID]", default="", help="Definitions; default all."
)
@click.option("--by", metavar="FIELD[,FIELD]", default="", help=FIELDS)
@click.option("--from", "since", metavar="DATE", default="", help="From this day, month or year.")
@click.option("--to", "until", metavar="DATE", default="", help="Up to this day, month or year.")
@click.option("--where", metavar="FIELD=VALUE", multiple=True, help="Only these; host=KG, say.")
@click.option("--measure", metavar="M", default="", help="incidents, chains or persons.")
@click.option("--own-scope", is_flag=True, help="Apply each scheme's own origins and years.")
@click.option("--ids", "with_ids", is_flag=True, help="List the incidents counted.")
@click.option(
    "--since",
    "earlier",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Say what changed since this earlier JSON.",
)
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV.")
@json_option
@click.pass_context
def run(context: click.Context, /, **_: object) -> None:
    """Count under each definition: low is corroborated, central reported, high not retracted."""
    asked = Asked(**context.params)
    session: Session = context.obj
    if asked.as_csv and (asked.as_json or asked.with_ids or asked.earlier):
        raise click.UsageError("--csv goes with none of --json, --ids and --since.")
    masthead, figures = counted(session, asked.corpus, question=_question(asked))
    changes = None
    if asked.earlier is not None:
        from safeconduct.cli.earlier_figures import changes_since

        changes = changes_since(asked.earlier, figures)
    if asked.as_json:
        from safeconduct.cli.figure_json import answer_json

        session.print_json(answer_json(masthead, figures, changes=changes, session=session))
        return
    if asked.as_csv:
        from safeconduct.cli.figure_csv import print_csv

        print_csv(figures, session)
        return
    from safeconduct.cli import figure_text

    figure_text.print_answer(masthead, figures, session=session)
    if asked.with_ids:
        figure_text.print_ids(figures, session)
    if changes is not None:
        figure_text.print_changes(changes, session)


def _question(asked: Asked) -> Question:
    """Make one question of what was typed.

    Raises:
        InvalidQuery: every part that cannot be used is named by its option.
    """
    from safeconduct.figures.question import Question
    from safeconduct.figures.scheme import schemes

    filters = [text.partition("=") for text in asked.where]
    problems = [
        ("--where", "needs FIELD=VALUE, such as host=KG") for _, equals, _ in filters if not equals
    ]
    question = None
    try:
        question = Question(
            schemes=_listed(asked.schemes) or tuple(schemes()),
            by=_listed(asked.by),
            measure=asked.measure,
            since=asked.since,
            until=asked.until,
            where=tuple((field, value) for field, equals, value in filters if equals),
            own_scope=asked.own_scope,
        )
    except InvalidQuery as refused:
        problems += [(_OPTIONS[part], _of_options(text)) for part, text in refused.problems]
    if problems or question is None:
        raise InvalidQuery(problems, hint="See safeconduct count --help.")
    return question


def _of_options(text: str) -> str:
    """Say a problem in the words of the options."""
    if text.startswith("a date"):
        return f"takes {text}"
    return text.replace("before since", "before --from")


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())
