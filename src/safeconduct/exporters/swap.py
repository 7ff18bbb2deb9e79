"""Several files replaced as one: after a crash a folder holds its old state or its new one.

It depends on the standard library, on the errors and on the name of the swap folder in the record.
New files are written beside the old ones, become the new state by one renaming of their folder,
and are then moved into place; a reader finds them in either place, and the next write moves what
was left. To guard another set of files, call `swap_in`.
"""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Final

from safeconduct.errors import Unavailable
from safeconduct.record.layout import SWAP_FOLDER

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_STAGING_FOLDER: Final = ".safeconduct-staging"


def swap_in(files: Mapping[str, bytes], folder: Path) -> None:
    """Put files into a folder, all or none; a file of another name is never touched.

    One program writes to a folder at a time; a second one that comes between gives up.

    Raises:
        Unavailable: the folder cannot be written; what was there is still there.
    """
    staging = folder / _STAGING_FOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
        settle(folder)
        # What stands here was left by a crash before its state became the new one.
        shutil.rmtree(staging, ignore_errors=True)
        staging.mkdir()
        try:
            for name, octets in files.items():
                _write(octets, staging / name)
            _flush(staging)
            staging.rename(folder / SWAP_FOLDER)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
        _flush(folder)
        settle(folder)
    except OSError as cause:
        raise Unavailable(
            folder.name, hint="Check that the folder can be written and that its disk is not full."
        ) from cause


def replace_file(octets: bytes, path: Path) -> None:
    """Put one file in place of another, whole or not at all.

    Raises:
        Unavailable: the file cannot be written; what was there is still there.
    """
    staging = path.with_name(f".{path.name}{_STAGING_FOLDER}")
    try:
        try:
            _write(octets, staging)
            staging.replace(path)
        finally:
            staging.unlink(missing_ok=True)
        _flush(path.parent)
    except OSError as cause:
        raise Unavailable(
            path.name, hint="Check that the folder is there and can be written."
        ) from cause


def settle(folder: Path) -> None:
    """Finish a write that was interrupted after its state became the new one."""
    swap = folder / SWAP_FOLDER
    if not swap.is_dir():
        return
    for path in sorted(swap.iterdir()):
        path.replace(folder / path.name)
    swap.rmdir()
    _flush(folder)


def _write(octets: bytes, path: Path) -> None:
    with path.open("wb") as file:
        file.write(octets)
        file.flush()
        os.fsync(file.fileno())


def _flush(folder: Path) -> None:
    """Bring the names of a folder to the disk, so that a power cut keeps their order."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
