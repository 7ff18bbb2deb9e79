"""What leaves of a corpus is the allow-list of the groups that are let out, and nothing else.

It depends on the invented corpus in which every column is filled.
A further column that stays in the house is one more line of `STAYS`.
"""

from dataclasses import replace

import pytest

from safeconduct.errors import InvalidRecord, Refusal
from safeconduct.publish.partners.part import GROUPS, Part, corpus_parts
from safeconduct.record.corpus import Corpus
from safeconduct.record.tables import TABLES
from tests.exporters.whole_corpus import PLANTED, whole_corpus

WHOLE = whole_corpus()

STAYS = {
    "sources.reliability_reason",
    "sources.voice_reason",
    "sources.note",
    "statements.original_wording",
    "statements.setting",
    "incidents.note",
    "reported_figures.note",
    "decisions.decided_by",
}


def parts(*groups):
    return corpus_parts(WHOLE, groups=groups, tlp="clear", purpose="publication")


def test_every_column_is_in_a_group_or_stays_in_the_house():
    shown = {
        f"{part.name.removesuffix('.csv').partition('-')[2]}.{column}"
        for part in parts(*GROUPS)
        for column in part.octets.decode().splitlines()[0].split(",")
    }
    every = {f"{name}.{column.name}" for name, table in TABLES.items() for column in table.columns}

    assert every - shown == STAYS


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_lets_out_its_own_columns_only(group):
    found = parts(group)

    assert found
    assert {part.group for part in found} == {group}


def test_what_was_planted_in_the_columns_that_stay_leaves_with_no_group():
    """Safety: notes, quotations, settings and names of colleagues are in no group."""
    assert not [part.name for part in parts(*GROUPS) if PLANTED.encode() in part.octets]


def test_the_locality_of_a_target_stays():
    """Safety: the locality of a target is where a person can be found."""
    written = b"".join(part.octets for part in parts(*GROUPS) if "statements" in part.name)
    localities = {
        one.place_of_target.locality
        for one in WHOLE.statements.values()
        if getattr(one.place_of_target, "locality", "")
    }

    assert localities
    assert not [place for place in localities if place.encode() in written]


def test_a_decision_about_what_stays_does_not_leave():
    decision = next(iter(WHOLE.decisions.values()))
    about = replace(decision, field="setting", value="prison")
    corpus = Corpus.of(
        masthead=WHOLE.masthead,
        sources=WHOLE.sources.values(),
        statements=WHOLE.statements.values(),
        incidents=WHOLE.incidents.values(),
        decisions=[about],
    )

    found = corpus_parts(corpus, groups=["facts", "words"], tlp="clear", purpose="research")

    assert not [part.name for part in found if "decisions" in part.name]


@pytest.mark.parametrize(("tlp", "purpose"), [("clear", "advocacy"), ("green", "protection")])
def test_a_corpus_that_does_not_admit_it_gives_nothing(tlp, purpose):
    with pytest.raises(Refusal):
        corpus_parts(WHOLE, groups=GROUPS, tlp=tlp, purpose=purpose)


@pytest.mark.parametrize("name", ["", "..", "../a", "/a", "a/b", ".a", "a b", "a\n", "x" * 80])
def test_a_name_that_could_lead_out_of_a_folder_is_refused(name):
    with pytest.raises(InvalidRecord):
        Part(name=name, group="letters", octets=b"")
