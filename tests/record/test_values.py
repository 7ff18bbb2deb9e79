"""Values: which one each field takes, what conflicts, and what a decision settles.

It depends on the small cast only.
A new rule of adoption is a new test here; the laws that hold in every corpus are below.
"""

import pytest
from hypothesis import given

from safeconduct.record.partial_date import parse
from safeconduct.record.person_range import PersonRange
from safeconduct.record.standing import assess
from safeconduct.record.unknown import ABROAD, CONFLICTING, Unknown
from safeconduct.record.values import DECIDED, FIELDS, NONE, STRONG, UNION_FIELDS, WEAK, decided
from tests.record.cast import adopted, assessed, decides, outlet, says
from tests.record.strategies import MODEST, corpora

CONFLICT = Unknown(CONFLICTING)


def test_a_field_that_nobody_speaks_of_has_no_value():
    setting = adopted("setting", says("lantern"))

    assert (setting.value, setting.strength, setting.candidates) == (None, NONE, ())
    assert setting.possible == ()
    assert not setting.is_certain


def test_a_field_takes_the_value_of_the_one_strong_voice():
    setting = adopted("setting", says("lantern", setting="prison"))

    assert (setting.value, setting.strength) == ("prison", STRONG)
    assert setting.possible == ("prison",)
    assert setting.is_certain


def test_a_field_takes_the_value_with_most_independent_strong_voices():
    setting = adopted(
        "setting",
        outlet("lantern", reliability="A"),
        says("lantern", setting="prison"),
        outlet("kestrel", reliability="C"),
        says("kestrel", setting="shelter"),
        outlet("heron", reliability="C"),
        says("heron", setting="shelter"),
    )

    assert setting.value == "shelter"
    assert [each.value for each in setting.candidates] == ["shelter", "prison"]
    assert setting.candidates[0].strong_voices == {"Kestrel", "Heron"}
    assert setting.candidates[0].grade == "C"


def test_a_voice_counts_once_however_often_it_speaks():
    setting = adopted(
        "setting",
        says("lantern", id="a", setting="prison"),
        says("lantern", id="b", setting="prison"),
        outlet("copy", after="lantern"),
        says("copy", setting="prison"),
        says("kestrel", setting="shelter"),
        says("heron", setting="shelter"),
    )

    assert setting.value == "shelter"


def test_between_as_many_voices_the_best_grade_decides():
    setting = adopted(
        "setting",
        says("lantern", setting="prison"),
        outlet("kestrel", reliability="A"),
        says("kestrel", setting="shelter"),
    )

    assert setting.value == "shelter"
    assert setting.is_certain


def test_the_best_grade_behind_a_value_is_what_counts():
    setting = adopted(
        "setting",
        outlet("lantern", reliability="C"),
        says("lantern", setting="prison"),
        outlet("later", publisher="Lantern", reliability="A"),
        says("later", setting="prison"),
        says("kestrel", setting="shelter"),
    )

    assert setting.value == "prison"
    assert setting.candidates[0].grade == "A"


def test_a_tie_is_a_conflict_that_shows_its_possible_values():
    setting = adopted(
        "setting", says("lantern", setting="prison"), says("kestrel", setting="shelter")
    )

    assert setting.value == CONFLICT
    assert setting.is_conflicting
    assert setting.possible == ("prison", "shelter")
    assert setting.strength == STRONG
    assert not setting.is_certain


def test_only_what_ties_for_the_best_is_possible():
    setting = adopted(
        "setting",
        says("lantern", setting="prison"),
        says("kestrel", setting="shelter"),
        outlet("heron", reliability="C"),
        says("heron", setting="home"),
    )

    assert setting.possible == ("prison", "shelter")
    assert [each.value for each in setting.candidates] == ["prison", "shelter", "home"]


