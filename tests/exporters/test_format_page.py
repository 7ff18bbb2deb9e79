"""The reference page says what the code does, and the page in `docs` is the one that it writes now.

It depends on the page, on the tables and on the checkout.
A new column appears on the page by itself; `make docs` writes it.
"""

from safeconduct.exporters.format_page import page
from safeconduct.record.layout import SETTINGS
from safeconduct.record.tables import TABLES
from tests.house.checkout import ROOT

PAGE = page()


def test_the_page_in_the_reference_is_not_stale():
    written = (ROOT / "docs" / "reference" / "corpus.md").read_text(encoding="utf-8")

    assert written == PAGE.rstrip("\n") + "\n"


def test_every_column_has_a_line_under_its_table():
    for table in TABLES.values():
        section = PAGE.partition(f"\n## {table.file}\n")[2].partition("\n## ")[0]
        for column in table.columns:
            assert f"\n| `{column.name}` | {column.allowed}" in section


def test_every_setting_has_a_line():
    section = PAGE.partition("\n## corpus.toml\n")[2].partition("\n## ")[0]

    assert all(f"| `{name}` |" in section for name in SETTINGS)


def test_an_id_of_another_table_says_where_it_is_found():
    assert ", found in `incidents` | yes | The incident it speaks of." in PAGE


def test_no_place_of_the_text_is_left_unfilled():
    assert "{" not in PAGE
