"""The words by which headings and texts announce what must not be kept of a person.

It depends on `unkept_words.toml` and on the reading of texts, which both are written in.
A further word, or a further language, is one more line of that file; a further kind of what is not
kept is one more table in it.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from safeconduct.importers.plain_sight import seen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_FILE: Final = Path(__file__).with_name("unkept_words.toml")
_NO_KINDS: Final = ("marks", "look-alikes", "networks")


@cache
def _tables() -> Mapping[str, Mapping[str, str | list[str]]]:
    return tomllib.loads(_FILE.read_text("utf-8"))


# By the name that messages give the kind.
KINDS: Final = tuple(each.replace("-", " ") for each in _tables() if each not in _NO_KINDS)


@cache
def words(kind: str, where: str) -> tuple[str, ...]:
    """The words of a kind: `headings`, `alone`, `said` or `behind`; none where it has none."""
    told = _tables()[kind.replace(" ", "-")].get(where, [])
    lines = [told] if isinstance(told, str) else told
    return tuple(each.strip() for line in lines for each in line.split(";"))


def look_alikes() -> tuple[str, str]:
    """Letters of the Cyrillic alphabet, and those of the Latin one that look like them."""
    pair = _tables()["look-alikes"]
    return cast("str", pair["cyrillic"]), cast("str", pair["latin"])


def pattern_of(said: Iterable[str], *, between: str) -> str:
    """A pattern of any of these words, the longest first; `between` parts the words of one."""
    longest = sorted(said, key=len, reverse=True)
    return "|".join(
        between.join(
            re.escape(seen(word.rstrip("*")).text) + (r"\w*" if word.endswith("*") else "")
            for word in each.split()
        )
        for each in longest
    )
