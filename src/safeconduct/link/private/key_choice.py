"""Which keys there are, by name.

It depends on the folder `keys/`, which it reads as an open set.
A further key is one file there and nothing here.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, Protocol, cast

from safeconduct import registry
from safeconduct.errors import NotFound
from safeconduct.link.private import keys

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.link.private.named_person import NamedPerson

DEFAULT: Final = "unordered-year"


class KeyChoice(Protocol):
    """A module of `keys/`."""

    NAME: str
    PLAIN: Mapping[str, str]
    MISSES: float
    STRANGERS: float

    def key(self, person: NamedPerson) -> str:
        """The key of a person, empty where there is none."""
        ...


@cache
def choices() -> dict[str, KeyChoice]:
    """Every key by its name."""
    required = ("NAME", "PLAIN", "MISSES", "STRANGERS", "key")
    found = cast("tuple[KeyChoice, ...]", registry.members(keys, required=required))
    return {one.NAME: one for one in found}


def chosen(name: str) -> KeyChoice:
    """The key of that name.

    Raises:
        NotFound: there is none.
    """
    if name not in choices():
        raise NotFound("key", name, hint=f"The keys are {', '.join(choices())}.")
    return choices()[name]
