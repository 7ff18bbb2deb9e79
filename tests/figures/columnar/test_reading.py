"""What the columns cannot take as it is goes to the careful reader, and nothing else does.

It depends on the reading and on a small sound folder that is spoilt cell by cell.
A rule of the record that counting relies on is a new line here.
"""

import pytest

from safeconduct.errors import SafeconductError
from safeconduct.figures.columnar.coding import code_folder
from safeconduct.figures.columnar.door import Door, Unsuitable
from safeconduct.importers import corpus_folder
from safeconduct.record.tables import DECISIONS, TABLES
from tests.figures.columnar.plain_folder import SOUND, rewrite, write

DECISION = SOUND["decisions"][0]
# What the careful reader refuses too.
WRONG = [
    ("sources", 0, {"reliability": ""}),
    ("sources", 0, {"reliability": "G"}),
    ("sources", 1, {"id": "s1"}),
    ("sources", 0, {"id": "no id"}),
    ("sources", 0, {"id": ""}),
    ("sources", 1, {"publisher": "=1+1"}),
    ("sources", 1, {"voice": "Own"}),
    ("sources", 1, {"derived_from": "s9"}),
    ("sources", 0, {"derived_from": "s2"}),
    ("sources", 0, {"derived_from": "s1"}),
    ("sources", 1, {"derived_from": "s1;s1"}),
    ("sources", 1, {"derived_from": "s1; s1"}),
    ("sources", 0, {"published": "last May"}),
    ("incidents", 1, {"id": "i1"}),
    ("incidents", 0, {"chain": "a chain"}),
    ("incidents", 0, {"kind": "event"}),
    ("incidents", 0, {"same_person_as": "i1"}),
    ("incidents", 1, {"same_person_as": "i9"}),
    ("incidents", 1, {"same_person_as": "i1;i1"}),
    ("statements", 1, {"id": "t1"}),
    ("statements", 1, {"source": "s9"}),
    ("statements", 1, {"incident": "i9"}),
    ("statements", 1, {"mode": ""}),
    ("statements", 1, {"mode": "mumbles"}),
    ("statements", 1, {"date": "in May"}),
    ("statements", 1, {"date": "", "date_extent": "within"}),
    ("statements", 1, {"date": "unknown:withheld", "date_extent": "within"}),
    ("statements", 1, {"origin": "ZZ"}),
    ("statements", 1, {"techniques": "menace"}),
    ("statements", 1, {"persons_min": "2"}),
    ("statements", 1, {"persons_max": "2"}),
    ("statements", 1, {"persons_min": "3", "persons_max": "2"}),
    ("statements", 1, {"persons_min": "unknown:withheld", "persons_max": "2"}),
    ("statements", 1, {"basis": "court-finding"}),
    ("statements", 1, {"basis_by": "BV"}),
    ("statements", 1, {"basis": "verified-evidence", "basis_by": "BV"}),
    ("statements", 1, {"basis_against": "BV"}),
    ("statements", 1, {"revises": "t1"}),
    ("statements", 1, {"derived_from": "s2"}),
    ("statements", 1, {"derived_from": "s9"}),
    ("statements", 1, {"derived_from": "s1;s1"}),
    ("statements", 2, {"revises": ""}),
    ("statements", 2, {"revises": "t3"}),
    ("statements", 2, {"revises": "t9"}),
    ("statements", 2, {"incident": "i2"}),
    ("decisions", 0, {"field": "colour"}),
    ("decisions", 0, {"value": "the moon"}),
    ("decisions", 0, {"reason": ""}),
    ("decisions", 0, {"incident": "i9"}),
    ("decisions", 1, {**DECISION, "field": "origin", "value": "BV"}),
    ("decisions", 1, {**DECISION, "id": "d2"}),
]
# What is right, and only not in the form in which the columns compare it.
NOT_PLAIN = [
    ("statements", 1, {"origin": " BV"}),
    ("statements", 1, {"techniques": "abduction; threat"}),
    ("statements", 1, {"persons_min": "02", "persons_max": "2"}),
    ("sources", 1, {"publisher": "Lantern "}),
]
TWO_CORRECTIONS = [
    ("statements", 2, {"revises": "t4"}),
    (
        "statements",
        3,
        {"id": "t4", "source": "s1", "incident": "i1", "mode": "corrects", "revises": "t3"},
    ),
]


