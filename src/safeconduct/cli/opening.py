"""Opening a corpus: a folder, a workbook, or one of those that come with the program, by its id.

It depends on the importers, which refuse what they cannot read, and on the figures for counting.
A new form of corpus is known here once `importers` can read it.
"""

from __future__ import annotations

import os
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

import click

from safeconduct import corpora
from safeconduct.errors import NotFound, Unavailable

if TYPE_CHECKING:
    from collections.abc import Callable

    from safeconduct.cli.session import Session
    from safeconduct.figures.figure import Figure
    from safeconduct.figures.question import Question
    from safeconduct.record.corpus import Corpus, Masthead

# What a verb speaks of unless another corpus is named, and the state of origin that it is about.
BUILT_IN: Final = "distance-is-not-a-shield"
BUILT_IN_ORIGIN: Final = "RU"

Decorated = TypeVar("Decorated", bound="Callable[..., object]")


def corpus_argument(*, required: bool = True) -> Callable[[Decorated], Decorated]:
    """Give a verb the argument CORPUS."""
    return click.argument(
        "corpus",
        metavar="CORPUS" if required else "[CORPUS]",
        required=required,
        help="A folder, a workbook, or the id of a built-in corpus.",
    )


def located(text: str) -> Path:
    """Find what the argument CORPUS means: what lies at that path, or a built-in corpus.

    Raises:
        NotFound: there is neither. Unavailable: what is written like a path leads to nothing.
    """
    path = Path(text)
    if path.exists():
        return path
    known = corpora.built_in()
    if text in known:
        return corpora.folder(text)
    near = get_close_matches(text, known, n=1)
    guess = f"Did you mean {near[0]}?" if near else f"Built in are: {', '.join(known)}."
    if path.suffix or any(each and each in text for each in (os.sep, os.altsep)):
        raise Unavailable(text, hint=f"There is no file or folder of that name. {guess}")
    raise NotFound("corpus", text, hint=f"Nothing lies at that path either. {guess}")


def opened(session: Session, text: str) -> Corpus:
    """Read the corpus that the argument means."""
    from safeconduct.importers import any_form

    path = located(text)
    with session.talk.working(session.say("Reading {corpus} …", corpus=path.name)):
        return any_form.read(path)


def counted(
    session: Session, text: str, *, question: Question
) -> tuple[Masthead, tuple[Figure, ...]]:
    """Count the corpus that the argument means, by the quicker way where it is large."""
    from safeconduct.figures.count import count

    path = located(text)
    masthead = _masthead(path)
    if masthead is None:
        corpus = opened(session, text)
        return corpus.masthead, count(corpus, question)
    from safeconduct.figures.folder import count_folder
    from safeconduct.importers import corpus_folder

    with session.talk.working(session.say("Counting {corpus} …", corpus=path.name)):
        figures = count_folder(
            path,
            question,
            read=corpus_folder.read,
            masthead=lambda _: (masthead.as_of, masthead.aliases),
            keep_cache=session.settings.cache,
        )
    return masthead, figures


def _masthead(path: Path) -> Masthead | None:
    """The masthead of a folder that is whole and sound; None sends everything else to the reader.

    A folder with an interrupted write in it is read with care, not on columns.
    """
    from safeconduct.importers.masthead import from_toml
    from safeconduct.record.layout import CORPUS_FILE, SWAP_FOLDER

    file = path / CORPUS_FILE
    if (path / SWAP_FOLDER).exists() or file.is_symlink() or not file.is_file():
        return None
    masthead, problems = from_toml(file.read_bytes(), CORPUS_FILE)
    return None if problems else masthead
