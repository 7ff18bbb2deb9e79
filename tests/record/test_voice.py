"""Voices: who speaks in the end when a source repeats a source, and how much weight that has.

It depends on the small cast only.
A new rule of independence is a new test here.
"""

from datetime import date

import pytest

from safeconduct.record.partial_date import parse
from safeconduct.record.voice import Provenance, Voices
from tests.record.cast import corpus, outlet, says


def voices(*records, aliases=None):
    return Voices(corpus(*records, aliases=aliases))


def provenance(statement, *records, aliases=None):
    return Provenance(voices(statement, *records, aliases=aliases), statement)


def test_the_voice_of_a_source_that_repeats_nobody_is_its_publisher():
    assert provenance(says("lantern")).voice == "Lantern"


def test_the_voice_of_a_report_of_a_report_is_the_publisher_of_the_root():
    copies = outlet("tide", after="heron"), outlet("heron", after="lantern")

    assert provenance(says("tide"), *copies).voice == "Lantern"


def test_another_name_of_a_publisher_is_the_same_voice():
    online = outlet("lantern", publisher="Lantern Online")

    assert provenance(says("lantern"), online, aliases={"Lantern Online": "Lantern"}).voice == (
        "Lantern"
    )


def test_a_source_may_have_a_voice_of_its_own_with_a_reason():
    bureau = outlet("lantern", voice="Far Bureau", voice_reason="another newsroom")

    assert provenance(says("lantern"), bureau, aliases={"Far Bureau": "Lantern"}).voice == (
        "Far Bureau"
    )


def test_a_root_without_a_publisher_is_a_voice_of_its_own():
    assert provenance(says("witness"), outlet("witness", publisher=None)).voice == "source witness"


def test_a_compilation_of_several_voices_has_none():
    survey = outlet("survey", after="lantern kestrel")

    assert provenance(says("survey"), survey).voice is None


def test_a_compilation_of_one_voice_speaks_with_it():
    editions = outlet("morning", publisher="Lantern"), outlet("evening", publisher="Lantern")
    survey = outlet("survey", after="morning evening")

    assert provenance(says("survey"), survey, *editions).voice == "Lantern"


def test_a_passage_with_sources_of_its_own_speaks_with_their_voice():
    report = outlet("report", after="lantern")

    assert provenance(says("report", derived_from=("kestrel",)), report).voice == "Kestrel"
    assert provenance(says("report"), report).voice == "Lantern"


def test_what_a_statement_repeats_goes_down_to_the_roots():
    copies = outlet("tide", after="heron"), outlet("heron", after="lantern")

    assert provenance(says("tide"), *copies).repeated == {"heron", "lantern"}
    assert provenance(says("lantern"), *copies).repeated == set()
    assert provenance(says("lantern", derived_from=("heron",)), *copies).repeated == {
        "heron",
        "lantern",
    }


@pytest.mark.parametrize(
    ("after", "depth"), [(None, 0), ("lantern", 1), ("heron", 2), ("heron kestrel", 1)]
)
def test_the_depth_of_a_source_is_its_way_to_the_nearest_root(after, depth):
    heron = outlet("heron", after="lantern")

    assert provenance(says("tide"), outlet("tide", after=after), heron).depth == depth
    if after:
        quoting = says("tide", derived_from=tuple(after.split()))
        assert provenance(quoting, heron).depth == depth


def test_no_voice_is_graded_stronger_than_its_root():
    rumour = outlet("rumour", reliability="E")
    copy = outlet("lantern", after="rumour", reliability="A")

    assert provenance(says("lantern"), copy, rumour).grade == "E"
    assert provenance(says("kestrel", derived_from=("rumour",)), rumour).grade == "E"


def test_a_copy_is_graded_no_stronger_than_itself():
    assert provenance(says("tide"), outlet("tide", after="lantern", reliability="D")).grade == "D"


@pytest.mark.parametrize(
    ("reliability", "credibility", "is_credible"),
    [
        ("A", None, True),
        ("C", None, True),
        ("D", None, False),
        ("F", None, False),
        ("B", 3, True),
        ("B", 4, False),
        ("D", 1, False),
    ],
)
def test_weight_needs_a_good_grade_of_source_and_of_statement(
    reliability, credibility, is_credible
):
    source = outlet("lantern", reliability=reliability)

    assert provenance(says("lantern", credibility=credibility), source).is_credible is is_credible


def test_the_organs_behind_a_statement_are_those_at_its_roots():
    ministry = outlet("ministry", organ_of="RU")
    repeating = outlet("lantern", after="ministry")
    channel = outlet("channel", after="kestrel", organ_of="KG")

    assert provenance(says("lantern"), repeating, ministry).organs == {"RU"}
    assert provenance(says("channel"), channel).organs == set()


@pytest.mark.parametrize(
    ("withdrawn", "only"),
    [
        (set(), False),
        ({"lantern"}, True),
        ({"heron"}, True),
        ({"tide"}, False),
        ({"kestrel"}, False),
    ],
)
def test_a_chain_of_reports_passes_what_it_repeats(withdrawn, only):
    copies = outlet("tide", after="heron"), outlet("heron", after="lantern")

    assert provenance(says("tide"), *copies).comes_only_through(frozenset(withdrawn)) is only


def test_another_chain_is_a_way_around():
    both = outlet("tide", after="heron kestrel")
    heron = outlet("heron", after="lantern")
    through = provenance(says("tide"), both, heron).comes_only_through

    assert not through(frozenset({"lantern"}))
    assert through(frozenset({"lantern", "kestrel"}))


def test_a_root_comes_through_nothing():
    assert not provenance(says("lantern")).comes_only_through(frozenset({"lantern"}))


@pytest.mark.parametrize(
    ("published", "last"),
    [(None, date.min), (parse("2023-10"), date(2023, 10, 31)), (parse("2023/.."), date.max)],
)
def test_a_source_is_as_late_as_the_last_day_on_which_it_may_have_appeared(published, last):
    assert voices(outlet("lantern", published=published)).published_on("lantern") == last
