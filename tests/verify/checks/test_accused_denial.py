"""A denial by the accused is noted; a denial by anybody else is not this check's matter.

It depends on invented corpora.
A new way of speaking for a state is one more case here.
"""

from tests.verify.invented import messages, says, source

ACT = says("a", techniques="abduction", origin="RU", attribution="state-organ")


def test_a_denial_by_an_organ_of_the_accused_state_is_noted():
    denial = says("no", mode="denies", source="ministry")

    found = messages("accused-denial", ACT, denial, source("ministry", organ_of="RU"))

    assert found == ["no denies i1 on behalf of RU, which is accused there."]


def test_a_denial_that_a_neutral_outlet_relays_is_noted_too():
    denial = says("no", mode="denies", source="agency", derived_from="ministry")

    assert messages("accused-denial", ACT, denial, source("ministry", organ_of="RU"))


def test_a_denial_by_an_organ_of_another_state_is_left_alone():
    denial = says("no", mode="denies", source="ministry")

    assert messages("accused-denial", ACT, denial, source("ministry", organ_of="FR")) == []


def test_what_the_accused_state_confirms_is_no_denial():
    admission = says("yes", mode="confirms", source="ministry")

    assert messages("accused-denial", ACT, admission, source("ministry", organ_of="RU")) == []


def test_a_denial_that_its_own_voice_withdrew_is_left_alone():
    denial = says("no", mode="denies", source="ministry")
    withdrawal = says("undo", mode="retracts", source="ministry", revises="no")

    found = messages("accused-denial", ACT, denial, withdrawal, source("ministry", organ_of="RU"))

    assert found == []
