"""No format says in any byte where a target can be found, whatever the incident is.

It depends on the registry of formats and on the words of the vocabulary.
A new format is tried without being listed; a further field that could say it is one more draw.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct import vocabulary
from safeconduct.record.corpus import Corpus
from safeconduct.record.decision import Decision
from safeconduct.record.incident import Incident
from safeconduct.record.partial_date import parse
from safeconduct.record.place import Place
from safeconduct.record.statement import Statement
from tests.exporters.formats.test_conformance import OF_A_CORPUS, everything
from tests.exporters.whole_corpus import MASTHEAD, whole_corpus
from tests.record.strategies import PATIENT

HOME = "Quillhaven"
SPELT = ("Quillhaven", "QUILLHAVEN", "Quillhaven, Old Mews", "old Quillhaven")
AFAR = tuple(each.id for each in vocabulary.techniques().values() if not each.physical)
SOURCES = tuple(whole_corpus().sources.values())


@st.composite
def told(draw):
    """An act against somebody who lives in Quillhaven, told in any of the ways there are."""
    is_far = draw(st.booleans())
    where = Place("BV", draw(st.sampled_from(SPELT[:3])))
    number = draw(st.sampled_from(["same", "chain", "person"]))
    first = Statement(
        id="st-1",
        source="gull",
        incident="act",
        mode="reports",
        techniques=(draw(st.sampled_from(AFAR)) if is_far else "abduction",),
        place_of_act=where,
        says=f"Seen in {draw(st.sampled_from(SPELT))}, on a quay.",
        place_of_target=None if is_far or number != "same" else Place("BV", HOME),
        hosts=("BV",),
        origin="HM",
        date=parse("2031-02-03"),
    )
    lives = Statement(
        id="st-2",
        source="gull-south",
        incident="other",
        mode="reports",
        place_of_target=Place("BV", HOME),
    )
    incidents = (
        Incident(id="act", label=f"An act, {HOME}", kind="incident", chain="c"),
        Incident(
            id="other",
            label="Another",
            kind="incident",
            chain="c" if number == "chain" else None,
            same_person_as=("act",) if number == "person" else (),
        ),
    )
    decision = Decision(
        id="d",
        incident="act",
        field="place_of_act",
        value=str(where),
        reason=f"{HOME} by all accounts.",
        decided_by="Wren",
        decided_on=parse("2031-02-04"),
    )
    return Corpus.of(
        masthead=MASTHEAD,
        sources=SOURCES,
        statements=(first, lives),
        incidents=incidents,
        decisions=draw(st.sampled_from([(), (decision,)])),
    )


@pytest.mark.parametrize("name", OF_A_CORPUS)
@settings(PATIENT, max_examples=8)
@given(corpus=told())
def test_the_locality_of_a_target_is_in_no_byte(name, corpus, tmp_path_factory):
    """Safety: whoever reads what left must not learn in which town to look for somebody."""
    written = everything(name, corpus, tmp_path_factory.mktemp("left"))

    assert "An act" in written
    assert HOME.casefold() not in written.casefold()


def test_the_locality_of_force_in_a_street_still_leaves(tmp_path):
    street = Statement(
        id="st-1",
        source="gull",
        incident="act",
        mode="reports",
        techniques=("abduction",),
        place_of_act=Place("BV", "North Quay"),
        setting="street",
    )
    corpus = Corpus.of(
        masthead=MASTHEAD,
        sources=SOURCES,
        statements=(street,),
        incidents=(Incident(id="act", label="An act", kind="incident"),),
    )

    for name in ("followthemoney", "jsonl", "ods"):
        assert "North Quay" in everything(name, corpus, tmp_path)
