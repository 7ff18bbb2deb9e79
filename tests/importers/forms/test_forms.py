"""Each form delivers the tables of its tool, and what one tool writes in two ways is read in both.

It depends on the invented files of other tools.
A further form is tested by its own file here, or by a line in these tables.
"""

import json
from typing import TYPE_CHECKING

import pytest

from safeconduct.importers import forms
from safeconduct.importers.forms import auto_archiver, kobotoolbox, misp, odk, stix, uwazi
from safeconduct.registry import members
from tests.importers.books import write
from tests.importers.foreign_files import zipped

if TYPE_CHECKING:
    from safeconduct.errors import Problem

NONE: frozenset[str] = frozenset()


def octets(told: object) -> bytes:
    return json.dumps(told).encode()


def test_every_form_names_itself_as_its_file_is_named():
    named = {module.NAME: module.__name__ for module in members(forms, required=("NAME", "tables"))}

    assert all(
        name == module.rpartition(".")[2].replace("_", "-") for name, module in named.items()
    )


def test_one_csv_file_of_odk_is_the_form():
    (table,) = odk.tables(b"KEY,x\n1,2\n", "x.csv", headings=NONE, problems=[])

    assert (table.name, table.headings) == ("", ("KEY", "x"))


def test_an_empty_archive_of_odk_has_no_tables():
    assert odk.tables(zipped({"x.txt": ""}), "x.zip", headings=NONE, problems=[]) == []


def test_two_sheets_without_parents_are_no_form_of_kobotoolbox(tmp_path):
    path = write(tmp_path / "x.xlsx", {"a": [["x"], ["1"]], "b": [["y"], ["2"]]})

    tables = kobotoolbox.tables(path.read_bytes(), path.name, headings=NONE, problems=[])

    assert [table.name for table in tables] == ["a", "b"]


def test_headings_of_uwazi_are_compared_without_regard_to_case():
    (table,) = uwazi.tables(
        zipped({"import.csv": " TITLE , Other \n\n a , b \n"}),
        "x.zip",
        headings=frozenset({"Title"}),
        problems=[],
    )

    assert table.file == "x.zip/import.csv"
    assert table.rows[0].cells == {"Title": ("a",), "Other": ("b",)}


@pytest.mark.parametrize(
    "wrap",
    [
        lambda told: told,
        lambda told: {"Event": told},
        lambda told: {"response": [{"Event": told}]},
    ],
)
def test_a_misp_record_is_read_in_every_wrapping(wrap):
    told = {
        "uuid": "u",
        "info": "x",
        "Tag": [
            {"name": "tlp:clear"},
            {"name": "plain"},
            {"name": 'misp-galaxy:country="norway - 5"'},
        ],
        "Object": [
            {
                "name": "incident",
                "uuid": "i",
                "comment": "free words: and more; nothing",
                "Attribute": [{"type": "text", "object_relation": "name", "value": "Held"}],
                "ObjectReference": [{"referenced_uuid": "r"}, {"referenced_uuid": "other"}],
            },
            {"name": "report", "uuid": "r", "comment": "chain: c1; hosts: SJ, TK"},
            {"name": "incident", "uuid": "gone", "deleted": "1"},
            {"name": "Invented Person Ж", "uuid": "x"},
        ],
    }

    tables = {
        table.name: table
        for table in misp.tables(octets(wrap(told)), "x", headings=NONE, problems=[])
    }

    assert set(tables) == {"Event", "incident", "report", "…"}
    (event,) = tables["Event"].rows
    assert event.cells["tag.tlp"] == ("clear",)
    assert event.cells["galaxy.country"] == ("norway",)
    (incident,) = tables["incident"].rows
    assert incident.cells["sources"] == ("r",)
    assert not [heading for heading in incident.cells if heading.startswith("comment.")]
    assert tables["report"].rows[0].cells["comment.hosts"] == ("SJ", "TK")


def test_relationships_that_lead_nowhere_bring_nothing_along():
    told = {
        "type": "bundle",
        "objects": [
            {"type": "incident", "id": "i", "created_by_ref": "nobody", "kept": True},
            {"type": "relationship", "id": "r1", "source_ref": "i", "target_ref": "i"},
            {"type": "relationship", "id": "r2", "source_ref": "i", "target_ref": "nowhere"},
            {"type": "relationship", "id": "r3", "source_ref": "i"},
            {"type": "identity", "id": "p", "identity_class": "individual", "name": "x"},
            {
                "type": "report",
                "id": "n",
                "created_by_ref": "p",
                "external_references": [{"url": "u"}],
            },
        ],
    }

    tables = {
        table.name: table for table in stix.tables(octets(told), "x", headings=NONE, problems=[])
    }

    assert set(tables["incident"].rows[0].cells) == {"type", "id", "created_by_ref", "kept"}
    assert "created_by_ref.name" not in tables["report"].headings
    assert tables["report"].rows[0].cells["external_references.url"] == ("u",)


def test_a_sheet_without_hashes_has_no_archive_to_speak_of():
    (table,) = auto_archiver.tables(
        b"link\nhttps://example.org/\n", "x.csv", headings=NONE, problems=[]
    )

    assert table.headings == ("link",)


@pytest.mark.parametrize("cells", ["'text','text'", "5,5", "'',"])
def test_what_is_no_result_of_the_database_has_no_link(cells):
    problems: list[Problem] = []
    content = f"status,metadata,media\n,{cells}\n".encode()

    (table,) = auto_archiver.tables(content, "x.csv", headings=NONE, problems=problems)

    assert not table.headings
    assert not problems
