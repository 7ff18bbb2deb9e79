"""Titles of sources that are no work: general knowledge, said in the language of the reader.

It depends on the wording of the vocabulary alone.
A further kind of knowledge is one more line of `_TITLES`; a title with a work in it keeps the work.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_TITLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "general knowledge of practice": "общие сведения о практике",
        "general knowledge, read in no source": "общие сведения, источник не читали",
        "general legal practice": "общая юридическая практика",
        "general medical practice": "общая медицинская практика",
        "general practice against identity theft": "общая практика защиты от кражи личности",
        "general protection practice": "общая практика защиты",
    }
)


def title_in(title: str, language: str) -> str:
    """Say the title of a source; what is general knowledge in Russian, a work as it is called."""
    if not language.startswith("ru"):
        return title
    parts = [_TITLES.get(part.casefold(), part) for part in title.split("; ")]
    said = "; ".join(parts)
    return said[:1].upper() + said[1:] if said != title else title
