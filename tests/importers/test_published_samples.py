"""Small samples that other tools publish, or write with their own library, come in as they are.

It depends on nothing of those tools but, for FollowTheMoney, on `.judges/`, which
`tools/judges.sh` makes; where that is missing its test is skipped and says so.
A further sample is one more text here with its origin, commit and licence; samples with anything
of a person who lives are never taken.

Sources: `app/api/csv/specs/test.csv` of `huridocs/uwazi` (0a79773, MIT, HURIDOCS), whole;
`test/unit/data/briefcase.js` of `getodk/central-backend` (052627e, Apache-2.0, ODK), the two tables
that its test of a single repeat expects. STIX and MISP: `test_foreign.py`, by stix2 and PyMISP.
"""

import json
import subprocess

import pytest

from safeconduct.errors import RejectedRows
from safeconduct.importers import foreign
from safeconduct.importers.mapping import mapping_of, parsed
from tests.house.checkout import ROOT
from tests.importers.foreign_files import zipped

JUDGES = ROOT / ".judges" / "bin" / "python"
UWAZI = """\
Title , text label  , numeric label, non configured, select_label, not defined type, \
geolocation_geolocation,auto id, additional tag(s), Multi Select Label, Date label, Language

title1, text value 1, 1977, ______________, thesauri1   , notType1                 , 1|1,,\
tag1, multivalue1,03/01/2022,English
title2, text value 2, 2019, ______________, thesauri2   , notType2                 ,    ,,\
tag2, multivalue2,01/03/2022,Spanish
title3, text value 3, 2020, ______________, thesauri2   , notType3                 , 0|0,,\
tag3, multivalue1|multivalue3,01/01/2022,AnyStringIsGood
"""
ODK = {
    "singlerepeat.csv": "SubmissionDate,meta-instanceID,name,age,KEY\n"
    "2018-01-01T00:00:00.000Z,one,Alice,30,one\n"
    "2018-01-01T00:00:00.000Z,two,Bob,34,two\n"
    "2018-01-01T00:00:00.000Z,three,Chelsea,38,three\n",
    "singlerepeat-child.csv": "name,age,PARENT_KEY,KEY\n"
    "Billy,4,two,two/children/child[1]\n"
    "Blaine,6,two,two/children/child[2]\n"
    "Candace,2,three,three/children/child[1]\n",
}
FOR_UWAZI = """
form = "uwazi"
prefix = "sample"
[plain]
en = "the sample"
ru = "образец"
[source]
kind = "dataset"
title = "A sample"
reliability = "F"
[[table]]
name = ""
makes = "incidents"
key = ["Title"]
[table.always]
"incidents.kind" = "incident"
"statements.mode" = "reports"
[table.column]
"Title" = { becomes = "incidents.label" }
"text label" = { becomes = "statements.says" }
"numeric label" = { becomes = "statements.date" }
"geolocation_geolocation" = { drop = "coordinates" }
"""
LEFT = (
    *("non configured", "select_label", "not defined type", "auto id", "additional tag(s)"),
    *("Multi Select Label", "Date label", "Language"),
)
FOR_ODK = """
form = "odk"
prefix = "sample"
[plain]
en = "the sample"
ru = "образец"
[source]
kind = "testimony"
reliability = "F"
[[table]]
name = ""
makes = "sources"
key = ["KEY"]
[table.always]
"sources.kind" = "testimony"
"sources.reliability" = "F"
[table.column]
"SubmissionDate" = { becomes = "sources.accessed", read = "instant" }
"meta-instanceID" = { leave = "KEY says it" }
"name" = { drop = "name" }
"age" = { leave = "a sample" }
"KEY" = { leave = "it makes the id" }
[[table]]
name = "child"
makes = "incidents"
key = ["KEY"]
[table.always]
"incidents.kind" = "incident"
"statements.mode" = "asserts"
[table.column]
"name" = { drop = "name" }
"age" = { becomes = ["statements.persons_min", "statements.persons_max"] }
"PARENT_KEY" = { becomes = "statements.source" }
"KEY" = { leave = "it makes the id" }
"""
WRITER = """
import json, sys
from followthemoney import model
event = model.make_entity("Event")
event.id = "e1"
event.add("name", "An editor was held")
event.add("date", "2024-03")
event.add("country", "lv")
person = model.make_entity("Person")
person.id = "p1"
person.add("name", "Invented Person")
person.add("birthDate", "1970-01-01")
article = model.make_entity("Article")
article.id = "a1"
article.add("title", "Held at the border")
article.add("sourceUrl", "https://paper.invalid/1")
event.add("proof", article)
event.add("involved", person)
for each in (event, person, article):
    print(json.dumps(each.to_dict()))
"""