def test_a_decision_settles_a_conflict_and_keeps_what_it_settled():
    setting = adopted(
        "setting",
        says("lantern", setting="prison"),
        says("kestrel", setting="shelter"),
        decides("setting", "shelter"),
    )

    assert (setting.value, setting.strength, setting.decision) == (
        "shelter",
        DECIDED,
        "d-setting",
    )
    assert [each.value for each in setting.candidates] == ["prison", "shelter"]
    assert setting.is_certain


@pytest.mark.parametrize(
    ("field", "written", "value"),
    [
        ("techniques", "killing;threat", ("killing", "threat")),
        ("persons", "2-3", PersonRange(2, 3)),
        ("date", "2023-10", parse("2023-10")),
    ],
)
def test_a_decision_may_adopt_what_no_statement_says(field, written, value):
    assert adopted(field, says("lantern"), decides(field, written)).value == value


def test_a_decision_may_adopt_that_something_is_not_known():
    origin = adopted("origin", says("lantern", origin="RU"), decides("origin", "unknown:withheld"))

    assert origin.value == Unknown("withheld")
    assert origin.possible == ()
    assert not origin.is_certain


def test_a_decided_value_stands_without_statements_too():
    assert decided(decides("origin", "RU")).candidates == ()


# ── Weak statements ──────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "weak",
    [
        {"mode": "alleges"},
        {"credibility": 4},
        {"derived_from": ("survey",)},
    ],
)
def test_a_weak_statement_never_competes_and_still_shows(weak):
    survey = outlet("survey", after="heron tide")

    setting = adopted(
        "setting",
        survey,
        says("lantern", setting="prison"),
        says("kestrel", **{"setting": "shelter", **weak}),
    )

    assert setting.value == "prison"
    assert [each.value for each in setting.candidates] == ["prison", "shelter"]
    assert setting.candidates[1].strong_voices == set()


def test_a_weak_statement_that_agrees_is_no_rival():
    date = adopted(
        "date",
        says("lantern", date=parse("2023-10-17")),
        says("kestrel", "alleges", date=parse("2023")),
    )

    assert [each.value for each in date.candidates] == [parse("2023-10-17")]


def test_a_weak_statement_does_not_make_a_value_finer():
    date = adopted(
        "date",
        says("lantern", date=parse("2023")),
        says("kestrel", "alleges", date=parse("2023-10-17")),
    )

    assert date.value == parse("2023")
    assert [each.value for each in date.candidates] == [parse("2023"), parse("2023-10-17")]


def test_a_rival_carries_its_weak_statements_only():
    setting = adopted(
        "setting",
        says("lantern", setting="prison"),
        outlet("copy", after="lantern"),
        says("copy", setting="shelter"),
        says("kestrel", "alleges", setting="shelter"),
    )

    rival = setting.candidates[1]
    assert (rival.value, rival.voices, rival.strong_voices) == ("shelter", {"Kestrel"}, set())


def test_without_a_strong_statement_the_weak_ones_decide_weakly():
    setting = adopted(
        "setting",
        says("lantern", "alleges", setting="prison"),
        says("kestrel", "alleges", setting="shelter"),
        says("heron", "alleges", setting="shelter"),
    )

    assert (setting.value, setting.strength) == ("shelter", WEAK)
    assert setting.possible == ("shelter",)
    assert not setting.is_certain


def test_withdrawn_and_denying_statements_give_no_values():
    setting = adopted(
        "setting",
        says("lantern", setting="prison"),
        says("lantern", "retracts", revises="lantern-reports"),
        says("kestrel", "denies", setting="home"),
    )

    assert setting.value is None


# ── The unknown ──────────────────────────────────────────────────────────────


def test_a_stated_unknown_never_competes():
    setting = adopted(
        "setting",
        says("lantern", setting=Unknown("not-reported")),
        says("kestrel", "alleges", setting="shelter"),
    )

    assert setting.value == "shelter"


