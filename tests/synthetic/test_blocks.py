"""How a corpus is shared out: over its years, into stretches, and linked within them.

It depends on invented corpora.
A further link between incidents is a further test here.
"""

from collections import Counter
from dataclasses import replace
from itertools import islice

import pytest
from hypothesis import given

from safeconduct.record.partial_date import PartialDate
from safeconduct.record.standing import assess
from safeconduct.record.voice import Voices
from safeconduct.synthetic import Plan, invent
from safeconduct.synthetic.blocks import LARGEST, SMALLEST, blocks
from tests.synthetic.plans import PATIENT, nothing_but, plans

N_INCIDENTS = 2000


@PATIENT
@given(plans(most_incidents=60))
def test_the_stretches_hold_every_incident_once(plan):
    made = list(blocks(plan))

    ids = [row[0] for block in made for row in block.incidents]
    assert ids == [f"i{number}" for number in range(1, plan.n_incidents + 1)]
    assert all(block.expectations for block in made)


def test_a_small_corpus_is_many_short_stretches_so_that_its_acts_lie_apart():
    assert {len(block.incidents) for block in blocks(Plan(n_incidents=100))} <= {1, 2, 3, SMALLEST}


def test_a_corpus_of_any_size_begins_at_once():
    first = next(islice(blocks(Plan(n_incidents=10_000_000)), 1))

    assert len(first.incidents) == LARGEST


def test_years_grow_as_the_plan_says():
    plan = replace(
        nothing_but(n_incidents=1500), first_year=2020, last_year=2021, growth=1.0, seed=5
    )

    years = Counter(str(row[13])[:4] for block in blocks(plan) for row in block.statements)

    assert set(years) <= {"2020", "2021", ""}
    assert years["2021"] / years["2020"] == pytest.approx(2, rel=0.1)


def test_a_year_without_incidents_has_no_stretch():
    plan = replace(nothing_but(n_incidents=3), growth=-0.9)

    assert len(list(blocks(plan))) == 1


@pytest.fixture(scope="module")
def corpus():
    """A corpus that resembles the field, large enough to count in."""
    return invent(Plan(n_incidents=N_INCIDENTS, seed=11))


def test_about_as_many_incidents_stand_in_chains_as_the_plan_asks_for(corpus):
    chained = [incident for incident in corpus.incidents.values() if incident.chain]

    assert len(chained) / N_INCIDENTS == pytest.approx(0.15, abs=0.03)
    assert {len(chain) for chain in corpus.chains.values()} <= {1, 2, 3, 4}


def test_where_all_stand_in_chains_only_the_end_of_a_stretch_is_left_out():
    corpus = invent(nothing_but(chains=1.0))

    alone = [incident for incident in corpus.incidents.values() if not incident.chain]
    assert len(alone) < 12
    assert max(map(len, corpus.chains.values())) > 1


def test_acts_of_a_chain_concern_the_same_persons(corpus):
    for chain in corpus.chains.values():
        later = [corpus.incidents[identifier] for identifier in chain[1:]]

        assert [each.same_person_as for each in later] == [(before,) for before in chain[:-1]]


def test_responses_and_patterns_point_at_earlier_incidents(corpus):
    number = {identifier: place for place, identifier in enumerate(corpus.incidents)}
    links = [
        (incident.id, other)
        for incident in corpus.incidents.values()
        for other in (*incident.responds_to, *incident.overlaps)
    ]

    assert len(links) > 100
    assert all(number[other] < number[identifier] for identifier, other in links)


def test_the_first_of_a_stretch_answers_nothing_because_nothing_came_before():
    corpus = invent(nothing_but(n_incidents=1, responses=1.0))

    assert corpus.incidents["i1"].responds_to == ()


def test_no_source_is_silent_but_the_roots_of_copies(corpus):
    speaking = {statement.source for statement in corpus.statements.values()}
    voices = Voices(corpus)
    heard = {source for each in speaking for source in voices.ancestry(each)}
    quoted = {source for each in corpus.statements.values() for source in each.derived_from}

    assert set(corpus.sources) == heard | quoted


def test_no_source_tells_of_an_act_before_it(corpus):
    for statement in corpus.statements.values():
        published = corpus.sources[statement.source].published

        if isinstance(statement.date, PartialDate) and published:
            assert not published.surely_before(statement.date)


def test_the_shares_of_a_large_corpus_are_those_of_its_plan(corpus):
    modes = Counter(statement.mode for statement in corpus.statements.values())
    kinds = Counter(incident.kind for incident in corpus.incidents.values())
    found = {
        "statements": len(corpus.statements) / N_INCIDENTS,
        "sources": len(corpus.sources) / N_INCIDENTS,
        "corrections": modes["corrects"] / N_INCIDENTS,
        "measures": kinds["measure"] / N_INCIDENTS,
        "patterns": kinds["pattern"] / N_INCIDENTS,
        "figures": len(corpus.figures) / 4 / N_INCIDENTS,
    }

    assert found["statements"] == pytest.approx(5, abs=0.4)
    assert found["sources"] == pytest.approx(0.75, abs=0.1)
    assert found["corrections"] == pytest.approx(0.02, abs=0.01)
    assert found["measures"] == pytest.approx(0.03, abs=0.01)
    assert found["patterns"] == pytest.approx(0.05, abs=0.015)
    assert found["figures"] == pytest.approx(0.02, abs=0.01)


def test_few_publishers_publish_most(corpus):
    publishers = Counter(source.publisher for source in corpus.sources.values() if source.publisher)

    largest = sum(number for _, number in publishers.most_common(20))
    assert largest / publishers.total() > 0.4
    assert len(publishers) > 200


def test_values_differ_about_as_often_as_the_plan_asks_for(corpus):
    conflicting = [
        assessment
        for assessment in assess(corpus).values()
        if any(value.is_conflicting for value in assessment.values.values())
    ]

    assert len(conflicting) / N_INCIDENTS == pytest.approx(0.04, abs=0.01)
