"""A figure admits what its qualifier says, and is written as a reader sees it.

It depends on the record's reported figures.
A new qualifier is one more line in the table.
"""

import math

import pytest

from safeconduct import vocabulary
from safeconduct.verify.quantity import added, admitted, meet, shown, written
from tests.verify.invented import figure

TABLE = [
    ("exactly", "", (100, 100), "100"),
    ("exactly", "150", (100, 150), "100–150"),
    ("at-least", "", (100, math.inf), "≥100"),
    ("up-to", "", (0, 100), "≤100"),
    ("approximately", "", (pytest.approx(90), pytest.approx(110)), "~100"),
    ("approximately", "150", (pytest.approx(90), pytest.approx(165)), "~100–150"),
]


@pytest.mark.parametrize(("qualifier", "maximum", "span", "text"), TABLE)
def test_a_qualifier_is_taken_at_its_word(qualifier, maximum, span, text):
    printed = figure("f1", "100", qualifier=qualifier, maximum=maximum)

    assert admitted(printed) == span
    assert shown(printed) == text


def test_over_a_number_excludes_the_number():
    printed = figure("f1", "7000", qualifier="over")

    assert admitted(printed)[0] > 7000
    assert shown(printed) == ">7000"


def test_every_qualifier_of_the_vocabulary_can_be_written():
    texts = {shown(figure("f1", "9", qualifier=each)) for each in vocabulary.ids("qualifiers")}

    assert len(texts) == len(vocabulary.ids("qualifiers"))


def test_quantities_add_up_from_their_ends():
    assert added([(1, 2), (10, math.inf)]) == (11, math.inf)


@pytest.mark.parametrize(
    ("spans", "do_meet"),
    [([(1, 2), (2, 3)], True), ([(1, 2), (3, 4)], False), ([(1, 9), (2, 3), (4, 5)], False)],
)
def test_spans_meet_where_one_number_lies_in_all(spans, do_meet):
    assert meet(spans) is do_meet


@pytest.mark.parametrize(
    ("span", "text"),
    [((0.333333, 0.333333), "0.333333"), ((0, 0), "0"), ((100, 120), "100–120")],
)
def test_a_span_is_written_without_needless_digits(span, text):
    assert written(span) == text