@pytest.mark.parametrize("field", ["setting", "techniques"])
def test_a_stated_unknown_shows_where_nobody_knows(field):
    value = adopted(field, says("lantern", **{field: Unknown("withheld")}), says("kestrel"))

    assert (value.value, value.strength) == (Unknown("withheld"), NONE)
    assert value.possible == ()
    assert not value.is_conflicting


def test_an_unknown_number_of_persons_shows_its_reason():
    assert adopted("persons", says("lantern", persons_min=Unknown("withheld"))).value == (
        Unknown("withheld")
    )


def test_which_of_two_reasons_shows_does_not_hang_on_the_order_of_rows():
    speaking = (
        says("lantern", setting=Unknown("withheld")),
        says("kestrel", setting=Unknown("not-checked")),
    )

    assert adopted("setting", *speaking) == adopted("setting", *speaking[::-1])


# ── Abroad, not named ────────────────────────────────────────────────────────


OUTSIDE = Unknown(ABROAD)


@pytest.mark.parametrize(("mode", "strength"), [("reports", STRONG), ("alleges", WEAK)])
def test_a_place_that_nobody_names_is_abroad_as_strongly_as_somebody_says_so(mode, strength):
    hosts = adopted(
        "hosts",
        says("lantern", mode, hosts=OUTSIDE),
        says("kestrel", hosts=Unknown("not-reported")),
    )

    assert (hosts.value, hosts.strength, hosts.is_abroad) == (OUTSIDE, strength, True)
    assert [each.voices for each in hosts.candidates] == [{"Lantern"}]
    assert hosts.possible == ()
    assert not hosts.is_certain


@pytest.mark.parametrize("mode", ["reports", "alleges"])
def test_a_place_named_as_strongly_as_it_is_said_to_be_abroad_stands(mode):
    spoken = says("lantern", mode, hosts=OUTSIDE), says("kestrel", mode, hosts=("KG",))

    hosts = adopted("hosts", *spoken)

    assert hosts == adopted("hosts", spoken[1], says("lantern"))
    assert hosts.value == ("KG",)


def test_a_strong_naming_outweighs_a_weak_abroad_and_a_strong_tie_stays_a_tie():
    weak = says("heron", "alleges", hosts=OUTSIDE)
    named = says("kestrel", hosts=("KG",))

    assert adopted("hosts", weak, named).value == ("KG",)
    assert adopted("hosts", weak, named, says("lantern", hosts=("KZ",))).is_conflicting


def test_a_strong_abroad_outweighs_a_weak_naming_that_still_shows():
    hosts = adopted(
        "hosts", says("lantern", hosts=OUTSIDE), says("kestrel", "alleges", hosts=("KG",))
    )

    assert (hosts.value, hosts.strength) == (OUTSIDE, STRONG)
    assert [each.value for each in hosts.candidates] == [OUTSIDE, ("KG",)]


def test_a_decision_may_adopt_that_a_place_is_abroad_or_name_it():
    spoken = says("lantern", hosts=OUTSIDE)

    assert adopted("hosts", spoken, decides("hosts", "KG")).value == ("KG",)
    assert adopted("hosts", says("lantern"), decides("hosts", "unknown:abroad")).is_abroad


# ── One voice that differs within itself ─────────────────────────────────────


def test_where_one_voice_differs_within_itself_the_statement_nearest_its_root_wins():
    setting = adopted(
        "setting",
        says("lantern", setting="prison"),
        outlet("copy", after="lantern", reliability="A"),
        says("copy", setting="shelter"),
    )

    assert setting.value == "prison"
    assert [each.value for each in setting.candidates] == ["prison"]


def test_a_voice_that_differs_at_the_same_distance_is_in_conflict_with_itself():
    setting = adopted(
        "setting",
        says("lantern", id="a", setting="prison"),
        says("lantern", id="b", setting="shelter"),
    )

    assert setting.is_conflicting
    assert setting.possible == ("prison", "shelter")


