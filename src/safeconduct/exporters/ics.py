"""The days of deadlines as a calendar file, in which nobody can read what they are for.

It depends on the response and on icalendar, which folds and escapes lines as RFC 5545 asks.
A further language is one more line in `_TITLES` and in each table below it.

Safety: a calendar lies on locked screens, in clouds and in shared offices. A title is a number
that the printed answer explains; no name, situation, law, state or address goes in, and neither
does the name of this program. No alarm rings. A day whose term began nobody knows when is left out,
and so is one that has passed.
"""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Final
from uuid import NAMESPACE_OID, uuid5

from icalendar import Calendar, Event

from safeconduct.errors import Refusal
from safeconduct.respond.responding import OFFICE_LATE
from safeconduct.vocabulary import in_language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.respond.responding import Response

_TITLES: Final[Mapping[str, str]] = {"en": "Date {number}", "ru": "Дата {number}"}
_ASKED: Final[Mapping[str, str]] = {"en": "a calendar file", "ru": "файл календаря"}
_RULE: Final[Mapping[str, str]] = {
    "en": "a day stands in it only where it is known when its term began, and is not over",
    "ru": "день попадает в него, только если известно, когда начался срок, и он не прошёл",
}
_REMEDY: Final[Mapping[str, str]] = {
    "en": "Say when it began: {options}.",
    "ru": "Укажите, когда срок начался: {options}.",
}
_NO_TERM: Final[Mapping[str, str]] = {
    "en": "No term of this situation is recorded for this state, so that there is no day to keep.",
    "ru": "Для этого государства сроков в этой ситуации не записано: хранить нечего.",
}
_OVER: Final[Mapping[str, str]] = {
    "en": "The day has passed: ask today whether the term can be restored.",
    "ru": "Этот день прошёл: спросите сегодня же, можно ли восстановить срок.",
}
# The standard asks for the name of a program; this one names none.
_PRODUCER: Final = "-//Dates//EN"


def calendar_of(response: Response, *, language: str = "en") -> bytes:
    """Write one appointment a deadline, in the order in which they end.

    Raises:
        Refusal: no deadline has a day.
    """
    if not response.dues:
        raise _refusal(response, language)
    calendar = Calendar()
    calendar.add("prodid", _PRODUCER)
    calendar.add("version", "2.0")
    # The stamp is the day asked about, so that the same answer gives the same bytes.
    stamp = datetime.combine(response.on, time(), UTC)
    for number, due in enumerate(response.dues, start=1):
        title = in_language(_TITLES, language).format(number=number)
        appointment = Event()
        begins = due.due_at or due.due_on
        # Made from what the file says anyway: an id drawn from the deadline could be looked up.
        appointment.add("uid", str(uuid5(NAMESPACE_OID, f"{number} {begins}")))
        appointment.add("dtstamp", stamp)
        appointment.add("dtstart", begins)
        appointment.add("summary", title)
        appointment.add("class", "PRIVATE")
        appointment.add("transp", "TRANSPARENT")
        calendar.add_component(appointment)
    return bytes(calendar.to_ical())


def _refusal(response: Response, language: str) -> Refusal:
    options = ", ".join(f"--trigger {each}=DATE" for each in response.waiting)
    over = [each for each in response.steps if each.is_over]
    is_late = all(each.rule is not None and each.rule.is_of_office for each in over)
    missing = (OFFICE_LATE if is_late else _OVER) if over else _NO_TERM
    remedy = in_language(_REMEDY if options else missing, language)
    return Refusal(
        in_language(_ASKED, language),
        rule=in_language(_RULE, language),
        remedy=remedy.format(options=options),
    )
