"""A foreign cell becomes a cell of the record by a rule that was named, or is refused.

It depends on the mapping's columns.
A further way to read is one more line in the table here.
"""

import pytest

from safeconduct.importers.foreign_cell import cell_text
from safeconduct.importers.mapping import MappedColumn
from safeconduct.record.columns import UnreadableCell


def read(text: str, target: str, *, rule: str = "", between: str = "", **values: str) -> str:
    column = MappedColumn(heading="x", read=rule, between=between, values=values)
    return cell_text(text, column, target=target)


@pytest.mark.parametrize(
    ("text", "target", "rule", "cell"),
    [
        ("7.5.2023", "statements.date", "day-month-year", "2023-05-07"),
        ("5/7/2023", "statements.date", "month-day-year", "2023-05-07"),
        ("2023/5/7", "statements.date", "year-month-day", "2023-05-07"),
        ("2023", "statements.date", "day-month-year", "2023"),
        ("2023-05-07T10:00:00.000+02:00", "statements.date", "instant", "2023-05-07"),
        ("2023-05", "statements.date", "instant", "2023-05"),
        ("1683453600", "statements.date", "epoch", "2023-05-07"),
        ("A label|https://example.org/", "sources.url", "link", "https://example.org/"),
        ("threat", "statements.techniques", "", "threat"),
        ("Journalist", "statements.targets", "label", "journalist"),
        ("Киргизия", "statements.origin", "", "KG"),
        ("kg", "statements.origin", "", "KG"),
        ("Kyrgyzstan/Bishkek", "statements.place_of_act", "", "KG/Bishkek"),
        ("a1", "statements.source", "", "a1"),
    ],
)
def test_a_cell_is_read_by_its_rule(text, target, rule, cell):
    assert read(text, target, rule=rule) == cell


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("2023/05/01:2023/05/09", "2023-05-01/2023-05-09"),
        ("2023/05/01:", "2023-05-01/.."),
        (":2023/05/01", "../2023-05-01"),
        ("2023/05/01:2023/05/01", "2023-05-01"),
    ],
)
def test_two_dates_in_a_cell_are_an_interval(text, cell):
    assert read(text, "statements.date", rule="year-month-day", between=":") == cell


def test_a_word_with_a_meaning_has_that_meaning_and_no_other():
    assert read("Rendition", "statements.techniques", rendition="abduction") == "abduction"
    assert read("n/a", "statements.origin", **{"n/a": ""}) == ""


@pytest.mark.parametrize(
    ("text", "target", "rule"),
    [
        ("Rendition", "statements.techniques", ""),
        ("Rendition", "statements.techniques", "label"),
        ("Nowhere", "statements.origin", ""),
        ("2023-05-07", "statements.date", "day-month-year"),
        ("yesterday", "statements.date", "epoch"),
    ],
)
def test_what_has_no_meaning_is_refused_and_not_quoted(text, target, rule):
    with pytest.raises(UnreadableCell) as refused:
        read(text, target, rule=rule)

    assert text not in str(refused.value)
