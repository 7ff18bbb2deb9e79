"""Every clause of a definition gives each of its answers, and the first that says "out" decides.

It depends on the clauses and on codings written by hand.
A new clause is tried alone first, then in the order in which clauses are asked.
"""

from dataclasses import replace

import pytest

from safeconduct.figures.clause import (
    CLAUSES,
    IN,
    OUT,
    UNDECIDED,
    attribution_clause,
    judge,
    kind_clause,
    origins_clause,
    place_clause,
    standing_clause,
    targets_clause,
    techniques_clause,
    years_clause,
)
from safeconduct.figures.coded import Coded, CodedDate
from safeconduct.record.standing import Standing
from tests.figures.codings import abducted, abroad, coded, definition, on, perhaps, surely

NOTHING = Coded()


def test_only_admitted_kinds_are_in():
    both = definition(kinds=frozenset({"incident", "pattern"}))

    assert kind_clause(definition(), "incident").says == IN
    assert kind_clause(definition(), "pattern").says == OUT
    assert kind_clause(both, "pattern").says == IN


@pytest.mark.parametrize(
    ("standing", "least", "says", "why"),
    [
        (Standing.REFUTED, Standing.CONTESTED, OUT, "which no definition counts"),
        (Standing.UNSUPPORTED, Standing.CONTESTED, OUT, "which no definition counts"),
        (Standing.RETRACTED, Standing.CONTESTED, OUT, "which no definition counts"),
        (Standing.CONTESTED, Standing.CONTESTED, IN, "contested."),
        (Standing.CONTESTED, Standing.ALLEGED, OUT, "contested; at least alleged is needed"),
        (Standing.ALLEGED, Standing.REPORTED, OUT, "alleged; at least reported is needed"),
        (Standing.REPORTED, Standing.REPORTED, IN, "reported."),
    ],
)
def test_the_standing_must_be_the_least_that_is_asked(standing, least, says, why):
    answer = standing_clause(definition(minimum_standing=least), int(standing))

    assert answer.says == says
    assert why in str(answer.why)


@pytest.mark.parametrize(
    ("origin", "says"),
    [
        (NOTHING, UNDECIDED),
        (surely("BV"), IN),
        (perhaps("BV"), UNDECIDED),
        (surely("AQ"), OUT),
        (perhaps("AQ"), OUT),
        (surely("AQ", "BV"), UNDECIDED),
    ],
)
def test_the_scope_of_origin_states(origin, says):
    assert origins_clause(definition(origins=frozenset({"BV"})), origin).says == says
    assert origins_clause(definition(), origin).says == IN


@pytest.mark.parametrize(
    ("when", "closed", "from_2014"),
    [
        (CodedDate(), UNDECIDED, UNDECIDED),
        (on("2013-12-31"), OUT, OUT),
        (on("2014-01-01"), IN, IN),
        (on("2019-12-31"), IN, IN),
        (on("2020"), OUT, IN),
        (on("2019/2020"), UNDECIDED, IN),
        (on("2013/2014"), UNDECIDED, UNDECIDED),
        (on("2019/2020", lasting=True), IN, IN),
        (on("2019/.."), UNDECIDED, IN),
        (on("2020/.."), OUT, IN),
        (on("../2015"), UNDECIDED, UNDECIDED),
        (on("../2013"), OUT, OUT),
        (on("2013/..", lasting=True), IN, IN),
    ],
)
def test_the_scope_of_years(when, closed, from_2014):
    assert years_clause(definition(years=(2014, 2019)), when).says == closed
    assert years_clause(definition(years=(2014, None)), when).says == from_2014
    assert years_clause(definition(), when).says == IN


