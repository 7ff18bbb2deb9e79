"""Hostile files of other tools are refused with file, row and column, and nothing comes of them.

It depends on the invented files of other tools.
A further attack is one more line in `HOSTILE`: the source, the bytes, and the place that is named.
"""

import json
import struct
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.importers.python_literal import read_literal
from safeconduct.importers.strict_json import BrokenText, read_document
from tests.importers.books import write
from tests.importers.foreign_files import (
    AAAD,
    DATABASE,
    FREEDOM_HOUSE,
    FTM,
    ODK,
    SHEET,
    at,
    lines,
    refused,
    zipped,
)

if TYPE_CHECKING:
    from safeconduct.errors import Problem

LISTED = b"PK\x01\x02"


def ftm(change: Callable[[str], str], *, line: int = 0) -> bytes:
    """The invented entities with one line changed."""
    each = lines([*FTM]).splitlines(keepends=True)
    each[line] = change(each[line])
    return "".join(each).encode()


def stix(text: str) -> bytes:
    head = '{\n"type": "bundle",\n"id": "bundle--1",\n"objects": [\n'
    return (head + text + "\n]}").encode()


INCIDENT = '{"type": "incident", "id": "incident--1", "name": "Held", "n": 1}'
HOSTILE: dict[str, tuple[str, str | bytes, tuple[int, str]]] = {
    "deep JSON": ("stix", stix("[" * 5000 + "]" * 5000), (5, "objects[0]" + "[0]" * 38)),
    "deep JSON line": ("followthemoney", ftm(lambda _: "[" * 99_999, line=1), (2, "[0]" * 40)),
    "a number of a thousand digits": (
        "stix",
        stix(INCIDENT.replace('"n": 1', '"n": ' + "9" * 1000)),
        (5, "objects[0].n"),
    ),
    "a number beyond the machine": (
        "stix",
        stix(INCIDENT.replace('"n": 1', '"n": 1e999')),
        (5, "objects[0].n"),
    ),
    "a key that stands twice": (
        "stix",
        stix(INCIDENT.replace('"n": 1', '"name": "Other"')),
        (5, "objects[0].name"),
    ),
    "a key that stands twice and is free text": (
        "stix",
        stix('{"Invented Person!": 1, "Invented Person!": 2}'),
        (5, "objects[0].…"),
    ),
    "NaN": ("stix", stix(INCIDENT.replace('"n": 1', '"n": NaN')), (5, "objects[0].n")),
    "a NUL as an escape": (
        "stix",
        stix(INCIDENT.replace("Held", "He\\u0000ld")),
        (5, "name"),
    ),
    "a lone surrogate": (
        "stix",
        stix(INCIDENT.replace("Held", "He\\ud800ld")),
        (5, "name"),
    ),
    "a broken escape": ("stix", stix(INCIDENT.replace("Held", "\\x")), (5, "objects[0].name")),
    "a raw NUL": ("stix", stix(INCIDENT.replace("Held", "He\0ld")), (5, "objects[0].name")),
    "no comma": ("stix", stix(INCIDENT + INCIDENT), (5, "objects")),
    "no colon": ("stix", stix('{"type" "incident"}'), (5, "objects[0].type")),
    "a key without quotation marks": ("stix", stix("{type: 1}"), (5, "objects[0]")),
    "an end too soon": ("stix", b'{"type": "bundle", "objects": [', (1, "objects[0]")),
    "a list for a document": ("stix", b"[]", (1, "")),
    "text behind the document": ("stix", b'{"type": "bundle"} x', (1, "")),
    "no bundle": ("stix", b'{"type": "report"}', (1, "")),
    "an object without an id": ("stix", stix('{"type": "incident"}'), (5, "objects[0]")),
    "an empty bundle": ("stix", b'{"type": "bundle"}', (0, "")),
    "JSON in another encoding": (
        "stix",
        stix(INCIDENT.replace("Held", "Задержан")).decode().encode("cp1251"),
        (5, ""),
    ),
    "a MISP record without a name": ("misp", b'{"Event": {"uuid": "x"}}', (1, "Event")),
    "broken MISP": ("misp", b'{"Event": ', (1, "Event")),
    "a line that is no entity": ("followthemoney", ftm(lambda _: "{}\n", line=2), (3, "")),
    "a formula in JSON": (
        "followthemoney",
        ftm(lambda line: line.replace("Editor held", "=cmd|x!A1")),
        (1, "name"),
    ),
    "a formula in CSV": (
        "auto-archiver",
        SHEET.replace("wget: success", "=1+1").replace("https://example.org/post/1", "=1+1"),
        (2, "link"),
    ),
    "CSV in another encoding": (
        "aaad",
        AAAD.replace("Abducted", "Похищен").encode("cp1251"),
        (2, "action"),
    ),
    "CSV in UTF-16": ("aaad", AAAD.encode("utf-16"), (0, "")),
    "a NUL in CSV": ("aaad", AAAD.replace("Abducted", "Abd\0ucted"), (2, "action")),
    "a NUL in the key": ("aaad", AAAD.replace("17", "1\x007"), (2, "case_id")),
    "a NUL in a heading": ("aaad", AAAD.replace("home_state", "home\0state"), (1, "number 3")),
    "rows that end in two ways": ("aaad", AAAD + "18,1999,AQ,SJ,Abducted,,,,\r\n", (3, "")),
    "a carriage return in a cell": (
        "aaad",
        AAAD.replace("Abducted", '"Abd\ructed"'),
        (2, "action"),
    ),
    "an open quotation mark": ("aaad", AAAD + '"18,1999\n', (3, "")),
    "more cells than headings": ("aaad", AAAD + "18,1999,AQ,SJ,Abducted,,,,,x\n", (3, "")),
    "a heading that stands twice": ("aaad", AAAD.replace("year,", "case_id,"), (1, "number 2")),
    "a cell below no heading": ("aaad", AAAD.replace("description", ""), (2, "number 8")),
    "an empty file": ("aaad", b"", (0, "")),
    "a year of five digits": ("aaad", AAAD.replace("1999,AQ", "19999,AQ"), (2, "year")),
    "what is no digest": (
        "auto-archiver",
        SHEET.replace("SHA-256:ab", "SHA-256:x"),
        (2, "archive"),
    ),
    "code for a value": (
        "auto-archiver",
        "status,metadata,media\nok,__import__('os').system('true'),[]\n",
        (2, "link"),
    ),
    "Python without end": (
        "auto-archiver",
        f'status,metadata,media\nok,"{"[" * 9999}",[]\n',
        (2, "link"),
    ),
    "two values of Python": ("auto-archiver", "status,metadata,media\nok,{} {},[]\n", (2, "link")),
    "a text of Python that never ends": (
        "auto-archiver",
        "status,metadata,media\nok,{'url,[]\n",
        (2, "link"),
    ),
    "a text of Python with a broken escape": (
        "auto-archiver",
        "status,metadata,media\nok,{'url': '\\x'},[]\n",
        (2, "link"),
    ),
    "no archive": ("odk", b"PK\x03\x04 and no more", (0, "")),
    "an orphan": (
        "odk",
        zipped({**ODK, "form-act.csv": ODK["form-act.csv"].replace("uuid:1,uuid", "uuid:9,uuid")}),
        (2, "PARENT_KEY"),
    ),
    "a ZIP of Uwazi without its table": ("uwazi", zipped({"1.pdf": "x"}), (0, "")),
    "a ZIP of Uwazi whose table is elsewhere": ("uwazi", zipped({"a/import.csv": "x"}), (0, "")),
    "a workbook that is none": ("kobotoolbox", b"PK\x03\x04 and no more", (0, "")),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_with_its_place(tmp_path, name):
    source, content, place = HOSTILE[name]

    problems = refused(tmp_path, content, source)

    assert place in [(row, column) for _, row, column in at(problems)]
    assert all(file.startswith(f"{source}.file") for file, _, _ in at(problems))
    assert "Invented" not in str(problems)


def swollen(octets: bytes) -> bytes:
    """An archive that says of its first part that it unpacks to four gigabytes."""
    changed = bytearray(octets)
    struct.pack_into("<I", changed, changed.find(LISTED) + 24, 2**32 - 2)
    return bytes(changed)


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path):
    (problem,) = refused(tmp_path, swollen(zipped(ODK)), "odk")

    assert "when unpacked" in problem.found


