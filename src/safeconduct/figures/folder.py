"""Counts a corpus folder: small ones record by record, large ones on columns.

It depends on both paths of the package. Whoever has a folder and a question asks `count_folder`;
which path answered changes how long it takes, and nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.figures.columnar import cache
from safeconduct.figures.columnar.coding import code_folder
from safeconduct.figures.columnar.counting import count_coded
from safeconduct.figures.columnar.door import Door, Unsuitable
from safeconduct.figures.count import count

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from safeconduct.figures.figure import Figure
    from safeconduct.figures.question import Question
    from safeconduct.record.corpus import Corpus

# Bytes of statements. Below it the careful path takes about a second; above it columns are worth
# their start.
LARGE: Final = 3_000_000


def count_folder(
    folder: Path,
    question: Question,
    *,
    read: Callable[[Path], Corpus],
    masthead: Callable[[Path], tuple[str, Mapping[str, str]]],
    keep_cache: bool = True,
    large: int = LARGE,
) -> tuple[Figure, ...]:
    """Answer a question from a corpus folder.

    read: the careful reader, which takes any corpus or says everything that is wrong with it.
    masthead: reads the as-of date and the publishers' aliases of a folder.
    keep_cache: whether coded incidents may be kept in the folder. large: bytes of `statements.csv`
        from which columns are used.

    Raises:
        RejectedRows: from the careful reader, for a folder that it refuses.
    """
    if not _is_large(folder, large):
        return count(read(folder), question)
    try:
        return _on_columns(folder, question, masthead=masthead, keep_cache=keep_cache)
    except Unsuitable:
        return count(read(folder), question)


def _is_large(folder: Path, large: int) -> bool:
    statements = folder / "statements.csv"
    return statements.is_file() and statements.stat().st_size >= large


def _on_columns(
    folder: Path,
    question: Question,
    *,
    masthead: Callable[[Path], tuple[str, Mapping[str, str]]],
    keep_cache: bool,
) -> tuple[Figure, ...]:
    as_of, aliases = masthead(folder)
    stamped = cache.stamp(folder)
    with Door() as door:
        if not (keep_cache and cache.load(door, folder, stamped=stamped)):
            code_folder(door, folder, aliases=aliases)
            # Stamped again: what was changed while it was being read must not be kept as read.
            if keep_cache and cache.stamp(folder) == stamped:
                cache.save(door, folder, stamped=stamped)
        return count_coded(door, question, as_of=as_of)
