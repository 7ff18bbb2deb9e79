"""nomenklatura's `logic-v2` on pairs of persons, in an environment of its own.

It depends on nomenklatura and followthemoney, which need PyICU; what it reads and prints is JSON.
Every person has an id of its own, since the library keeps what it analysed by id.
"""

import json
import sys

from followthemoney import model
from nomenklatura.matching import get_algorithm
from nomenklatura.matching.types import ScoringConfig


def main() -> int:
    """Read persons and pairs of positions, print the score of each pair."""
    asked = json.load(sys.stdin)
    persons = []
    for at, row in enumerate(asked["persons"]):
        person = model.make_entity("Person")
        person.id = f"person-{at}"
        words = (row["given"], row["patronymic"], row["surname"])
        person.add("name", " ".join(word for word in words if word))
        person.add("lastName", row["surname"])
        person.add("firstName", row["given"])
        if row["born"]:
            person.add("birthDate", row["born"])
        if row["state"]:
            person.add("country", row["state"].lower())
        persons.append(person)
    algorithm, config = get_algorithm("logic-v2"), ScoringConfig.defaults()
    scores = [
        algorithm.compare(persons[left], persons[right], config).score
        for left, right in asked["pairs"]
    ]
    json.dump(scores, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
