"""Units as they follow a number: one person, two persons; money and time stay as they are named.

It depends on the wording only.
A unit of the vocabulary that is missing here is shown by its label in brackets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from safeconduct.report.wording import Wording

SHARE = "share"


def counted(unit: str, number: float, *, wording: Wording) -> str:
    """The unit of a published figure, in the form that its number asks for; a share needs none."""
    if unit == SHARE:
        return ""
    many, whole = wording.many, int(number)
    forms = {
        "person": many("person", "persons", number=whole),
        "incident": many("incident", "incidents", number=whole),
        "case": many("case", "cases", number=whole),
        "prosecution": many("prosecution", "prosecutions", number=whole),
        "charge": many("charge", "charges", number=whole),
        "listing": many("listing", "listings", number=whole),
        "organisation": many("organisation", "organisations", number=whole),
        "site": many("site", "sites", number=whole),
        "department": many("department", "departments", number=whole),
    }
    return forms.get(unit) or f"({wording.term('units', unit)})"