def test_a_part_that_lies_about_its_size_is_no_archive(tmp_path):
    octets = bytearray(zipped(ODK))
    struct.pack_into("<I", octets, octets.find(LISTED) + 24, 3)

    assert at(refused(tmp_path, bytes(octets), "odk")) == [("odk.file", 0, "")]


def test_a_workbook_that_unpacks_without_measure_is_refused(tmp_path):
    path = write(tmp_path / "book.xlsx", {"cases": [["case_id"], ["1"]]})
    changed = bytearray(path.read_bytes())
    place = changed.find(LISTED)
    for _ in range(2):
        struct.pack_into("<I", changed, place + 24, 2**32 - 2)
        place = changed.find(LISTED, place + 4)

    (problem,) = refused(tmp_path, bytes(changed), "aaad")
    assert "when unpacked" in problem.found


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_and_parts_without_number_are_refused(tmp_path):
    octets = zipped({"form.csv": "KEY\n1\n", "fork.csv": "KEY\n2\n"}).replace(b"fork", b"form")

    (twice,) = refused(tmp_path, octets, "odk")
    (many,) = refused(tmp_path, zipped({f"{n}.txt": "" for n in range(10_001)}), "odk")

    assert (twice.found, many.found) == (
        "an archive in which two parts have one name",
        "an archive of more than 10000 parts",
    )


