"""A file that only its owner can read, written once and never over another without being asked.

It depends on the standard library and on the errors.
Whatever holds something about a person goes through `write_private`; what is published does not.

Safety: the file is created with its rights, not given them afterwards; what could not be written
whole is taken away again, and what it was to replace is then still there.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from safeconduct.errors import Refusal, Unavailable

if TYPE_CHECKING:
    from pathlib import Path

_OWNER_ALONE: Final = 0o600


def write_private(octets: bytes, path: Path, *, replaces: bool = False) -> None:
    """Write a file for its owner alone; `replaces` lets it take the place of another.

    Raises:
        Refusal: there is something at the path already.
        Unavailable: the file cannot be written.
    """
    if not replaces:
        refuse_taken(path)
    try:
        if not replaces:
            _create(path, octets)
            return
        # The old file goes only when the new one is whole. It is a new file and no longer a link:
        # the old rights and the old target stay behind.
        fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
        _create(fresh, octets)
        fresh.replace(path)
    except OSError as cause:
        raise Unavailable(
            path.name, hint="Check that the folder is there and can be written."
        ) from cause


def refuse_taken(path: Path) -> None:
    """Refuse a path at which there is something.

    Raises:
        Refusal: there is something, be it a link that leads nowhere.
    """
    if os.path.lexists(path):
        raise Refusal(
            f"a document over {path.name}",
            rule="what is there is kept unless somebody says otherwise",
            remedy="Add --yes to replace it, or name another place.",
        )


def _create(path: Path, octets: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ALONE)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(octets)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        # Stopped by a key as well as by a full disk: no half of a letter stays behind.
        path.unlink(missing_ok=True)
        raise
