"""`safeconduct estimate`: how many people no list holds, or why the lists cannot say.

It depends on the estimators and on the averaging over linkages; what is asked becomes settings.
A new setting of a method is a line in `estimate_settings`; one that many need is an option here.
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
    from safeconduct.cli.estimate_linkage import CarriedLinkage, KnownLinkage
    from safeconduct.cli.session import Session
    from safeconduct.estimate.capture_history import CaptureHistory
    from safeconduct.estimate.inquiry import Inquiry

STAGE: Final = "look"
# Written out, because the estimators load only when something is estimated; a test holds it.
METHODS: Final = ("all", "dga", "lcmcr", "loglinear", "chao", "lincoln_petersen")
_ALL: Final = METHODS[0]
_LINKAGES: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was typed; `linkages` is None where it was not."""

    table: Path
    method: str
    by: str
    pool: bool
    merge: tuple[str, ...]
    persons: bool
    checked: str
    linkages: int | None
    delta: float | None
    prior: str
    include_complete: bool
    grid: int | None
    further: tuple[str, ...]
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
@click.option("--method", type=click.Choice(METHODS), default=_ALL, help="Default all.")
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
@click.option(
    "--linkages", type=int, metavar="N", help="With --checked: linkages drawn; default 100."
)
@click.option("--delta", type=float, metavar="D", help="Prior persons a cell; default 2^-lists.")
@click.option("--prior", default="1/N", metavar="P", help="Of N: 1/N (default) or uniform.")
@click.option("--include-complete", is_flag=True, help="Average over the complete graph too.")
@click.option("--grid", type=int, metavar="LAST", help="Stop at so many missing, as R does.")
@click.option(
    "--set", "further", metavar="KEY=VALUE", multiple=True, help="As most_draws=8000, select=aic."
)
@click.option("--seed", default=1, metavar="N", help="Of what is drawn; default 1.")
@click.option("--posterior", "with_posterior", is_flag=True, help="With --json: its numbers.")
@json_option
@click.pass_context
def run(context: click.Context, /, **_: object) -> ExitCode:
    """Estimate how many people no list holds, where several lists overlap."""
    from safeconduct.cli import estimate_json, estimate_text
    from safeconduct.cli.capture_tables import drawn_tables, merged, table_of
    from safeconduct.cli.checked_pairs import checked_links
    from safeconduct.cli.estimate_linkage import KnownLinkage
    from safeconduct.importers import captures

    asked = Asked(**context.params)
    session: Session = context.obj
    _refuse_what_would_be_ignored(asked)
    checked = checked_links(asked.checked)
    given = _given(asked)
    read = captures.read(table_of(asked.table), by=asked.by, row_per_person=asked.persons)
    strata = {name: merged(each, asked.merge) for name, each in read.strata.items()}
    drawn = drawn_tables(asked.table, lists=next(iter(read.strata.values())).lists)
    known = KnownLinkage(
        checked=checked,
        # Pairs checked by hand know what the linkage never doubted, which its own draws cannot.
        drawn=() if checked else tuple(merged(each, asked.merge) for each in drawn),
        n_linkages=asked.linkages or _LINKAGES,
        seed=asked.seed,
        settings=_settings(given, seed=asked.seed, for_one_linkage=True),
        is_named=asked.method != _ALL,
    )
    answer = _answer(strata, asked=asked, given=given, known=known, session=session)
    if asked.as_json:
        session.print_json(estimate_json.answer_json(answer, with_posterior=asked.with_posterior))
    else:
        estimate_text.print_answer(answer, session=session)
    return ExitCode.REFUSED if answer.is_refused else ExitCode.FINE


def _refuse_what_would_be_ignored(asked: Asked) -> None:
    """Refuse an option that changes nothing as it is asked.

    Raises:
        UsageError: there is one.
    """
    is_for_graphs = asked.method in (_ALL, "dga")
    of_graphs = asked.delta is not None or asked.prior != "1/N" or asked.grid is not None
    if asked.pool and not asked.by:
        raise click.UsageError("--pool goes with --by.")
    if asked.by and asked.table.is_dir():
        raise click.UsageError("--by takes a CSV with a column of that name, not a linkage.")
    if asked.linkages is not None and not asked.checked:
        raise click.UsageError("--linkages goes with --checked.")
    if asked.with_posterior and not asked.as_json:
        raise click.UsageError("--posterior goes with --json.")
    if (of_graphs or asked.include_complete) and not is_for_graphs:
        raise click.UsageError("--delta, --prior, --include-complete and --grid are of dga.")


def _given(asked: Asked) -> Mapping[str, Mapping[str, object]]:
    """Gather by method what was typed of its settings."""
    from safeconduct.cli.estimate_settings import set_values

    return {
        **set_values(asked.further, method=asked.method),
        "dga": {
            "delta": asked.delta,
            "prior": asked.prior,
            "include_complete": asked.include_complete,
            "grid_last": asked.grid,
        },
    }


def _settings(
    given: Mapping[str, Mapping[str, object]], *, seed: int, for_one_linkage: bool = False
) -> Mapping[str, Mapping[str, object]]:
    from safeconduct.cli.estimate_settings import method_settings

    return method_settings(given, seed=seed, for_one_linkage=for_one_linkage)


def _answer(
    strata: Mapping[str, CaptureHistory],
    *,
    asked: Asked,
    given: Mapping[str, Mapping[str, object]],
    known: KnownLinkage,
    session: Session,
) -> Answer:
    from safeconduct.cli.estimate_answer import Answer, StratumAnswer, added_up

    found = {
        name: StratumAnswer(
            inquiry=(inquiry := _inquired(history, asked=asked, given=given, session=session)),
            linkage=_carried(inquiry, known=known, session=session),
        )
        for name, history in strata.items()
    }
    sums = added_up(found, pool=False, seed=asked.seed) if asked.by else {}
    pooled = added_up(found, pool=True, seed=asked.seed) if asked.pool else {}
    return Answer(
        by=asked.by,
        strata=found,
        sums=sums,
        pooled=pooled,
        pooled_was_asked=asked.pool,
        is_of_all=asked.method == _ALL,
    )


def _inquired(
    history: CaptureHistory,
    *,
    asked: Asked,
    given: Mapping[str, Mapping[str, object]],
    session: Session,
) -> Inquiry:
    from safeconduct.estimate.inquiry import inquire, suited

    names = suited(history) if asked.method == _ALL else (asked.method,)
    with session.talk.counting(session.say("Estimating")) as progress:
        return inquire(
            history,
            asked=names,
            settings=_settings(given, seed=asked.seed),
            progress=lambda name: progress(names.index(name), len(names)),
        )


def _carried(inquiry: Inquiry, *, known: KnownLinkage, session: Session) -> CarriedLinkage:
    from safeconduct.cli.estimate_linkage import carried

    with session.talk.counting(session.say("Carrying the linkage")) as progress:
        return carried(
            inquiry, known=known, progress=lambda n_tables: progress(n_tables, known.n_tables)
        )
