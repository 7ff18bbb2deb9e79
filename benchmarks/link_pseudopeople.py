"""Five overlapping lists of invented people with known truth: linked, drawn, counted by pattern.

It depends on the package and on a folder that a stranger makes so:

    python3 -m venv pp && pp/bin/pip install pseudopeople==1.3.1 'setuptools<81'
    pp/bin/python benchmarks/pseudopeople_csv.py pseudopeople-csv
    PSEUDOPEOPLE_FOLDER=pseudopeople-csv python -m benchmarks link_pseudopeople

The W-2 forms hold a person as often as there are jobs, and the other lists hold nobody twice.
"""

import csv
import os
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from safeconduct.errors import InvalidRecord
from safeconduct.link.clustering import line_of
from safeconduct.link.draws import LinkageDraws, draw_linkages
from safeconduct.link.linking import Linkage, link
from safeconduct.link.listed_person import ListedPerson
from safeconduct.link.names import PersonName
from safeconduct.record.partial_date import PartialDate, parse
from safeconduct.record.place import Place

LISTS = ("census", "w2", "1040", "ssa", "surveys")
TWICE = frozenset({"w2"})
DRAWS = 200
CLOSE = 0.03


def lines() -> list[str]:
    """Link the five lists and hold every count of a pattern against the true one."""
    folder = os.environ.get("PSEUDOPEOPLE_FOLDER")
    if not folder:
        raise SystemExit("PSEUDOPEOPLE_FOLDER has to name what benchmarks/pseudopeople_csv.py made.")
    persons, who = read(Path(folder))
    begun = time.process_time()
    linkage = link(persons, duplicate_free=frozenset(LISTS) - TWICE)
    linked = time.process_time() - begun
    drawn = draw_linkages(linkage, lists=LISTS, n_draws=DRAWS)
    both = time.process_time() - begun
    rows, fits = against(drawn, patterns(persons, who))
    return rows


def read(folder: Path) -> tuple[list[ListedPerson], list[str]]:
    """Read the lists, and who each line is."""
    persons, who = [], []
    for name in LISTS:
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                persons.append(_listed(name, row))
                who.append(row["person"])
    return persons, who


def _listed(name: str, row: dict[str, str]) -> ListedPerson:
    return ListedPerson(
        list_name=name,
        id=row["id"],
        name=PersonName(surname=row["surname"], given=row["given"], patronymic=row["middle"]),
        born=_born(row["born"]),
        place=Place("US", row["city"].strip()),
        address=row["address"],
        postal_code=row["postal_code"],
        identifier=row["ssn"],
    )


def _born(text: str) -> PartialDate | None:
    try:
        return parse(text) if text else None
    except InvalidRecord:
        return None


def patterns(persons: Sequence[ListedPerson], who: Sequence[str]) -> Counter[int]:
    """Count the people on each set of lists, in truth."""
    on: dict[str, int] = {}
    for person, one in zip(persons, who, strict=True):
        on[one] = on.get(one, 0) | 1 << LISTS.index(person.list_name)
    return Counter(on.values())
