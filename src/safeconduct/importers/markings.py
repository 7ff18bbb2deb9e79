"""Markings: how far the file of another tool says that what is in it may go.

It depends on the audiences of the record; the Traffic Light Protocol is read in STIX and MISP.
A further way to write a label is one more line in `_words`, a further mark one in `_MARKS`.

Safety: the narrowest label anywhere in a file holds for all of it, and a label that is not known is
the narrowest of all.

Sources: TLP 2.0, https://www.first.org/tlp/; the marks of STIX 2.1, section 7.2.1.4, and of the
TLP 2.0 extension of OASIS.
"""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.errors import Refusal
from safeconduct.record.permission import AUDIENCES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from safeconduct.record.corpus import Masthead

FORMS: Final = frozenset({"stix", "misp"})
_AUDIENCE: Final[Mapping[str, str]] = MappingProxyType(
    {"white": "clear", "amber+strict": "amber-strict", **{each: each for each in AUDIENCES}}
)
_MARK: Final = "marking-definition--"
_MARKS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "94868c89-83c2-464b-929b-a1a8aa3c8487": "clear",
        "bab4a63c-aed9-4cf5-a766-dfca5abac2bb": "green",
        "55d920b0-5e8b-4f79-9ee9-91f868d9b421": "amber",
        "939a9414-2ddd-4d32-a0cd-375ea402b003": "amber-strict",
        "e828b379-4e03-4974-9ac4-e53a884c97c1": "red",
        "613f2e26-407d-48c7-9eca-b8e91df99dc9": "clear",
        "34098fce-860f-48ae-8e50-ebd3cc5e41da": "green",
        "f88d31f6-486f-44da-b317-01333bde0b82": "amber",
        "5e57c739-391a-4eb3-b6be-7d15ca92d5ed": "red",
    }
)


def narrowest(octets: bytes, form: str) -> str:
    """The narrowest audience that a file names; "" where it names none, or its form has none."""
    if form not in FORMS:
        return ""
    found = set(_words("", json.loads(octets.decode("utf-8-sig"))))
    return next((each for each in AUDIENCES if each in found), "")


def require_no_wider(masthead: Masthead, *, audience: str) -> None:
    """Decline to take a file into a corpus that may go further than the file may.

    Raises:
        Refusal: the corpus has a wider audience; a blank one is nobody, and takes in anything.
    """
    widest = masthead.may_go_to
    if audience and widest in AUDIENCES and AUDIENCES.index(widest) > AUDIENCES.index(audience):
        raise Refusal(
            f"to take a file for {audience} into a corpus that may go to {widest}",
            rule="what comes in goes no further than its source says",
            remedy=f'Write may_go_to = "{audience}" into corpus.toml first, or ask the source.',
        )


def _words(key: str, read: object) -> Iterator[str]:
    """Every audience that is named in a document, at any depth."""
    if isinstance(read, dict):
        for name, value in read.items():
            yield from _words(name, value)
    elif isinstance(read, list):
        for each in read:
            yield from _words(key, each)
    elif isinstance(read, str):
        text = read.strip().casefold()
        if text.startswith("tlp:") or key in ("tlp", "tlp_2_0"):
            yield _AUDIENCE.get(text.removeprefix("tlp:").strip(), AUDIENCES[0])
        elif text.startswith(_MARK) and text.removeprefix(_MARK) in _MARKS and key != "id":
            yield _MARKS[text.removeprefix(_MARK)]
