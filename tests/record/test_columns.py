"""Columns: every cell is read, written and held alike, and what is hostile is refused or kept.

It depends on the columns and on the tables, all of which it walks.
A new column is tried by itself; a new kind of cell needs a row in the tables here.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct import vocabulary
from safeconduct.record.columns import FORMULA_STARTS, LONGEST_CELL, Column, UnreadableCell
from safeconduct.record.partial_date import parse
from safeconduct.record.place import Place
from safeconduct.record.tables import STATEMENTS, TABLES
from safeconduct.record.unknown import ABROAD, CONFLICTING, Unknown
from tests.record.hostile_texts import HOSTILE
from tests.record.strategies import MODEST, held_by

NAMED = {
    f"{table.name}.{column.name}": column for table in TABLES.values() for column in table.columns
}
EVERY = list(NAMED.values())


def column(kind, **more):
    return Column(name="cell", kind=kind, description="A cell.", **more)


def refusal(of, text):
    with pytest.raises(UnreadableCell) as refused:
        of.read(text)
    return refused.value


@pytest.mark.parametrize("each", EVERY, ids=NAMED)
def test_the_example_of_a_column_is_a_cell_of_it(each):
    assert each.write(each.read(each.example or "a")) == (each.example or "a")


@MODEST
@given(st.data())
def test_what_a_column_holds_comes_back_from_its_cell(draws):
    each = draws.draw(st.sampled_from(EVERY))
    value = draws.draw(held_by(each))

    assert each.holds(value)
    assert value in (None, ()) or each.read(each.write(value)) == value
    assert isinstance(each.read(each.write(value)), type(value))


@pytest.mark.parametrize("each", EVERY, ids=NAMED)
def test_a_blank_cell_says_nothing_or_is_refused(each):
    if each.required:
        assert refusal(each, "  ").found == "an empty cell"
    else:
        assert each.read("  ") == (() if each.many else None)
        assert each.holds(() if each.many else None)
    assert not each.holds(None if each.many else ())
    assert each.holds(()) is (each.many and not each.required)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_cell_is_refused_or_kept_exactly(text):
    for each in EVERY:
        try:
            value = each.read(text)
        except UnreadableCell:
            assert not each.holds(text)
            continue

        assert each.write(value) == text
        assert each.holds(value)


def test_what_is_hostile_is_told_apart_from_what_is_only_odd():
    text = column("text")
    kept = [name for name, hostile in HOSTILE.items() if text.holds(hostile)]

    assert kept == [
        "a right-to-left override",
        "an isolate that is never closed",
        "a next-line character",
        "a line separator",
        "a zero-width space",
        "a combining accent",
        "a precomposed accent",
        "a digit of another script",
        "a full-width digit",
        "an emoji of four bytes",
        "the last code point",
        "a quotation mark",
        "a comma",
        "a line break",
        "markup",
        "a format place",
        "a percent place",
        "a path",
        "a null word",
        "a word that a spreadsheet takes for an error",
        "a number in exponents",
        "a number that is none",
        "an infinity",
        "the derived unknown",
        "an unknown without a reason",
        "an unknown with another reason",
    ]


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_a_cell_that_a_spreadsheet_would_run_is_refused(start):
    """Safety: a corpus travels as spreadsheets, and a formula in a cell runs at its reader's."""
    refused = refusal(column("text"), f" {start}1+1")

    assert refused.found == "a cell that a spreadsheet would run as a formula"
    assert refused.hint == "Begin the cell with a word or a quotation mark."


def test_the_longest_cell_is_kept_and_a_longer_one_is_measured():
    assert column("text").read("a" * LONGEST_CELL) == "a" * LONGEST_CELL
    assert refusal(column("text"), "a" * 200_000).found == "200000 characters"


def test_blanks_around_a_cell_and_line_ends_of_windows_are_spreadsheet_life():
    assert column("text").read("  one\r\ntwo\n") == "one\ntwo"


@pytest.mark.parametrize(
    ("kind", "good", "bad", "found"),
    [
        ("identifier", ["i1", "И-1", "a.b_c-d", "a" * 80], ["_a", "a b", ".a", "a" * 81], "an id"),
        ("date", ["2023-10", "2022~"], ["17.10.2023", "2023-13"], "a date"),
        ("state", ["KG", "XK", "SU"], ["kg", "Kyrgyzstan", "KGZ", "EU"], "a territory code"),
        ("place", ["KG", "KG/Old Harbour"], ["Harbour", "KG/", "KG/a/b"], "a place"),
        ("grade", ["A", "F"], ["G", "AB", "a", "1"], "a grade"),
        ("credibility", ["1", "6"], ["0", "7", "12", "A", "١"], "a grade"),
        ("count", ["0", "12"], ["1.5", "1e3", "1234567890123", "٣"], "a whole number"),
        ("open-count", ["0", "open"], ["Open", "1.5"], "a whole number"),
        ("number", ["0", "1.5", "1000000"], ["1,5", ".5", "1.", "1e3", "nan"], "a number"),
        (
            "url",
            ["http://a.example/b?c=d"],
            ["ftp://a", "a.example", "http://a b"],
            "a web address",
        ),
        ("language", ["en", "tg-Cyrl"], ["English", "e", "en_GB"], "a language tag"),
    ],
)
def test_each_kind_of_cell_admits_its_own(kind, good, bad, found):
    each = column(kind)

    assert [each.write(each.read(text)) for text in good] == good
    assert {refusal(each, text).found for text in bad} == {f"what is not {found}"}
    assert {refusal(each, text).allowed for text in bad} == {each.allowed}


