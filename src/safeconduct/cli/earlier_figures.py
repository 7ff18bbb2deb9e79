"""Earlier figures: the JSON of an earlier count, read again to say what changed since.

It depends on the lineage of the figures; the file is taken as input and held to its shape.
A new key that a comparison needs is read in `_lineage_of`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from safeconduct.errors import NotFound, Problem, RejectedRows, Unavailable
from safeconduct.figures.lineage import LEVEL_NAMES, changes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from safeconduct.figures.figure import Figure
    from safeconduct.figures.lineage import Change

_ALLOWED: Final = "what `safeconduct count … --json` printed"

Ids = dict[str, list[str]]


def changes_since(file: Path, figures: tuple[Figure, ...]) -> Mapping[str, Change | None]:
    """What changed by scheme; None for a scheme that cannot be compared.

    It cannot be where the earlier answer lacks it, or one of the two counted too many to list.

    Raises:
        NotFound: there is no such file.
        RejectedRows: the file does not hold an answer of `count`.
    """
    earlier = _read(file)
    found: dict[str, Change | None] = {}
    for figure in figures:
        definition, before = earlier.get(figure.scheme.id, ("", None))
        after = figure.lineage.ids
        found[figure.scheme.id] = (
            None
            if before is None or after is None
            else changes(before, after, same_definition=definition == figure.lineage.definition)
        )
    return found


def _read(file: Path) -> dict[str, tuple[str, Ids | None]]:
    try:
        answer = json.loads(file.read_bytes())
    except FileNotFoundError as missing:
        raise NotFound("file of figures", file.name) from missing
    except OSError as cause:
        raise Unavailable(file.name) from cause
    except (ValueError, RecursionError) as broken:
        raise _rejected(file, "what is not JSON") from broken
    try:
        return dict(_lineage_of(figure) for figure in answer["figures"])
    except (KeyError, TypeError, ValueError) as strange:
        raise _rejected(file, "JSON of another shape") from strange


def _lineage_of(figure: Mapping[str, object]) -> tuple[str, tuple[str, Ids | None]]:
    scheme, lineage = figure["scheme"], figure["lineage"]
    if not isinstance(scheme, str) or not isinstance(lineage, dict):
        raise TypeError
    definition, ids = lineage["definition"], lineage["ids"]
    if ids is None:
        return scheme, (definition, None)
    if set(ids) != set(LEVEL_NAMES.values()):
        raise ValueError
    if not all(isinstance(each, str) for listed in ids.values() for each in listed):
        raise TypeError
    return scheme, (definition, ids)


def _rejected(file: Path, found: str) -> RejectedRows:
    problem = Problem(file=file.name, row=0, column="", found=found, allowed=_ALLOWED)
    return RejectedRows(file.name, [problem], hint="Keep the output of an earlier count in a file.")
