"""Densities: areas follow probabilities on an axis of factors, samples stay coarse, numbers stand.

It depends on the picture and on the samples.
A new mark on a curve is one more test here.
"""

import numpy as np
import pytest

from safeconduct.errors import InvalidRecord
from safeconduct.pictures import density
from safeconduct.pictures.density import Curve, DensityRow, draw, heights
from safeconduct.pictures.log_axis import LogAxis
from safeconduct.pictures.sheet import Sheet
from tests.pictures import drawing
from tests.pictures.samples import many_density, usual_density

AXIS = LogAxis(start=0, end=400, least=100, most=10_000)


def test_the_columns_hold_the_probability_of_what_they_cover():
    curve = Curve(numbers=np.array([200, 1000]), shares=np.array([0.25, 0.75]))
    found = heights(curve, AXIS)
    total = sum(height for _, _, height in found)
    below = sum(height for x, _, height in found if x < AXIS.at(500))

    # The mass between two numbers far apart is spread up to the higher one.
    assert 0 < below / total < 1
    assert max(height for _, _, height in found) == 1


def test_a_distribution_of_neighbours_is_flat_by_number_and_rises_by_factor():
    curve = Curve(numbers=np.arange(101, 10_000), shares=np.full(9899, 1 / 9899))
    found = [height for _, _, height in heights(curve, AXIS)]

    assert found == sorted(found)


def test_a_sample_is_drawn_in_wider_columns():
    sample = Curve(numbers=np.linspace(300, 3000, 50))

    assert {width for _, width, _ in heights(sample, AXIS)} == {8.0}
    assert {
        width
        for _, width, _ in heights(Curve(numbers=np.array([500]), shares=np.array([1.0])), AXIS)
    } == {2.0}


def test_a_curve_beyond_the_axis_has_no_columns():
    assert heights(Curve(numbers=np.array([5]), shares=np.array([1.0])), AXIS) == []


def test_what_lies_outside_the_interval_is_lighter():
    picture = draw(usual_density(), Sheet())

    assert drawing.boxes(picture, "bar")
    assert drawing.boxes(picture, "bar-light")


def test_the_table_has_the_ends_and_no_mean():
    picture = draw(usual_density(), Sheet())

    assert picture.table.headings == ("Method", "On the lists", "From", "Median", "To")
    assert picture.table.rows[0] == ("an average of graphs", "400", "500", "900", "1700")
    assert "between 500 and 1700" in picture.alt


def test_a_bound_alone_needs_no_word_about_hills():
    alone = [row for row in usual_density() if row.curve is None]

    assert "Hill" not in drawing.words(draw(alone, Sheet()))


def test_more_methods_than_fit_stand_in_the_table():
    rows = many_density([f"m{i}" for i in range(12)])

    assert len(draw(rows, Sheet()).table.rows) == 12
    assert "Rows that only the table shows: 4" in drawing.words(draw(rows, Sheet()))


@pytest.mark.parametrize(("low", "median", "high"), [(5, 6, 4), (-1, 2, 3), (1, -2, 3)])
def test_ends_out_of_order_are_refused(low, median, high):
    with pytest.raises(InvalidRecord, match="must rise"):
        DensityRow(label="", low=low, median=median, high=high, observed=1)


def test_the_question_is_the_title():
    assert draw([], Sheet()).title == density.QUESTION
