"""What must not be kept about a person, known by the heading of its column or by its own shape.

It depends on the words of `unkept_words.toml` and on the reading of texts and shapes beside it.
A further word is one more in that file; a further shape is one more line in `unkept_shapes`.

Safety: what is found here is dropped while it is read. It is counted by kind and column, and its
value goes into no record, message or log.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Final

from safeconduct.importers.plain_sight import seen_alike
from safeconduct.importers.unkept_shapes import is_address_alone, shapes
from safeconduct.importers.unkept_words import KINDS, look_alikes, pattern_of, words

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["KINDS", "kind_of_heading", "without_unkept"]

_WEB: Final = re.compile(r"\b(?:url|web|website|link|source|archive)\b")
_HUMP: Final = re.compile(r"(?<=[a-zа-я0-9])(?=[A-ZА-Я])|(?<=[^\W\d_])(?=\d)")
_LETTERS: Final = re.compile(r"\b\w(?: \w\b)+")
_FIGURE: Final = re.compile(r"[0-9]")
_MARK: Final = re.compile(r"\[[a-z ]+ not kept\]")


@cache
def kind_of_heading(heading: str) -> str:
    """The kind of what a column of this heading holds of a person, "" where it may be kept."""
    forms = {
        _plain(alike.text)
        for written in (heading, _HUMP.sub(" ", heading))
        for alike in seen_alike(written, alike=look_alikes())
    }
    # D.O.B. and DOB.
    forms |= {_LETTERS.sub(lambda found: found[0].replace(" ", ""), form) for form in forms}
    for kind in KINDS:
        anywhere, alone = _headings(kind)
        if any(
            (anywhere.search(form) or alone.fullmatch(form.rstrip(" 0123456789")))
            and not (kind == "address" and _WEB.search(form))
            for form in forms
        ):
            return kind
    return ""


def without_unkept(text: str) -> tuple[str, Mapping[str, int]]:
    """A running text without what must not be kept, and how often each kind was found in it."""
    # The address of a page is the locator of a source.
    spans = [] if is_address_alone(text) else _spans(text)
    for start, end, kind in sorted(spans, reverse=True):
        text = f"{text[:start]}[{kind} not kept]{text[end:]}"
    return text, Counter(kind for *_, kind in spans)


def _spans(text: str) -> list[tuple[int, int, str]]:
    """What stands where in a text, in whatever alphabet; what was taken out is not found."""
    taken = [found.span() for found in _MARK.finditer(text)]
    spans: list[tuple[int, int, str]] = []
    alikes = [*seen_alike(text, alike=look_alikes())]
    # Most texts hold no figure, and then most shapes need not be looked for.
    has_figures = _FIGURE.search(alikes[0].text) is not None
    for kind, shape in shapes():
        if not has_figures and kind not in ("email", "account"):
            continue
        for alike in alikes:
            for found in shape.finditer(alike.text):
                start, end = alike.span(*found.span())
                if all(end <= first or last <= start for first, last in taken):
                    spans.append((start, end, kind))
                    taken.append((start, end))
    return spans


@cache
def _headings(kind: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    anywhere = pattern_of(words(kind, "headings"), between=r" ?")
    alone = pattern_of(words(kind, "alone"), between=" ") if words(kind, "alone") else "(?!)"
    return re.compile(rf"\b(?:{anywhere})\b"), re.compile(alone)


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", text).split())
