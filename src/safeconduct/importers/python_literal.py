"""Texts that Python wrote of its own values: dictionaries, lists, and instants of `datetime`.

It depends on the strict reader of JSON; nothing is ever run.
Safety: `eval` would run what a stranger wrote, and the library's own reader of literals refuses
instants and falls over depth. A further word of Python is one more line in `_LiteralReader`.
"""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, ClassVar, Final

from safeconduct.importers.strict_json import BrokenText, StrictReader

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.importers.strict_json import Json

_STRING: Final = re.compile(r"""'[^'\\\n]*(?:\\.[^'\\\n]*)*'|"[^"\\\n]*(?:\\.[^"\\\n]*)*\"""")
_INSTANT: Final = re.compile(
    r"datetime\.datetime\(([0-9]{4}), ([0-9]{1,2}), ([0-9]{1,2})[0-9, ]{0,40}"
    r"(?:, ?tzinfo=[A-Za-z_.]{1,40}(?:\(\))?)?\)"
)


def read_literal(text: str) -> Json:
    """Read a text that Python wrote of a value.

    Raises:
        BrokenText: it is none, or one that is endless or says one thing twice.
    """
    reader = _LiteralReader(text)
    value = reader.value("", depth=0)
    reader.skip()
    if reader.place < len(text):
        raise BrokenText("more text behind the value", "one value of Python", path="")
    return value


class _LiteralReader(StrictReader):
    """The same walk, with the words and quotation marks of Python."""

    quotes: ClassVar[tuple[str, ...]] = ("'", '"')
    words: ClassVar[Mapping[str, bool | None]] = {"True": True, "False": False, "None": None}

    def value(self, path: str, *, depth: int) -> Json:
        """Read a value; an instant is read as its day."""
        self.skip()
        matched = _INSTANT.match(self.text, self.place)
        if matched is None:
            return super().value(path, depth=depth)
        self.place = matched.end()
        return f"{matched[1]}-{matched[2]:0>2}-{matched[3]:0>2}"

    def string(self, path: str) -> str:
        """Read a text between either quotation marks."""
        matched = _STRING.match(self.text, self.place)
        try:
            read = ast.literal_eval(matched[0]) if matched else None
        except (SyntaxError, ValueError):
            read = None
        if matched is None or not isinstance(read, str):
            raise BrokenText("what is no value of Python", "a text that ends", path=path)
        self.place = matched.end()
        return read
