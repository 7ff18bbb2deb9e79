"""A term is told in words, with the number and the noun agreeing in both languages.

It depends on the deadlines that ship.
A further unit is one more line of the table.
"""

from dataclasses import replace

import pytest

from safeconduct.respond.deadline import UNITS, deadline, deadlines
from safeconduct.respond.term import term_in_words


@pytest.mark.parametrize(
    ("amount", "unit", "english", "russian"),
    [
        (1, "days", "1 day", "1 день"),
        (2, "days", "2 days", "2 дня"),
        (5, "working-days", "5 working days", "5 рабочих дней"),
        (9, "calendar-months", "9 months", "9 месяцев"),
        (11, "days", "11 days", "11 дней"),
        (21, "days", "21 days", "21 день"),
        (60, "days", "60 days", "60 дней"),
        (72, "hours", "72 hours", "72 часа"),
        (112, "hours", "112 hours", "112 часов"),
    ],
)
def test_a_term_says_how_long_and_from_what(amount, unit, english, russian):
    rule = replace(deadline("ccf-access").rules[0], amount=amount, unit=unit)

    assert term_in_words(rule).startswith(f"{english} from the day on which the commission")
    assert term_in_words(rule, language="ru").startswith(f"{russian}; начало – день, когда")


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_rule_that_ships_has_its_term(language):
    rules = [rule for each in deadlines().values() for rule in each.rules]

    assert all(str(rule.amount) in term_in_words(rule, language=language) for rule in rules)
    assert {rule.unit for rule in rules} <= set(UNITS)
