"""Copies of one report that differ are shown; hedges and other voices are not.

It depends on invented corpora.
Differences between voices are tested with `conflicting_values`.
"""

from tests.verify.invented import found, messages, says, source

NAME = "voice-differs-within-itself"


def test_copies_that_differ_are_shown_with_their_statements():
    (finding,) = found(
        NAME,
        says("a", source="one", derived_from="root", setting="home"),
        says("b", source="two", derived_from="root", setting="street"),
        source("root"),
    )

    assert str(finding.message) == (
        "Statements of one voice differ on setting of i1: home (a); street (b)."
    )
    assert finding.records == (("incidents", "i1"), ("statements", "a"), ("statements", "b"))


def test_copies_at_different_precision_agree():
    copies = (
        says("a", source="one", derived_from="root", date="2023"),
        says("b", source="two", derived_from="root", date="2023-10"),
    )

    assert messages(NAME, *copies) == []


def test_two_voices_that_differ_are_another_check_s_matter():
    assert messages(NAME, says("a", setting="home"), says("b", setting="street")) == []


def test_a_hedge_beside_a_report_of_the_same_voice_is_no_second_version():
    report = says("a", source="s1", attribution="state-aligned")
    hedge = says("b", source="s1", mode="alleges", attribution="state-organ")

    assert messages(NAME, report, hedge) == []


def test_a_compilation_that_differs_within_itself_is_shown_as_its_source():
    pages = (
        says("a", source="s1", derived_from="r1;r2", setting="home"),
        says("b", source="s1", derived_from="r1;r2", setting="street"),
    )

    assert messages(NAME, *pages)
