"""`safeconduct export`: a corpus as a copy that reads back whole, or in a format of another tool.

It depends on the exporters.
A new form or format is known here once the exporters write it; `FORMATS` repeats the names for the
help page, which imports nothing, and a test holds it to them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from safeconduct.cli.opening import corpus_argument, opened
from safeconduct.cli.verb import Verb, json_option
from safeconduct.errors import Refusal

if TYPE_CHECKING:
    from safeconduct.cli.json_text import Json
    from safeconduct.cli.session import Session
    from safeconduct.exporters.handover import Handover

STAGE: Final = "pass on"
FORMATS: Final = (
    "data-package, followthemoney, hxl, jsonl, misp, misp-galaxy, misp-taxonomy, ods, parquet, "
    "stix, uwazi, xlsx"
)


@click.command(
    cls=Verb,
    short_help="Write a corpus as a workbook or a folder.",
    help="Write a corpus as a workbook (.xlsx, .ods) or as a folder of CSV tables, which read back "
    "as the same corpus. With --to, write it for another tool, as far as its corpus.toml says that "
    "it may go; the formats are data-package, followthemoney, hxl, jsonl, misp, misp-galaxy, "
    "misp-taxonomy, ods, parquet, stix, uwazi, xlsx.",
    example="safeconduct export distance-is-not-a-shield --to stix -o paper.json",
)
@corpus_argument(required=False)
@click.option("--to", "format_name", metavar="FORMAT", help="A format of another tool.")
@click.option(
    "-o",
    "target",
    metavar="FILE|DIR",
    type=click.Path(path_type=Path),
    required=True,
    help="Where to; without --to, its ending says the form.",
)
@click.option("--audience", metavar="TLP", help="Who may read it: clear, green, amber …")
@click.option("--purpose", metavar="WORD", help="What for: publication, protection …")
@click.option("--yes", is_flag=True, help="Replace what is there.")
@json_option
@click.pass_obj
def run(session: Session, /, corpus: str | None, **asked: object) -> None:
    """Write a corpus in another form."""
    target, format_name = Path(str(asked["target"])), asked["format_name"]
    if _holds_anything(target) and not asked["yes"]:
        raise Refusal(
            f"an export over {target}",
            rule="what is there is kept unless somebody says otherwise",
            remedy="Add --yes to replace it, or name another place.",
        )
    if format_name is not None:
        told = _in_format(session, corpus, name=str(format_name), asked=asked)
    else:
        told = _copy(session, corpus, asked=asked)
    if asked["as_json"]:
        session.print_json({"written": str(target), **told})
        return
    session.out.line(str(target))


def _copy(session: Session, corpus: str | None, *, asked: dict[str, object]) -> dict[str, Json]:
    """Write a copy that reads back as the same corpus."""
    from safeconduct.exporters import any_form

    if corpus is None:
        raise click.UsageError(session.say("Name a corpus."))
    if asked["audience"] or asked["purpose"]:
        raise click.UsageError(session.say("--audience and --purpose go with --to."))
    target = Path(str(asked["target"]))
    read = opened(session, corpus)
    with session.talk.working(session.say("Writing {target} …", target=target.name)):
        any_form.write(read, target)
    rows = {name: len(records) for name, records in read.tables.items()}
    return {"digest": read.digest, "rows": rows}


def _in_format(
    session: Session, corpus: str | None, *, name: str, asked: dict[str, object]
) -> dict[str, Json]:
    """Write what may leave in a format of another tool."""
    from safeconduct.exporters import to_format

    to_format.named(name)
    target = Path(str(asked["target"]))
    handed = _handed(session, corpus, asked=asked)
    with session.talk.working(session.say("Writing {target} …", target=target.name)):
        to_format.write(name, handed, path=target)
    told: dict[str, Json] = {"format": name}
    if handed.holds == "release":
        told["release"] = handed.release.digest
    if handed.holds == "corpus":
        told |= {"tlp": handed.tlp, "purpose": handed.purpose}
    if handed.holds == "corpus" and to_format.named(name).ROWS == "incidents":
        passed = len(handed.incidents)
        told |= {"incidents": passed, "left_behind": handed.left_behind}
        session.talk.say(
            session.say(
                "{passed} incidents are passed on. {left} records are not: they are patterns, "
                "measures, responses or context, or were refuted, retracted or never supported.",
                passed=passed,
                left=handed.left_behind,
            )
        )
    return told


def _handed(session: Session, named: str | None, *, asked: dict[str, object]) -> Handover:
    """Hand over a corpus, a release or, where nothing is named, the vocabulary."""
    from safeconduct.exporters.handover import Handover
    from safeconduct.publish import folder
    from safeconduct.publish.withdrawals import refuse_withdrawn
    from safeconduct.record.permission import EVERYBODY, PUBLICATION

    if named is not None and (Path(named) / folder.RELEASE).is_file():
        if asked["audience"] or asked["purpose"]:
            raise click.UsageError(session.say("A release says itself for whom it is."))
        release = folder.read(Path(named))
        refuse_withdrawn(Path(named), release)
        return Handover(from_release=release)
    return Handover(
        from_corpus=None if named is None else opened(session, named),
        audience=str(asked["audience"] or EVERYBODY),
        purpose=str(asked["purpose"] or PUBLICATION),
    )


def _holds_anything(target: Path) -> bool:
    return target.exists() and not (target.is_dir() and not any(target.iterdir()))
