"""A mapping is read whole, or refused with every key that cannot stand.

It depends on the mappings that come with the program and on small ones of its own.
Safety: a mapping cannot keep what must not be kept of a person, nor make an id of it.
"""

from pathlib import Path

import pytest

from safeconduct.errors import InvalidMapping, NotFound, Unavailable
from safeconduct.importers.mapping import (
    LARGEST_MAPPING,
    known,
    mapping_of,
    parsed,
    read_mapping,
)

WHOLE = """
form = "table"
prefix = "own"
[source]
kind = "dataset"
reliability = "F"
[[table]]
makes = "incidents"
key = ["Id"]
[table.always]
"incidents.kind" = "incident"
[table.column]
Id = { leave = "it makes the id" }
When = { becomes = "statements.date", read = "day-month-year" }
Phone = { becomes = "statements.says" }
"Web page" = { becomes = "sources.url" }
"""


def problems(text: str) -> list[tuple[str, str]]:
    with pytest.raises(InvalidMapping) as invalid:
        parsed(text, "own.toml")
    assert invalid.value.file == "own.toml"
    return list(invalid.value.problems)


def test_a_mapping_knows_its_headings_and_columns():
    mapping = parsed(WHOLE, "own.toml")

    assert mapping.id == "own"
    assert mapping.headings == {"Id", "When", "Phone", "Web page"}
    assert mapping.tables[""].columns["When"].becomes == ("statements.date",)


def test_a_column_that_must_not_be_kept_is_dropped_whatever_the_mapping_says():
    column = parsed(WHOLE, "own.toml").tables[""].columns["Phone"]

    assert (column.becomes, column.drop) == ((), "phone")


@pytest.mark.parametrize(
    ("before", "after", "where"),
    [
        ('form = "table"', 'form = "nothing"', "form"),
        ('prefix = "own"', 'prefix = "Own!"', "prefix"),
        ('prefix = "own"', 'prefix = "own"\nrest = "guess"', "rest"),
        ('prefix = "own"', 'prefix = "own"\nsurprise = 1', "file"),
        ('prefix = "own"', "prefix = 5", "prefix"),
        ('prefix = "own"', 'prefix = "own"\ndrop_tables = { a = "secret" }', "drop_tables"),
        ('kind = "dataset"', 'kind = "gossip"', "source"),
        ('kind = "dataset"', "kind = 5", "source"),
        ('kind = "dataset"', 'colour = "red"', "source"),
        ('makes = "incidents"', 'makes = "noise"', "table 1, makes"),
        ('makes = "incidents"', 'makes = "incidents"\ncolour = 1', "table 1"),
        ('key = ["Id"]', "key = [5]", "key"),
        ('key = ["Id"]', 'key = ["Name of target"]', "table 1, key"),
        ('key = ["Id"]', 'key = ["Phone"]', "table 1, key"),
        ('key = ["Id"]', 'key = ["Who"]', "table 1, key"),
        ('"incidents.kind" = "incident"', '"incidents.kind" = ""', "table 1, always"),
        ("[table.column]", '[table.column]\nX = { drop = "name", leave = "y" }', "table 1, X"),
        ("[table.column]", '[table.column]\nX = { drop = "secret" }', "table 1, X"),
        ("[table.column]", "[table.column]\nX = {}", "table 1, X"),
        ("[table.column]", '[table.column]\nX = { becomes = "sources.id" }', "table 1, X"),
        ("[table.column]", '[table.column]\nX = { leave = "x", hue = 1 }', "table 1, X"),
        ("[table.column]", '[table.column]\nX = { leave = "x", read = "hard" }', "table 1, X"),
        ("[table.column]", "[table.column]\nX = 5", "table 1"),
        (
            "[table.column]",
            '[table.column]\nX.becomes = "statements.techniques"\nX.values = { a = "b", c = "" }',
            "table 1, X, values",
        ),
    ],
)
def test_what_cannot_stand_in_a_mapping_is_named(before, after, where):
    text = WHOLE.replace(before, after, 1)
    if '"Who"' in after:
        text = text.replace("[table.column]", '[table.column]\nWho = { drop = "name" }')

    assert where in [place for place, _ in problems(text)]


def test_what_is_wrong_in_the_same_way_twice_is_said_once():
    text = WHOLE.replace('prefix = "own"', 'prefix = "own"\na = 1\nb = 2')

    assert len(problems(text)) == 1


def test_two_tables_of_one_name_are_a_problem():
    assert ("table", "names one table twice") in problems(WHOLE + '[[table]]\nmakes = "sources"\n')


@pytest.mark.parametrize("text", ["form = ", "a = " + "[" * 9000, 'form = "table"\ntable = []'])
def test_what_is_no_mapping_is_refused(text):
    assert problems(text)


def test_an_unknown_source_is_not_found(tmp_path):
    with pytest.raises(NotFound) as unknown:
        mapping_of("nothing")
    with pytest.raises(NotFound):
        mapping_of(str(tmp_path / "nothing.toml"))

    assert all(name in unknown.value.hint for name in known())


def test_a_mapping_of_ones_own_is_read_from_its_path(tmp_path):
    (tmp_path / "own.toml").write_text(WHOLE)

    assert mapping_of(str(tmp_path / "own.toml")) == parsed(WHOLE, "own.toml")


@pytest.mark.parametrize("octets", [b"\xff\xfe", b"#" * (LARGEST_MAPPING + 1)])
def test_a_mapping_that_is_no_text_or_endless_is_refused(tmp_path, octets):
    (tmp_path / "own.toml").write_bytes(octets)

    with pytest.raises(InvalidMapping):
        mapping_of(str(tmp_path / "own.toml"))


class Locked(type(Path())):  # type: ignore[misc]
    """A path that nobody may read."""

    def read_bytes(self) -> bytes:
        """Decline, as the system does."""
        raise PermissionError


def test_a_mapping_that_nobody_may_read_is_unavailable(tmp_path):
    (tmp_path / "own.toml").write_text(WHOLE)

    with pytest.raises(Unavailable):
        read_mapping(Locked(tmp_path / "own.toml"))
