"""`safeconduct new`: an empty corpus folder, with a workbook whose cells offer the vocabulary.

It depends on the exporter that begins corpora.
What a beginner finds in the folder is decided there.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from safeconduct.cli.verb import Verb, json_option

if TYPE_CHECKING:
    from safeconduct.cli.session import Session

STAGE: Final = "begin"


@click.command(
    cls=Verb,
    short_help="Begin a corpus: a folder of tables and a workbook.",
    help="Begin a corpus: a folder of empty tables, and a workbook to type into whose cells offer "
    "the vocabulary.",
    example='safeconduct new border-returns --title "Border returns"',
)
@click.argument(
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The folder to begin; it is new or empty.",
)
@click.option("--title", metavar="TEXT", default="", help="Its title; default the folder's name.")
@json_option
@click.pass_obj
def run(session: Session, folder: Path, *, title: str, as_json: bool) -> None:
    """Begin a corpus."""
    from safeconduct.exporters import new_corpus

    files = new_corpus.begin(folder, title or folder.resolve().name)
    if as_json:
        session.print_json({"folder": str(folder), "files": [str(file) for file in files]})
        return
    for file in files:
        session.out.line(str(file))
    session.talk.say(session.say("Type into the workbook, then import it into the folder:"))
    workbook = next(file for file in files if file.suffix == ".xlsx")
    session.talk.say(f"safeconduct import {workbook} --into {folder}")
