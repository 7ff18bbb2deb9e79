"""Three lists in two alphabets give the capture counts of linking in the clear on the same keys.

It depends on the invented exile set and on `rounds`.
The same with 10,000 lines a list is part of `benchmarks/overlap.py`.
"""

import pytest

from safeconduct.estimate.capture_history import CaptureHistory
from safeconduct.link.exile_names import exile_set
from safeconduct.link.private.key_choice import choices, chosen
from safeconduct.link.private.key_set import keys_of
from safeconduct.link.private.named_person import NamedPerson, year_of
from tests.link.private.rounds import in_clear, round_of


@pytest.fixture(scope="module")
def lists():
    exiles = exile_set(n_persons=300, seed=5)
    found: dict[str, list[NamedPerson]] = {}
    for each in exiles.persons:
        person = NamedPerson(name=each.name, year=year_of(each.born))
        found.setdefault(each.list_name, []).append(person)
    return list(found.values())


@pytest.mark.parametrize("key", choices())
def test_the_masked_counts_are_those_of_linking_in_the_clear(lists, key):
    sets = [set(keys_of(people, choice=chosen(key)).keys) for people in lists]

    terms, counts, _, _ = round_of(sets)

    assert counts == in_clear(sets)
    assert len(terms.lists) == 3


def test_the_counts_are_what_an_estimate_reads(lists):
    sets = [set(keys_of(people, choice=chosen("unordered-year")).keys) for people in lists]
    terms, counts, _, _ = round_of(sets)
    columns = {name: [code >> at & 1 for code in counts] for at, name in enumerate(terms.names)}

    history = CaptureHistory.from_patterns(columns | {"count": list(counts.values())})

    assert history.counts.sum() == len(set().union(*sets))
