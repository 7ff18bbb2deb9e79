"""The colours of pictures and pages: one set of named tokens, with a value for light and for dark.

It depends on nothing; the stylesheet of the report is written from the same mapping.
A new colour is a new token in both themes; `tests/pictures/test_palette.py` checks its contrast and
its reading in grey.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Theme = Literal["light", "dark"]

# From the firmest standing to the least; lightness alone carries the order, so that it reads in
# grey.
STANDINGS: Final = (
    "established",
    "corroborated",
    "reported",
    "alleged",
    "contested",
    "retracted",
    "refuted",
)

_LIGHT: Final = MappingProxyType(
    {
        "paper": "#fcfbf8",
        "surface": "#f2f0ea",
        "ink": "#1c1b19",
        "ink-soft": "#57534c",
        "rule": "#d9d5cb",
        "line": "#8b867c",
        "land": "#e6e3da",
        "land-host": "#c9d6d8",
        "accent": "#1b5a6e",
        "bar": "#5a8fa2",
        "bar-light": "#c3d8df",
        # For danger to a person only: never for an error, never for a perpetrator.
        "danger": "#a3261c",
        "standing-established": "#123a48",
        "standing-corroborated": "#2f687c",
        "standing-reported": "#5f93a5",
        "standing-alleged": "#92b7c4",
        "standing-contested": "#bdd4dc",
        "standing-retracted": "#dfe9ec",
        "standing-refuted": "#fcfbf8",
    }
)

_DARK: Final = MappingProxyType(
    {
        "paper": "#16191b",
        "surface": "#1f2426",
        "ink": "#edeae3",
        "ink-soft": "#b5b0a6",
        "rule": "#3b4043",
        "line": "#7f7b73",
        "land": "#2b3033",
        "land-host": "#3a4c53",
        "accent": "#8cc6d8",
        "bar": "#4f8699",
        "bar-light": "#2d4a55",
        "danger": "#ff9d90",
        "standing-established": "#d9f0f6",
        "standing-corroborated": "#a3cfdd",
        "standing-reported": "#74a9bb",
        "standing-alleged": "#4f8193",
        "standing-contested": "#375e6d",
        "standing-retracted": "#27434e",
        "standing-refuted": "#16191b",
    }
)

TOKENS: Final[Mapping[Theme, Mapping[str, str]]] = MappingProxyType(
    {"light": _LIGHT, "dark": _DARK}
)
