"""A new corpus: an empty corpus folder, an annotated workbook to type into, and a word about both.

It depends on the exporters beside it and on the errors.
A further file for beginners is one more line in `begin`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.errors import InvalidRecord, Refusal
from safeconduct.exporters import corpus_folder, workbook
from safeconduct.exporters.swap import replace_file
from safeconduct.record.corpus import Corpus, Masthead
from safeconduct.record.layout import masthead_problems

if TYPE_CHECKING:
    from pathlib import Path

WORKBOOK_FILE: Final = "workbook.xlsx"
README_FILE: Final = "README.txt"
_README: Final = """\
{title}

This folder is a corpus of Safeconduct.

workbook.xlsx   Type your sources, incidents and statements here; the sheet
                "read me" says how. Then import it into this folder:
                    safeconduct import workbook.xlsx --into . --yes
                Without --yes it only shows what would change.
*.csv           The five tables of the corpus. They are its only memory: keep
                them under version control, and do not edit them in a
                spreadsheet that rewrites dates.
corpus.toml     Title, publisher, licence, and other names of publishers.
datapackage.json, codebook.csv
                The same described for other programs and other people; both
                are written anew with every import.

Name nobody: labels and paraphrases describe roles, not persons.
Nothing in this folder is encrypted.
"""


def begin(folder: Path, title: str) -> tuple[Path, ...]:
    """Begin a corpus in a new or empty folder, and return the files that a person opens first.

    Raises:
        InvalidRecord: the title is blank, or holds what no cell can.
        Refusal: the folder holds something already.
        Unavailable: the folder cannot be written.
    """
    masthead = Masthead(title=title)
    problems = masthead_problems(masthead)
    if problems:
        raise InvalidRecord("masthead", problems, hint="Give another title.")
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise Refusal(
            "a new corpus here",
            rule="a corpus begins in a new or empty folder, so that it overwrites nothing",
            remedy="Name another folder.",
        )
    corpus_folder.write(Corpus.of(masthead=masthead), folder)
    workbook.template(folder / WORKBOOK_FILE, masthead)
    replace_file(_README.format(title=title).encode(), folder / README_FILE)
    return folder / README_FILE, folder / WORKBOOK_FILE
