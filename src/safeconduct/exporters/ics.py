"""The days of deadlines as a calendar file, in which nobody can read what they are for.

It depends on the response and on icalendar, which folds and escapes lines as RFC 5545 asks.
A further language is one more line in `_TITLES` and in `_TO_BE_CHECKED`.

Safety: a calendar lies on locked screens, in clouds and in shared offices. A title is a number
that the printed answer explains; no name, situation, law, state or address goes in, and neither
does the name of this program. No alarm rings.
"""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Final
from uuid import NAMESPACE_OID, uuid5

from icalendar import Calendar, Event

from safeconduct.vocabulary import in_language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.respond.responding import Response

_TITLES: Final[Mapping[str, str]] = {"en": "Date {number}", "ru": "Дата {number}"}
# A day counted from a beginning that nobody gave must not pass for a sure one.
_TO_BE_CHECKED: Final[Mapping[str, str]] = {
    "en": "Date {number}, to be checked",
    "ru": "Дата {number}, проверить",
}
# The standard asks for the name of a program; this one names none.
_PRODUCER: Final = "-//Dates//EN"


def calendar_of(response: Response, *, language: str = "en") -> bytes:
    """Write one appointment a deadline, in the order in which they end."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCER)
    calendar.add("version", "2.0")
    # The stamp is the day asked about, so that the same answer gives the same bytes.
    stamp = datetime.combine(response.on, time(), UTC)
    for number, due in enumerate(response.dues, start=1):
        titles = _TO_BE_CHECKED if response.assumes(due) else _TITLES
        title = in_language(titles, language).format(number=number)
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
