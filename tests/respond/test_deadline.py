"""Deadlines are read whole: none without its law, and none without the days on which it is law.

It depends on the deadlines that ship and on faults planted in an invented one.
A new rule about deadline files is a new line in `FAULTS`.
"""

from datetime import date

import pytest

from safeconduct.errors import NotFound
from safeconduct.registry import data_files
from safeconduct.respond.deadline import FOLDER, deadline, deadlines, read_deadline
from tests.respond.planting import planted, problems_of

MODEL = """\
id = "invented"
label = { en = "A", ru = "А" }

[[rule]]
since = "2020-01-01"
until = "2024-03-01"
amount = 10
unit = "days"
starts = { en = "the knock", ru = "стук" }
counts_from = "day-after"
rolls = "none"
legal_source = { title = "An invented law", section = "1" }
who_must = { en = "you", ru = "вы" }

[[rule]]
since = "2024-03-01"
until = ""
hosts = ["AQ"]
amount = 2
unit = "working-days"
starts = { en = "the knock", ru = "стук" }
counts_from = "same-day"
rolls = "next-working-day"
legal_source = { title = "A rumour" }
who_must = { en = "the body", ru = "орган" }
working_days_of = "RU"
weak = true
note = { en = "N", ru = "З" }
"""
RULES = MODEL[MODEL.index("[[rule]]") :]
FAULTS = [
    ("label = {", "title = {", ("label", "is missing")),
    (RULES, "", ("rule", "is missing")),
    ('since = "2020-01-01"\n', "", ("rule[1].since", "is missing")),
    ('since = "2020-01-01"', 'since = ""', ("rule[1].since", "is not a day of the form")),
    ('since = "2020-01-01"', 'since = "2020"', ("rule[1].since", "is not a day of the form")),
    ('until = "2024-03-01"\n', "", ("rule[1].until", "is missing")),
    ('until = "2024-03-01"', 'until = "2024-03"', ("rule[1].until", "is not a day of the form")),
    ('until = "2024-03-01"', 'until = "2020-01-01"', ("rule[1].until", "is not after the")),
    (
        'legal_source = { title = "An invented law", section = "1" }\n',
        "",
        ("rule[1].legal_source", "is missing"),
    ),
    (', section = "1"', "", ("rule[1].legal_source.section", "is missing, and so are")),
    ("amount = 10", "amount = 0", ("rule[1].amount", "is not a whole number above zero")),
    ('unit = "days"', 'unit = "moons"', ("rule[1].unit", "is not one of days, calendar-months")),
    ('"day-after"', '"today"', ("rule[1].counts_from", "is not one of day-after, same-day")),
    ('rolls = "none"', 'rolls = "back"', ("rule[1].rolls", "is not one of none, next-working")),
    ("starts = {", "begins = {", ("rule[1].starts", "is missing")),
    ("who_must = {", "who_may = {", ("rule[1].who_must", "is missing")),
    ('hosts = ["AQ"]', 'hosts = ["ZZ"]', ("rule[2].hosts", "'ZZ' is not a territory")),
    ('working_days_of = "RU"', 'working_days_of = "ZZ"', ("rule[2].working_days_of", "'ZZ' is")),
    ("weak = true", 'weak = "yes"', ("rule[2].weak", "not true or false")),
    ("weak = true", "", ("rule[2].legal_source.section", "is missing, and so are")),
    (
        'since = "2024-03-01"\nuntil = ""\nhosts = ["AQ"]',
        'since = "2024-02-29"\nuntil = ""',
        ("rule", "has two that apply on the same day in the same place"),
    ),
]


@pytest.fixture
def model(tmp_path):
    path = tmp_path / "model" / "invented.toml"
    path.parent.mkdir()
    path.write_text(MODEL, encoding="utf-8")
    return path


@pytest.mark.parametrize("path", [*data_files(FOLDER)], ids=lambda path: path.stem)
def test_every_deadline_that_ships_has_its_law_and_the_days_on_which_it_is_law(path):
    read = read_deadline(path)

    assert all(rule.legal_source.title and rule.since > date.min for rule in read.rules)


