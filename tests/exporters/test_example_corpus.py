"""The example is a sound corpus, shows what a beginner needs, and nobody takes it for a report.

It depends on the example and on the record.
A further turn that the example should show is one more line in the test of turns.
"""

import pytest

from safeconduct.exporters.example_corpus import example_corpus
from safeconduct.record.place import Place
from safeconduct.record.unknown import Unknown

CORPUS = example_corpus()
STATEMENTS = CORPUS.statements.values()


def test_it_is_built_anew_and_equal_each_time():
    assert example_corpus() == CORPUS


def test_its_states_are_uninhabited_islands():
    states = {statement.origin for statement in STATEMENTS} - {None, Unknown("not-reported")}
    places = {
        statement.place_of_act.state
        for statement in STATEMENTS
        if isinstance(statement.place_of_act, Place)
    }

    assert states | places == {"BV", "HM"}


@pytest.mark.parametrize(
    "shown",
    [
        any(source.derived_from for source in CORPUS.sources.values()),
        len({statement.date for statement in STATEMENTS}) > 2,
        any(isinstance(statement.origin, Unknown) for statement in STATEMENTS),
        any(statement.techniques == ("abduction", "threat") for statement in STATEMENTS),
        any(incident.kind == "response" for incident in CORPUS.incidents.values()),
        bool(CORPUS.figures),
        bool(CORPUS.decisions),
    ],
)
def test_it_shows_each_turn(shown):
    assert shown
