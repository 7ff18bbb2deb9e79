"""One foreign cell: a text of another tool becomes the text of a cell of ours, or is refused.

It depends on the mapping, on the vocabulary and on the columns of the record.
A further way to read is one more function in `_READ`; nothing here guesses: a word that neither the
mapping nor the vocabulary knows is a problem.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.importers.mapping import TARGETS
from safeconduct.record.columns import UnreadableCell
from safeconduct.vocabulary import LANGUAGES, territory

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from safeconduct.importers.mapping import MappedColumn
    from safeconduct.record.columns import Column

_PARTS: Final = re.compile(r"([0-9]{1,4})[./ -]([0-9]{1,2})[./ -]([0-9]{1,4})")
_INSTANT: Final = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9:.,]{4,20}(?:Z|[+-][0-9:]{2,6})?"
)
_EPOCH: Final = re.compile(r"[0-9]{1,11}")
_YEAR: Final = 4  # digits
_HOW: Final = "Give it a meaning under `values` of this column in the mapping."


def cell_text(text: str, column: MappedColumn, *, target: str) -> str:
    """The text that a cell of the record holds for a text of a foreign cell; "" says nothing.

    Raises:
        UnreadableCell: neither the mapping nor the vocabulary knows what it means.
    """
    meant = column.values.get(text.casefold())
    if meant is not None:
        return meant
    kept = TARGETS.get(target)
    if kept is None:
        return _READ[column.read](text)
    if kept.kind == "term":
        return _term(text, kept, by_label=column.read == "label")
    if kept.kind in ("state", "place"):
        return _territory(text, kept)
    if kept.kind == "date" and column.between and column.between in text:
        first, _, last = text.partition(column.between)
        begin, end = (_READ[column.read](part.strip()) for part in (first, last))
        return begin if begin == end else f"{begin or '..'}/{end or '..'}"
    return _READ[column.read](text)


def _term(text: str, kept: Column, *, by_label: bool) -> str:
    if text in vocabulary.ids(kept.terms):
        return text
    found = _labels(kept.terms).get(text.casefold()) if by_label else None
    if found is None:
        # Safety: the word itself may be a name in the wrong column, so it is not repeated.
        found_kind = "a word that the mapping gives no meaning"
        raise UnreadableCell(found_kind, kept.allowed, hint=_HOW)
    return found


@cache
def _labels(terms: str) -> Mapping[str, str]:
    return {
        term.label_in(language).casefold(): identifier
        for identifier, term in vocabulary.terms(terms).items()
        for language in LANGUAGES
    }


def _territory(text: str, kept: Column) -> str:
    state, slash, locality = text.partition("/")
    code = territory.find(state)
    if code is None:
        raise UnreadableCell("what is no territory by code or name", kept.allowed, hint=_HOW)
    return f"{code}{slash}{locality}" if kept.kind == "place" else code + slash + locality


def _as_it_is(text: str) -> str:
    return text


def _link(text: str) -> str:
    """The address of `label|address`."""
    return text.rpartition("|")[2].strip()


def _instant(text: str) -> str:
    """The day of an instant, as the source wrote it; a day alone is left as it is."""
    matched = _INSTANT.fullmatch(text)
    return matched[1] if matched else text


def _epoch(text: str) -> str:
    """The day of a number of seconds since 1970, by UTC."""
    if not _EPOCH.fullmatch(text):
        raise UnreadableCell("what is no number of seconds", "whole seconds since 1970")
    return datetime.fromtimestamp(int(text), tz=UTC).date().isoformat()


def _in_order(order: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        matched = _PARTS.fullmatch(text)
        if matched is None:
            # Years and months alone have no order.
            return text
        found = dict(zip(order.split("-"), matched.groups(), strict=True))
        if len(found["year"]) != _YEAR:
            raise UnreadableCell("a date of another order", f"dates as {order}")
        return f"{found['year']}-{found['month']:0>2}-{found['day']:0>2}"

    return read


_READ: Final[Mapping[str, Callable[[str], str]]] = MappingProxyType(
    {
        "": _as_it_is,
        "label": _as_it_is,
        "link": _link,
        "instant": _instant,
        "epoch": _epoch,
        **{
            order: _in_order(order)
            for order in ("day-month-year", "month-day-year", "year-month-day")
        },
    }
)
