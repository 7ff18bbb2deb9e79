"""A host state that is the origin state is reported; another is not.

It depends on invented corpora.
Where the act happened is tested with `act_inside_origin_state`.
"""

import pytest

from tests.verify.invented import messages, says

NAME = "host-is-the-origin"


def test_repression_at_home_is_reported():
    assert messages(NAME, says("a", origin="RU", hosts="KZ;RU")) == [
        "i1 has RU both as origin state and as host state."
    ]


@pytest.mark.parametrize(
    "cells",
    [
        {"origin": "RU", "hosts": "KZ"},
        {"origin": "unknown:not-reported", "hosts": "RU"},
        {"origin": "RU", "hosts": "unknown:not-reported"},
    ],
)
def test_a_border_between_them_or_an_unknown_state_is_left_alone(cells):
    assert messages(NAME, says("a", **cells)) == []
