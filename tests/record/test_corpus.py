"""A corpus is whole or is not built, keeps the order of its tables, and has one digest.

It depends on the record only.
A new index of the corpus is a new test here.
"""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.errors import InvalidRecord
from safeconduct.record.corpus import Corpus, Masthead, cells, row_text
from safeconduct.record.tables import STATEMENTS, TABLES
from tests.record.cast import INCIDENT, corpus, decides, figure, incident, outlet, says
from tests.record.strategies import MODEST, corpora


def small(**masthead):
    return Corpus.of(
        masthead=Masthead(**masthead),
        sources=[outlet("lantern"), outlet("kestrel", after="lantern")],
        statements=[says("lantern", origin="RU"), says("kestrel", "denies")],
        incidents=[incident(), incident("i2", chain="c1"), incident("i3", chain="c1")],
        figures=[figure()],
        decisions=[decides("origin", "RU"), decides("date", "2023")],
    )


def test_a_corpus_keeps_its_tables_in_their_order():
    tables = small().tables

    assert {name: [row.id for row in rows] for name, rows in tables.items()} == {
        "sources": ["lantern", "kestrel"],
        "statements": ["lantern-reports", "kestrel-denies"],
        "incidents": ["i1", "i2", "i3"],
        "reported_figures": ["f1"],
        "decisions": ["d-origin", "d-date"],
    }
    assert list(tables) == list(TABLES)


def test_the_statements_and_decisions_on_an_incident_are_found_by_it():
    whole = small()

    assert [each.id for each in whole.statements_on[INCIDENT]] == [
        "lantern-reports",
        "kestrel-denies",
    ]
    assert whole.statements_on["i2"] == ()
    assert {field: each.id for field, each in whole.decisions_on[INCIDENT].items()} == {
        "origin": "d-origin",
        "date": "d-date",
    }
    assert whole.decisions_on["i3"] == {}


def test_an_incident_without_a_chain_is_a_chain_of_one():
    assert small().chains == {"i1": ("i1",), "c1": ("i2", "i3")}


def test_a_corpus_never_changes():
    whole = small()

    with pytest.raises(dataclasses.FrozenInstanceError):
        whole.sources = {}
    with pytest.raises(TypeError):
        whole.sources["tide"] = outlet("tide")


def test_the_aliases_of_a_masthead_are_those_it_was_built_with():
    aliases = {"The Lantern": "Lantern"}
    masthead = Masthead(aliases=aliases)

    aliases["The Kestrel"] = "Kestrel"

    assert dict(masthead.aliases) == {"The Lantern": "Lantern"}
    assert Masthead() == Masthead()


def test_a_corpus_may_be_empty():
    assert [len(rows) for rows in Corpus.of().tables.values()] == [0, 0, 0, 0, 0]


def test_records_may_be_handed_in_once_only():
    whole = Corpus.of(sources=iter([outlet("lantern")]), incidents=iter([incident()]))

    assert list(whole.sources) == ["lantern"]


def test_every_broken_reference_is_named_at_once():
    with pytest.raises(InvalidRecord) as refused:
        Corpus.of(
            sources=[outlet("lantern", after="gone"), outlet("lantern")],
            statements=[says("nobody"), says("lantern", incident="nowhere")],
        )

    assert refused.value.problems == (
        ("sources lantern id", "an id that stands above already"),
        ("sources lantern derived_from", "the id gone, which no row of sources has"),
        ("statements nobody-reports source", "the id nobody, which no row of sources has"),
        ("statements nobody-reports incident", "the id i1, which no row of incidents has"),
        ("statements lantern-reports incident", "the id nowhere, which no row of incidents has"),
    )


# ── The digest ───────────────────────────────────────────────────────────────


def test_a_digest_changes_only_when_the_tables_do():
    # Lineages keep digests: whoever changes this one tells in `changelog.d/` that old lineages
    # will no longer be found equal to new ones.
    assert small().digest == "6d262690f2c3953dddb07c4b8e2379f5bdf64b0e575128215a28fa23fe90fda4"


@pytest.mark.parametrize(
    "changed",
    [
        outlet("lantern", note="read again"),
        outlet("lantern", publisher="The Lantern"),
        says("lantern", says="Reports it."),
        incident(note="read again"),
        incident(chain="c9"),
        figure(locator="p. 5"),
        decides("date", "2024"),
        decides("origin", "RU", reason="the file was seen"),
    ],
)
def test_any_cell_changes_the_digest(changed):
    plain = [outlet("lantern"), incident(), says("lantern"), figure()]
    plain += [decides("date", "2023"), decides("origin", "RU")]
    same = [record for record in plain if (type(record), record.id) != (type(changed), changed.id)]

    assert len(same) == len(plain) - 1
    assert corpus(*same, changed).digest != corpus(*plain).digest


def test_an_alias_changes_the_digest_and_a_title_does_not():
    assert small(aliases={"The Lantern": "Lantern"}).digest != small().digest
    assert small(title="Another title").digest == small().digest


def test_no_alias_can_pass_for_another():
    one = small(aliases={"a\x1fb": "c"})
    other = small(aliases={"a": "b\x1fc"})

    assert one.digest != other.digest
    assert small(aliases={"\ud800": "c"}).digest != one.digest


@MODEST
@given(st.lists(corpora(most_incidents=1, most_statements=4), min_size=2, max_size=2))
def test_two_rows_have_one_text_exactly_where_they_are_one(drawn):
    rows = [row for whole in drawn for row in whole.statements.values()]

    texts = {row_text(STATEMENTS, row) for row in rows}

    assert len(texts) == len({*rows})


def test_a_line_break_in_a_cell_does_not_end_its_row():
    source = outlet("lantern", title="one\ntwo", note="three")

    assert "\n" not in row_text(TABLES["sources"], source)
    assert cells(TABLES["sources"], source)[2] == "one\ntwo"
