"""What every format must do, whatever it writes: each column told, the same bytes, nothing kept.

It depends on the registry of formats, so that a new one is tested without being listed.
A promise that all formats make is one more test here.
"""

import json
import zipfile
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest

from safeconduct.errors import Refusal
from safeconduct.exporters.handover import Handover
from safeconduct.exporters.kept_back import KEPT_BACK
from safeconduct.exporters.to_format import all_formats, in_format
from safeconduct.figures.columnar.door import Door, quoted
from safeconduct.record.tables import TABLES
from tests.exporters.whole_corpus import (
    MASTHEAD,
    OTHER_VALUES,
    PLANTED,
    whole_corpus,
    with_another,
)

FORMATS = all_formats()
OF_A_CORPUS = [name for name, each in FORMATS.items() if "corpus" in each.HOLDS]
COLUMNS = [f"{table.name}.{name}" for table in TABLES.values() for name in table.headings]
GOLDEN = Path(__file__).parents[2] / "golden" / "formats"


def handed(name, corpus=None):
    if "corpus" not in FORMATS[name].HOLDS:
        return Handover()
    return Handover(from_corpus=corpus or whole_corpus())


def readable(octets):
    """Open what is packed, so that a word inside it can be found."""
    if octets[:2] == b"PK":
        with zipfile.ZipFile(BytesIO(octets)) as archive:
            return b"".join(archive.read(name) for name in archive.namelist())
    return octets


def everything(name, corpus, folder):
    """Read all that a format writes as one text."""
    texts = []
    for file, octets in in_format(name, handed(name, corpus)).items():
        if octets[:4] == b"PAR1":
            path = folder / file
            path.write_bytes(octets)
            with Door() as door:
                texts.append(str(door.rows(f"FROM read_parquet({quoted(path)})")))
        else:
            texts.append(readable(octets).decode())
    return "\n".join(texts)


def told(declared, column):
    table, _, _ = column.partition(".")
    return column in declared or f"{table}.*" in declared


@pytest.mark.parametrize("name", OF_A_CORPUS)
def test_every_column_is_carried_or_left_out_by_name_and_never_both(name):
    carries, leaves = FORMATS[name].CARRIES, FORMATS[name].LEAVES

    assert [one for one in COLUMNS if told(carries, one) == told(leaves, one)] == []
    assert {one.split(".")[1] for one in [*carries, *leaves]} - {"*"} <= {
        one.split(".")[1] for one in COLUMNS
    }
    assert all([*carries.values(), *leaves.values()])


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_thing_gives_the_same_bytes(name):
    first, second = (in_format(name, handed(name)) for _ in range(2))

    assert first == second
    assert all(first.values())
    assert FORMATS[name].ENDING == "" or len(first) == 1


@pytest.mark.parametrize(
    "name", [name for name in OF_A_CORPUS if FORMATS[name].ROWS == "incidents"]
)
def test_the_order_of_rows_changes_nothing_but_the_order(name, tmp_path):
    corpus = whole_corpus()
    turned = whole_corpus(sources=reversed(tuple(corpus.sources.values())))

    first, second = (everything(name, each, tmp_path) for each in (corpus, turned))

    assert sorted(first) == sorted(second)


@pytest.mark.parametrize("name", OF_A_CORPUS)
def test_what_is_kept_back_changes_no_byte(name):
    """Safety: nobody can try guesses at what stays against anything that left, not even an id."""
    corpus = whole_corpus()
    others = tuple(
        replace(each, note="something else", reliability_reason="no reason")
        for each in corpus.sources.values()
    )

    assert octets_of(name, corpus) == octets_of(name, whole_corpus(sources=others))


@pytest.mark.parametrize("name", OF_A_CORPUS)
def test_what_is_kept_back_is_nowhere_in_what_was_written(name, tmp_path):
    """Safety: whom a cell could lead to does not travel, nor does the place where one lives."""
    written = everything(name, whole_corpus(), tmp_path)

    assert "Poet taken" in written
    assert PLANTED not in written


# The others hold the same values as the lines, by the same function.
TRIED = [name for name in OF_A_CORPUS if FORMATS[name].ROWS == "incidents" or name == "jsonl"]


@pytest.mark.parametrize("column", sorted(OTHER_VALUES))
def test_a_column_that_is_carried_changes_what_is_written(column):
    corpus = with_another(column)
    unmoved = [
        name
        for name in TRIED
        if told(FORMATS[name].CARRIES, column) and octets_of(name, corpus) == as_it_is(name)
    ]

    assert unmoved == []


@cache
def as_it_is(name):
    return octets_of(name, whole_corpus())


def octets_of(name, corpus):
    return list(in_format(name, handed(name, corpus)).values())


def test_every_column_that_leaves_has_another_value_to_be_tried_with():
    untried = set(COLUMNS) - set(OTHER_VALUES) - set(KEPT_BACK)

    assert untried == {f"{table}.id" for table in TABLES}


@pytest.mark.parametrize("name", OF_A_CORPUS)
@pytest.mark.parametrize(
    "masthead",
    [
        replace(MASTHEAD, may_go_to=""),
        replace(MASTHEAD, may_go_to="amber"),
        replace(MASTHEAD, for_purposes=""),
        replace(MASTHEAD, for_purposes="research"),
    ],
)
def test_a_corpus_that_may_not_leave_does_not(name, masthead):
    with pytest.raises(Refusal):
        handed(name, whole_corpus(masthead))


@pytest.mark.parametrize("name", OF_A_CORPUS)
def test_an_empty_corpus_is_written_too(name):
    assert in_format(name, handed(name, whole_corpus(**dict.fromkeys(TABLES, ()))))


@pytest.mark.parametrize("name", FORMATS)
def test_nobody_is_wanted(name, tmp_path):
    """Safety: no word of another tool makes somebody a suspect who is a target here."""
    corpus = whole_corpus() if name in OF_A_CORPUS else None
    written = everything(name, corpus, tmp_path)

    for word in ('"wanted"', '"poi"', '"topics"', '"Person"', '"threat-actor"', '"victim"'):
        assert word not in written


@pytest.mark.parametrize(
    "name", [name for name in FORMATS if name not in ("parquet", "xlsx", "ods")]
)
def test_the_golden_sample_still_stands(name):
    """The words of the vocabulary change; what is written of an invented corpus does not."""
    if name.startswith("misp-"):
        written = in_format(name, handed(name))
        assert all(json.loads(octets) for octets in written.values())
        return
    for file, octets in in_format(name, handed(name)).items():
        if file not in ("codebook.csv", "datapackage.json"):
            assert (GOLDEN / name / file).read_bytes() == octets
