"""Catalogues: the messages of one language, read from a gettext file at build time.

It depends on Babel and on the standard library's gettext. A language is a folder
`locale/<language>/messages.po`, read as it is, so that nothing has to be compiled or committed
twice. English stands in the source; its file only puts better what code had to put short.
"""

from __future__ import annotations

import gettext
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from safeconduct.errors import InvalidSetting

if TYPE_CHECKING:
    from collections.abc import Sequence

FOLDER: Final = Path(__file__).parent / "locale"
SOURCE_LANGUAGE: Final = "en"
# In which a site is written unless others are asked for.
LANGUAGES: Final = ("en", "ru")


def languages() -> tuple[str, ...]:
    """The languages in which a report can be written, that of the source first."""
    translated = sorted(path.parent.name for path in FOLDER.glob("*/messages.po"))
    return (SOURCE_LANGUAGE, *(name for name in translated if name != SOURCE_LANGUAGE))


def checked(asked: Sequence[str]) -> tuple[str, ...]:
    """The languages asked for, each once.

    Raises:
        InvalidSetting: none is asked for, or one that nobody has translated.
    """
    wanted = tuple(dict.fromkeys(asked))
    if not wanted or not set(wanted) <= set(languages()):
        raise InvalidSetting("languages", ", ".join(languages()))
    return wanted


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The messages of a language.

    Raises:
        InvalidSetting: nobody has translated the report into that language.
    """
    if language not in languages():
        raise InvalidSetting("languages", ", ".join(languages()))
    compiled = BytesIO()
    with (FOLDER / language / "messages.po").open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
