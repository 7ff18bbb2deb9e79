"""A folder that holds a whole site: written anew beside the old one, then put in its place.

It depends on the errors and the standard library; what the files are is for others to say.
Every site has the list of its files with their digests, which also marks the folder as a site.
"""

from __future__ import annotations

import hashlib
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from safeconduct.errors import InvalidSetting, Unavailable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Lists every file with its SHA-256, as `sha256sum -c` reads it; it also marks a folder as a site.
MANIFEST: Final = "SHA256SUMS"
DOOR: Final = "index.html"
STYLES: Final = "style.css"


class Progress(Protocol):
    """Whoever wants to know how far it is: how many pages are written, and of how many."""

    def __call__(self, done: int, total: int, /) -> None:
        """Take notice."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A site that was written: its folder, the page to begin with, and how large it is."""

    folder: Path
    door: Path
    n_pages: int
    n_files: int
    n_bytes: int


class SiteFolder:
    """A site while it is written: its files, their digests, and how many of them are pages."""

    def __init__(self, folder: Path) -> None:
        """Begin in an empty folder."""
        self._folder = folder
        self._digests: dict[str, str] = {}
        self._n_bytes = 0
        self._n_pages = 0

    @property
    def n_pages(self) -> int:
        """How many pages are written."""
        return self._n_pages

    def put(self, name: str, octets: bytes) -> None:
        """Write a file."""
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(octets)
        self._digests[name] = hashlib.sha256(octets).hexdigest()
        self._n_bytes += len(octets)

    def put_page(self, name: str, text: str) -> None:
        """Write a page."""
        self.put(name, text.encode())
        self._n_pages += 1

    def close(self, out: Path) -> Site:
        """Write the list of files, and say what the site will be once it stands at `out`."""
        lines = "".join(f"{self._digests[name]}  {name}\n" for name in sorted(self._digests))
        (self._folder / MANIFEST).write_text(lines, encoding="utf-8")
        return Site(
            folder=out,
            door=out / DOOR,
            n_pages=self._n_pages,
            n_files=len(self._digests) + 1,
            n_bytes=self._n_bytes,
        )


@contextmanager
def written_anew(out: Path) -> Iterator[SiteFolder]:
    """Hand out an empty folder beside `out`; it takes the place of an earlier site at the end.

    Raises:
        InvalidSetting: the folder holds something else than a site.
        Unavailable: the folder cannot be written.
    """
    refuse_foreign(out)
    new = out.with_name(f".{out.name}.new")
    try:
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(parents=True)
        yield SiteFolder(new)
        _exchange(new, out)
    except OSError as cause:
        raise Unavailable(out.name, hint="Check that the folder can be written.") from cause
    finally:
        shutil.rmtree(new, ignore_errors=True)


def refuse_foreign(out: Path) -> None:
    """Refuse a folder that holds anything that this module did not write.

    Raises:
        InvalidSetting: it is a file, or holds other files than those of a site.
    """
    if not out.exists():
        return
    if not out.is_dir() or (any(out.iterdir()) and not (out / MANIFEST).is_file()):
        raise InvalidSetting("output folder", "a new or empty folder, or an earlier report")
    listed = {MANIFEST, *_listed(out)} if any(out.iterdir()) else set()
    foreign = [
        path
        for path in out.rglob("*")
        if path.is_file() and str(path.relative_to(out)) not in listed
    ]
    if foreign:
        raise InvalidSetting(
            "output folder",
            "a new or empty folder, or an earlier report",
            hint="It holds files that no report wrote; they would be lost.",
        )


def _listed(out: Path) -> set[str]:
    lines = (out / MANIFEST).read_text(encoding="utf-8").splitlines()
    return {line.partition("  ")[2] for line in lines}


def _exchange(new: Path, out: Path) -> None:
    """Put the new site in the place of the old one."""
    old = out.with_name(f".{out.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        out.rename(old)
    new.rename(out)
    shutil.rmtree(old, ignore_errors=True)
