"""Incidents hold their name, their kind and their links, and refuse to be linked to themselves.

It depends on the record only.
A rule between the columns of an incident is a new row here.
"""

import pytest

from safeconduct.errors import InvalidRecord
from tests.record.cast import incident


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"responds_to": ("i2",)}, "responds_to"),
        ({"kind": "response", "responds_to": ("i1",)}, "responds_to"),
        ({"kind": "pattern", "overlaps": ("i2", "i1")}, "overlaps"),
        ({"same_person_as": ("i1",)}, "same_person_as"),
        ({"kind": "rumour"}, "kind"),
        ({"label": ""}, "label"),
        ({"instruments": ("no-such-law",)}, "instruments"),
    ],
)
def test_an_incident_that_contradicts_itself_is_refused(cells, problem):
    with pytest.raises(InvalidRecord) as refused:
        incident(**cells)

    assert refused.value.record == "incident"
    assert [field for field, _ in refused.value.problems] == [problem]


def test_a_response_names_what_it_answers():
    assert incident(kind="response", responds_to=("i2",)).responds_to == ("i2",)


def test_an_incident_without_a_chain_is_a_chain_of_one():
    assert incident("i7").chain_id == "i7"
    assert incident("i7", chain="c1").chain_id == "c1"
