"""The descriptions for programs: every dataset, its files with their digests, nothing taken back.

It depends on the releases of this folder; rdflib reads them where `tools/judges.sh` has put it.
A further judge is one more test here.
"""

import json
import subprocess
from dataclasses import replace

import pytest

from safeconduct.report.public.description import (
    DCAT_JSON,
    DCAT_TURTLE,
    SCHEMA_ORG,
    descriptions,
)
from safeconduct.report.public.history import History
from tests.house.checkout import ROOT
from tests.report.public.shelves import by_technique, told

JUDGES = ROOT / ".judges" / "bin" / "python"
JUDGE = """
import sys
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.compare import isomorphic
SPACES = {"dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/"}
THINGS = (
    "dct:language dct:license dct:publisher dcat:distribution dcat:dataset dcat:mediaType "
    "dcat:downloadURL dcat:accessURL dcat:previousVersion"
)
TEXTS = "dct:title dct:description dct:identifier dct:issued dcat:version dcat:byteSize"
RANGES = {**dict.fromkeys(THINGS.split(), True), **dict.fromkeys(TEXTS.split(), False)}
base = "https://example.org/metadata/x"
turtle = Graph().parse(sys.argv[1], format="turtle", publicID=base)
linked = Graph().parse(sys.argv[2], format="json-ld", publicID=base)
assert len(turtle) > 100 and isomorphic(turtle, linked), (len(turtle), len(linked))
# DCAT 3: the range of these is a class, of the others here a literal; what a dataset must have.
for name, is_thing in RANGES.items():
    space, _, word = name.partition(":")
    found = list(turtle.objects(None, URIRef(SPACES[space] + word)))
    assert found, name
    assert all(isinstance(each, Literal) != is_thing for each in found), (name, found)
for dataset in turtle.subjects(RDF.type, URIRef(SPACES["dcat"] + "Dataset")):
    assert isinstance(dataset, URIRef)
    for word in ("title", "description", "identifier", "publisher", "issued"):
        assert turtle.value(dataset, URIRef(SPACES["dct"] + word), any=True), word
"""


@pytest.fixture(scope="module")
def described(history, taken):
    return descriptions(history, taken)


def test_every_dataset_is_described_with_what_became_of_it(described):
    graph = json.loads(described[SCHEMA_ORG])["@graph"]

    assert [each["schema:creativeWorkStatus"] for each in graph] == [
        *("current", "superseded", "superseded", "withdrawn"),
    ]
    assert {each["@type"] for each in graph} == {"schema:Dataset"}


def test_a_dataset_that_was_taken_back_has_its_reason_and_nothing_to_take(described):
    gone = json.loads(described[SCHEMA_ORG])["@graph"][-1]

    assert gone["schema:description"][0]["@value"] == "It named a town."
    assert "schema:distribution" not in gone
    assert "schema:variableMeasured" not in gone


def test_every_file_has_its_digest_and_a_place_on_the_same_host(described, taken):
    dataset = json.loads(described[SCHEMA_ORG])["@graph"][0]
    digests = {each["schema:sha256"] for each in dataset["schema:distribution"]}

    assert digests == {given.sha256 for given in taken["quarter-3"]}
    assert all(
        each["schema:contentUrl"]["@id"].startswith("../")
        for each in dataset["schema:distribution"]
    )


def test_a_licence_without_an_address_is_stated_as_rights():
    release = replace(told(0, by_technique()), licence="Ask us first")
    found = descriptions(History([(release, {})]), {release.id: ()})

    rights = b'dct:rights [ a dct:RightsStatement ;\n    rdfs:label "Ask us first" ]'
    assert rights in found[DCAT_TURTLE]
    assert b"dct:license" not in found[DCAT_TURTLE]
    assert b'"schema:license": "Ask us first"' in found[SCHEMA_ORG]


def test_both_forms_of_the_catalogue_say_the_same_to_rdflib(described, tmp_path):
    if not JUDGES.exists():
        pytest.skip("rdflib is not here: tools/judges.sh puts it into .judges")
    paths = []
    for name in (DCAT_TURTLE, DCAT_JSON):
        path = tmp_path / name.rpartition("/")[2]
        path.write_bytes(described[name])
        paths.append(str(path))

    judged = subprocess.run([str(JUDGES), "-c", JUDGE, *paths], check=False)

    assert judged.returncode == 0
