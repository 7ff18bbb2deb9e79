"""Relatives who share a home are set apart from one person's lines, without a label.

It depends on `linking` and on two invented lists of households, of whose people each list has some.
Who is who is known here, because the households are made here.
"""

from dataclasses import replace

import numpy as np

from safeconduct.link.linking import link
from safeconduct.link.listed_person import ListedPerson
from safeconduct.link.names import PersonName
from safeconduct.record.partial_date import parse

GIVEN = ("Anna", "Boris", "Vera", "Gleb", "Daria", "Yegor", "Zoya", "Ivan", "Kira", "Lev")
SYLLABLES = [a + b for a in "bdfgklmnprst" for b in "aeiou"]


def households(n_households=150, seed=3):
    """Four people in a home, on two lists, of which one knows no dates of birth."""
    dice = np.random.default_rng(seed)
    persons, who = [], []
    for home in range(n_households):
        surname = "".join(dice.choice(SYLLABLES, 3)).capitalize()
        street = "".join(dice.choice(SYLLABLES, 4))
        for member, given in enumerate(dice.choice(GIVEN, 4, replace=False).tolist()):
            day = f"{dice.integers(1940, 2000)}-{dice.integers(1, 13):02}-{dice.integers(1, 29):02}"
            one = ListedPerson(
                list_name="",
                id=f"{home}-{member}",
                name=PersonName(surname=surname, given=given),
                born=parse(day),
                address=f"{street} {home}",
            )
            for name in ("one", "other"):
                if dice.random() < 0.7:
                    born = one.born if name == "one" else None
                    persons.append(replace(one, list_name=name, born=born))
                    who.append((home, member))
    return persons, who


def false_and_missed():
    persons, who = households()
    pairs = link(persons, duplicate_free=frozenset({"one", "other"})).pairs
    likely = pairs.only(pairs.probabilities >= 0.5)
    found = list(zip(likely.left.tolist(), likely.right.tolist(), strict=True))
    right = sum(who[left] == who[right] for left, right in found)
    same = len(who) - len(set(who))
    return len(found) - right, same - right


def test_people_of_one_home_are_not_taken_for_one_person():
    false, missed = false_and_missed()

    # Without relatives in the model 869 false pairs come in; without a home as a sign of a sure
    # match, training never begins, and all 296 true pairs are missed.
    assert false <= 10
    assert missed <= 60
