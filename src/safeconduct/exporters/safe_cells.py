"""Cells that a spreadsheet may open without running them: a quotation mark before each formula.

It depends on the standard library and on the formula signs of the record.
A cell of a corpus cannot begin like a formula, because columns refuse it; the tables that leave
beside a corpus (counts, findings, the codebook) hold labels and words of others, and go through
here. A further way to hide a formula is one more sign in `_STARTS`.

The rule: where a text, or a line or a part of it behind a tab or a semicolon, begins with a formula
sign, after blanks or without, an apostrophe goes before the sign. Spreadsheets show such a cell as
text. A plain number, negative or not, is left alone. What is left: a program that takes off the
apostrophe again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from safeconduct.record.columns import FORMULA_STARTS

if TYPE_CHECKING:
    from collections.abc import Iterable

_NUMBER: Final = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?%?")
# Tab and semicolon, because a spreadsheet may take either for the end of a cell; the carriage
# return, because it may take it for the end of a row.
_STARTS: Final = re.compile(rf"(^|[\t\r\n;])(\s*)([{re.escape(FORMULA_STARTS)}])")


def safe_cell(text: str) -> str:
    """A text that a spreadsheet shows and does not run."""
    if _NUMBER.fullmatch(text):
        return text
    # Safety: a colleague who opens a table must not run what a stranger wrote into it.
    return _STARTS.sub(r"\1\2'\3", text)


def safe_row(cells: Iterable[str]) -> tuple[str, ...]:
    """A row of such texts."""
    return tuple(map(safe_cell, cells))
