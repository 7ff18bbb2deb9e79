"""Whatever somebody gives: a corpus folder or a workbook, told apart by what the path is.

It depends on the importers beside it.
A new form is one line in `read`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from safeconduct.errors import NotFound, Unavailable
from safeconduct.importers import corpus_folder

if TYPE_CHECKING:
    from pathlib import Path

    from safeconduct.record.corpus import Corpus


def read(path: Path) -> Corpus:
    """Read a corpus, in whatever form it is.

    Raises:
        NotFound: there is nothing of that name.
        RejectedRows: it is not what it has to be; every problem is named at once.
        Unavailable: it cannot be opened, or its form needs a library that is not installed.
    """
    if not path.exists():
        raise NotFound("corpus", path.name, hint="Give a corpus folder, or an .xlsx or .ods file.")
    if path.is_dir():
        return corpus_folder.read(path)
    try:
        # The library of workbooks is an extra, and a corpus folder needs none.
        from safeconduct.importers import workbook  # noqa: PLC0415
    except ImportError as cause:
        raise Unavailable(
            "The reading of workbooks", hint="Install safeconduct[workbook]."
        ) from cause
    return workbook.read(path)
