"""An act that is somebody else's than the origin state's is reported; one of the origin's is not.

It depends on invented corpora.
The attributions are terms of the vocabulary.
"""

import pytest

from tests.verify.invented import incident, messages, says


@pytest.mark.parametrize("attribution", ["host-state-organ", "private"])
def test_an_act_of_somebody_else_is_reported(attribution):
    found = messages("attribution-not-the-origin", says("a", attribution=attribution, origin="RU"))

    assert found == [
        f"i1 is attributed to {attribution}: direction by the origin state is not shown."
    ]


@pytest.mark.parametrize("attribution", ["state-organ", "state-directed", "unknown:not-reported"])
def test_an_act_of_the_origin_state_or_of_nobody_known_is_left_alone(attribution):
    assert messages("attribution-not-the-origin", says("a", attribution=attribution)) == []


def test_a_response_by_a_host_state_is_left_alone():
    response = says("a", attribution="host-state-organ")

    assert messages("attribution-not-the-origin", incident(kind="response"), response) == []
