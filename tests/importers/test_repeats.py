"""Repeats find their parents by table and number, and both see what the other says.

It depends on foreign tables only.
A further way to name a parent is one more link here.
"""

from typing import TYPE_CHECKING

from safeconduct.importers.foreign_table import ForeignRow, ForeignTable
from safeconduct.importers.repeats import PLACE, Link, joined

if TYPE_CHECKING:
    from safeconduct.errors import Problem

KOBO = Link(own="_index", parent="_parent_index", parent_table="_parent_table_name")


def table(name: str, *rows: dict[str, str]) -> ForeignTable:
    return ForeignTable(
        name=name,
        file=f"x/{name}",
        headings=tuple(dict.fromkeys(heading for row in rows for heading in row)),
        rows=tuple(
            ForeignRow(number=number, cells={heading: (text,) for heading, text in row.items()})
            for number, row in enumerate(rows, start=2)
        ),
    )


FORM = table("form", {"_index": "1", "where": "SJ"}, {"_index": "2", "where": "AQ"})


def test_both_sides_see_what_a_mapping_asks_for():
    acts = table(
        "act",
        {"_parent_index": "1", "_parent_table_name": "form", "what": "threat"},
        {"_parent_index": "1", "_parent_table_name": "form", "what": "assault"},
    )
    problems: list[Problem] = []

    form, act = joined(
        [FORM, acts], frozenset({"act/what", "../where", PLACE}), link=KOBO, problems=problems
    )

    assert not problems
    assert form.rows[0].cells["act/what"] == ("threat", "assault")
    assert "act/what" in form.headings
    assert [row.cells[PLACE] for row in act.rows] == [("1",), ("2",)]
    assert [row.cells["../where"] for row in act.rows] == [("SJ",), ("SJ",)]


def test_a_repeat_without_its_parent_is_a_problem_with_its_row():
    acts = table(
        "act",
        {"_parent_index": "9", "_parent_table_name": "form"},
        {"_parent_index": "1", "_parent_table_name": "other"},
        {"_parent_table_name": "form"},
        {"_parent_index": "2"},
    )
    problems: list[Problem] = []

    joined([FORM, acts], frozenset(), link=KOBO, problems=problems)

    assert [(each.file, each.row, each.column) for each in problems] == [
        ("x/act", row, "_parent_index") for row in (2, 3, 4)
    ]
