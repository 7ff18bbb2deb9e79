"""What never leaves with a format of another tool, column by column, each with its reason.

It depends on the tables of the record.
A column that is kept back is one line in `KEPT_BACK`; every format takes the line over, and the
conformance test plants a word in each such cell and looks for it in what was written.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_FOR_CODERS: Final = "written by coders for later coders of the house"

# What a place gives up is decided for all formats in `publish.whereabouts`.
# Safety: whom a cell could lead to, or who could be blamed for it, does not travel.
KEPT_BACK: Final[Mapping[str, str]] = MappingProxyType(
    {
        "sources.note": _FOR_CODERS,
        "sources.reliability_reason": _FOR_CODERS,
        "sources.voice_reason": _FOR_CODERS,
        "statements.original_wording": "a quotation, which may name somebody",
        "statements.setting": "it tells where a person can be found",
        "incidents.note": _FOR_CODERS,
        "reported_figures.note": _FOR_CODERS,
        "decisions.decided_by": "the name of a colleague",
    }
)


def leaves(table: str, column: str) -> bool:
    """Whether a column may leave at all."""
    return f"{table}.{column}" not in KEPT_BACK
