"""Deadlines of three kinds: each known one is sorted, and an unknown one is taken for one's own.

It depends on the fixtures of this folder.
"""

from safeconduct.report.guide.limits import HEADINGS, KIND_OF, MEANINGS, NAMES, kind_of, limit_view


def test_every_deadline_is_sorted(outlook):
    assert set(outlook.deadlines) <= set(KIND_OF)
    assert HEADINGS.keys() == NAMES.keys() == MEANINGS.keys() == set(KIND_OF.values())


def test_a_deadline_that_nobody_sorted_is_taken_for_a_persons_own():
    assert kind_of("something-new") == "yours"


def test_a_deadline_is_a_term_with_what_it_means(guide, outlook):
    shown = limit_view(outlook.deadlines["special-procedures-reply"], guide)

    assert shown.name == "A term for others"
    assert shown.meaning.startswith("It asks nothing of you.")
    assert [rule.amount for rule in shown.rules] == [60]


def test_a_rule_for_the_state_of_origin_alone_is_not_shown_to_who_left_it(guide, outlook):
    deadline = outlook.deadlines["ecthr-application"]
    shown = limit_view(deadline, guide)

    assert any(rule.hosts == ("RU",) for rule in deadline.rules)
    assert len(shown.rules) == 1
    assert "DE" in shown.rules[0].hosts
