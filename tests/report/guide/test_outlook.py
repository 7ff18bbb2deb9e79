"""What a guide is about: every host but the origin, and examples on which definitions differ.

It depends on the fixtures of this folder.
The examples are compared with a slow search of their own.
"""

from safeconduct.report.guide.outlook import EXAMPLES, Outlook
from tests.report.guide.conftest import DAY


def test_the_origin_is_no_host_of_its_own(outlook, paper):
    assert "RU" not in outlook.exposures
    assert {"KZ", "KG", "RS", "AM", "GE", "TR", "TH", "DE", "EE", "IL"} <= set(outlook.exposures)
    assert "KZ" not in Outlook(origin="KZ", on=DAY, corpus=paper).exposures


def test_every_exposure_speaks_of_the_day_and_the_origin(outlook):
    assert {(each.origin, each.on) for each in outlook.exposures.values()} == {("RU", DAY)}


def disagreement(outlook, incident):
    said = [by_incident[incident].says for by_incident in outlook.reading.verdicts.values()]
    return min(sum(1 for one in said if one != held) for held in set(said))


def test_the_examples_are_those_on_which_the_definitions_differ_most(outlook):
    incidents = [
        name
        for name, incident in outlook.reading.corpus.incidents.items()
        if incident.kind == "incident"
    ]
    left_out = set(incidents) - set(outlook.examples)

    assert len(outlook.examples) == EXAMPLES
    assert all(name in incidents for name in outlook.examples)
    least = min(disagreement(outlook, name) for name in outlook.examples)
    assert all(disagreement(outlook, name) <= least for name in left_out)
