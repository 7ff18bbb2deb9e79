"""The public list: two independent public voices by rule, and an approval by hand.

It depends on `releases` and `corpora` beside it; every person, state and number is invented.
What else must hold is one more test here.
"""

import pytest

from safeconduct.errors import NotFound, Refusal
from safeconduct.figures.count import code
from safeconduct.publish.public_list import candidates, listed
from safeconduct.record.standing import assess
from tests.publish.corpora import held, told


def named(corpus, *approved):
    assessments = assess(corpus)
    coded = {incident.id: incident for incident in code(corpus, assessments).incidents}
    return listed(corpus, approved, assessments=assessments, coded=coded)


def test_an_incident_of_two_public_voices_may_be_listed_with_its_sources():
    corpus = held(told("i1", persons=2))
    (incident,) = named(corpus, "i1")

    assert candidates(corpus, assess(corpus)) == ("i1",)
    assert incident.persons == 2
    assert dict(incident.coordinates)["host"] == ("AQ",)
    assert dict(incident.coordinates)["year"] == ("2022",)
    assert incident.sources == (
        ("Kestrel", "https://kestrel.example/1"),
        ("Lantern", "https://lantern.example/1"),
    )


@pytest.mark.parametrize(
    ("outlets", "kinds"),
    [(("lantern",), {}), (("lantern", "kestrel"), {"kestrel": "testimony"})],
)
def test_one_voice_or_a_testimony_is_not_public(outlets, kinds):
    """Safety: testimony was given to the house, not to the public."""
    corpus = held(told("i1", outlets=outlets), kinds=kinds)

    assert candidates(corpus, assess(corpus)) == ()
    with pytest.raises(Refusal, match="two independent strong voices"):
        named(corpus, "i1")


def test_an_approval_of_what_is_not_there_is_said_to_lead_nowhere():
    with pytest.raises(NotFound, match="i9"):
        named(held(told("i1")), "i9")
