"""One line of an exposure: what is open, what protects, what happened, or what is not known.

It depends on the citation of the vocabulary only.
Every line carries its source; a new property of all lines is one more field here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.vocabulary import Citation

OPEN: Final = "open"
PROTECTS: Final = "protects"
HAPPENED: Final = "happened"
UNKNOWN: Final = "unknown"


def _no_words() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherLine:
    """A line that says otherwise: its id, and how it begins."""

    id: str
    text: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExposureLine:
    """One line; texts are by language.

    instrument: an id of the vocabulary; empty where the line rests on none.
    doubts: what makes it uncertain that the line holds on the day.
    source_state: a locator state of the vocabulary. contradicts: ids of lines that say otherwise.
    contradicted_by: the same lines, as short as they can be quoted.
    """

    id: str
    part: str
    text: Mapping[str, str]
    source: Citation
    instrument: str = ""
    article: str = ""
    condition: Mapping[str, str] = field(default_factory=_no_words)
    enforced_by: Mapping[str, str] = field(default_factory=_no_words)
    how: Mapping[str, str] = field(default_factory=_no_words)
    techniques: tuple[str, ...] = ()
    doubts: tuple[Mapping[str, str], ...] = ()
    source_state: str = "located"
    is_weak: bool = False
    since: str = ""
    until: str = ""
    contradicts: tuple[str, ...] = ()
    contradicted_by: tuple[OtherLine, ...] = ()

    @property
    def quoted(self) -> OtherLine:
        """The line as another one quotes it: by its first sentence."""
        return OtherLine(
            id=self.id,
            text=MappingProxyType(
                {language: _first_sentence(text) for language, text in self.text.items()}
            ),
        )

    def answers(self, technique: str | None) -> bool:
        """Tell whether the line concerns a technique; one that names none concerns every one."""
        return technique is None or not self.techniques or technique in self.techniques


def _first_sentence(text: str) -> str:
    first, _, rest = text.partition(". ")
    return f"{first}." if rest else text
