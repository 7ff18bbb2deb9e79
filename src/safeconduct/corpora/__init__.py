"""The corpora that come with the program: folders of plain tables, read like any other corpus.

The package depends on the standard library and on `safeconduct.errors`; it finds folders only.
A new built-in corpus is one new folder beside this file with a `corpus.toml` in it.
"""

from __future__ import annotations

import pathlib
from typing import Final

from safeconduct.errors import NotFound

_SHELF: Final = pathlib.Path(__file__).parent
_MASTHEAD: Final = "corpus.toml"


def built_in() -> tuple[str, ...]:
    """List the ids of the built-in corpora, which are the names of their folders."""
    return tuple(sorted(masthead.parent.name for masthead in _SHELF.glob(f"*/{_MASTHEAD}")))


def folder(corpus_id: str) -> pathlib.Path:
    """Find the folder of a built-in corpus.

    The id is looked up in the list before it becomes a path, so that it cannot lead elsewhere.

    Raises:
        NotFound: no built-in corpus has that id.
    """
    known = built_in()
    if corpus_id not in known:
        raise NotFound("built-in corpus", corpus_id, hint=f"Built in are: {', '.join(known)}.")
    return _SHELF / corpus_id
