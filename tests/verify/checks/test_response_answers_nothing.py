"""A response without an incident that it answers is reported; one with is not.

It depends on invented corpora.
Only the kind `response` is asked.
"""

import pytest

from tests.verify.invented import incident, messages

NAME = "response-answers-nothing"


def test_a_response_that_answers_nothing_is_reported():
    assert messages(NAME, incident(kind="response")) == [
        "i1 is a response and names nothing that it answers."
    ]


@pytest.mark.parametrize(
    "row", [incident("i2", kind="response", responds_to="i1"), incident("i2", kind="measure")]
)
def test_a_response_that_answers_something_and_any_other_kind_are_left_alone(row):
    assert messages(NAME, row, incident("i1")) == []
