"""A place to write to that is free: what stands there already is never replaced.

It depends on the errors.
Verbs whose files cannot be made a second time ask here before they do anything.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from safeconduct.errors import Refusal

if TYPE_CHECKING:
    from pathlib import Path


def require_free(path: Path) -> None:
    """Decline a place at which there is something.

    Raises:
        Refusal: there is something, be it a link that leads nowhere.
    """
    if os.path.lexists(path):
        raise Refusal(
            f"to write over {path.name}",
            rule="what this verb writes cannot be made a second time, so that nothing is replaced",
            remedy="Name another place, or move what is there.",
        )
