"""`safeconduct simulate`: whether a method would tell the truth, on people who are invented.

It depends on the lab and its designs.
A new design or method takes part by itself; a new fault of the recording is an option here.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from safeconduct.cli.estimate_words import digits, persons, spoken
from safeconduct.cli.exit_codes import ExitCode
from safeconduct.cli.screen import TextTable
from safeconduct.cli.verb import Verb, json_option

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from safeconduct.cli.json_text import Json
    from safeconduct.cli.session import Session
    from safeconduct.estimate.capture_history import CaptureHistory
    from safeconduct.estimate.result import Estimate, EstimateRefusal
    from safeconduct.simulation import CoverageRow, Design, Lab

STAGE: Final = "look"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was typed."""

    design_id: str | None
    like: Path | None
    methods: tuple[str, ...]
    runs: int
    missed: float
    false: float
    checked: int
    people: int | None
    differ: float
    seed: int
    as_json: bool


@click.command(
    cls=Verb,
    short_help="Try on invented people whether a method tells the truth.",
    example="safeconduct simulate leaning-lists --method dga --missed 0.05 --runs 50",
)
@click.argument(
    "design_id", metavar="[DESIGN]", required=False, help="One by name; without it all are listed."
)
@click.option(
    "--like",
    metavar="CAPTURES",
    type=click.Path(path_type=Path),
    help="A design like this table, instead of a named one.",
)
@click.option("--method", "methods", metavar="M", multiple=True, help="Default dga; repeatable.")
@click.option("--runs", default=100, metavar="N", help="How often; default 100.")
@click.option("--missed", default=0.0, metavar="P", help="Chance that a record's link is missed.")
@click.option("--false", default=0.0, metavar="P", help="Share of linked pairs that are false.")
@click.option("--checked", default=1000, metavar="N", help="Pairs checked by hand; default 1000.")
@click.option("--people", type=int, metavar="N", help="How many there are; default the design's.")
@click.option("--differ", default=0.0, metavar="S", help="Make people differ: 0 to 3; default 0.")
@click.option("--seed", default=1, metavar="N", help="Where to begin; default 1.")
@json_option
@click.pass_context
def run(context: click.Context, /, **_: object) -> ExitCode:
    """Invent people, list them, estimate, and say how often the truth was in the interval."""
    asked = Asked(**context.params)
    session: Session = context.obj
    table = _table(asked)
    refusal = None if table is None else _declined(table)
    if refusal is not None:
        _refuse(refusal, session, as_json=asked.as_json)
        return ExitCode.REFUSED
    chosen = _design(asked, table)
    if chosen is None:
        _list(session, as_json=asked.as_json)
        return ExitCode.FINE
    lab = _lab(asked)
    estimators = _estimators(asked)
    from safeconduct.simulation import tried

    with session.talk.counting(session.say("Trying")) as progress:
        rows = tried(chosen, estimators, lab=lab, progress=lambda done: progress(done, lab.n_runs))
    if asked.as_json:
        session.print_json(_as_json(chosen, rows, asked=asked, lab=lab, session=session))
    else:
        _print(chosen, rows, asked=asked, lab=lab, session=session)
    return ExitCode.FINE


def _table(asked: Asked) -> CaptureHistory | None:
    """Read the table that a design is to be like, where one was named.

    Raises:
        UsageError: a name and a table are given at once.
    """
    from safeconduct.cli.capture_tables import table_of
    from safeconduct.importers import captures

    if asked.design_id and asked.like:
        raise click.UsageError("A design is either named or made like a table.")
    return None if asked.like is None else captures.read(table_of(asked.like)).strata[""]


def _declined(table: CaptureHistory) -> EstimateRefusal | None:
    """Ask the rules by which `estimate` declines a table: what has no number makes no design."""
    from safeconduct.estimate import examination

    return examination.refusal(table)


def _refuse(refusal: EstimateRefusal, session: Session, *, as_json: bool) -> None:
    from dataclasses import asdict

    from safeconduct.cli.estimate_text import print_refusal

    if as_json:
        session.print_json({"design": None, "refusal": {**asdict(refusal)}, "rows": []})
        return
    print_refusal(session.say("A design like this table"), refusal, session=session)
    session.out.paragraph(
        session.say(
            "A named design can be tried instead; without a name safeconduct simulate lists them."
        )
    )


def _design(asked: Asked, table: CaptureHistory | None) -> Design | None:
    """Return the design that was asked for; None where the designs are to be listed.

    Raises:
        NotFound: there is no such design.
    """
    from safeconduct.simulation import design, like, with_differences, with_people

    if table is not None:
        chosen = like(table)
    elif asked.design_id:
        chosen = design(asked.design_id)
    else:
        return None
    if asked.people is not None:
        chosen = with_people(chosen, asked.people)
    return with_differences(chosen, spread=asked.differ)


def _lab(asked: Asked) -> Lab:
    from safeconduct.linkage_averaging import LinkErrors
    from safeconduct.simulation import Lab

    errors = LinkErrors(missed=asked.missed, false=asked.false)
    return Lab(
        n_runs=asked.runs,
        seed=asked.seed,
        errors=errors if asked.missed or asked.false else None,
        n_checked=asked.checked,
    )


def _estimators(asked: Asked) -> dict[str, Callable[[CaptureHistory], Estimate]]:
    from safeconduct.errors import NotFound
    from safeconduct.estimate.inquiry import methods

    wanted = asked.methods or ("dga",)
    for name in wanted:
        if name not in methods():
            raise NotFound("method", name, hint=f"There are {', '.join(methods())}.")
    return {name: methods()[name] for name in wanted}


