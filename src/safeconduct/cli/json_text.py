"""JSON as a verb prints it: UTF-8, indented, keys in the order of the reference.

It depends on the standard library only.
A verb hands over plain values; what is not one is a mistake in the verb.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Json: TypeAlias = "str | int | float | bool | Mapping[str, Json] | Sequence[Json] | None"

# Safety: the JSON standard lets these pass, and a terminal obeys them.
_STEERING: Final = re.compile(r"[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def json_text(value: Json) -> str:
    """Write a value; every character that would steer a terminal is escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
