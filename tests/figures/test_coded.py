"""An assessed incident is reduced to what counting needs of it, and can be written as texts.

It depends on the coding, on the record and on small invented corpora.
A new coded field is tried with a strong value, a weak one, a tie and a decision.
"""

from dataclasses import fields

import pytest
from hypothesis import given

from safeconduct.figures.coded import CODED_FIELDS, SET_FIELDS, Coded, CodedDate
from safeconduct.figures.count import code
from tests.figures.codings import abroad, corpora, every_term_is_known, incidents, on
from tests.record.strategies import MODEST
from tests.verify.invented import corpus, decides, incident, says, source


def coded_one(*records):
    (found,) = code(corpus(*records)).incidents
    return found


def test_a_strong_value_is_certain_and_a_weak_one_is_not():
    found = coded_one(says("a", origin="BV"), says("b", mode="alleges", setting="home"))

    assert found.field("origin") == Coded(("BV",), certain=True)
    assert found.field("setting") == Coded(("home",))
    assert found.field("attribution") == Coded()


@pytest.mark.parametrize("name", sorted(SET_FIELDS - {"outcome"}))
def test_a_list_keeps_what_only_weak_statements_add(name):
    term, other = {"techniques": ("threat", "doxing"), "targets": ("activist", "relative")}[name]
    found = coded_one(says("a", **{name: term}), says("b", mode="alleges", **{name: other}))

    assert found.field(name) == Coded((term,), certain=True, additions=(other,))


def test_a_tie_of_strong_values_keeps_both_and_is_certain():
    found = coded_one(says("a", origin="BV"), says("b", origin="AQ"))

    assert found.field("origin") == Coded(("AQ", "BV"), certain=True)


def test_a_tie_of_weak_values_is_not_certain():
    found = coded_one(
        says("a", mode="alleges", origin="BV"), says("b", mode="alleges", origin="AQ")
    )

    assert found.field("origin") == Coded(("AQ", "BV"))


def test_a_tie_of_lists_of_hosts_is_merged_and_therefore_not_certain():
    found = coded_one(says("a", hosts="AQ;HM"), says("b", hosts="BV"))

    assert found.field("hosts") == Coded(("AQ", "BV", "HM"))


def test_what_a_voice_says_further_from_its_root_joins_no_tie_through_a_weak_statement():
    found = coded_one(
        source("s-b", publisher="Outlet s-a"),
        source("s-c", publisher="Outlet s-a", derived_from="s-a"),
        says("a", setting="home"),
        says("b", setting="prison"),
        says("c", setting="street"),
        says("d", source="s-a", mode="alleges", setting="street"),
    )

    assert found.field("setting") == Coded(("home", "prison"), certain=True)


def test_a_decision_is_certain_and_may_say_that_nothing_is_known():
    records = [says("a", origin="BV"), says("b", origin="AQ")]

    assert coded_one(*records, decides("origin", "HM")).field("origin") == Coded(
        ("HM",), certain=True
    )
    assert coded_one(*records, decides("origin", "unknown:withheld")).field("origin") == Coded()


@pytest.mark.parametrize("name", ["hosts", "place_of_act", "place_of_target"])
def test_a_place_may_be_abroad_without_a_name(name):
    outside = "unknown:abroad"

    strong = coded_one(says("a", **{name: outside})).field(name)
    weak = coded_one(says("a", mode="alleges", **{name: outside})).field(name)
    chosen = coded_one(says("a"), decides(name, outside)).field(name)

    assert strong == chosen == abroad()
    assert weak == abroad(certain=False)
    assert (strong.key, weak.key) == ("unknown:abroad|1|", "unknown:abroad|0|")


