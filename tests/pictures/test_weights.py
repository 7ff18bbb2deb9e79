"""Weights: the heaviest model first, the rest last and lighter, all in per cent.

It depends on the picture and on the samples.
A new sign on a row is one more test here.
"""

import pytest

from safeconduct.errors import InvalidRecord
from safeconduct.pictures.sheet import Sheet
from safeconduct.pictures.weights import WeightRow, draw
from tests.pictures import drawing
from tests.pictures.samples import many_weights, usual_weights


def test_the_heaviest_stands_first_and_the_rest_last():
    picture = draw([*reversed(usual_weights())], Sheet())

    assert [row[1] for row in picture.table.rows] == ["61", "32", "7"]
    assert len(drawing.boxes(picture, "bar")) == 2
    assert len(drawing.boxes(picture, "bar-light")) == 1
    assert "courts with press; asylum: 61." in picture.alt


def test_more_models_than_fit_stand_in_the_table():
    picture = draw(many_weights([f"m{i}" for i in range(20)]), Sheet())

    assert len(picture.table.rows) == 20
    assert "Rows that only the table shows: 8" in drawing.words(picture)


@pytest.mark.parametrize("share", [-0.1, 1.1])
def test_what_is_no_share_is_refused(share):
    with pytest.raises(InvalidRecord, match="between 0 and 1"):
        WeightRow(label="", share=share)
