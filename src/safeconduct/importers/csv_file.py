"""A CSV file that was named on the command line, opened whole: its bytes, or why there are none.

It depends on the errors and on the problems of CSV text.
A file of a corpus folder is opened by `corpus_folder`, which trusts it less: it may be a link.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from safeconduct.errors import NotFound, RejectedRows, Unavailable
from safeconduct.importers.csv_text import whole

if TYPE_CHECKING:
    from pathlib import Path


def octets(path: Path, *, kind: str, largest: int, hint: str) -> bytes:
    """Return the bytes of a file; `kind` and `hint` are for whoever named one that is not there.

    Raises:
        NotFound: there is no such file.
        RejectedRows: it has more than `largest` bytes.
        Unavailable: it is there and cannot be opened.
    """
    try:
        if not path.is_file():
            raise NotFound(kind, path.name, hint=hint)
        if path.stat().st_size > largest:
            problem = whole(path.name, "a larger file", allowed=f"at most {largest} bytes")
            raise RejectedRows(path.name, [problem])
        return path.read_bytes()
    except OSError as cause:
        raise Unavailable(path.name, hint="Check who may read it.") from cause
