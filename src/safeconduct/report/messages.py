"""Messages that are written in one place and said in another, marked for translators.

It depends on nothing.
The extraction of messages looks for `marked("…")` and `marked_in("context", "…")`, as it looks for
`say("…")`; a message that is said where it is written needs no mark.
"""

from __future__ import annotations


def marked(message: str) -> str:
    """Mark a message for translators; what it says is looked up when it is printed."""
    return message


def marked_in(_context: str, message: str) -> str:
    """Mark a message that means another thing elsewhere, with its context."""
    return message
