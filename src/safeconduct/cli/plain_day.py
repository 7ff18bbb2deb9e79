"""A day as somebody types it: year, month and day, and no other of the forms of ISO 8601.

It depends on the standard library.
A verb that asks for a day reads it here, so that every verb takes the same form.
"""

from __future__ import annotations

from datetime import date


def plain_day(text: str) -> date:
    """Read a day of the form YYYY-MM-DD.

    Raises:
        ValueError: it is not one; 20240630 and 2024-W26-7 are not.
    """
    day = date.fromisoformat(text)
    if day.isoformat() != text:
        raise ValueError
    return day