def _list(session: Session, *, as_json: bool) -> None:
    from safeconduct.simulation import designs
    from safeconduct.vocabulary import in_language

    language, say = session.language, session.say
    if as_json:
        listed: Json = [
            {
                "id": each.id,
                "label": in_language(each.label, language),
                "plain": in_language(each.plain, language),
                "n_persons": each.n_persons,
                "n_lists": len(each.lists),
            }
            for each in designs().values()
        ]
        session.print_json({"designs": listed})
        return
    session.out.table(
        TextTable(
            headings=(say("design"), say("people"), say("lists"), say("what it tests")),
            rows=[
                (
                    each.id,
                    persons(each.n_persons, session),
                    str(len(each.lists)),
                    in_language(each.plain, language),
                )
                for each in designs().values()
            ],
            numbers=frozenset({1, 2}),
        )
    )


def _print(
    chosen: Design, rows: Sequence[CoverageRow], *, asked: Asked, lab: Lab, session: Session
) -> None:
    from safeconduct.vocabulary import in_language

    say, out = session.say, session.out
    out.heading(in_language(chosen.label, session.language))
    out.paragraph(in_language(chosen.plain, session.language))
    out.paragraph(
        say(
            "{n} invented people; a list sees {seen} % of them at least once.",
            n=persons(chosen.n_persons, session),
            seen=f"{100 * (1 - float(chosen.chances[0])):.0f}",
        )
    )
    if asked.like is not None:
        out.paragraph(_at_best(asked, session))
    if lab.errors is not None:
        out.paragraph(
            say(
                "In each run {n} pairs that belong together and as many linked pairs are checked "
                "by hand (--checked); with fewer, the carried interval is wider.",
                n=persons(lab.n_checked, session),
            )
        )
    out.line()
    out.table(
        TextTable(
            headings=tuple(
                say(name)
                for name in ("method", "links", "covers", "is off by", "width", "warns", "declines")
            ),
            rows=[_row(row, session) for row in rows],
            numbers=frozenset({3, 4, 5, 6}),
        )
    )
    out.line()
    _print_refusals(rows, session=session)
    out.paragraph(
        say(
            "covers: how often the 95 % interval held the truth, of the numbers given, with its "
            "own 95 % interval; it should be near 95 %. A design that a method passes does not "
            "show that your lists are like the design."
        )
    )


def _print_refusals(rows: Iterable[CoverageRow], *, session: Session) -> None:
    """Say by which rule a method declined most often, and once what would help."""
    say, told = session.say, set()
    for row in rows:
        refusal = row.commonest
        if refusal is None or (row.method, refusal.code) in told:
            continue
        told.add((row.method, refusal.code))
        session.out.paragraph(
            say(
                "declined in {n} of {all} runs, most often by {code} ({times}). Rule: {rule}.",
                n=sum(row.refusals.values()),
                all=row.n_runs,
                code=refusal.code,
                times=row.refusals[refusal.code],
                rule=spoken(refusal.code, refusal.rule, session=session).rstrip("."),
            ),
            first=f"{row.method}, {say(row.linkage)}: ",
            indent="  ",
        )
        remedy = spoken(refusal.code, refusal.remedy, session=session)
        session.out.paragraph(remedy, first="  → ", indent="    ")
        session.out.line()


def _at_best(asked: Asked, session: Session) -> str:
    """Say what a design that was fitted to the table takes for granted, as an estimate does."""
    if asked.differ:
        return session.say(
            "--differ breaks what an estimate assumes; without it this is a best case. Links go "
            "wrong here in the way that the correction assumes."
        )
    return session.say(
        "A best case: the truth comes from the log-linear model that fits the table, so that what "
        "an estimate assumes holds, and links go wrong in the way that the correction assumes. "
        "--differ 0.5 adds that some people are easier to see, which no list shows."
    )


def _row(row: CoverageRow, session: Session) -> tuple[str, ...]:
    return (
        row.method,
        session.say(row.linkage),
        _share_with_interval(row),
        "–" if row.median_error is None else _signed(row.median_error, session),
        "–" if row.median_width is None else persons(row.median_width, session),
        f"{100 * row.warned:.0f} %",
        f"{100 * row.refused:.0f} %",
    )


def _signed(error: float, session: Session) -> str:
    sign = "+" if error >= 0 else "-"
    return f"{sign}{digits(f'{abs(100 * error):.1f}', session)} %"


def _share_with_interval(row: CoverageRow) -> str:
    if row.coverage is None or row.coverage_interval is None:
        return "–"
    low, high = row.coverage_interval
    return f"{100 * row.coverage:.0f} % ({100 * low:.0f}–{100 * high:.0f})"


def _as_json(
    chosen: Design, rows: Iterable[CoverageRow], *, asked: Asked, lab: Lab, session: Session
) -> Json:
    from dataclasses import asdict

    from safeconduct.estimate.result import library_versions
    from safeconduct.vocabulary import in_language

    return {
        "design": chosen.id,
        "label": in_language(chosen.label, session.language),
        "n_persons": chosen.n_persons,
        "lists": list(chosen.lists),
        "chances": chosen.chances.tolist(),
        "best_case": asked.like is not None and not asked.differ,
        "seed": lab.seed,
        "n_runs": lab.n_runs,
        "errors": None if lab.errors is None else asdict(lab.errors),
        "n_checked": None if lab.errors is None else lab.n_checked,
        "rows": [asdict(row) for row in rows],
        "versions": dict(library_versions()),
    }
