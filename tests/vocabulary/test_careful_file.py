"""A data file is opened whole, and refused with everything that is wrong, by folder and name.

It depends on temporary files only.
What single kinds of file demand is tried beside their readers.
"""

import pytest

from safeconduct.errors import InvalidVocabulary
from safeconduct.vocabulary.careful_file import closed, parsed
from safeconduct.vocabulary.careful_table import CarefulTable


def planted(folder, octets):
    path = folder / "doors" / "north.toml"
    path.parent.mkdir()
    path.write_bytes(octets)
    return path


@pytest.mark.parametrize("octets", [b"id = north", b'id = "\xff"', b"id = " + b"[" * 100_000])
def test_what_is_not_toml_is_refused_by_folder_and_name(tmp_path, octets):
    with pytest.raises(InvalidVocabulary) as refused:
        parsed(planted(tmp_path, octets))

    assert refused.value.file == "doors/north.toml"
    assert refused.value.problems == (("file", "is not TOML in UTF-8"),)


def test_every_surprise_is_told_at_the_end_with_the_page_that_helps(tmp_path):
    path = planted(tmp_path, b'id = "north"\nlock = true\nkey = 2\n')
    table = CarefulTable(parsed(path))
    table.text("id")

    with pytest.raises(InvalidVocabulary) as refused:
        closed(table, path, page="docs/doors.md")
    assert {key for key, _ in refused.value.problems} == {"lock", "key"}
    assert "docs/doors.md" in refused.value.hint


def test_a_file_without_a_surprise_is_closed_in_silence(tmp_path):
    path = planted(tmp_path, b'id = "north"\n')
    table = CarefulTable(parsed(path))
    table.text("id")

    closed(table, path, page="docs/doors.md")
    assert table.problems == []
