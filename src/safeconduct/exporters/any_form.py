"""Whatever somebody asks for: a corpus folder or a workbook, told apart by the name of the path.

It depends on the exporters beside it.
A new form is one line in `write`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.errors import Refusal, Unavailable
from safeconduct.exporters import corpus_folder

if TYPE_CHECKING:
    from pathlib import Path

    from safeconduct.record.corpus import Corpus

FORMS: Final = (".xlsx", ".ods", "a folder")
_LONGEST_SUFFIX: Final = 12


def write(corpus: Corpus, path: Path) -> None:
    """Write a corpus in the form that the name of the path asks for; one of that name is replaced.

    Raises:
        InvalidRecord: the masthead holds what no corpus can.
        Refusal: the name asks for a form that is not written, or a table is too long for a sheet.
        Unavailable: the path cannot be written, or its form needs a library that is not installed.
    """
    suffix = path.suffix.casefold()
    if path.is_dir() or not suffix:
        corpus_folder.write(corpus, path)
    elif suffix == ".ods":
        from safeconduct.exporters import open_document  # noqa: PLC0415 - needed here only

        open_document.write(corpus, path)
    elif suffix == ".xlsx":
        try:
            from safeconduct.exporters import workbook  # noqa: PLC0415 - its library is an extra
        except ImportError as cause:
            raise Unavailable(
                "The writing of .xlsx", hint="Install safeconduct[workbook]."
            ) from cause
        workbook.write(corpus, path)
    else:
        raise Refusal(
            f"an export in the form {suffix}" if len(suffix) < _LONGEST_SUFFIX else "an export",
            rule=f"the forms are {', '.join(FORMS)}",
            remedy="Give a name that ends so, or one without an ending for a folder.",
        )