def test_a_voice_that_only_becomes_more_exact_does_not_differ():
    date = adopted(
        "date",
        says("lantern", date=parse("2023")),
        outlet("copy", after="lantern"),
        says("copy", date=parse("2023-10-17")),
    )

    assert date.value == parse("2023-10-17")


def test_statements_without_a_voice_do_not_silence_each_other():
    surveys = outlet("one", after="heron tide"), outlet("two", after="one")

    setting = adopted(
        "setting", *surveys, says("one", setting="prison"), says("two", setting="home")
    )

    assert setting.strength == WEAK
    assert {each.value: each.voices for each in setting.candidates} == {
        "prison": set(),
        "home": set(),
    }


# ── Fields that list several things ──────────────────────────────────────────


@pytest.mark.parametrize("field", sorted(UNION_FIELDS))
def test_a_field_that_lists_several_things_takes_what_every_strong_voice_says(field):
    terms = {
        "techniques": ("abduction", "killing", "threat"),
        "targets": ("activist", "journalist", "relative"),
        "outcome": ("detained", "released", "survived"),
        "transit": ("KG", "TR", "UZ"),
    }[field]

    value = adopted(
        field,
        says("lantern", **{field: terms[1:]}),
        says("kestrel", **{field: terms[:2]}),
        says("heron", "alleges", **{field: terms[:1]}),
    )

    assert value.value == terms
    assert value.strength == STRONG
    assert value.weak_additions == ()


def test_what_only_weak_statements_list_is_an_addition():
    techniques = adopted(
        "techniques",
        says("lantern", techniques=("abduction",)),
        says("kestrel", "alleges", techniques=("killing", "abduction")),
    )

    assert techniques.value == ("abduction",)
    assert techniques.weak_additions == ("killing",)
    assert {each.value: each.voices for each in techniques.candidates} == {
        ("abduction",): {"Lantern", "Kestrel"},
        ("killing",): {"Kestrel"},
    }


def test_a_list_that_only_weak_statements_give_is_weak():
    techniques = adopted("techniques", says("lantern", "alleges", techniques=("abduction",)))

    assert (techniques.value, techniques.strength) == (("abduction",), WEAK)
    assert techniques.weak_additions == ()


def test_a_passage_copied_gives_its_value_one_voice():
    setting = adopted(
        "setting",
        says("lantern", derived_from=("kestrel",), setting="prison"),
        outlet("tide", after="lantern"),
        says("tide", setting="prison"),
        says("heron", setting="shelter"),
    )

    assert setting.is_conflicting
    assert [each.strong_voices for each in setting.candidates] == [{"Kestrel"}, {"Heron"}]


def test_a_copy_of_several_passages_gives_its_value_no_voice():
    setting = adopted(
        "setting",
        says("lantern", id="one", derived_from=("kestrel",)),
        says("lantern", id="two", derived_from=("heron",)),
        outlet("tide", after="lantern"),
        says("tide", setting="prison"),
    )

    assert setting.value == "prison"
    assert (setting.candidates[0].strong_voices, setting.candidates[0].voices) == (set(), set())


# ── Laws ─────────────────────────────────────────────────────────────────────


def test_every_field_has_a_value_of_its_own():
    assert tuple(assessed(says("lantern")).values) == FIELDS
    assert "persons" in FIELDS
    assert "persons_min" not in FIELDS


@MODEST
@given(corpora())
def test_every_adopted_value_is_one_that_somebody_gave_or_decided(corpus):
    for assessment in assess(corpus).values():
        for field, value in assessment.values.items():
            given_by_somebody = {each.value for each in value.candidates}
            assert value.field == field
            assert value.is_conflicting is (len(value.possible) > 1)
            assert not value.is_certain or len(value.possible) == 1
            if value.strength in (STRONG, WEAK) and field not in UNION_FIELDS:
                assert set(value.possible) <= given_by_somebody
            if value.strength == NONE:
                assert value.possible == ()
