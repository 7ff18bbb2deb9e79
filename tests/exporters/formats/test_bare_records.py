"""Records that say almost nothing are passed on as such: nothing is filled in, nothing guessed.

It depends on the formats and on the small cast of the record.
A further way to say nothing is one more record in `bare`.
"""

import csv
import io
import json
import sys
from dataclasses import replace

import pytest

from safeconduct import exporters
from safeconduct.errors import Unavailable
from safeconduct.exporters.handover import Handover
from safeconduct.exporters.to_format import in_format
from safeconduct.record.corpus import Corpus
from safeconduct.record.incident import Incident
from safeconduct.record.partial_date import parse
from safeconduct.record.place import Place
from safeconduct.record.source import Source
from safeconduct.record.statement import Statement
from safeconduct.record.unknown import Unknown
from tests.exporters.whole_corpus import MASTHEAD


def bare(name, **values):
    """Write one incident of which one nameless source says no more than `values`."""
    corpus = Corpus.of(
        masthead=replace(MASTHEAD, licence="", publisher=""),
        sources=(
            Source(id="s", kind="press", locator_state="no-locator", reliability="B"),
            Source(
                id="named",
                kind="press",
                locator_state="located",
                reliability="B",
                url="https://example.org/a",
                published=parse("2023-11/2023-12"),
            ),
        ),
        statements=(
            Statement(id="st", source="s", incident="i", mode="reports", **values),
            Statement(id="st2", source="s", incident="j", mode="reports"),
            Statement(id="st3", source="named", incident="j", mode="reports", actor="A guard"),
        ),
        incidents=(
            Incident(id="i", label="Something", kind="incident"),
            Incident(id="j", label="More | less", kind="incident"),
        ),
    )
    handed = Handover(from_corpus=corpus)
    return {file: octets.decode() for file, octets in in_format(name, handed).items()}


def test_lines_say_that_a_value_is_not_known_and_why():
    (text,) = bare("jsonl", date=Unknown("withheld"), hosts=Unknown("abroad")).values()
    statement = next(line for line in map(json.loads, text.splitlines()) if line.get("id") == "st")

    assert statement["date"] == {"unknown": "withheld"}
    assert statement["hosts"] == {"unknown": "abroad"}


def test_a_state_alone_is_a_country_and_no_address():
    things = bare("followthemoney", place_of_act=Place("BV"))["entities.ftm.json"]
    first = json.loads(things.splitlines()[0])

    assert first["properties"]["country"] == ["bv"]
    assert "location" not in first["properties"]


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("2023-10", {"date": ["2023-10"]}),
        ("2023~", {"date": ["2023"]}),
        ("202X", {"startDate": ["2020-01-01"], "endDate": ["2029-12-31"]}),
        ("2019/..", {"startDate": ["2019-01-01"]}),
    ],
)
def test_a_date_is_told_as_exactly_as_it_is_known(date, told):
    things = bare("followthemoney", date=parse(date))["entities.ftm.json"]
    properties = json.loads(things.splitlines()[0])["properties"]

    assert {key: value for key, value in properties.items() if key.lower().endswith("date")} == told


def test_a_source_of_an_uncertain_day_is_a_reference_and_no_report():
    bundle = json.loads(bare("stix")["stix.json"])
    kinds = {each["type"] for each in bundle["objects"]}

    assert "report" in kinds  # the interval begins on a day
    assert [each["name"] for each in bundle["objects"] if each["type"] == "report"] == ["named"]
    assert not any(each.get("definition_type") for each in bundle["objects"])


def test_an_organ_of_no_known_state_has_a_name_only():
    corpus = Corpus.of(
        masthead=MASTHEAD,
        sources=tuple(
            Source(
                id=each,
                kind="press",
                locator_state="no-locator",
                reliability="B",
                publisher=each.title(),
            )
            for each in ("heron", "gull")
        ),
        statements=tuple(
            Statement(id=f"st-{each}", source=each, incident="i", mode="reports", actor="A guard")
            for each in ("heron", "gull")
        ),
        incidents=(Incident(id="i", label="Something", kind="incident"),),
    )
    written = in_format("followthemoney", Handover(from_corpus=corpus))["entities.ftm.json"]
    organ = next(
        one for one in map(json.loads, written.splitlines()) if one["schema"] == "PublicBody"
    )

    assert organ["properties"] == {"name": ["A guard"]}


def test_the_separator_of_uwazi_gives_way_inside_a_value():
    rows = list(csv.DictReader(io.StringIO(bare("uwazi")["uwazi.csv"])))

    assert [row["title"] for row in rows] == ["Something", "More / less"]
    assert rows[0]["link"] == ""
    assert rows[0]["date"] == ""
    assert rows[0]["country of the act"] == ""
    assert rows[1]["link"] == "named|https://example.org/a"


def test_without_its_library_a_workbook_is_unavailable(monkeypatch):
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    monkeypatch.delitem(sys.modules, "safeconduct.exporters.workbook", raising=False)
    monkeypatch.delattr(exporters, "workbook", raising=False)

    with pytest.raises(Unavailable, match="xlsx"):
        bare("xlsx")
