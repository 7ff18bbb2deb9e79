"""Voices that disagree are shown side by side; finer values, hedges and one voice alone are not.

It depends on invented corpora.
A field that is compared anew is one more case here.
"""

import pytest

from tests.verify.invented import decides, found, messages, says, source


def test_a_tie_shows_both_sides_and_names_no_winner():
    (finding,) = found(
        "conflicting-values",
        says("a", setting="prison"),
        says("b", setting="shelter"),
        says("c", techniques="abduction"),
    )

    assert str(finding.message) == (
        "Sources disagree on setting of i1: prison (a); shelter (b). "
        "No side has more support; it counts as unknown."
    )
    assert finding.records == (("incidents", "i1"), ("statements", "a"), ("statements", "b"))


def test_a_side_with_more_voices_stands_and_the_other_is_still_shown():
    two_to_one = says("a", hosts="KG;TR"), says("b", hosts="KZ"), says("c", hosts="KZ")

    (message,) = messages("conflicting-values", *two_to_one)

    assert message == (
        "Sources disagree on hosts of i1: KG, TR (a); KZ (b, c). "
        "By number and grade of voices KZ stands."
    )


def test_a_decision_is_named_with_the_sides_it_settles():
    sides = says("a", date="2022"), says("b", date="2023-05")

    (finding,) = found("conflicting-values", *sides, decides("date", "2023-05"))

    assert str(finding.message).endswith("2022 (a); 2023-05 (b). The decision d1 settles it.")
    assert finding.records[-1] == ("decisions", "d1")


@pytest.mark.parametrize(
    ("field", "one", "other", "shown"),
    [
        ("place_of_act", "KG/Osh", "KG/Bishkek", "KG/… (a, b)"),
        ("place_of_act", "KG", "KZ", "KG (a); KZ (b)"),
        ("origin", "RU", "BY", "RU (a); BY (b)"),
        ("attribution", "private", "state-organ", "private (a); state-organ (b)"),
        ("actor_organ_of", "KG", "RU", "KG (a); RU (b)"),
    ],
)
def test_each_compared_field_is_shown_without_free_text(field, one, other, shown):
    (message,) = messages(
        "conflicting-values", says("a", **{field: one}), says("b", **{field: other})
    )

    assert f"{field} of i1: {shown}." in message


def test_numbers_of_persons_are_compared_as_ranges():
    one = says("a", persons_min="1", persons_max="1")
    other = says("b", persons_min="4", persons_max="open")

    (message,) = messages("conflicting-values", one, other)

    assert "persons of i1: 1 (a); ≥4 (b)." in message


@pytest.mark.parametrize(
    ("coarse", "fine"),
    [
        ({"date": "2023-10"}, {"date": "2023-10-17"}),
        ({"place_of_act": "KG"}, {"place_of_act": "KG/Osh"}),
        ({"hosts": "KG"}, {"hosts": "KG;KZ"}),
        ({"persons_min": "3", "persons_max": "5"}, {"persons_min": "4", "persons_max": "4"}),
        ({"setting": "unknown:not-reported"}, {"setting": "home"}),
        ({"actor": "Unit 1"}, {"actor": "Unit 2"}),
        ({"techniques": "assault"}, {"techniques": "threat"}),
    ],
)
def test_values_that_can_both_be_right_are_left_alone(coarse, fine):
    assert messages("conflicting-values", says("a", **coarse), says("b", **fine)) == []


def test_a_hedge_beside_a_report_is_left_alone():
    report = says("a", attribution="host-state-organ")
    hedge = says("b", mode="alleges", attribution="state-directed")

    assert messages("conflicting-values", report, hedge) == []


def test_a_hedge_beside_voices_that_agree_is_left_alone():
    reports = says("a", setting="home"), says("b", setting="home")

    assert (
        messages("conflicting-values", *reports, says("c", mode="alleges", setting="street")) == []
    )


def test_two_hedges_without_any_report_disagree():
    hedges = says("a", mode="alleges", setting="home"), says("b", mode="alleges", setting="street")

    assert messages("conflicting-values", *hedges)


def test_what_only_hedges_name_competes_with_no_report_that_it_was_abroad():
    assert not found(
        "conflicting-values",
        says("a", hosts="unknown:abroad"),
        says("b", mode="alleges", hosts="KG"),
        says("c", mode="alleges", hosts="KZ"),
    )


def test_what_was_retracted_disagrees_no_longer():
    wrong = says("a", source="s1", setting="home")
    withdrawal = says("b", source="s1", mode="retracts", revises="a")

    assert messages("conflicting-values", wrong, withdrawal, says("c", setting="street")) == []


def test_statements_of_one_voice_are_another_check_s_matter():
    copies = (
        says("a", source="one", derived_from="root", setting="home"),
        says("b", source="two", derived_from="root", setting="street"),
    )

    assert messages("conflicting-values", *copies, source("root")) == []
