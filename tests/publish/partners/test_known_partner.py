"""A known partner keeps its keys, whatever card comes under its id.

It depends on the cast, two invented organisations.
A further change of a card is one more row.
"""

from dataclasses import replace

import pytest

from safeconduct.errors import InvalidRecord, Refusal
from safeconduct.publish.partners import age_format
from safeconduct.publish.partners.known_partner import require_same
from tests.publish.partners.cast import EAST, STRANGER

OTHER = age_format.public_key(STRANGER)


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ((OTHER,), "a key more and a key fewer"),
        ((*EAST.keys, OTHER), "with a key more."),
    ],
)
def test_a_card_with_other_keys_is_declined_and_repeats_none(keys, told):
    with pytest.raises(Refusal) as caught:
        require_same(replace(EAST, keys=keys), known=EAST, kept_as="ours/east-desk.known")

    assert told in str(caught.value)
    assert "take ours/east-desk.known away" in caught.value.hint
    assert "age1" not in str(caught.value) + caught.value.hint


def test_a_card_with_a_key_fewer_is_declined():
    both = replace(EAST, keys=(*EAST.keys, OTHER))

    with pytest.raises(Refusal, match="with a key fewer"):
        require_same(EAST, known=both, kept_as="x")


def test_the_same_keys_in_any_order_are_taken():
    both = replace(EAST, keys=(*EAST.keys, OTHER))

    require_same(both, known=replace(both, keys=both.keys[::-1]), kept_as="x")

    with pytest.raises(Refusal):
        require_same(both, known=EAST, kept_as="x")


@pytest.mark.parametrize("number", [0, 61, 300])
def test_an_id_is_no_longer_than_the_name_of_a_file_can_be(number):
    assert replace(EAST, id="e" * 60).id
    with pytest.raises(InvalidRecord):
        replace(EAST, id="e" * number)
