"""Records go as far as their corpus says, for what it says, and nowhere where it says nothing.

It depends on the masthead only.
A further rule of permission is one more table row here.
"""

import pytest

from safeconduct import vocabulary
from safeconduct.errors import NotFound, Refusal
from safeconduct.record.corpus import Masthead
from safeconduct.record.permission import AUDIENCES, purposes, require_permission


def masthead(may_go_to="green", for_purposes="protection;research"):
    return Masthead(may_go_to=may_go_to, for_purposes=for_purposes)


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("widest", AUDIENCES)
def test_a_narrower_audience_is_admitted_and_a_wider_one_declined(audience, widest):
    if AUDIENCES.index(audience) <= AUDIENCES.index(widest):
        require_permission(masthead(widest), audience=audience, purpose="research")
    else:
        with pytest.raises(Refusal, match=f"{widest} at most"):
            require_permission(masthead(widest), audience=audience, purpose="research")


def test_silence_is_no_consent():
    """Safety: a corpus that says nothing goes to nobody, for nothing."""
    with pytest.raises(Refusal, match="nobody yet"):
        require_permission(masthead(may_go_to=""), audience="red", purpose="research")
    with pytest.raises(Refusal, match="nothing yet"):
        require_permission(masthead(for_purposes=""), audience="red", purpose="research")


def test_another_purpose_is_declined_and_the_admitted_ones_are_named():
    with pytest.raises(Refusal, match="protection, research"):
        require_permission(masthead(), audience="green", purpose="publication")


def test_words_that_are_no_audience_or_purpose_are_not_found():
    with pytest.raises(NotFound):
        require_permission(masthead(), audience="everybody", purpose="research")
    with pytest.raises(NotFound):
        require_permission(masthead(), audience="green", purpose="gossip")


def test_a_hand_made_masthead_with_another_word_goes_to_nobody():
    with pytest.raises(Refusal):
        require_permission(masthead("everybody"), audience="red", purpose="research")


def test_the_scale_holds_every_audience_of_the_vocabulary():
    assert set(AUDIENCES) == vocabulary.ids("audiences")


def test_purposes_are_read_in_their_order():
    assert purposes(masthead()) == ("protection", "research")
    assert purposes(Masthead()) == ()
