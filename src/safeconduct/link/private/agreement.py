"""An agreement: which lists meet, under which key, how large each may be, and who counts.

It depends on the choice of keys and on TOML; everybody holds the same file, and its digest stands
in every letter. A further term of the agreement is a field here and a line of `written`.
"""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from safeconduct.errors import InvalidRecord
from safeconduct.link.private import key_choice

if TYPE_CHECKING:
    from collections.abc import Mapping

RING: Final = "ring"
LIBRARY: Final = "psi"
FEWEST_LISTS: Final = 2
MOST_LISTS: Final = 8  # as many as an estimate reads
# Safety: with a list of a few names, the size of an overlap is an answer about each of them.
FEWEST_KEYS: Final = 50
MOST_KEYS: Final = 1_000_000
_IDENTIFIER: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST: Final = 40


@dataclass(frozen=True, kw_only=True)
class Agreement:
    """What the organisations settled before anybody sends anything.

    epoch: a name for this one run, such as 2031-1. key: a member of `keys/`. method: ring, or psi
    for two lists. lists: the largest number of keys of each list, in the order of the ring.
    counted_by: the list whose keeper counts.
    """

    epoch: str
    lists: Mapping[str, int]
    counted_by: str
    key: str = key_choice.DEFAULT
    method: str = RING

    def __post_init__(self) -> None:
        """Refuse an agreement that cannot be kept, naming everything that is wrong with it."""
        problems = [
            ("epoch or lists", "a name is not of a–z, 0–9 and single hyphens")
            for name in (self.epoch, *self.lists)
            if not _IDENTIFIER.fullmatch(name) or len(name) > _LONGEST
        ]
        if not FEWEST_LISTS <= len(self.lists) <= MOST_LISTS:
            problems.append(("lists", f"are not {FEWEST_LISTS} to {MOST_LISTS}"))
        if not all(FEWEST_KEYS <= most <= MOST_KEYS for most in self.lists.values()):
            problems.append(("at_most", f"is not between {FEWEST_KEYS} and {MOST_KEYS}"))
        if self.key not in key_choice.choices():
            problems.append(("key", f"is none of {', '.join(key_choice.choices())}"))
        if self.counted_by not in self.lists:
            problems.append(("counted_by", "is none of the lists"))
        problems.extend(self._wrong_method())
        if problems:
            raise InvalidRecord("agreement", problems)

    def _wrong_method(self) -> list[tuple[str, str]]:
        if self.method not in (RING, LIBRARY):
            return [("method", f"is neither {RING} nor {LIBRARY}")]
        if self.method == LIBRARY and (
            len(self.lists) != FEWEST_LISTS or self.counted_by != next(iter(self.lists))
        ):
            return [("method", "psi is for two lists, of which the first counts")]
        return []

    @cached_property
    def digest(self) -> str:
        """SHA-256 over the terms, whatever the file looks like."""
        terms = [self.epoch, self.key, self.method, self.counted_by, list(self.lists.items())]
        return hashlib.sha256(json.dumps(terms).encode()).hexdigest()

    @property
    def names(self) -> tuple[str, ...]:
        """The lists, in the order of the ring."""
        return tuple(self.lists)

    def next_after(self, name: str) -> str:
        """The list that follows one in the ring."""
        at = self.names.index(name) + 1
        return self.names[at % len(self.names)]


def read(octets: bytes, file: str) -> Agreement:
    """Read an agreement from its file.

    Raises:
        InvalidRecord: it is none.
    """
    try:
        table = tomllib.loads(octets.decode())
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        raise InvalidRecord("agreement", [(file, "is not TOML in UTF-8")]) from None
    problems = [
        (name, "is not a text")
        for name in ("epoch", "key", "method", "counted_by")
        if not isinstance(table.get(name), str)
    ]
    lists = table.get("lists")
    if not isinstance(lists, dict) or any(type(most) is not int for most in lists.values()):
        problems.append(("lists", "is not a table of whole numbers"))
    unknown = set(table) - {"epoch", "key", "method", "counted_by", "lists"}
    problems.extend((name, "is not known") for name in sorted(unknown))
    if problems:
        raise InvalidRecord("agreement", problems)
    return Agreement(**table)


def written(agreement: Agreement) -> str:
    """An agreement as the file that everybody gets."""
    lines = [
        "# Private overlap: everybody keeps this file as it is; its digest stands in every letter.",
        f'epoch = "{agreement.epoch}"  # one run; nobody answers twice in it',
        f'key = "{agreement.key}"',
        f'method = "{agreement.method}"',
        f'counted_by = "{agreement.counted_by}"',
        "",
        "# The ring, in order, and how many keys each list may have at most.",
        "[lists]",
        *(f"{name} = {most}" for name, most in agreement.lists.items()),
    ]
    return "\n".join(lines) + "\n"
