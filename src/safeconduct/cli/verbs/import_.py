"""`safeconduct import`: a workbook, folder or foreign file into a corpus, shown first.

It depends on the importers, which read and compare, and on the exporters, which write.
Importing twice is importing once; nothing is deleted because it does not come in. What the columns
of a foreign file became is shown by `taken_in`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from safeconduct.cli.opening import located, opened
from safeconduct.cli.screen import TextTable
from safeconduct.cli.verb import Verb, json_option
from safeconduct.errors import Refusal

if TYPE_CHECKING:
    from pathlib import Path

    from safeconduct.cli.json_text import Json
    from safeconduct.cli.session import Session
    from safeconduct.importers.foreign import TakenIn
    from safeconduct.importers.preview import Preview, TablePreview

STAGE: Final = "begin"
# New ids that are named before the rest is only counted; --json names them all.
SHOWN: Final = 12


@click.command(
    cls=Verb,
    short_help="Take a workbook or folder into a corpus, by ids.",
    help="Take the records of a workbook or folder into a corpus: a known id is updated, a new one "
    "added, nothing deleted. What would change is shown first; --yes writes it. With --from, take "
    "in a file of another tool: aaad, auto-archiver, followthemoney, freedom-house, kobotoolbox, "
    "misp, odk, stix, uwazi, or a mapping of your own, a .toml file.",
    example="safeconduct import bundle.json --from stix --into border-returns",
)
@click.argument("file", metavar="FILE", help="A workbook, a corpus folder, or a foreign file.")
@click.option("--into", metavar="CORPUS", required=True, help="The corpus that takes it in.")
@click.option("--from", "source", metavar="SOURCE|TOML", help="The tool, or your mapping.")
@click.option("--yes", is_flag=True, help="Write; without it nothing is written.")
@json_option
@click.pass_obj
def run(
    session: Session, file: str, *, into: str, source: str | None, yes: bool, as_json: bool
) -> None:
    """Take records into a corpus."""
    from safeconduct.cli.taken_in import print_taken, taken_as_json
    from safeconduct.exporters import any_form
    from safeconduct.importers.markings import require_no_wider
    from safeconduct.importers.preview import merged, preview

    target = _writable(into)
    current = opened(session, into)
    taken = None if source is None else _taken(session, file, source)
    if taken is not None:
        require_no_wider(current.masthead, audience=taken.audience)
    incoming = opened(session, file) if taken is None else taken.corpus
    changes = preview(current, incoming)
    # Put together before anything is said, so that what cannot be is refused without --yes too.
    together = merged(current, incoming)
    writes = yes and changes.changes_anything
    if writes:
        any_form.write(together, target)
    if as_json:
        told = {} if taken is None else taken_as_json(taken)
        session.print_json({"into": into, "written": writes, **_as_json(changes), **told})
        return
    if taken is not None:
        print_taken(taken, session)
    _print(changes, session)
    session.talk.say(_outcome(changes, session, yes=yes))


def _taken(session: Session, file: str, source: str) -> TakenIn:
    """Read a foreign file by the mapping of its source."""
    from pathlib import Path

    from safeconduct.importers import foreign
    from safeconduct.importers.mapping import mapping_of

    mapping = mapping_of(source)
    path = Path(file)
    with session.talk.working(session.say("Reading {corpus} …", corpus=path.name)):
        return foreign.read(path, mapping)


def _writable(into: str) -> Path:
    """Where the corpus lies that takes the records in.

    Raises:
        Refusal: it is a built-in corpus.
    """
    from safeconduct import corpora

    target = located(into)
    if any(target == corpora.folder(known) for known in corpora.built_in()):
        raise Refusal(
            "an import into a built-in corpus",
            rule="what comes with the program stays as it came",
            remedy="Export it into a folder of your own, and import into that.",
        )
    return target


def _outcome(changes: Preview, session: Session, *, yes: bool) -> str:
    if not changes.changes_anything:
        return session.say("Nothing changes; nothing was written.")
    if yes:
        return session.say("Written.")
    return session.say("Nothing was written. Add --yes to write it.")


def _print(changes: Preview, session: Session) -> None:
    out, say = session.out, session.say
    out.table(
        TextTable(
            headings=tuple(
                map(say, ("table", "added", "changed", "unchanged", "only in the corpus"))
            ),
            rows=[(each.table, *map(str, _numbers(each))) for each in changes.tables],
            numbers=frozenset({1, 2, 3, 4}),
        )
    )
    out.line()
    if changes.settings:
        out.paragraph(", ".join(changes.settings), first=f"{say('settings')}: ", indent="  ")
    for table in changes.tables:
        if table.added:
            added = say("{table}, added", table=table.table)
            out.paragraph(_some(table.added), first=f"{added}: ", indent="  ")
        for change in table.changed:
            out.paragraph(
                ", ".join(change.columns), first=f"{table.table} {change.id}: ", indent="  "
            )


def _some(ids: tuple[str, ...]) -> str:
    more = f" … (+{len(ids) - SHOWN})" if len(ids) > SHOWN else ""
    return ", ".join(ids[:SHOWN]) + more


def _numbers(table: TablePreview) -> tuple[int, ...]:
    return (
        len(table.added),
        len(table.changed),
        len(table.unchanged),
        len(table.only_in_current),
    )


def _as_json(changes: Preview) -> dict[str, Json]:
    return {
        "settings": list(changes.settings),
        "tables": [
            {
                "table": table.table,
                "added": list(table.added),
                "changed": [
                    {"id": change.id, "columns": list(change.columns)} for change in table.changed
                ],
                "unchanged": len(table.unchanged),
                "only_in_corpus": len(table.only_in_current),
            }
            for table in changes.tables
        ],
    }
