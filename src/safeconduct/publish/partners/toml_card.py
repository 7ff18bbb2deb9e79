"""A small file of texts that people write by hand and exchange: read whole or refused whole.

It depends on TOML of the standard library.
A further kind of card names its fields to `read_card`.
"""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Final

from safeconduct.errors import InvalidRecord

if TYPE_CHECKING:
    from collections.abc import Mapping

# It becomes a part of names of files, which no system lets be longer than 255 bytes.
IDENTIFIER: Final = re.compile(r"(?=.{1,60}\Z)[a-z0-9]+(-[a-z0-9]+)*")
Card = dict[str, str | tuple[str, ...]]


def read_card(octets: bytes, *, record: str, fields: Mapping[str, bool]) -> Card:
    """Read a card; `fields` says of each field whether it is a list of texts.

    Raises:
        InvalidRecord: it is no such card.
    """
    try:
        table = tomllib.loads(octets.decode())
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError):
        raise InvalidRecord(record, [("file", "is not TOML in UTF-8")]) from None
    problems = [(name, "is not known") for name in sorted(set(table) - set(fields))]
    found: Card = {}
    for name, is_list in fields.items():
        value = table.get(name)
        if is_list and isinstance(value, list) and all(isinstance(one, str) for one in value):
            found[name] = tuple(value)
        elif not is_list and isinstance(value, str):
            found[name] = value
        else:
            problems.append((name, "is not a list of texts" if is_list else "is not a text"))
    if problems:
        raise InvalidRecord(record, problems)
    return found