def test_a_place_is_coded_by_its_state():
    found = coded_one(says("a", place_of_act="AQ/Base"), says("b", place_of_act="AQ/Hut"))

    assert found.field("place_of_act") == Coded(("AQ",), certain=True)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({}, CodedDate()),
        ({"date": "unknown:withheld"}, CodedDate()),
        ({"date": "2023-10-17"}, on("2023-10-17")),
        ({"date": "2023~"}, on("2023~")),
        ({"date": "2022/2024", "date_extent": "lasting"}, on("2022/2024", lasting=True)),
        ({"date": "2022/2024", "date_extent": "within"}, on("2022/2024")),
    ],
)
def test_a_date_is_coded_by_the_days_that_it_may_mean(cells, expected):
    assert coded_one(says("a", **cells)).date == expected


def test_dates_that_tie_are_coded_by_their_hull_and_never_last():
    found = coded_one(
        says("a", date="2022~", date_extent="lasting"),
        says("b", date="2023-05", date_extent="lasting"),
    )

    assert found.date.first == on("2022").first
    assert found.date.last == on("2023-05").last
    assert (found.date.lasting, found.date.hedged, found.date.known) == (False, True, True)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([{}], (1, None, False)),
        ([{"persons_min": "unknown:withheld"}], (1, None, False)),
        ([{"persons_min": "0", "persons_max": "0"}], (0, 0, True)),
        ([{"persons_min": "2", "persons_max": "open"}], (2, None, True)),
        (
            [{"persons_min": "2", "persons_max": "3"}, {"persons_min": "5", "persons_max": "6"}],
            (2, 6, True),
        ),
        (
            [{"persons_min": "2", "persons_max": "2"}, {"persons_min": "5", "persons_max": "open"}],
            (2, None, True),
        ),
    ],
)
def test_persons_are_coded_by_the_hull_of_what_is_possible(cells, expected):
    told = [says(f"t{place}", **some) for place, some in enumerate(cells)]
    found = coded_one(*told)

    assert (found.persons_min, found.persons_max, found.persons_known) == expected


def test_one_voice_alone_is_named_and_two_are_not():
    assert coded_one(says("a")).sole_voice == "Outlet s-a"
    assert coded_one(says("a"), says("b")).sole_voice == ""
    assert coded_one(says("a", mode="alleges")).sole_voice == ""


def test_official_is_what_only_organs_say():
    organ = source("s-a", organ_of="BV")

    assert coded_one(organ, says("a")).official
    assert not coded_one(organ, says("a"), says("b")).official
    assert not coded_one(organ, says("a", mode="alleges")).official


def test_repeats_are_live_statements_that_copy_another():
    copy = source("s-b", derived_from="s-a")

    assert coded_one(copy, says("a"), says("b")).repeats == 1
    assert coded_one(copy, says("a"), says("b", mode="denies")).repeats == 0
    assert coded_one(says("a"), says("b")).repeats == 0


def test_chains_and_shared_persons_are_named():
    told = code(
        corpus(
            incident("i1"),
            incident("i2", chain="c1", same_person_as="i1"),
            incident("i3", same_person_as="i2"),
            incident("i4"),
        )
    ).incidents

    assert [each.chain for each in told] == ["i1", "c1", "i3", "i4"]
    assert [each.persons_group for each in told] == ["i1", "i1", "i1", "i4"]


@given(told=corpora())
@MODEST
def test_codings_survive_being_written_as_keys(told):
    for each in told.incidents:
        assert CodedDate.of_key(each.date.key) == each.date
        assert all(Coded.of_key(value.key) == value for value in each.fields)


@given(one=incidents("i1"), other=incidents("i1"))
@MODEST
def test_two_incidents_have_one_line_exactly_when_they_are_equal(one, other):
    assert (one.line == other.line) is (one == other)


def test_what_the_tests_draw_are_terms_of_the_vocabulary():
    assert every_term_is_known()
    assert len(CODED_FIELDS) == len(coded_one(says("a")).fields)
    assert [each.name for each in fields(CodedDate)] == [
        *("first", "last", "lasting", "hedged", "known")
    ]
