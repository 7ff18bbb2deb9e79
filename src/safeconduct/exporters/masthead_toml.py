"""The masthead as `corpus.toml`, which the TOML reader of the standard library reads back.

It depends on the record and on the standard library.
A corpus file holds texts, one list and one table of lists, and nothing else of TOML: a text of TOML
is a text of JSON as long as it holds no DELETE character, which no column admits, so a template is
enough and no library is taken in for it. A new setting is a line in `safeconduct.record.layout`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from safeconduct.record.layout import SETTINGS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from safeconduct.record.corpus import Masthead


def as_toml(masthead: Masthead) -> str:
    """Write a masthead; the same text for the same masthead, whatever the order of its aliases."""
    lines = [f"{name} = {_text(getattr(masthead, name))}" for name in SETTINGS]
    lines.append(f"ignored_columns = {_list(masthead.ignored_columns)}")
    lines += ["", "# The name that stands for a publisher, and its other names.", "[aliases]"]
    others: dict[str, list[str]] = {}
    for other, canonical in sorted(masthead.aliases.items()):
        others.setdefault(canonical, []).append(other)
    lines += [f"{_text(canonical)} = {_list(others[canonical])}" for canonical in sorted(others)]
    return "\n".join(lines) + "\n"


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _list(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(_text, texts))}]"