def take(folder):
    with Door() as door:
        code_folder(door, folder, aliases={"a": "A"})
        return door.rows("SELECT id FROM coded ORDER BY id")


def assert_not_taken(folder):
    with pytest.raises(Unsuitable):
        take(folder)


def test_a_sound_folder_is_taken(tmp_path):
    assert take(write(tmp_path / "c")) == [("i1",), ("i2",)]


@pytest.mark.parametrize("change", WRONG, ids=lambda change: f"{change[0]} {change[2]}")
def test_what_breaks_a_rule_is_refused_by_both_ways(tmp_path, change):
    folder = write(tmp_path / "c", change)

    assert_not_taken(folder)
    with pytest.raises(SafeconductError):
        corpus_folder.read(folder)


@pytest.mark.parametrize("change", NOT_PLAIN, ids=lambda change: f"{change[2]}")
def test_what_is_not_in_its_plain_form_is_left_to_the_careful_reader(tmp_path, change):
    folder = write(tmp_path / "c", change)

    assert_not_taken(folder)
    assert corpus_folder.read(folder).incidents


def test_a_cell_of_more_ids_than_a_cell_may_hold_is_refused_by_both_ways(tmp_path):
    ids = [f"s{'x' * 70}{number:04}" for number in range(450)]
    row = {"kind": "press", "locator_state": "no-locator", "reliability": "B"}
    more = [("sources", 2 + n, {**row, "id": each}) for n, each in enumerate(ids)]
    folder = write(tmp_path / "c", *more, ("sources", 1, {"derived_from": ";".join(ids[:400])}))
    assert take(folder) == [("i1",), ("i2",)]

    folder = write(tmp_path / "d", *more, ("sources", 1, {"derived_from": ";".join(ids)}))
    assert_not_taken(folder)
    with pytest.raises(SafeconductError):
        corpus_folder.read(folder)


def test_corrections_that_correct_each_other_are_not_taken(tmp_path):
    folder = write(tmp_path / "c", *TWO_CORRECTIONS)

    assert_not_taken(folder)
    with pytest.raises(SafeconductError):
        corpus_folder.read(folder)


@pytest.mark.parametrize("table", ["sources", "statements", "incidents"])
def test_a_table_that_is_missing_or_has_another_header_is_not_taken(tmp_path, table):
    folder = write(tmp_path / "c")

    rewrite(folder, table, "id,", "ID,")
    assert_not_taken(folder)
    (folder / TABLES[table].file).unlink()
    assert_not_taken(folder)
    (folder / TABLES[table].file).write_bytes(b"id,\xff\n")
    assert_not_taken(folder)
    (folder / TABLES[table].file).write_bytes(b"")
    assert_not_taken(folder)


def test_a_ragged_row_is_not_taken(tmp_path):
    folder = write(tmp_path / "c")
    rewrite(folder, "incidents", "An act,", "An act,,,,,,,,,,")

    assert_not_taken(folder)


def test_a_folder_without_decisions_is_taken(tmp_path):
    folder = write(tmp_path / "c")
    (folder / DECISIONS.file).unlink()

    assert take(folder) == [("i1",), ("i2",)]


@pytest.mark.parametrize(
    "octets", [b"", b"id,incident\n", b"\xff\n", ",".join(DECISIONS.headings).encode() + b"\nd1\n"]
)
def test_decisions_in_another_form_are_not_taken(tmp_path, octets):
    folder = write(tmp_path / "c")
    (folder / DECISIONS.file).write_bytes(octets)

    assert_not_taken(folder)


def test_a_publisher_may_be_missing_and_a_name_with_a_quote_is_a_name(tmp_path):
    folder = write(tmp_path / "it's a corpus", ("sources", 1, {"publisher": 'L\'Écho; "Nord"'}))

    assert take(folder) == [("i1",), ("i2",)]
