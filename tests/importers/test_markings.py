"""What a foreign file says of its audience is kept to, whatever the form of the label.

It depends on the markings of STIX and the tags of MISP; the files are invented.
A further form of a label is one more case here.
"""

import json

import pytest

from safeconduct.errors import Refusal
from safeconduct.importers.markings import narrowest, require_no_wider
from safeconduct.record.corpus import Masthead

CASES = [
    ({"Event": {"Tag": [{"name": "tlp:amber"}, {"name": "TLP:GREEN"}]}}, "amber"),
    ({"Event": {"Attribute": [{"Tag": [{"name": "tlp:amber+strict"}]}]}}, "amber-strict"),
    ({"Event": {"Tag": [{"name": "tlp:new"}]}}, "red"),
    ({"Event": {"Tag": [{"name": "tlp:white"}]}}, "clear"),
    ({"objects": [{"definition": {"tlp": "red"}}]}, "red"),
    ({"extensions": {"x": {"tlp_2_0": "green"}}}, "green"),
    (
        {"object_marking_refs": ["marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421"]},
        "amber",
    ),
    ({"id": "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed"}, ""),
    ({"name": "nothing", "count": 3}, ""),
]


@pytest.mark.parametrize(("document", "audience"), CASES)
def test_the_narrowest_label_holds_for_the_whole_file(document, audience):
    assert narrowest(json.dumps(document).encode(), "stix") == audience


def test_a_form_without_labels_names_nobody():
    assert narrowest(b"a,b", "table") == ""


def test_a_corpus_that_may_go_further_does_not_take_the_file_in():
    """Safety: a label is never lost on the way in."""
    wide = Masthead(title="Invented", may_go_to="clear")

    with pytest.raises(Refusal, match="goes no further than its source says") as refused:
        require_no_wider(wide, audience="amber")
    assert 'may_go_to = "amber"' in refused.value.remedy
    for admitted, audience in (("amber", "amber"), ("red", "amber"), ("", "red"), ("clear", "")):
        require_no_wider(Masthead(title="Invented", may_go_to=admitted), audience=audience)
