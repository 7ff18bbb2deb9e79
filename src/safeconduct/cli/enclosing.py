"""Texts and pictures that go into a release: a folder of files whose names say what they are.

It depends on the releases.
A text is `NAME.LANGUAGE.md`; a picture is a PNG or SVG beside `NAME.LANGUAGE.txt`, which says what
is on it. Anything else in the folder is refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.errors import Problem, RejectedRows

if TYPE_CHECKING:
    from pathlib import Path

    from safeconduct.publish.building import Enclosed

_PICTURES: Final = {".png": "image/png", ".svg": "image/svg+xml"}
_ALLOWED: Final = "NAME.LANGUAGE.md, NAME.png, NAME.svg, and NAME.LANGUAGE.txt for a picture"


def enclosed_in(folder: Path | None) -> Enclosed:
    """Read what a folder encloses.

    Raises:
        RejectedRows: a file is none of these, or a picture has no text.
    """
    from safeconduct.publish.building import Enclosed
    from safeconduct.publish.release import ReleasedPicture, ReleasedText

    if folder is None:
        return Enclosed()
    texts, pictures, problems = [], [], []
    for path in sorted(folder.iterdir()):
        # Safety: a link could lead a file of somebody's own into what is published.
        if path.is_symlink() or not path.is_file():
            problems.append(_problem(path, "a link or a folder"))
            continue
        name, dot, language = path.stem.partition(".")
        if path.suffix == ".md" and dot:
            body = _read(path, problems)
            texts.append(ReleasedText(name=name, language=language, body=body))
        elif path.suffix in _PICTURES and not dot:
            said = tuple(
                (each.stem.rpartition(".")[2], _read(each, problems).strip())
                for each in sorted(folder.glob(f"{name}.*.txt"))
                if each.is_file() and not each.is_symlink()
            )
            if not said:
                problems.append(_problem(path, "a picture without a text"))
            pictures.append(
                ReleasedPicture(
                    name=path.name,
                    media_type=_PICTURES[path.suffix],
                    octets=path.read_bytes(),
                    alternative=said,
                )
            )
        elif path.suffix != ".txt":
            problems.append(_problem(path, "another file"))
    if problems:
        raise RejectedRows(folder.name, problems)
    return Enclosed(texts=tuple(texts), pictures=tuple(pictures))


def _read(path: Path, problems: list[Problem]) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        problems.append(_problem(path, "a text that is not UTF-8"))
        return ""


def _problem(path: Path, found: str) -> Problem:
    return Problem(file=path.name, row=0, column="", found=found, allowed=_ALLOWED)
