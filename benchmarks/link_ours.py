"""The package's own linker as a program among rivals: lists in, pairs and clusters out.

It depends on the package; what it reads and prints is JSON, as with the rivals.
It is a process of its own so that its time and memory are counted as theirs are.
"""

import json
import sys

from safeconduct.link.clustering import cluster, line_of
from safeconduct.link.linking import link
from safeconduct.link.listed_person import ListedPerson
from safeconduct.link.names import PersonName
from safeconduct.record.partial_date import parse
from safeconduct.record.place import Place


def main() -> int:
    """Read lines of lists, print pairs with their probability, and the pairs of clusters."""
    asked = json.load(sys.stdin)
    persons = [_listed(row, str(at)) for at, row in enumerate(asked["persons"])]
    linkage = link(persons, duplicate_free=frozenset(asked["duplicate_free"]))
    pairs = linkage.pairs
    ends = zip(pairs.left.tolist(), pairs.right.tolist(), pairs.probabilities.tolist(), strict=True)
    position = {line_of(person): at for at, person in enumerate(persons)}
    together = [
        sorted((position[one], position[other]))
        for lines in cluster(linkage).ledger.clusters()
        for at, one in enumerate(lines)
        for other in lines[at + 1 :]
    ]
    json.dump({"pairs": [list(pair) for pair in ends], "together": together}, sys.stdout)
    return 0


def _listed(row: dict[str, str], identifier: str) -> ListedPerson:
    return ListedPerson(
        list_name=row["list_name"],
        id=identifier,
        name=PersonName(surname=row["surname"], given=row["given"], patronymic=row["patronymic"]),
        born=parse(row["born"]) if row["born"] else None,
        place=Place(row["state"], row["place"]) if row["state"] else None,
        address=row["address"],
        postal_code=row["postal_code"],
        identifier=row["identifier"],
    )


if __name__ == "__main__":
    sys.exit(main())
