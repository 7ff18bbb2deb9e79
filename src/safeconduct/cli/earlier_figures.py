"""Earlier figures: the JSON of an earlier count, read again to say what changed since.

It depends on the lineage of the figures; the file is taken as input and held to its shape.
A new key that a comparison needs is a field of `_Earlier`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.errors import NotFound, Problem, RejectedRows, Unavailable
from safeconduct.figures.lineage import LEVEL_NAMES, changes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from safeconduct.figures.figure import Figure
    from safeconduct.figures.lineage import Change

_ALLOWED: Final = "what `safeconduct count … --json` printed"


def changes_since(file: Path, figures: tuple[Figure, ...]) -> Mapping[str, Change | None]:
    """What changed by scheme; None for a scheme that cannot be compared.

    It cannot be where the earlier answer lacks it, or one of the two counted too many to list.

    Raises:
        NotFound: there is no such file.
        RejectedRows: the file does not hold an answer of `count`.
    """
    earlier = _read(file)
    return {figure.scheme.id: _change(earlier.get(figure.scheme.id), figure) for figure in figures}


def _change(earlier: _Earlier | None, figure: Figure) -> Change | None:
    if earlier is None or earlier.ids is None or figure.lineage.ids is None:
        return None
    same = earlier.definition == figure.lineage.definition
    return changes(earlier.ids, figure.lineage.ids, same_definition=same)


def _read(file: Path) -> dict[str, _Earlier]:
    try:
        answer = json.loads(file.read_bytes())
    except FileNotFoundError as missing:
        raise NotFound("file of figures", file.name) from missing
    except OSError as cause:
        raise Unavailable(file.name) from cause
    except (ValueError, RecursionError) as broken:
        raise _rejected(file, "what is not JSON") from broken
    figures = answer.get("figures") if isinstance(answer, dict) else None
    if not isinstance(figures, list):
        raise _rejected(file, "JSON without figures")
    read = [_lineage_of(figure) for figure in figures]
    if not all(read):
        raise _rejected(file, "a figure of another shape")
    return {each.scheme: each for each in read if each}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Earlier:
    """What a comparison needs of an earlier figure."""

    scheme: str
    definition: str
    ids: Mapping[str, list[str]] | None


def _lineage_of(figure: object) -> _Earlier | None:
    """Read one figure; None for what is not one."""
    match figure:
        case {
            "scheme": str(scheme),
            "lineage": {"definition": str(definition), "ids": dict() | None as ids},
        } if ids is None or _are_ids(ids):
            return _Earlier(scheme=scheme, definition=definition, ids=ids)
        case _:
            return None


def _are_ids(ids: Mapping[str, object]) -> bool:
    return set(ids) == set(LEVEL_NAMES.values()) and all(
        isinstance(listed, list) and all(isinstance(each, str) for each in listed)
        for listed in ids.values()
    )


def _rejected(file: Path, found: str) -> RejectedRows:
    problem = Problem(file=file.name, row=0, column="", found=found, allowed=_ALLOWED)
    return RejectedRows(file.name, [problem], hint="Keep the output of an earlier count in a file.")
