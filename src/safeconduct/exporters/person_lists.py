"""Lists of persons as CSV, in the form in which `importers.person_lists` reads them.

It depends on `link` for a listed person; invented lists are written with it, and no real ones.
A further column of a list is one more name in `_COLUMNS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.errors import InvalidSetting, Unavailable
from safeconduct.link.clustering import line_of
from safeconduct.link.csv_rows import csv_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from safeconduct.link.exile_names import ExileSet
    from safeconduct.link.listed_person import ListedPerson

LABELS: Final = "same.txt"
_COLUMNS: Final = ("id", "surname", "given", "patronymic", "born", "place")


def write_invented(invented: ExileSet, folder: Path) -> dict[str, int]:
    """Write a file for each list, and the pairs that mean one person; return the rows of each.

    Raises:
        InvalidSetting: there is something in the folder.
        Unavailable: it cannot be made or written.
    """
    by_list: dict[str, list[ListedPerson]] = {}
    for person in invented.persons:
        by_list.setdefault(person.list_name, []).append(person)
    texts = {f"{name}.csv": _list(persons) for name, persons in by_list.items()}
    texts[LABELS] = _labels(invented)
    try:
        if folder.exists() and any(folder.iterdir()):
            raise InvalidSetting("folder", "a new folder, or an empty one")
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8", newline="")
    except OSError as cause:
        raise Unavailable(folder.name, hint="Check that the folder can be made.") from cause
    return {name: text.count("\n") - 1 for name, text in texts.items()}


def _list(persons: Sequence[ListedPerson]) -> str:
    rows = (
        (
            person.id,
            person.name.surname,
            person.name.given,
            person.name.patronymic,
            "" if person.born is None else str(person.born),
            "" if person.place is None else str(person.place),
        )
        for person in persons
    )
    return csv_text(_COLUMNS, rows)


def _labels(invented: ExileSet) -> str:
    pairs = (
        sorted(line_of(invented.persons[at]) for at in pair)
        for pair in sorted(invented.same_pairs())
    )
    rows = ((*left, *right, "yes") for left, right in pairs)
    return csv_text(("left_list", "left_id", "right_list", "right_id", "judgement"), rows)
