"""Sources that contradict themselves are refused; a source without an address is a proper state.

It depends on the record only.
A rule between the columns of a source is a new row here.
"""

import pytest

from safeconduct.errors import InvalidRecord
from tests.record.cast import outlet

ADDRESS = "https://lantern.example/report"


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"url": ADDRESS}, "locator_state"),
        ({"locator_state": "located"}, "locator_state"),
        ({"locator_state": "not-recoverable", "url": ADDRESS}, "locator_state"),
        ({"voice": "Far Bureau"}, "voice_reason"),
        ({"derived_from": ("kestrel", "lantern")}, "derived_from"),
        ({"reliability": "G"}, "reliability"),
        ({"kind": "rumour"}, "kind"),
        ({"id": ""}, "id"),
        ({"title": "=1+1"}, "title"),
    ],
)
def test_a_source_that_contradicts_itself_is_refused(cells, problem):
    with pytest.raises(InvalidRecord) as refused:
        outlet("lantern", **cells)

    assert refused.value.record == "source"
    assert [field for field, _ in refused.value.problems] == [problem]


@pytest.mark.parametrize(
    "cells",
    [
        {"locator_state": "located", "url": ADDRESS},
        {"locator_state": "not-recoverable"},
        {"locator_state": "no-locator", "publisher": None},
        {"voice": "Far Bureau", "voice_reason": "another newsroom"},
    ],
)
def test_what_is_not_known_of_a_source_is_left_out(cells):
    assert outlet("lantern", **cells).id == "lantern"