@pytest.mark.parametrize(
    ("techniques", "says", "why"),
    [
        (NOTHING, UNDECIDED, "No technique is known"),
        (surely("abduction"), IN, "abduction"),
        (surely("abduction", "doxing"), IN, "abduction"),
        (surely("doxing"), OUT, "no admitted technique"),
        (perhaps("abduction"), UNDECIDED, "Only weak statements"),
        (perhaps("doxing"), OUT, "no admitted technique"),
        (Coded(("doxing",), certain=True, additions=("threat",)), UNDECIDED, "threat"),
        (Coded(("doxing",), certain=True, additions=("fine",)), OUT, "no admitted technique"),
    ],
)
def test_one_admitted_technique_suffices(techniques, says, why):
    answer = techniques_clause(definition(), techniques)

    assert answer.says == says
    assert why in str(answer.why)


def test_targets_are_asked_only_where_a_definition_names_some():
    activists = definition(targets=frozenset({"activist"}))

    assert targets_clause(definition(), NOTHING).says == IN
    assert targets_clause(activists, NOTHING).says == UNDECIDED
    assert targets_clause(activists, surely("activist", "relative")).says == IN
    assert targets_clause(activists, surely("relative")).says == OUT


@pytest.mark.parametrize(
    ("attribution", "says", "why"),
    [
        (NOTHING, UNDECIDED, "not known"),
        (surely("state-organ"), IN, "is admitted"),
        (perhaps("state-organ"), UNDECIDED, "Only weak statements"),
        (surely("private"), OUT, "is not admitted"),
        (surely("state-tolerated"), UNDECIDED, "does not settle"),
        (surely("state-organ", "state-tolerated"), UNDECIDED, "does not settle"),
        (surely("private", "state-tolerated"), UNDECIDED, "Sources differ"),
        (surely("private", "state-organ"), UNDECIDED, "Sources differ"),
    ],
)
def test_the_tie_to_a_state(attribution, says, why):
    asking = definition(
        attributions=frozenset({"state-organ"}),
        doubtful_attributions=frozenset({"state-tolerated"}),
    )
    answer = attribution_clause(asking, attribution)

    assert answer.says == says
    assert why in str(answer.why)
    assert attribution_clause(definition(), attribution).says == IN


@pytest.mark.parametrize(
    ("origin", "act", "says"),
    [
        (NOTHING, surely("AQ"), UNDECIDED),
        (surely("BV"), NOTHING, UNDECIDED),
        (surely("BV"), surely("BV"), OUT),
        (surely("BV"), surely("AQ"), IN),
        (surely("BV"), perhaps("AQ"), UNDECIDED),
        (perhaps("BV"), surely("AQ"), UNDECIDED),
        (surely("BV"), surely("AQ", "BV"), UNDECIDED),
        (surely("BV", "HM"), surely("AQ"), IN),
        (surely("BV", "HM"), surely("HM"), OUT),
        (surely("BV"), abroad(), IN),
        (surely("BV"), abroad(certain=False), UNDECIDED),
        (perhaps("BV"), abroad(), UNDECIDED),
        (surely("BV", "HM"), abroad(), UNDECIDED),
        (NOTHING, abroad(), UNDECIDED),
    ],
)
def test_the_act_must_lie_outside_the_origin_state(origin, act, says):
    asking = definition(place="act-outside-origin")
    places = {"origin": origin, "hosts": NOTHING, "place_of_target": NOTHING}

    assert place_clause(asking, place_of_act=act, **places).says == says
    assert place_clause(definition(), place_of_act=act, **places).says == IN


