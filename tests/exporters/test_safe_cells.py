"""No cell of a table that leaves begins like a formula, wherever a spreadsheet may cut it.

It depends on the neutralising of cells, and on Hypothesis.
A further way to hide a formula is one more line here.
"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.exporters.safe_cells import safe_cell, safe_row


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+cmd", "'+cmd"),
        ("-cmd", "'-cmd"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =1", "  '=1"),
        ("\t=1", "\t'=1"),
        ("＝1", "'＝1"),
        ("note;=1", "note;'=1"),
        ("note\n=1", "note\n'=1"),
        ("note\r\n@x", "note\r\n'@x"),
        ("=1;=2", "'=1;'=2"),
        ("=", "'="),
    ],
)
def test_a_formula_is_shown_and_not_run(text, safe):
    assert safe_cell(text) == safe


@pytest.mark.parametrize(
    "text", ["", "KG", "-5", "+3", "-1.5", "-1,5", "12 %", "-12%", "a = b", "2023-10", "a-b", "'="]
)
def test_what_is_no_formula_is_left_alone(text):
    assert safe_cell(text) == text


def test_a_row_is_made_safe_cell_by_cell():
    assert safe_row(["a", "=1"]) == ("a", "'=1")


@given(st.text(alphabet="=+-@ ;\n\t\rab1'"))
def test_no_part_of_a_safe_cell_begins_like_a_formula(text):
    """Safety: a colleague who opens a table must not run what a stranger wrote into it."""
    parts = [part.lstrip() for part in re.split(r"[\t\r\n;]", safe_cell(text))]

    numbers = re.compile(r"[+-]?\d+([.,]\d+)?%?")
    assert [p for p in parts if p[:1] in set("=+-@") and p and not numbers.fullmatch(text)] == []


@given(st.text(alphabet="=+-@ ;\n\t\rab1'"))
def test_making_safe_twice_is_making_safe_once(text):
    assert safe_cell(safe_cell(text)) == safe_cell(text)
