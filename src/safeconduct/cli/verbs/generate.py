"""`safeconduct generate`: an invented corpus of any size, for tests, demonstrations and benchmarks.

It depends on the plans and the writer of invented corpora.
A property of a plan is reached through `--set`, so that a new one needs nothing here.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from safeconduct.cli.screen import TextTable
from safeconduct.cli.verb import Verb, json_option

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from safeconduct.cli.session import Session
    from safeconduct.synthetic import Plan

STAGE: Final = "begin"
_MOST_PEOPLE: Final = 1_000_000

Property = int | float | tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was typed."""

    folder: Path
    seed: int
    incidents: int
    properties: tuple[str, ...]
    lists: int
    as_json: bool


@click.command(
    cls=Verb,
    short_help="Invent a corpus of any size from a seed.",
    help="Invent a corpus with the conflicts, copies and retractions of a real one. Nothing in it "
    "happened, and the same seed gives the same corpus.",
    example="safeconduct generate -o invented --incidents 500 --seed 7",
)
@click.option(
    "-o",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path),
    required=True,
    help="The folder to write; it holds no corpus yet.",
)
@click.option("--incidents", type=int, default=100, metavar="N", help="How many; default 100.")
@click.option("--seed", type=int, default=1, metavar="N", help="Where to begin; default 1.")
@click.option(
    "--set",
    "properties",
    metavar="NAME=VALUE",
    multiple=True,
    help="Another property, as retractions=0.1 or hosts=SJ,TK.",
)
@click.option(
    "--lists",
    type=int,
    default=0,
    metavar="N",
    help="Instead: lists that see some of N people, to link.",
)
@json_option
@click.pass_context
def run(context: click.Context, /, **_: object) -> None:
    """Invent a corpus, or lists of people."""
    asked = Asked(**context.params)
    session: Session = context.obj
    written = _lists(asked, session) if asked.lists else _corpus(asked, session)
    if asked.as_json:
        session.print_json({"folder": str(asked.folder), "rows": dict(written)})
        return
    session.out.table(
        TextTable(
            headings=(str(asked.folder), session.say("rows")),
            rows=[
                (name if "." in name else f"{name}.csv", str(number))
                for name, number in written.items()
            ],
            numbers=frozenset({1}),
        )
    )


def _corpus(asked: Asked, session: Session) -> Mapping[str, int]:
    from safeconduct.synthetic import write_tables

    plan = _plan(asked)
    with session.talk.working(session.say("Inventing {n} incidents …", n=plan.n_incidents)):
        return write_tables(plan, asked.folder)


def _lists(asked: Asked, session: Session) -> Mapping[str, int]:
    from safeconduct.errors import InvalidSetting
    from safeconduct.exporters.person_lists import write_invented
    from safeconduct.link.exile_names import exile_set

    if not 0 < asked.lists <= _MOST_PEOPLE or asked.seed < 0:
        raise InvalidSetting("lists", f"people from 1 to {_MOST_PEOPLE:,}, and a seed from 0")
    with session.talk.working(session.say("Inventing {n} people …", n=asked.lists)):
        return write_invented(exile_set(n_persons=asked.lists, seed=asked.seed), asked.folder)


def _plan(asked: Asked) -> Plan:
    """Make a plan of what was typed.

    Raises:
        UsageError: a property is unknown or not of its kind; all such are named.
        InvalidSetting: the plan cannot be carried out.
    """
    from safeconduct.synthetic import Plan

    defaults = {each.name: each.default for each in fields(Plan)}
    given: dict[str, Property] = {}
    problems = []
    for text in asked.properties:
        name, _, value = text.partition("=")
        if name not in defaults:
            problems.append(f"--set {name}: no such property. {_guess(name, defaults)}")
        else:
            try:
                given[name] = _READERS[type(defaults[name])](value)
            except ValueError:
                problems.append(f"--set {name}: its value is not like the default.")
    if problems:
        raise click.UsageError("\n".join(problems))
    chosen = {"seed": asked.seed, "n_incidents": asked.incidents, **given}
    return Plan(**chosen)  # type: ignore[arg-type]  # each was read by the type of its default


def _guess(name: str, known: Mapping[str, object]) -> str:
    near = get_close_matches(name, known, n=1)
    return f"Did you mean {near[0]}?" if near else f"Known are {', '.join(known)}."


def _words(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(","))


_READERS: Final[Mapping[type, Callable[[str], Property]]] = {
    int: int,
    float: float,
    tuple: _words,
}
