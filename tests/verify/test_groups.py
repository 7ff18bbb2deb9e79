"""Linked ids are gathered whichever way the links point, in the order of the mapping.

It depends on the groups only.
Circles and links to oneself are no exception.
"""

import pytest

from safeconduct.verify.groups import connected


@pytest.mark.parametrize(
    ("links", "groups"),
    [
        ({}, ()),
        ({"a": (), "b": ()}, ()),
        ({"a": ("b",), "b": ()}, (("a", "b"),)),
        ({"a": (), "b": ("a",)}, (("a", "b"),)),
        ({"a": ("b",), "b": ("c",), "c": ("a",)}, (("a", "b", "c"),)),
        ({"c": ("a",), "b": (), "a": ("d",), "d": ()}, (("c", "a", "d"),)),
        ({"a": ("b",), "b": (), "c": ("d",), "d": ()}, (("a", "b"), ("c", "d"))),
        ({"a": ("a",)}, ()),
    ],
)
def test_ids_are_gathered_through_any_chain_of_links(links, groups):
    assert connected(links) == groups


def test_a_long_chain_is_one_group():
    chain = {str(number): (str(number + 1),) for number in range(5000)} | {"5000": ()}

    assert len(connected(chain)[0]) == 5001
