"""A calendar file holds the days and nothing that says what they are for.

It depends on the situations that ship and on icalendar, which reads back what was written.
A new property of an appointment is one more line in `KEPT`.
"""

import re
from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from safeconduct.errors import Refusal
from safeconduct.exporters.ics import calendar_of
from safeconduct.respond.deadline import deadlines
from safeconduct.respond.pathway import pathways
from safeconduct.respond.responding import Response, respond

# A day of its own, so that no clock can pass for it.
ON = date(2026, 5, 4)
TIMED = [name for name in pathways() if respond(name, host="RS", on=ON).waiting]
KEPT = {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "CLASS", "TRANSP"}


def answer(situation: str = "wanted-list", host: str = "RS") -> Response:
    begun = dict.fromkeys(respond(situation, host=host, on=ON).waiting, ON)
    return respond(situation, host=host, on=ON, triggers=begun)


def appointments(written):
    return Calendar.from_ical(written).walk("VEVENT")


@pytest.mark.parametrize("situation", TIMED)
def test_every_deadline_is_one_appointment_on_its_day(situation):
    asked = answer(situation)

    found = appointments(calendar_of(asked))

    assert [each["DTSTART"].dt for each in found] == [due.due_on for due in asked.dues]
    assert [str(each["SUMMARY"]) for each in found] == [
        f"Date {number}" for number in range(1, len(asked.dues) + 1)
    ]


def test_only_a_deadline_whose_beginning_was_given_goes_in():
    """Safety: a day that nobody gave is invented, and a calendar does not say so."""
    given = {"ccf-access": date(2026, 10, 31)}
    asked = respond("red-notice-or-diffusion", host="RS", on=date(2026, 11, 1), triggers=given)

    (found,) = appointments(calendar_of(asked))

    assert (str(found["SUMMARY"]), found["DTSTART"].dt) == ("Date 1", date(2027, 2, 28))
    assert "Дата 1\r\n" in calendar_of(asked, language="ru").decode("utf-8")


@pytest.mark.parametrize("situation", pathways())
def test_without_a_given_beginning_there_is_no_calendar_and_the_refusal_says_what_to_give(
    situation,
):
    asked = respond(situation, host="RS", on=ON)

    with pytest.raises(Refusal, match="when its term began") as refused:
        calendar_of(asked)

    assert all(f"--trigger {each}=DATE" in refused.value.remedy for each in asked.waiting)
    assert ("no day to keep" in refused.value.remedy) == (not asked.waiting)
    with pytest.raises(Refusal, match="когда начался срок"):
        calendar_of(asked, language="ru")


@pytest.mark.parametrize("situation", TIMED)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_nothing_but_neutral_words_and_days_goes_in(situation, language):
    """Safety: a calendar is read by others."""
    asked = answer(situation)

    written = calendar_of(asked, language=language).decode("utf-8")

    assert all(set(each.keys()) == KEPT for each in appointments(written))
    words = set(re.findall(r"[^\W\d_]{3,}", written))
    assert words <= {
        *("BEGIN", "END", "VCALENDAR", "VERSION", "PRODID", "Dates", "VEVENT", "SUMMARY"),
        *("DTSTART", "VALUE", "DATE", "DTSTAMP", "UID", "CLASS", "PRIVATE", "TRANSP"),
        *("TRANSPARENT", "Date", "Дата"),
        *(word for word in words if re.fullmatch("[a-f]+", word)),
    }


def test_no_id_can_be_looked_up_among_those_of_the_deadlines():
    """Safety: an id that is the same for every person at risk tells what a calendar is for."""
    first = appointments(calendar_of(answer("wanted-list")))
    later = date(2026, 11, 25)
    moved = respond("wanted-list", host="RS", on=later, triggers={"ccf-access": later})

    assert not {str(each["UID"]) for each in first} & {
        str(each["UID"]) for each in appointments(calendar_of(moved))
    }
    assert not any(name in calendar_of(answer()).decode() for name in deadlines())


def test_the_same_answer_gives_the_same_bytes_stamped_with_the_day_asked_about():
    written = calendar_of(answer())

    assert written == calendar_of(answer())
    (first, *_) = appointments(written)
    assert first["DTSTAMP"].dt == datetime(2026, 5, 4, tzinfo=UTC)


def test_lines_end_as_the_standard_asks_and_none_is_too_long():
    lines = calendar_of(answer(), language="ru").split(b"\r\n")

    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line for line in lines)


def test_a_day_that_has_passed_goes_into_no_calendar():
    """Safety: an old day in a calendar reads as one that can still be kept."""
    asked = respond(
        "asylum-refused-with-return-danger",
        host="DE",
        on=date(2026, 11, 24),
        triggers={"ecthr-application": date(2022, 3, 1)},
    )

    with pytest.raises(Refusal, match="not over") as refused:
        calendar_of(asked)

    assert "can be restored" in refused.value.remedy or "--trigger" in refused.value.remedy
