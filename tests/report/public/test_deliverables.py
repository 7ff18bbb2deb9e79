"""What can be taken: the release as it was signed, every format, nothing of what was taken back.

It depends on the releases of this folder and on the formats.
A new format is found by itself.
"""

import io
import json
import zipfile

from safeconduct.exporters.to_format import all_formats
from safeconduct.publish.folder import read
from safeconduct.report.public.deliverables import Deliverable, deliverables


def test_every_format_that_takes_a_release_is_there(history, taken):
    wanted = {name for name, each in all_formats().items() if "release" in each.HOLDS}

    forms = {given.form for given in taken[history.current.release.id]}

    assert forms == wanted | {"zip", "release"}
    assert {"xlsx", "ods", "parquet", "jsonl", "hxl"} <= forms


def test_what_was_taken_back_can_be_taken_in_no_form(history):
    assert deliverables(history.published[0]) == ()


def test_a_withdrawal_can_be_taken_and_checked_but_has_no_other_format(history, taken):
    assert {given.form for given in taken[history.last.release.id]} == {"zip", "release"}


def test_the_packed_release_is_read_back_whole_and_has_its_signatures(history, taken, tmp_path):
    whole = taken["quarter-3"][0]
    with zipfile.ZipFile(io.BytesIO(whole.octets)) as archive:
        archive.extractall(tmp_path)

    assert read(tmp_path / "release-quarter-3") == history.current.release
    assert (tmp_path / "release-quarter-3" / "SIGNATURES" / "key.sig").is_file()


def test_the_same_release_is_packed_into_the_same_bytes(history, taken):
    again = {each.path: each.octets for each in deliverables(history.current)}

    assert again == {each.path: each.octets for each in taken["quarter-3"]}


def test_no_two_files_lie_in_one_place(taken):
    paths = [given.path for found in taken.values() for given in found]

    assert len(set(paths)) == len(paths)


def test_a_file_says_what_kind_it_is():
    one = Deliverable(path="a/b.csv", form="hxl", octets=b"")

    assert (one.name, one.media_type) == ("b.csv", "text/csv")
    assert Deliverable(path="MANIFEST", form="x", octets=b"").media_type.endswith("octet-stream")
    assert "octets" not in json.dumps(repr(one))