@pytest.mark.parametrize(
    ("hosts", "target", "says"),
    [
        (NOTHING, NOTHING, UNDECIDED),
        (NOTHING, surely("AQ"), IN),
        (NOTHING, surely("BV"), OUT),
        (surely("AQ"), surely("BV"), IN),
        (surely("AQ", "BV"), NOTHING, IN),
        (perhaps("AQ", "BV"), NOTHING, UNDECIDED),
        (surely("BV"), surely("AQ"), OUT),
        (abroad(), NOTHING, IN),
        (abroad(), surely("BV"), IN),
        (NOTHING, abroad(), IN),
        (surely("BV"), abroad(), OUT),
        (abroad(certain=False), NOTHING, UNDECIDED),
        (abroad(certain=False), surely("AQ"), IN),
        (abroad(certain=False), surely("BV"), OUT),
        (abroad(certain=False), abroad(), IN),
    ],
)
def test_the_target_must_lie_outside_the_origin_state_and_hosts_come_first(hosts, target, says):
    answer = place_clause(
        definition(place="target-outside-origin"),
        origin=surely("BV"),
        hosts=hosts,
        place_of_act=NOTHING,
        place_of_target=target,
    )

    assert answer.says == says


@pytest.mark.parametrize(
    ("act", "why"),
    [
        (abroad(), "The act lies outside the origin state; where is not named."),
        (abroad(certain=False), "Only weak statements say that the act lies outside the origin"),
    ],
)
def test_a_place_that_is_not_named_is_said_to_be_abroad(act, why):
    verdict = judge(definition(place="act-outside-origin"), abducted(place_of_act=act))
    answer = place_clause(
        definition(place="act-outside-origin"),
        origin=surely("BV"),
        hosts=NOTHING,
        place_of_act=act,
        place_of_target=NOTHING,
    )

    assert str(answer.why).startswith(why)
    assert verdict.says == answer.says


STRICT = definition(
    origins=frozenset({"BV"}),
    years=(2020, 2024),
    attributions=frozenset({"state-organ"}),
    targets=frozenset({"activist"}),
    place="act-outside-origin",
)
FAILING: dict[str, dict[str, object]] = {
    "kind": {"kind": "pattern"},
    "standing": {"standing": int(Standing.RETRACTED)},
    "origins": {"origin": "HM"},
    "years": {"date": on("2010")},
    "techniques": {"techniques": "doxing"},
    "attribution": {"attribution": "private"},
    "targets": {"targets": "relative"},
    "place": {"place_of_act": "BV"},
}


def test_an_incident_that_every_clause_admits_is_in():
    verdict = judge(STRICT, abducted(), own_scope=True)

    assert (verdict.says, verdict.clause) == (IN, "all")
    assert str(verdict.why) == "Every clause admits it."


@pytest.mark.parametrize("clause", CLAUSES)
def test_each_clause_can_be_the_one_that_decides(clause):
    verdict = judge(STRICT, abducted(**FAILING[clause]), own_scope=True)

    assert (verdict.says, verdict.clause) == (OUT, clause)


@pytest.mark.parametrize("place", range(len(CLAUSES)))
def test_the_first_clause_that_says_out_decides(place):
    failing: dict[str, object] = {}
    for clause in reversed(CLAUSES[place:]):
        failing |= FAILING[clause]

    verdict = judge(STRICT, abducted(**failing), own_scope=True)

    assert (verdict.says, verdict.clause) == (OUT, CLAUSES[place])


def test_what_one_clause_leaves_open_another_may_still_rule_out():
    open_origin = {"origin": None}

    first = judge(STRICT, abducted(**open_origin), own_scope=True)
    both = judge(STRICT, abducted(**open_origin, techniques=None), own_scope=True)
    ruled_out = judge(STRICT, abducted(**open_origin, targets="relative"), own_scope=True)

    assert (first.says, first.clause) == (UNDECIDED, "origins")
    assert (both.says, both.clause) == (UNDECIDED, "origins")
    assert (ruled_out.says, ruled_out.clause) == (OUT, "targets")


def test_the_scope_is_asked_on_request_only():
    outside = abducted(origin="HM", date=on("2010"))

    assert judge(STRICT, outside).says == IN
    assert judge(STRICT, outside, own_scope=True).says == OUT


def test_an_incident_of_which_nothing_is_known_is_undecided():
    nothing = replace(coded(), standing=int(Standing.ALLEGED))

    assert judge(STRICT, nothing).says == UNDECIDED
