"""What a listed person is compared by: readings and numbers in columns, the same for each engine.

It depends on `names`, `dates`, `places` and `listed_person`; no engine is named here.
A new column is a line of one of the parts below; what compares it is one file in `comparisons/`.

Safety: columns are as personal as names; they stay in memory and reach no log.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np

from safeconduct.link import spelling
from safeconduct.link.dates import born_columns
from safeconduct.link.listed_person import ListedPerson
from safeconduct.link.names import keys
from safeconduct.link.places import place_columns

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy.typing as npt

    from safeconduct.link.names import PersonName

_PART: Final = re.compile(r"\w+")


def columns_of(person: ListedPerson) -> dict[str, str | int | None]:
    """Write one listed person as columns; None where the list says nothing."""
    return {
        **_name_columns(person.name),
        **born_columns(person.born),
        **place_columns(person.place),
        **_paper_columns(person),
    }


def table_of(persons: Sequence[ListedPerson]) -> dict[str, npt.NDArray[np.object_]]:
    """Write listed persons as a table of columns, in their order."""
    names = columns_of(ListedPerson(list_name="", id="nobody"))
    found: dict[str, list[str | int | None]] = {column: [] for column in names}
    for person in persons:
        for column, value in columns_of(person).items():
            found[column].append(value)
    return {column: _array(values) for column, values in found.items()}


def _name_columns(name: PersonName) -> dict[str, str | None]:
    """Write a name; `straight` meets `turned` where surname and given name were exchanged."""
    found = keys(name)
    surname = spelling.read(name.surname)
    given = spelling.read((name.given.split() or [""])[0])
    both = bool(surname.fine and given.fine)
    columns = {
        "surname": found.surname,
        "surname_coarse": found.surname_coarse,
        "surname_letters": "".join(sorted(found.surname)),
        "skeleton": found.skeleton,
        "given": found.given,
        "given_spelling": given.fine,
        "given_letters": "".join(sorted(given.fine)),
        "given_initial": found.given[:1].lower(),
        "father": found.father,
        "straight": f"{surname.fine} {given.fine}" if both else "",
        "turned": f"{given.fine} {surname.fine}" if both else "",
        "couple": " ".join(sorted((surname.skeleton, given.skeleton))) if both else "",
    }
    return {column: value or None for column, value in columns.items()}


def _paper_columns(person: ListedPerson) -> Mapping[str, str | None]:
    identifier = "".join(_PART.findall(person.identifier.casefold()))
    words = sorted(spelling.read(word).fine or word for word in _PART.findall(person.address))
    columns = {
        "address": " ".join(words),
        "postal_code": "".join(_PART.findall(person.postal_code.casefold())),
        "identifier": identifier,
        "identifier_letters": "".join(sorted(identifier)),
    }
    return {column: value or None for column, value in columns.items()}


def _array(values: list[str | int | None]) -> npt.NDArray[np.object_]:
    array = np.empty(len(values), dtype=np.object_)
    array[:] = values
    return array
