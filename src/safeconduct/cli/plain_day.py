"""A day as somebody types it: year, month and day, and no other of the forms of ISO 8601.

It depends on the standard library.
A verb that asks for a day reads it here, so that every verb takes the same form.
"""

from __future__ import annotations

from datetime import date


def plain_day(text: str) -> date | None:
    """Read a day of the form YYYY-MM-DD; None for any other, such as 20240630 or 2024-W26-7."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.isoformat() == text else None
