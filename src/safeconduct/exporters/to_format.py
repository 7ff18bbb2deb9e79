"""Writing in a format of another tool: finds it by its name and puts its files where they belong.

It depends on the formats and on the handover.
A new format is known here once its module is there; nothing here names one.
"""

from __future__ import annotations

from difflib import get_close_matches
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Protocol, cast

from safeconduct import registry
from safeconduct.errors import NotFound, Refusal, Unavailable
from safeconduct.exporters import formats
from safeconduct.exporters.private_file import write_private
from safeconduct.exporters.swap import replace_file, swap_in
from safeconduct.record.permission import EVERYBODY

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from safeconduct.exporters.handover import Handover

_OWNER_ALONE: Final = 0o700
REQUIRED: Final = ("NAME", "PLAIN", "ENDING", "HOLDS", "ROWS", "CARRIES", "LEAVES", "files")


class Format(Protocol):
    """What every module of `formats/` declares."""

    NAME: str
    PLAIN: str
    ENDING: str
    HOLDS: tuple[str, ...]
    ROWS: str
    CARRIES: Mapping[str, str]
    LEAVES: Mapping[str, str]

    def files(self, handed: Handover) -> Mapping[str, bytes]:
        """Write what is handed over; one file where there is an `ENDING`."""
        ...


def all_formats() -> Mapping[str, Format]:
    """Every format by its name, sorted."""
    found = registry.members(formats, required=REQUIRED)
    by_name = {module.NAME: cast("Format", module) for module in found}
    return MappingProxyType(dict(sorted(by_name.items())))


def named(name: str) -> Format:
    """The format of a name.

    Raises:
        NotFound: there is none.
    """
    known = all_formats()
    if name not in known:
        near = get_close_matches(name, known, n=1)
        hint = f"Did you mean {near[0]}?" if near else f"The formats are {', '.join(known)}."
        raise NotFound("format", name, hint=hint)
    return known[name]


def in_format(name: str, handed: Handover) -> Mapping[str, bytes]:
    """The files of a format, in memory.

    Raises:
        NotFound: there is no such format.
        Refusal: the format is made of something else, or needs what is not there.
    """
    chosen = named(name)
    if handed.holds not in chosen.HOLDS:
        raise _not_made_of(handed.holds, chosen)
    return chosen.files(handed)


def write(name: str, handed: Handover, *, path: Path) -> None:
    """Write what is handed over to a file, or to a folder where the format is one.

    Raises:
        NotFound: there is no such format.
        Refusal: the format is made of something else, or needs what is not there.
        Unavailable: the path cannot be written; what was there is still there.
    """
    written = in_format(name, handed)
    # Safety: what is not for everybody is for nobody else on this machine either.
    is_private = handed.audience != EVERYBODY
    if named(name).ENDING:
        octets = next(iter(written.values()))
        if is_private:
            write_private(octets, path, replaces=path.exists())
        else:
            replace_file(octets, path)
        return
    if is_private:
        _own(path)
    swap_in(written, path)


def _own(folder: Path) -> None:
    """Make a folder that only its owner can enter."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(_OWNER_ALONE)
    except OSError as cause:
        raise Unavailable(folder.name, hint="Check that the folder can be written.") from cause


def _not_made_of(held: str, chosen: Format) -> Refusal:
    if chosen.HOLDS == ("vocabulary",):
        return Refusal(
            f"a {held} as {chosen.NAME}",
            rule=f"{chosen.NAME} holds the words of the vocabulary, and no record",
            remedy="Leave the corpus out.",
        )
    wanted = " or a ".join(chosen.HOLDS)
    return Refusal(
        f"the {held} as {chosen.NAME}" if held == "vocabulary" else f"a {held} as {chosen.NAME}",
        rule=f"{chosen.NAME} is made of a {wanted}",
        remedy=f"Name a {wanted}, or choose another format.",
    )
