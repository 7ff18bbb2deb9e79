"""A place to write to that is free: what stands there already is never replaced.

It depends on the errors.
Verbs whose files cannot be made a second time ask here before they do anything.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from safeconduct.errors import Refusal

if TYPE_CHECKING:
    from pathlib import Path

# What the systems allow is 255; endings and the names of halves of files are added to it.
LONGEST: Final = 200


def require_free(path: Path) -> None:
    """Decline a place at which there is something.

    Raises:
        Refusal: there is something, be it a link that leads nowhere; or the name is too long.
    """
    if len(os.fsencode(path.name)) > LONGEST:
        raise Refusal(
            "a file with so long a name",
            rule=f"the name of a file has at most {LONGEST} bytes",
            remedy="Give a shorter name.",
        )
    if os.path.lexists(path):
        raise Refusal(
            f"to write over {path.name}",
            rule="what this verb writes cannot be made a second time, so that nothing is replaced",
            remedy="Name another place, or move what is there.",
        )
