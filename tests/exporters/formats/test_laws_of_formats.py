"""Laws that hold for any corpus: every format writes it, the same way twice, and refers to nothing.

It depends on the generated corpora of the record.
A further law is one more test here.
"""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings

from safeconduct.exporters.handover import Handover
from safeconduct.exporters.to_format import all_formats, in_format
from tests.exporters.whole_corpus import MASTHEAD
from tests.record.strategies import PATIENT, corpora

FEW = settings(PATIENT, max_examples=20)
QUICK = [name for name, each in all_formats().items() if each.ROWS == "incidents"]


def handed(corpus):
    return Handover(from_corpus=replace(corpus, masthead=MASTHEAD))


@pytest.mark.parametrize("name", [*QUICK, "jsonl", "data-package"])
@FEW
@given(corpus=corpora())
def test_any_corpus_is_written_and_twice_the_same(name, corpus):
    assert in_format(name, handed(corpus)) == in_format(name, handed(corpus))


@FEW
@given(corpus=corpora())
def test_no_object_of_a_bundle_refers_to_one_that_is_missing(corpus):
    objects = json.loads(in_format("stix", handed(corpus))["stix.json"])["objects"]
    ids = [each["id"] for each in objects]
    referred = {
        value
        for each in objects
        for key, value in each.items()
        if key in ("created_by_ref", "source_ref", "target_ref")
    }
    lists = {one for each in objects for one in each.get("object_refs", ())}

    assert len(set(ids)) == len(ids)
    assert referred | lists <= set(ids)


@FEW
@given(corpus=corpora())
def test_no_identity_carries_more_than_a_pseudonym(corpus):
    """Safety: who was acted against is told by kind and number, never by name."""
    objects = json.loads(in_format("stix", handed(corpus))["stix.json"])["objects"]
    names = [each["name"] for each in objects if each["type"] == "identity"]

    assert names[:2] == [MASTHEAD.publisher, "Safeconduct"]
    assert all(name.startswith("target-") and len(name) == 15 for name in names[2:])
    assert len(set(names)) == len(names)


@FEW
@given(corpus=corpora())
def test_an_object_keeps_its_first_day_and_shared_words_are_the_same_everywhere(corpus):
    later = replace(handed(corpus).corpus, masthead=replace(MASTHEAD, as_of="2025", title="Later"))
    first, second = (
        json.loads(in_format("stix", each)["stix.json"])["objects"]
        for each in (handed(corpus), Handover(from_corpus=later, audience="green"))
    )
    shared = {"attack-pattern", "course-of-action", "extension-definition"}
    words = [[each for each in one if each["type"] in shared] for one in (first, second)]

    assert words[0] == words[1]
    assert all(each["created"] <= each.get("modified", each["created"]) for each in first + second)
    assert len({each["created"] for each in first + second}) == 2  # ours, and the marking's own
