"""R7: whoever reads everything. Names, dates and numbers left in a text, a picture or a property.

It depends on the release linter.
Every file of the bundle is searched for what must not leave; there is no hit that is small enough.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.publish.breach import Breach
from safeconduct.publish.linter.forbidden import of_lines
from safeconduct.publish.linter.search import lint

if TYPE_CHECKING:
    from safeconduct.publish.breach import Context
    from safeconduct.publish.release import Release

NAME: Final = "R7"
PLAIN: Final = MappingProxyType(
    {
        "en": "Reads every file, picture, archive and property for what was not allowed out.",
        "ru": "Читает каждый файл, снимок, архив и свойство в поисках того, что не должно выйти.",
    }
)
REMEDY: Final = "Take it out of that place, or the file out of the release."


def attack(release: Release, context: Context) -> tuple[Breach, ...]:
    """Search the bundle for the lines of the never-file, and for values of the corpus."""
    del release
    hits = lint(context.bundle, (*context.forbidden, *of_lines(context.never)))
    return tuple(
        Breach(
            attack=NAME,
            table=hit.file,
            cell=(hit.place,) if hit.place else (),
            found=hit.found,
            remedy=REMEDY,
        )
        for hit in hits
    )