def test_every_problem_of_a_file_is_named_at_once(tmp_path):
    content = FREEDOM_HOUSE.replace("2019,", "x,").replace("Assault", "Y").replace(",2,", ",z,")

    problems = refused(tmp_path, content.replace("Detention", "Q"), "freedom-house")

    assert at(problems) == [
        ("freedom-house.file", 2, "Year"),
        ("freedom-house.file", 2, "Tactic"),
        ("freedom-house.file", 3, "Tactic"),
        ("freedom-house.file", 3, "Individuals"),
    ]


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader_of_json(text):
    problems: list[Problem] = []

    read = read_document(text.encode("utf-8", "surrogatepass"), "x.json", problems=problems)

    assert (read is None) == bool(problems)


@given(
    st.dictionaries(
        st.text(max_size=5),
        st.recursive(
            st.none() | st.booleans() | st.integers(-(10**20), 10**20) | st.text(max_size=8),
            lambda inner: st.lists(inner, max_size=3),
            max_leaves=8,
        ),
        max_size=4,
    )
)
def test_what_the_library_writes_is_read_as_it_was_meant(told):
    problems: list[Problem] = []

    read = read_document(json.dumps(told).encode(), "x.json", problems=problems)

    assert read is not None
    assert dict(read.members) == json.loads(json.dumps(told), object_hook=dict) | {
        key: _tuples(value) for key, value in told.items()
    }


def _tuples(value: object) -> object:
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


@given(st.text(max_size=40))
def test_no_text_breaks_the_reader_of_python(text):
    found = None
    try:
        read_literal(text)
    except BrokenText as broken:
        found = broken.found

    assert found != ""


@given(st.dictionaries(st.text(max_size=5), st.text(max_size=9) | st.booleans() | st.none()))
def test_what_python_writes_of_texts_is_read_as_it_was_meant(told):
    read = read_literal(repr(told))

    assert getattr(read, "members", None) == told


def test_the_shape_of_the_database_is_not_mistaken(tmp_path):
    broken = DATABASE.replace("datetime.datetime(2024, 2, 3", "datetime.date(2024, 2, 3")

    assert at(refused(tmp_path, broken, "auto-archiver")) == [("auto-archiver.file", 2, "link")]
