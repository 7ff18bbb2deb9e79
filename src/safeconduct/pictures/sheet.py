"""The sheet that a picture is drawn on: language, theme, width, direction and source line.

It depends on the palette's themes and on the words of the picture; one sheet serves every picture
of a page.
A new setting is a field here with a default that changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from safeconduct.errors import InvalidSetting
from safeconduct.pictures.palette import TOKENS, Theme
from safeconduct.pictures.words import ENGLISH, Words

NARROWEST: Final = 280
WIDEST: Final = 1600
# Below this width labels stand above their bars instead of beside them.
_NARROW_BELOW: Final = 520


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """How to draw, as far as it does not depend on the rows.

    `width` is in CSS pixels: 720 reads well on a page, 340 on a phone; `sharpness` is dots of the
    PNG per pixel.
    `titled` is false where the page prints the title above the picture itself.
    """

    words: Words = ENGLISH
    theme: Theme = "light"
    width: int = 720
    right_to_left: bool = False
    titled: bool = True
    source: str = ""
    sharpness: float = 2

    def __post_init__(self) -> None:
        """Refuse a theme or a width that cannot be drawn."""
        if self.theme not in TOKENS:
            raise InvalidSetting("theme", ", ".join(TOKENS))
        if not NARROWEST <= self.width <= WIDEST:
            raise InvalidSetting("width", f"{NARROWEST} to {WIDEST} pixels")
        if not 1 <= self.sharpness <= 4:  # noqa: PLR2004
            raise InvalidSetting("sharpness", "1 to 4 dots a pixel")

    @property
    def narrow(self) -> bool:
        """Whether labels stand above their bars."""
        return self.width < _NARROW_BELOW
