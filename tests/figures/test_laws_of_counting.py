"""What holds for every figure: bounds are ordered, rows add up or never exceed, levels only fall.

It depends on counting, on the strategies of the codings and on Hypothesis.
A law is a test of its own; a corpus that broke it goes to `test_count`, counted by hand.
"""

from dataclasses import replace

from hypothesis import given

from safeconduct.figures.count import count
from tests.figures.codings import corpora, questions
from tests.record.strategies import MODEST


def assert_ordered(bounds):
    """Hold low, central and high in their order; None has no upper bound."""
    assert 0 <= bounds.low <= bounds.central
    if bounds.central_max is not None:
        assert bounds.central <= bounds.central_max
    if bounds.high is None:
        return
    assert bounds.central_max is not None
    assert bounds.central_max <= bounds.high


def parts(bounds):
    return bounds.low, bounds.central, bounds.central_max, bounds.high


@given(told=corpora(), asked=questions())
@MODEST
def test_low_is_at_most_central_and_central_at_most_high_everywhere(told, asked):
    for figure in count(told, asked):
        for bounds in (figure.total, figure.unknown, *(row.bounds for row in figure.rows)):
            assert_ordered(bounds)
            if figure.measure != "persons":
                assert bounds.central_max == bounds.central


@given(told=corpora(), asked=questions())
@MODEST
def test_rows_add_up_to_the_total_where_the_figure_says_so(told, asked):
    for figure in count(told, asked):
        if figure.rows_add_up and asked.by:
            summed = zip(*(parts(row.bounds) for row in figure.rows), strict=True)
            assert tuple(map(sum, summed)) == (parts(figure.total) if figure.rows else ())
            assert bool(figure.rows) is bool(figure.total.high)


@given(told=corpora(), asked=questions())
@MODEST
def test_no_row_is_more_than_the_total(told, asked):
    for figure in count(told, asked):
        for bounds in (figure.unknown, *(row.bounds for row in figure.rows)):
            for part, whole in zip(parts(bounds), parts(figure.total), strict=True):
                assert whole is None or (part is not None and part <= whole)


@given(told=corpora(), asked=questions())
@MODEST
def test_rows_are_distinct_and_hold_something(told, asked):
    for figure in count(told, asked):
        keys = [row.buckets for row in figure.rows]
        assert len(set(keys)) == len(keys)
        assert bool(keys) is bool(asked.by and figure.lineage.n_counted)


@given(told=corpora(), asked=questions())
@MODEST
def test_a_filter_or_a_window_never_adds(told, asked):
    without = replace(asked, where=(), since="", until="")
    for narrow, wide in zip(count(told, asked), count(told, without), strict=True):
        for part, whole in zip(parts(narrow.total), parts(wide.total), strict=True):
            assert whole is None or (part is not None and part <= whole)


@given(told=corpora(), asked=questions())
@MODEST
def test_the_ids_of_the_lineage_are_what_is_counted(told, asked):
    for figure in count(told, replace(asked, measure="incidents")):
        ids = figure.lineage.ids or {}
        low, central, high = (len(ids[name]) for name in ("low", "central_only", "high_only"))
        assert parts(figure.total) == (low, *[low + central] * 2, low + central + high)
