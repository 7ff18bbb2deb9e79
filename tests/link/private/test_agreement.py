"""An agreement reads back as it was written, and one that cannot be kept is refused whole.

It depends on the agreement only.
A further term is one more line of the parametrised refusals.
"""

import pytest

from safeconduct.errors import InvalidRecord
from safeconduct.link.private.agreement import LIBRARY, Agreement, read, written

TERMS = Agreement(epoch="2031-1", lists={"north": 100, "east": 200, "west": 50}, counted_by="east")


def test_it_reads_back_as_it_was_written():
    found = read(written(TERMS).encode(), "terms.toml")

    assert found == TERMS
    assert found.digest == TERMS.digest


def test_the_ring_closes():
    assert [TERMS.next_after(name) for name in TERMS.names] == ["east", "west", "north"]


def test_another_order_of_the_ring_is_another_agreement():
    lists = {name: TERMS.lists[name] for name in reversed(TERMS.names)}

    assert Agreement(epoch="2031-1", lists=lists, counted_by="east").digest != TERMS.digest


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"epoch": "Winter 31"}, "a name"),
        ({"lists": {"north": 100}, "counted_by": "north"}, "2 to 8"),
        ({"lists": {"north": 100, "east": 49}}, "between 50"),
        ({"lists": {"north": 100, "east": 1_000_001}}, "between 50"),
        ({"key": "shoe-size"}, "unordered-year"),
        ({"counted_by": "south"}, "none of the lists"),
        ({"method": "post"}, "neither"),
        ({"method": LIBRARY, "lists": {"north": 90, "east": 90, "west": 90}}, "for two lists"),
        ({"method": LIBRARY, "lists": {"north": 90, "east": 90}, "counted_by": "east"}, "for two"),
    ],
)
def test_an_agreement_that_cannot_be_kept_is_refused(changed, problem):
    terms = {"epoch": "2031-1", "lists": {"north": 100, "east": 200}, "counted_by": "north"}

    with pytest.raises(InvalidRecord, match=problem):
        Agreement(**(terms | changed))


@pytest.mark.parametrize(
    "text",
    [
        b"\xff",
        b"epoch = ",
        b"",
        b"lists = 3",
        written(TERMS).encode() + b"west-two = true\n",
        b"also = 1\n" + written(TERMS).encode(),
        written(TERMS).replace('"2031-1"', "2031").encode(),
    ],
)
def test_a_file_that_is_no_agreement_is_refused(text):
    with pytest.raises(InvalidRecord):
        read(text, "terms.toml")
