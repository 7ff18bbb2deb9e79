"""Tests of the list of built-in corpora: every folder is found, and nothing outside the package is.

They depend on the package and on the standard library only.
A new built-in corpus needs no test here; the rules below hold for every folder found.
"""

from __future__ import annotations

import csv
import tomllib

import pytest

from safeconduct import corpora
from safeconduct.errors import NotFound

PAPER = "distance-is-not-a-shield"
TABLES = ("sources", "statements", "incidents", "reported_figures", "decisions")


def test_the_paper_is_built_in() -> None:
    """The one corpus that every installation has."""
    assert PAPER in corpora.built_in()


def test_the_list_is_sorted_and_holds_each_id_once() -> None:
    """So that a listing is the same on every machine."""
    listed = corpora.built_in()

    assert list(listed) == sorted(set(listed))


@pytest.mark.parametrize("corpus_id", corpora.built_in())
def test_every_built_in_corpus_has_a_masthead_its_five_tables_and_a_readme(corpus_id: str) -> None:
    """A folder without one of them would fail only when somebody opens it."""
    held = {path.name for path in corpora.folder(corpus_id).iterdir()}

    assert held >= {"corpus.toml", "README.md", *(f"{table}.csv" for table in TABLES)}


@pytest.mark.parametrize("corpus_id", corpora.built_in())
def test_every_masthead_can_be_read_and_names_title_and_licence(corpus_id: str) -> None:
    """Whoever copies a corpus out of the package must see what may be done with it."""
    written = (corpora.folder(corpus_id) / "corpus.toml").read_text(encoding="utf-8")

    masthead = tomllib.loads(written)

    assert masthead["title"]
    assert masthead["licence"]


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("corpus_id", corpora.built_in())
def test_every_table_is_plain_utf8_with_line_feeds_and_no_cell_that_a_spreadsheet_would_run(
    corpus_id: str,
    table: str,
) -> None:
    """Safety: a cell that begins like a formula runs when a spreadsheet opens the table."""
    raw = (corpora.folder(corpus_id) / f"{table}.csv").read_bytes()
    rows = list(csv.reader(raw.decode("utf-8").splitlines()))

    assert b"\r" not in raw
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t"))]


@pytest.mark.parametrize("stray", ["no-such-corpus", "", "..", "../corpora", f"{PAPER}/../{PAPER}"])
def test_any_other_id_is_not_found_and_the_hint_lists_what_is_built_in(stray: str) -> None:
    """An id is a name in the list, never a path."""
    with pytest.raises(NotFound, match="built-in corpus") as caught:
        corpora.folder(stray)

    assert PAPER in caught.value.hint