@pytest.mark.parametrize(
    ("value", "written"),
    [(1.5, "1.5"), (100.0, "100"), (0.0, "0"), (0.25, "0.25"), (1e6, "1000000"), (3, "3")],
)
def test_a_number_is_written_without_exponent_or_trailing_zero(value, written):
    assert column("number").write(value) == written
    assert column("number").holds(value)


@pytest.mark.parametrize("value", [1e-7, float("nan"), float("inf"), -1.0, 1e15])
def test_a_number_that_a_cell_would_not_give_back_is_not_held(value):
    assert not column("number").holds(value)


def test_several_values_stand_once_each_behind_semicolons():
    states = column("state", many=True)

    assert states.read("KG; PL;") == ("KG", "PL")
    assert states.write(("KG", "PL")) == "KG;PL"
    assert refusal(states, "KG;PL;KG").found == "the same value twice in one cell"
    assert refusal(states, "KG;??").found == "what is not a territory code"
    assert not column("state").holds(("KG",))
    assert not states.holds("KG")


def test_a_line_break_separates_nothing():
    assert refusal(column("text", many=True), "one\ntwo").found == "a line break"
    assert column("text", many=True).read("one;two") == ("one", "two")


def test_an_unknown_is_read_where_the_column_admits_it():
    states = column("state", unknown=True, many=True)

    assert states.read("unknown:withheld") == Unknown("withheld")
    assert states.write(Unknown("withheld")) == "unknown:withheld"
    assert refusal(column("state"), "unknown:withheld").found == "an unknown value"
    assert refusal(states, "unknown:withheld;KG").found.startswith("an unknown value without")


def test_the_derived_unknown_is_never_typed_in():
    actor = STATEMENTS.column("actor")

    assert refusal(actor, "unknown:conflicting").allowed == (
        "unknown:not-checked, unknown:not-reported, unknown:withheld"
    )
    assert not actor.holds(Unknown(CONFLICTING))


def test_only_the_places_of_a_statement_may_be_abroad_without_a_name():
    taking = [name for name, each in NAMED.items() if ABROAD in each.reasons]

    assert taking == ["statements.place_of_act", "statements.place_of_target", "statements.hosts"]
    assert all(NAMED[name].read("unknown:abroad") == Unknown(ABROAD) for name in taking)
    assert "unknown:abroad" not in refusal(STATEMENTS.column("origin"), "unknown:abroad").allowed
    assert not STATEMENTS.column("transit").holds(Unknown(ABROAD))


def test_a_column_gives_the_reasons_that_the_vocabulary_has():
    assert {*NAMED["statements.hosts"].reasons} == vocabulary.ids("unknown-reasons")
    assert NAMED["statements.mode"].reasons == ()


def test_free_text_that_begins_like_an_unknown_is_text_where_none_is_admitted():
    assert column("text").read("unknown:withheld") == "unknown:withheld"


def test_a_near_miss_is_answered_with_what_was_meant():
    assert refusal(column("state"), "Kyrgyzstan").hint == "Did you mean KG?"
    assert refusal(column("state"), "Nowhere").hint == ""
    assert "abduction" in refusal(column("term", terms="techniques"), "abductoin").hint
    assert refusal(column("term", terms="techniques"), "@".join("xyz")).hint == (
        "`safeconduct vocabulary techniques` lists them all."
    )
    assert refusal(column("term", terms="bases"), "@".join("xyz")).hint == ""
    assert refusal(column("date"), "2024/2023").hint == "is an interval that ends before it begins"
    assert "locality" in refusal(column("place"), "KG/a/b").hint


def test_a_refusal_never_repeats_what_was_found():
    """Safety: a cell may name a person, and messages travel further than corpora."""
    named = "Somebody Somewhere"
    kinds = ("date", "state", "place", "grade", "credibility", "count", "number", "url", "language")

    for kind in kinds:
        refused = refusal(column(kind), named)
        assert "Somebody" not in f"{refused} {refused.hint} {refused.found} {refused.allowed}"


def test_what_is_allowed_is_said_in_words():
    few = column("term", terms="motives", many=True, unknown=True)

    assert few.allowed == (
        "a term of motives: accepted, claimed, disputed, several separated by ';', "
        "or unknown:REASON"
    )
    many = vocabulary.ids("techniques")
    assert column("term", terms="techniques").allowed.endswith(f" … ({len(many)} terms)")
    assert column("count").allowed == "a whole number, 0 or more"


def test_values_of_other_kinds_are_not_held():
    assert not column("text").holds(parse("2023"))
    assert not column("text").holds(Place("KG"))
    assert not column("date").holds("2023")
    assert not column("count").holds("1")
