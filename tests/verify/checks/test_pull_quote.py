"""The same statement at two places of one source is noted; anything else that differs is not.

It depends on invented corpora.
Letter case and punctuation of the paraphrase are no difference.
"""

import pytest

from tests.verify.invented import found, messages, says

NAME = "pull-quote"
BODY = says("a", source="s1", locator="p. 3", says="They took him away.", setting="home")


def test_the_same_words_at_another_place_are_noted():
    quote = says("b", source="s1", locator="p. 3, box", says="they took him away", setting="home")

    (finding,) = found(NAME, BODY, quote)

    assert str(finding.message) == (
        "a, b say the same in the same words of the same source: they count once."
    )
    assert finding.records == (("statements", "a"), ("statements", "b"))


@pytest.mark.parametrize(
    "cells",
    [
        {"says": "They took her away."},
        {"source": "s2"},
        {"incident": "i2"},
        {"mode": "alleges"},
        {"setting": "street"},
    ],
)
def test_a_statement_that_differs_in_anything_is_left_alone(cells):
    same = {"source": "s1", "locator": "p. 9", "says": "They took him away.", "setting": "home"}

    assert messages(NAME, BODY, says("b", **{**same, **cells})) == []
