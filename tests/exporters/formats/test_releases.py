"""A release goes into every format of tables, and into no format that speaks of incidents.

It depends on the formats and on a small release.
A format that takes releases is tried without being listed.
"""

import csv
import io
import json

import pytest

from safeconduct.errors import Refusal
from safeconduct.exporters.handover import Handover
from safeconduct.exporters.to_format import all_formats, in_format, write
from safeconduct.figures.columnar.door import Door, quoted
from tests.exporters.formats.test_conformance import readable
from tests.exporters.small_release import small_release

FORMATS = all_formats()


@pytest.mark.parametrize("name", [name for name in FORMATS if "release" in FORMATS[name].HOLDS])
def test_a_format_of_tables_takes_a_release(name):
    written = in_format(name, Handover(from_release=small_release()))

    assert written == in_format(name, Handover(from_release=small_release()))
    assert any("15–19".encode() in readable(octets) for octets in written.values())


@pytest.mark.parametrize("name", ["hxl", "jsonl", "parquet", "ods"])
def test_a_release_without_tables_is_written_too(name):
    written = in_format(name, Handover(from_release=small_release(tables=())))

    assert bool(written) == (name != "parquet")


@pytest.mark.parametrize("name", [name for name in FORMATS if "release" not in FORMATS[name].HOLDS])
def test_a_format_of_incidents_declines_a_release(name):
    with pytest.raises(Refusal) as refused:
        in_format(name, Handover(from_release=small_release()))

    assert name in refused.value.asked


def test_lines_keep_the_bounds_of_a_cell_that_is_not_shown():
    (octets,) = in_format("jsonl", Handover(from_release=small_release())).values()
    lines = [json.loads(line) for line in octets.decode().splitlines()]

    assert lines[0]["digest"] == small_release().digest
    assert {key: value for key, value in lines[2].items() if key != "measure"} == {
        "table": "by-host",
        "host": "HM",
        "shown": "not shown",
        "low": 0,
        "high": None,
    }


def test_hashtags_stand_above_tables_of_different_width():
    (octets,) = in_format("hxl", Handover(from_release=small_release())).values()
    rows = list(csv.reader(io.StringIO(octets.decode())))

    assert len({len(row) for row in rows}) == 1
    assert rows[1][0] == "#indicator+name"
    assert rows[3] == ["by-host", "host", "HM", "not shown", "0", ""]


def test_parquet_keeps_numbers_as_numbers(tmp_path):
    write("parquet", Handover(from_release=small_release()), path=tmp_path)

    with Door() as door:
        assert door.rows(f"FROM read_parquet({quoted(tmp_path / 'by-host.parquet')})")[1] == (
            "HM",
            "not shown",
            0,
            None,
        )
