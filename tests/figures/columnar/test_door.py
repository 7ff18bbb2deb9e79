"""The database says no as `Unsuitable`, and never repeats what a cell holds.

It depends on the door only.
A new way to ask it something is tried here once.
"""

from pathlib import Path

import pytest

from safeconduct.figures.columnar.door import Door, Unsuitable, quoted


def test_what_the_database_refuses_is_unsuitable_and_quotes_no_cell():
    with Door() as door, pytest.raises(Unsuitable) as refused:
        door.rows("SELECT 'a private name'::INTEGER")

    assert "private" not in str(refused.value)


def test_a_table_is_filled_from_rows_and_may_stay_empty():
    with Door() as door:
        door.fill("filled", "a VARCHAR, b BIGINT", rows=[("x", 1), (None, 2)])
        door.fill("empty", "a VARCHAR", rows=[])

        assert door.rows("SELECT * FROM filled ORDER BY b") == [("x", 1), (None, 2)]
        assert door.rows("SELECT * FROM empty") == []


def test_a_path_is_quoted_as_a_literal():
    assert quoted(Path("it's")) == "'it''s'"
