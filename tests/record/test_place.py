"""Places: a state, or a locality within it.

It depends on the vocabulary of territories.
A finer place would be a new field and a new table here.
"""

import pytest

from safeconduct.errors import InvalidRecord
from safeconduct.record.place import Place


@pytest.mark.parametrize("text", ["KG", "KG/Old Harbour", "XK/Upper Town", "SU/Tide Gate"])
def test_a_place_is_written_as_it_is_read(text):
    assert str(Place.parse(text)) == text


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("", "state"),
        ("Kyrgyzstan", "state"),
        ("kg", "state"),
        ("KG/", "locality"),
        ("KG/ Harbour", "locality"),
        ("KG/Harbour ", "locality"),
        ("KG/Old/Harbour", "locality"),
        ("KG/Harbour;Hill", "locality"),
    ],
)
def test_a_place_that_would_not_come_back_from_a_cell_is_refused(text, field):
    with pytest.raises(InvalidRecord) as refused:
        Place.parse(text)

    assert [problem[0] for problem in refused.value.problems] == [field]


def test_both_halves_of_a_place_are_checked_at_once():
    with pytest.raises(InvalidRecord) as refused:
        Place("??", " Harbour")

    assert [problem[0] for problem in refused.value.problems] == ["state", "locality"]


@pytest.mark.parametrize(
    ("coarse", "fine", "agree"),
    [
        ("KG", "KG/Harbour", True),
        ("KG", "KG", True),
        ("KG/Harbour", "KG/Harbour", True),
        ("KG/Harbour", "KG", False),
        ("KG/Harbour", "KG/Hill", False),
        ("KG", "KZ", False),
        ("KG", "KZ/Harbour", False),
    ],
)
def test_a_state_contains_its_localities(coarse, fine, agree):
    assert Place.parse(coarse).contains(Place.parse(fine)) is agree