def test_the_deadlines_of_the_contract_are_there_with_their_amounts():
    latest = {name: each.rules[-1] for name, each in deadlines().items()}

    assert {name: (rule.amount, rule.unit) for name, rule in latest.items()} == {
        "ccf-access": (4, "calendar-months"),
        "ccf-deletion": (9, "calendar-months"),
        "ccf-revision": (6, "calendar-months"),
        "special-procedures-reply": (60, "days"),
        "serbia-residence-appeal": (8, "days"),
        "ecthr-application": (4, "calendar-months"),
        "passport-surrender-ru": (5, "working-days"),
        "foreign-agent-report": (15, "days"),
        "extradition-appeal": (10, "days"),
    }


@pytest.mark.parametrize(
    ("host", "on", "months"),
    [
        ("RS", date(2022, 1, 31), 6),
        ("RS", date(2022, 2, 1), 4),
        ("RU", date(2022, 1, 31), 6),
        ("RU", date(2026, 11, 24), 4),
        ("KZ", date(2024, 6, 30), None),
    ],
)
def test_strasbourg_counts_where_and_when_a_state_is_bound(host, on, months):
    rule = deadline("ecthr-application").rule_for(host, on=on)

    assert (rule and rule.amount) == months


def test_against_russia_strasbourg_says_that_it_is_closed_for_later_acts():
    rule = deadline("ecthr-application").rule_for("RU", on=date(2026, 11, 24))

    assert rule is not None
    assert rule.note is not None
    assert "16 September 2022" in rule.note["en"]
    assert "16 сентября 2022" in rule.note["ru"]


def test_the_model_is_read_as_it_stands(model):
    first, second = read_deadline(model).rules

    assert (first.since, first.until) == (date(2020, 1, 1), date(2024, 3, 1))
    assert (first.hosts, first.is_weak, first.note, first.working_days_of) == ((), False, None, "")
    assert (second.until, second.hosts, second.is_weak) == (None, ("AQ",), True)
    assert (second.unit, second.counts_from, second.working_days_of) == (
        "working-days",
        "same-day",
        "RU",
    )


@pytest.mark.parametrize(
    ("on", "host", "amount"),
    [
        (date(2019, 12, 31), "AQ", None),
        (date(2020, 1, 1), "AQ", 10),
        (date(2024, 2, 29), "BV", 10),
        (date(2024, 3, 1), "AQ", 2),
        (date(2024, 3, 1), "BV", None),
    ],
)
def test_the_rule_of_a_day_and_a_place_is_found(model, on, host, amount):
    rule = read_deadline(model).rule_for(host, on=on)

    assert (rule and rule.amount) == amount


def test_a_rule_of_the_host_goes_before_one_for_any_host(tmp_path, model):
    path = planted(tmp_path, model, instead=('until = "2024-03-01"', 'until = ""'))
    read = read_deadline(path)

    assert read.rule_for("AQ", on=date(2025, 1, 1)) is read.rules[1]
    assert read.rule_for("BV", on=date(2025, 1, 1)) is read.rules[0]


@pytest.mark.parametrize(("old", "new", "problem"), FAULTS)
def test_a_planted_fault_is_caught_by_name(tmp_path, model, old, new, problem):
    key, words = problem

    found = problems_of(read_deadline, planted(tmp_path, model, instead=(old, new)))

    assert words in found[key]


def test_a_deadline_is_found_by_its_id_and_an_unknown_one_names_those_that_exist():
    assert deadline("ccf-access").id == "ccf-access"
    with pytest.raises(NotFound, match="ccf-access"):
        deadline("christmas")


def test_a_longer_term_that_is_not_longer_is_refused(tmp_path):
    shipped = FOLDER / "serbia-residence-appeal.toml"
    path = planted(tmp_path, shipped, instead=("longer = 15", "longer = 8"))

    assert "is not longer than the amount" in str(problems_of(read_deadline, path))
