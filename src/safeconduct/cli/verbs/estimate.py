"""`safeconduct estimate`: how many people no list holds, or why the lists cannot say.

It depends on the estimators and on the averaging over linkages; what is asked becomes settings.
A new setting of a method is an option here, a field of `Asked`, and a line in `_settings`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from safeconduct.cli.exit_codes import ExitCode
from safeconduct.cli.verb import Verb, json_option

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.cli.estimate_answer import Answer
    from safeconduct.cli.session import Session
    from safeconduct.estimate.capture_history import CaptureHistory
    from safeconduct.estimate.inquiry import Inquiry
    from safeconduct.linkage_averaging import AveragedEstimate, CheckedLinks

STAGE: Final = "look"
# Written out, because the estimators load only when something is estimated; a test holds it.
METHODS: Final = ("all", "dga", "lcmcr", "loglinear", "chao", "lincoln_petersen")
# The table in a folder that `link` wrote.
_CAPTURES: Final = "captures.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was typed."""

    table: Path
    method: str
    by: str
    pool: bool
    merge: tuple[str, ...]
    persons: bool
    checked: str
    linkages: int
    delta: float | None
    prior: str
    include_complete: bool
    grid: int | None
    seed: int
    with_posterior: bool
    as_json: bool


@click.command(
    cls=Verb,
    short_help="Say how many people no list holds, or why not.",
    example="safeconduct estimate lists.csv --method dga --json",
)
@click.argument(
    "table",
    metavar="CAPTURES",
    type=click.Path(path_type=Path),
    help="A CSV, or the folder of a linkage.",
)
@click.option("--method", type=click.Choice(METHODS), default="all", help="Default all.")
@click.option("--by", metavar="COLUMN", default="", help="Estimate each value of it, and all.")
@click.option("--pool", is_flag=True, help="With --by: let the values learn from each other.")
@click.option("--merge", metavar="A+B=NAME", multiple=True, help="Take lists for one.")
@click.option("--persons", is_flag=True, help="Each row is one person; no column count.")
@click.option(
    "--checked",
    metavar="N,N,N,N",
    default="",
    help="Checked pairs: true, found; linked, right.",
)
@click.option("--linkages", metavar="N", default=100, help="Linkages drawn; default 100.")
@click.option("--delta", type=float, metavar="D", help="Prior persons a cell; default 2^-lists.")
@click.option("--prior", default="1/N", metavar="P", help="Of N: 1/N (default) or uniform.")
@click.option("--include-complete", is_flag=True, help="Average over the complete graph too.")
@click.option("--grid", type=int, metavar="LAST", help="Stop at so many missing, as R does.")
@click.option("--seed", default=1, metavar="N", help="Of what is drawn; default 1.")
@click.option("--posterior", "with_posterior", is_flag=True, help="With --json: its numbers.")
@json_option
@click.pass_context
def run(context: click.Context, /, **_: object) -> ExitCode:
    """Estimate how many people no list holds, where several lists overlap."""
    from safeconduct.cli import estimate_json, estimate_text
    from safeconduct.cli.checked_pairs import checked_links
    from safeconduct.importers import captures

    asked = Asked(**context.params)
    session: Session = context.obj
    if asked.pool and not asked.by:
        raise click.UsageError("--pool goes with --by.")
    if asked.by and asked.table.is_dir():
        raise click.UsageError("--by takes a CSV with a column of that name, not a linkage.")
    checked = checked_links(asked.checked)
    table = asked.table / _CAPTURES if asked.table.is_dir() else asked.table
    read = captures.read(table, by=asked.by, row_per_person=asked.persons)
    strata = {name: _merged(each, asked.merge) for name, each in read.strata.items()}
    drawn = _drawn(asked, read.strata)
    answer = _answer(strata, asked=asked, checked=checked, drawn=drawn, session=session)
    if asked.as_json:
        session.print_json(estimate_json.answer_json(answer, with_posterior=asked.with_posterior))
    else:
        estimate_text.print_answer(answer, session=session)
    return ExitCode.REFUSED if answer.is_refused else ExitCode.FINE


def _answer(
    strata: Mapping[str, CaptureHistory],
    *,
    asked: Asked,
    checked: CheckedLinks | None,
    drawn: tuple[CaptureHistory, ...],
    session: Session,
) -> Answer:
    from safeconduct.cli.estimate_answer import Answer, StratumAnswer, added_up
    from safeconduct.estimate.inquiry import inquire

    methods = () if asked.method == "all" else (asked.method,)
    found = {}
    with session.talk.counting(session.say("Estimating")) as progress:
        for number, (name, history) in enumerate(strata.items()):
            progress(number, len(strata))
            inquiry = inquire(history, asked=methods, settings=_settings(asked))
            found[name] = StratumAnswer(
                inquiry=inquiry,
                carried=_carried(inquiry, asked=asked, checked=checked, drawn=drawn),
            )
    sums = added_up(found, pool=asked.pool, seed=asked.seed) if asked.by else {}
    return Answer(by=asked.by, strata=found, sums=sums)


def _carried(
    inquiry: Inquiry,
    *,
    asked: Asked,
    checked: CheckedLinks | None,
    drawn: tuple[CaptureHistory, ...],
) -> Mapping[str, AveragedEstimate]:
    """Carry the linkage for the method that is fast enough to be asked a hundred times."""
    import warnings
    from functools import partial

    from safeconduct.estimate.doubtful import DoubtfulResult
    from safeconduct.estimate.estimators import dga
    from safeconduct.linkage_averaging import average, carry

    is_given = any(each.method == dga.METHOD and not each.refusal for each in inquiry.estimates)
    if not is_given or not (checked or drawn):
        return {}
    estimator = partial(dga.estimate, **_settings(asked)["dga"])  # type: ignore[arg-type]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DoubtfulResult)
        if checked is None:
            return {dga.METHOD: average(drawn, estimator=estimator)}
        averaged = carry(
            inquiry.history,
            checked=checked,
            estimator=estimator,
            seed=asked.seed,
            n_draws=asked.linkages,
        )
    return {dga.METHOD: averaged}


def _drawn(asked: Asked, strata: Mapping[str, CaptureHistory]) -> tuple[CaptureHistory, ...]:
    """Read the linkages that `link` has drawn, where a folder of it was given.

    Pairs checked by hand are better than draws, which cannot see what the linkage never doubted.
    """
    from safeconduct.exporters.linkage_folder import DRAWN
    from safeconduct.importers import drawn_captures

    if not asked.table.is_dir():
        return ()
    found = drawn_captures.read(asked.table / DRAWN, lists=strata[""].lists)
    if asked.checked:
        return ()
    return tuple(_merged(each, asked.merge) for each in found)


def _settings(asked: Asked) -> Mapping[str, Mapping[str, object]]:
    return {
        "dga": {
            "delta": asked.delta,
            "prior": asked.prior,
            "include_complete": asked.include_complete,
            "grid_last": asked.grid,
        },
        "lcmcr": {"seed": asked.seed},
        "loglinear": {"seed": asked.seed},
    }


def _merged(history: CaptureHistory, merge: tuple[str, ...]) -> CaptureHistory:
    """Take lists for one, as typed.

    Raises:
        UsageError: a merge is not of the form A+B=NAME.
        InvalidCaptures: a list is not there, or too few are left.
    """
    for text in merge:
        joined, equals, name = text.rpartition("=")
        names = [part.strip() for part in joined.split("+")]
        if not equals or not name.strip() or "" in names:
            raise click.UsageError("--merge takes lists and the name of their union: A+B=AB.")
        history = history.merged(names, name=name.strip())
    return history