def for_uwazi():
    left = "".join(f'"{heading}" = {{ leave = "a sample" }}\n' for heading in LEFT)
    return parsed(FOR_UWAZI + left, "sample.toml")


def taken(folder, octets, file, mapping):
    path = folder / file
    path.write_bytes(octets if isinstance(octets, bytes) else octets.encode())
    return foreign.read(path, mapping)


def test_the_sample_of_uwazi_comes_in_without_its_coordinates(tmp_path):
    came = taken(tmp_path, UWAZI, "test.csv", for_uwazi())

    labels = [each.label for each in came.corpus.incidents.values()]
    assert labels == ["title1", "title2", "title3"]
    assert [each.date.text for each in came.corpus.statements.values()] == ["1977", "2019", "2020"]
    assert [(each.kind, each.number) for each in came.dropped] == [("coordinates", 2)]


def test_the_sample_of_odk_comes_in_with_its_repeat_and_without_its_names(tmp_path):
    came = taken(tmp_path, zipped(ODK), "sample.zip", parsed(FOR_ODK, "sample.toml"))

    assert (len(came.corpus.sources), len(came.corpus.incidents)) == (3, 3)
    assert [each.persons_min for each in came.corpus.statements.values()] == [4, 6, 2]
    assert {(each.kind, each.number) for each in came.dropped} == {("name", 3)}
    assert "Alice" not in repr(came)
    assert "Billy" not in repr(came)


@pytest.mark.skipif(not JUDGES.exists(), reason="no followthemoney: run sh tools/judges.sh")
def test_entities_that_followthemoney_wrote_come_in_without_the_person(tmp_path):
    done = subprocess.run([JUDGES, "-c", WRITER], capture_output=True, text=True, check=True)

    came = taken(tmp_path, done.stdout, "x.ftm.json", mapping_of("followthemoney"))

    (incident,) = came.corpus.incidents.values()
    (source,) = came.corpus.sources.values()
    assert incident.label == "An editor was held"
    assert source.url == "https://paper.invalid/1"
    assert came.dropped
    assert "Invented Person" not in repr(came.corpus)


@pytest.mark.parametrize(
    ("octets", "file", "row", "column"),
    [
        (UWAZI.replace("2019", "20x9"), "test.csv", 4, "numeric label"),
        (UWAZI.replace("Title ,", "Titel ,"), "test.csv", 1, "Titel"),
        # A key may be several columns, so that its row is told and no column.
        (UWAZI.replace("title2,", "title1,"), "test.csv", 4, ""),
        (UWAZI.replace(",English", ",English,more"), "test.csv", 3, ""),
    ],
)
def test_a_hostile_sample_of_uwazi_is_refused_with_its_place(tmp_path, octets, file, row, column):
    with pytest.raises(RejectedRows) as caught:
        taken(tmp_path, octets, file, for_uwazi())

    assert (file, row, column) in {
        (each.file, each.row, each.column) for each in caught.value.problems
    }


@pytest.mark.parametrize(
    ("changed", "file", "row", "column"),
    [
        (("singlerepeat-child.csv", "Billy,4,two,", "Billy,4,ten,"), "child", 2, "PARENT_KEY"),
        (("singlerepeat-child.csv", "Billy,4", "Billy,four"), "child", 2, "age"),
        (("singlerepeat.csv", "2018-01-01T00", "someday"), "singlerepeat.csv", 2, "SubmissionDate"),
    ],
)
def test_a_hostile_sample_of_odk_is_refused_with_its_place(tmp_path, changed, file, row, column):
    name, old, new = changed
    files = ODK | {name: ODK[name].replace(old, new)}

    with pytest.raises(RejectedRows) as caught:
        taken(tmp_path, zipped(files), "sample.zip", parsed(FOR_ODK, "sample.toml"))

    places = [(each.file, each.row, each.column) for each in caught.value.problems]
    assert any(file in told and (at, heading) == (row, column) for told, at, heading in places)


def test_a_hostile_line_of_followthemoney_is_refused_with_its_place(tmp_path):
    line = json.dumps({"id": "e1", "schema": "Event", "properties": {"name": ["x"]}})

    with pytest.raises(RejectedRows) as caught:
        taken(tmp_path, f"{line}\n{{broken\n", "x.ftm.json", mapping_of("followthemoney"))

    assert {(each.file, each.row) for each in caught.value.problems} == {("x.ftm.json", 2)}
