"""Keeps the coded incidents of a large corpus beside it, so that the next count is quick.

It depends on `door` and the standard library.
The cache lies in the corpus folder itself, in `.safeconduct/`: what was in the clear stays where
its keeper put it, and goes when the folder goes. It is used only while size, time and inode of
every table are what they were when it was written, and the tables were not touched in the moments
before; otherwise it is made anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

import safeconduct
from safeconduct.figures.columnar.door import Door, Unsuitable, quoted
from safeconduct.record.layout import CORPUS_FILE
from safeconduct.record.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER: Final = ".safeconduct"
PACKAGE: Final = Path(safeconduct.__file__).parent
# Seconds: a file changed so shortly before it is read can change again without its time moving on.
SETTLED_SECONDS: Final = 2.0
_TABLES: Final = ("coded", "corpus_digest")


def stamp(folder: Path, *, version: str = safeconduct.__version__) -> str:
    """A digest over what the file system says of each table, and over the program's version.

    The files themselves are not read; whoever can set back a file's change time owns the machine.
    """
    seen: list[object] = [version, code_digest()]
    seen += [
        [name, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino]
        for name, status in _statuses(folder)
    ]
    return hashlib.sha256(json.dumps(seen).encode()).hexdigest()


def code_digest(package: Path = PACKAGE) -> str:
    """A digest over the files that code a corpus: no old cache meets a changed rule or word."""
    files = sorted(
        [
            *package.glob("record/**/*.py"),
            *package.glob("figures/**/*.py"),
            *package.glob("figures/**/*.sql"),
            *package.glob("vocabulary/**/*.toml"),
        ]
    )
    seen = [
        [str(path.relative_to(package)), path.stat().st_size, path.stat().st_mtime_ns]
        for path in files
    ]
    return hashlib.sha256(json.dumps(seen).encode()).hexdigest()


def load(door: Door, folder: Path, *, stamped: str) -> bool:
    """Load `coded` from the cache; False where none is there for this stamp, or it is broken."""
    shelf = folder / FOLDER
    try:
        if (shelf / "stamp").read_text(encoding="utf-8") != stamped:
            return False
        for table in _TABLES:
            kept = quoted(shelf / f"{table}.parquet")
            door.run(f"CREATE TABLE {table} AS SELECT * FROM read_parquet({kept})")
    except (OSError, UnicodeDecodeError, Unsuitable):
        for table in _TABLES:
            door.run(f"DROP TABLE IF EXISTS {table}")
        return False
    return True


def save(door: Door, folder: Path, *, stamped: str) -> bool:
    """Write `coded` into the cache.

    False where the folder cannot be written, or where its tables have not settled.
    The stamp is written last, so that a cache without its stamp is no cache.
    """
    shelf = folder / FOLDER
    try:
        # A link would lead the writing out of the folder.
        if shelf.is_symlink() or not _has_settled(folder):
            return False
        shelf.mkdir(mode=0o700, exist_ok=True)
        (shelf / ".gitignore").write_text("*\n", encoding="utf-8")
        (shelf / "stamp").unlink(missing_ok=True)
        for table in _TABLES:
            fresh = shelf / f"{table}.parquet.{os.getpid()}"
            door.run(f"COPY {table} TO {quoted(fresh)} (FORMAT parquet, ROW_GROUP_SIZE 50000)")
            fresh.replace(shelf / f"{table}.parquet")
        fresh = shelf / f"stamp.{os.getpid()}"
        fresh.write_text(stamped, encoding="utf-8")
        fresh.replace(shelf / "stamp")
    except (OSError, Unsuitable):
        return False
    return True


def _has_settled(folder: Path) -> bool:
    newest = max(status.st_mtime for _, status in _statuses(folder))
    return time.time() - newest > SETTLED_SECONDS


def _statuses(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    """What the file system says of the masthead and of each table that is there."""
    for name in (CORPUS_FILE, *(table.file for table in TABLES.values())):
        with suppress(FileNotFoundError):
            yield name, (folder / name).stat()
