"""How lists overlap, before any model.

It depends on the summary and on small tables.
A new fact about the overlap is counted by hand here.
"""

from tests.estimate.tables import KOSOVO, history


def test_totals_and_shared_persons_are_counted():
    found = KOSOVO.overlap()

    assert found.totals == (1910, 1528, 1786, 685)
    assert found.shared[0].tolist() == [1910, 403, 478, 193]
    assert found.seen == (3218, 882, 273, 27)
    assert (found.n_seen_once, found.n_seen_twice, found.n_overlapping) == (3218, 882, 1182)
    assert found.components == (("EXH", "ABA", "OSCE", "HRW"),)
    assert (found.nested, found.copies) == ((), ())


def test_lists_that_share_nobody_fall_apart():
    cells = [0] * 16
    cells[0b0001], cells[0b0101], cells[0b0010], cells[0b1010], cells[0b1000] = 5, 2, 4, 1, 3

    assert history(cells).overlap().components == (("A", "C"), ("B", "D"))


def test_lists_hang_together_through_others():
    cells = [0] * 16
    cells[0b0011], cells[0b0110], cells[0b1100] = 1, 1, 1

    assert history(cells).overlap().components == (("A", "B", "C", "D"),)


def test_a_list_within_another_is_nested_and_a_copy_is_nested_both_ways():
    # C repeats B, and both lie within A.
    found = history([0, 5, 0, 0, 0, 0, 0, 4]).overlap()

    assert found.nested == (("B", "A"), ("B", "C"), ("C", "A"), ("C", "B"))
    assert found.copies == (("B", "C"),)


def test_a_list_without_persons_is_nested_in_none():
    assert history([0, 5, 3, 2, 0, 0, 0, 0]).overlap().nested == ()
