"""How wide the masks of listed terms are, and that shared persons are found across the table.

It depends on the coding; that its codings are right is tried in `test_both_paths`.
A vocabulary that outgrows its mask is a new line here.
"""

import pytest

from safeconduct import vocabulary
from safeconduct.figures.columnar.coding import MASKED, WIDEST_MASK, mask_type
from safeconduct.figures.columnar.door import Unsuitable
from safeconduct.figures.scheme import schemes


@pytest.mark.parametrize(
    ("n_terms", "expected"),
    [(0, "BIGINT"), (61, "BIGINT"), (62, "HUGEINT"), (WIDEST_MASK, "HUGEINT")],
)
def test_terms_are_held_in_the_narrowest_column_that_has_a_bit_for_each(n_terms, expected):
    assert mask_type(n_terms) == expected


def test_a_vocabulary_without_a_column_wide_enough_is_for_the_careful_reader():
    with pytest.raises(Unsuitable):
        mask_type(WIDEST_MASK + 1)


def test_the_answers_of_all_schemes_fit_one_number():
    # Two bits a scheme, the sign left alone; one more than this needs a second number.
    assert len(schemes()) <= 31


def test_every_vocabulary_that_is_masked_has_room_to_grow():
    assert all(len(vocabulary.ids(terms)) + 10 < WIDEST_MASK for terms in MASKED.values())
