"""`safeconduct export`: a corpus as a workbook or as a folder, with nothing lost on the way.

It depends on the exporters.
A new form is known here once the exporters write it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from safeconduct.cli.opening import corpus_argument, opened
from safeconduct.cli.verb import Verb, json_option
from safeconduct.errors import Refusal

if TYPE_CHECKING:
    from safeconduct.cli.session import Session

STAGE: Final = "pass on"


@click.command(
    cls=Verb,
    short_help="Write a corpus as a workbook or a folder.",
    help="Write a corpus as a workbook (.xlsx, .ods) or as a folder of CSV tables. Each form reads "
    "back as the same corpus, and no cell runs as a formula.",
    example="safeconduct export distance-is-not-a-shield -o paper.xlsx",
)
@corpus_argument()
@click.option(
    "-o",
    "target",
    metavar="FILE|DIR",
    type=click.Path(path_type=Path),
    required=True,
    help="Where to; its ending says the form.",
)
@click.option("--yes", is_flag=True, help="Replace what is there.")
@json_option
@click.pass_obj
def run(session: Session, corpus: str, *, target: Path, yes: bool, as_json: bool) -> None:
    """Write a corpus in another form."""
    from safeconduct.exporters import any_form

    if _holds_anything(target) and not yes:
        raise Refusal(
            f"an export over {target}",
            rule="what is there is kept unless somebody says otherwise",
            remedy="Add --yes to replace it, or name another place.",
        )
    read = opened(session, corpus)
    with session.talk.working(session.say("Writing {target} …", target=target.name)):
        any_form.write(read, target)
    if as_json:
        rows = {name: len(records) for name, records in read.tables.items()}
        session.print_json({"written": str(target), "digest": read.digest, "rows": rows})
        return
    session.out.line(str(target))


def _holds_anything(target: Path) -> bool:
    return target.exists() and not (target.is_dir() and not any(target.iterdir()))
