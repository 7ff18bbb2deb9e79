"""A standing query service is refused by its rule, not forgotten.

It depends on `releases` and `corpora` beside it; every person, state and number is invented.
What else must hold is one more test here.
"""

import pytest

from safeconduct.errors import Refusal
from safeconduct.publish.protection import standing_query
from tests.publish.releases import line


def test_noise_on_a_frozen_table_is_refused_with_the_rule():
    with pytest.raises(Refusal, match="yearly budget of 1") as refused:
        standing_query.protect(line([7, 8]))

    assert "round-5" in refused.value.remedy
    assert standing_query.YEARLY_BUDGET == 1
