"""Published numbers: reported figures about an incident, whose parts do not always add up.

It depends on `dice`, the numbering and the table of reported figures.
A further relation between figures is a further row here.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from safeconduct.record.tables import REPORTED_FIGURES
from safeconduct.synthetic.dice import Weighted

if TYPE_CHECKING:
    from safeconduct.synthetic.dice import Dice
    from safeconduct.synthetic.numbering import Numbering
    from safeconduct.synthetic.pool import Row

_BLANK: Final = dict.fromkeys(REPORTED_FIGURES.headings, "")
_QUALIFIERS: Final = Weighted(
    ("exactly", 6.0), ("at-least", 3.0), ("approximately", 2.0), ("over", 1.0), ("up-to", 1.0)
)
_UNITS: Final = Weighted(("person", 6.0), ("case", 3.0), ("charge", 1.0), ("listing", 1.0))


def publish_figures(
    dice: Dice, numbering: Numbering, *, source: str, row: Row, day: int
) -> list[tuple[str, ...]]:
    """A whole and its two parts; in one of five the parts do not add up, as in real reports."""
    ids = [numbering.next("f") for _ in range(3)]
    parts = [2 + dice.below(60), 1 + dice.below(40)]
    whole = sum(parts) - (1 if dice.chance(0.2) else 0)
    year = date.fromordinal(day).isoformat()[:4]
    shared = {
        "qualifier": dice.weighted(_QUALIFIERS),
        "unit": dice.weighted(_UNITS),
        "period": year,
        "as_of": f"{year}-12",
        "source": source,
        "about": row["id"],
    }
    found = []
    for identifier, label, number in zip(
        ids, ("Known", "In detention", "At large"), (whole, *parts), strict=True
    ):
        figure = _BLANK | shared
        figure |= {
            "id": identifier,
            "label": f"{label}, {row['label'][0].lower()}{row['label'][1:]}",
            "minimum": str(number),
            "part_of": "" if label == "Known" else ids[0],
            "sum_of": ";".join(ids[1:]) if label == "Known" else "",
        }
        found.append(tuple(figure.values()))
    return found
