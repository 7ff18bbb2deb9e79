"""Five overlapping lists of invented people with known truth: linked, drawn, counted by pattern.

It depends on the package and on a folder that a stranger makes so:

    python3 -m venv pp && pp/bin/pip install pseudopeople==1.3.1 'setuptools<81'
    pp/bin/python benchmarks/pseudopeople_csv.py pseudopeople-csv
    PSEUDOPEOPLE_FOLDER=pseudopeople-csv python -m benchmarks link_pseudopeople

The W-2 forms hold a person as often as there are jobs, and the other lists hold nobody twice.
"""

import csv
import itertools
import os
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.link import f1, likely
from safeconduct.errors import InvalidRecord
from safeconduct.link.draws import LinkageDraws, draw_linkages
from safeconduct.link.exile_names import exile_set
from safeconduct.link.linking import link
from safeconduct.link.listed_person import ListedPerson
from safeconduct.link.names import PersonName
from safeconduct.link.reliability import reliability
from safeconduct.record.partial_date import PartialDate, parse
from safeconduct.record.place import Place

LISTS = ("census", "w2", "1040", "ssa", "surveys")
TWICE = frozenset({"w2"})
DRAWS = 200
CLOSE = 0.03
EXILES = 1_000
EXILE_SEEDS = (1, 2, 3, 4, 5, 6)
UNLIKELY = 0.05


def lines() -> list[str]:
    """Link the five lists and hold every count of a pattern against the true one."""
    folder = os.environ.get("PSEUDOPEOPLE_FOLDER")
    if not folder:
        raise SystemExit("PSEUDOPEOPLE_FOLDER has to name what pseudopeople_csv.py made.")
    persons, who = read(Path(folder))
    begun = time.process_time()
    linkage = link(persons, duplicate_free=frozenset(LISTS) - TWICE)
    linked = time.process_time() - begun
    drawn = draw_linkages(linkage, lists=LISTS, n_draws=DRAWS)
    both = time.process_time() - begun
    same, found = pairs_of(who), likely(linkage)
    right = len(found & same)
    true = patterns(persons, who)
    rows = [against(code, drawn, true=true[code]) for code in range(1, 1 << len(LISTS))]
    low, middle, high = np.quantile(drawn.counts.sum(axis=1), (0.025, 0.5, 0.975))
    return [
        "## Five lists with known people, linked without labels",
        "",
        (
            "The sample of pseudopeople 1.3.1 with its own noise (seed 1): census, W-2, 1040, "
            "social security, and both surveys as one list. W-2 may hold a person often. "
            f"{len(persons):,} lines linked in {linked:.0f} s CPU, {DRAWS} linkages drawn in "
            f"{both - linked:.0f} s more."
        ),
        "",
        (
            f"Pairs at 0.5: precision {right / len(found):.4f}, recall {right / len(same):.4f}, "
            f"F1 {f1(found, same):.4f}. People on the lists: {sum(true.values()):,} in truth, "
            f"{middle:,.0f} ({low:,.0f} to {high:,.0f}) in the draws. A pattern fits where the "
            "median of the draws is within 3 % of the truth, or their 95 % range holds it: "
            f"{sum(fits for _, fits in rows)} of {len(rows)} fit."
        ),
        "",
        "| lists | truth | draws | 95 % range | fits |",
        "| --- | --- | --- | --- | --- |",
        *(text for text, _ in rows),
        "",
        *exiles(),
    ]


def pairs_of(who: Sequence[str]) -> set[tuple[int, int]]:
    """Return every pair of lines that means one person."""
    at: dict[str, list[int]] = {}
    for number, one in enumerate(who):
        at.setdefault(one, []).append(number)
    return {pair for numbers in at.values() for pair in itertools.combinations(numbers, 2)}


def against(code: int, drawn: LinkageDraws, *, true: int) -> tuple[str, bool]:
    """Hold the draws of one pattern against the truth."""
    low, middle, high = np.quantile(drawn.counts[:, code], (0.025, 0.5, 0.975))
    fits = abs(middle - true) <= CLOSE * true or low <= true <= high
    name = " + ".join(one for bit, one in enumerate(LISTS) if code >> bit & 1)
    text = f"| {name} | {true:,} | {middle:,.0f} | {low:,.0f} to {high:,.0f} |"
    return f"{text} {'yes' if fits else '**no**'} |", bool(fits)


def exiles() -> list[str]:
    """Draw linkages of invented exiles of several seeds, and count the people in them."""
    rows = []
    for seed in EXILE_SEEDS:
        made = exile_set(n_persons=EXILES, seed=seed)
        free = frozenset(one.list_name for one in made.persons)
        linkage = link(made.persons, duplicate_free=free)
        drawn = draw_linkages(linkage, n_draws=DRAWS)
        low, middle, high = np.quantile(drawn.counts.sum(axis=1), (0.025, 0.5, 0.975))
        pairs = linkage.pairs
        unlikely = pairs.only(pairs.probabilities >= UNLIKELY)
        weighed = set(zip(unlikely.left.tolist(), unlikely.right.tolist(), strict=True))
        true = len(set(made.who.tolist()))
        rows.append(
            f"| {seed} | {true:,} | {middle:,.0f} ({low:,.0f} to {high:,.0f}) | "
            f"{middle / true - 1:+.1%} | {len(made.same_pairs() - weighed)} of "
            f"{len(made.same_pairs())} | {', '.join(reliability(linkage, drawn).reasons) or '–'} |"
        )
    return [
        (
            f"The same of {EXILES:,} invented exiles a seed. Draws miss where the linker saw "
            f"nothing: true pairs that no block held or that weigh below {UNLIKELY} are in no "
            "draw, and `link` warns by name that pairs have to be checked."
        ),
        "",
        "| seed | people in truth | in the draws | off by | true pairs out of sight | warned of |",
        "| --- | --- | --- | --- | --- | --- |",
        *rows,
    ]


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
