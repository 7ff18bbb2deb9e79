"""What is shown leaves five numbers possible in every shared cell, and no other cell is there.

It depends on hypothesis for any counts.
Another way to show counts is one more test beside these.
"""

from hypothesis import given
from hypothesis import strategies as st

from safeconduct.link.private.shown_counts import shown_counts

NAMES = ("north", "east", "west")


@given(st.tuples(*[st.integers(0, 10_000)] * 7))
def test_every_shared_cell_is_there_and_holds_its_count_among_five(numbers):
    counts = {code: count for code, count in enumerate(numbers, start=1) if count}

    found = shown_counts(counts, names=NAMES)

    assert [each.lists for each in found] == [
        ("north", "east"),
        ("north", "west"),
        ("east", "west"),
        NAMES,
    ]
    for each, code in zip(found, (3, 5, 6, 7), strict=True):
        assert each.low <= counts.get(code, 0) <= each.high == each.low + 4


def test_none_and_four_look_the_same():
    """Safety: a small cell does not tell whether anybody is in it."""
    assert shown_counts({}, names=NAMES) == shown_counts({3: 4, 7: 1}, names=NAMES)
    assert shown_counts({3: 4}, names=NAMES)[0].shown == "under 5"
    assert shown_counts({3: 23}, names=NAMES)[0].shown == "20–24"
