"""The manifest: the SHA-256 of every file of a release, and the check that nothing else is there.

It depends on the standard library and the errors.
Its form is that of `sha256sum`, so that a stranger can check it without this program.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Final

from safeconduct.errors import BrokenIntegrity

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MANIFEST: Final = "MANIFEST"
SIGNATURES: Final = "SIGNATURES"  # a folder beside the files, which the manifest does not name
_MOST_BYTES: Final = 200_000_000
_LINE: Final = re.compile(r"(?P<digest>[0-9a-f]{64})  (?P<path>[^\n]+)")


def manifest_of(files: Mapping[str, bytes]) -> bytes:
    """The manifest of files, by path, sorted."""
    lines = [f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files)]
    return "".join(lines).encode()


def files_of(folder: Path) -> Mapping[str, bytes]:
    """The files of a release folder by path, the signatures among them; none if there is no folder.

    Raises:
        BrokenIntegrity: it holds a link, or far too much.
    """
    found = {}
    room = _MOST_BYTES
    for path in sorted(folder.rglob("*")):
        if path.is_dir() and not path.is_symlink():
            # Safety: a folder without files says something by its name alone, and nobody signed it.
            if not any(path.iterdir()):
                raise BrokenIntegrity(
                    "the release", hint="It holds a folder without files, which nobody signed."
                )
            continue
        room -= path.lstat().st_size
        # Safety: a link could pass off a file of the reader's own as a part of the release.
        if not path.is_file() or path.is_symlink() or room < 0:
            raise BrokenIntegrity(
                path.relative_to(folder).as_posix(),
                hint="A release holds plain files only, and no more than 200 MB.",
            )
        found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return found


def hold_against_manifest(files: Mapping[str, bytes]) -> bytes:
    """Check that the files are those of their manifest, all of them and no other; return it.

    Signatures are over the manifest, so that it does not name them.

    Raises:
        BrokenIntegrity: one was changed, is missing, or was added.
    """
    if MANIFEST not in files:
        raise BrokenIntegrity("the release", hint="It has no MANIFEST.")
    content = {
        path: octets
        for path, octets in files.items()
        if path != MANIFEST and not path.startswith(f"{SIGNATURES}/")
    }
    wanted = _read(files[MANIFEST])
    found = {path: hashlib.sha256(octets).hexdigest() for path, octets in content.items()}
    wrong = sorted(
        path for path in wanted.keys() | found.keys() if wanted.get(path) != found.get(path)
    )
    if wrong:
        raise BrokenIntegrity(
            f"the release ({', '.join(map(repr, wrong))})",
            hint="Get it again from where it was published; do not pass this copy on.",
        )
    return files[MANIFEST]


def _read(octets: bytes) -> Mapping[str, str]:
    lines = octets.decode("utf-8", errors="replace").split("\n")
    read = [_LINE.fullmatch(line) for line in lines[:-1]]
    told = {match["path"]: match["digest"] for match in read if match}
    if lines[-1] or None in read or list(told) != sorted(told) or len(told) != len(read):
        raise BrokenIntegrity("the MANIFEST", hint="Each line is a SHA-256, two blanks, a path.")
    return told
