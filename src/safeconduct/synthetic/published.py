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
_LABELS: Final = ("Known", "In detention", "At large", "Known to another source")
_UNITS: Final = Weighted(("person", 6.0), ("case", 3.0), ("charge", 1.0), ("listing", 1.0))


def publish_figures(
    dice: Dice, numbering: Numbering, *, sources: tuple[str, str], row: Row, day: int
) -> list[tuple[str, ...]]:
    """A whole, its two parts, which do not always add up, and a second count of the whole."""
    month = date.fromordinal(day).isoformat()[:7]
    known, in_detention, at_large, counted_again = (numbering.next("f") for _ in _LABELS)
    parts = [2 + dice.below(60), 1 + dice.below(40)]
    whole = sum(parts) - (1 if dice.chance(0.2) else 0)
    shared = {
        "qualifier": dice.weighted(_QUALIFIERS),
        "unit": dice.weighted(_UNITS),
        "period": month[:4],
        "as_of": month,
        "source": sources[0],
        "about": row["id"],
    }
    figures: list[Row] = [
        {"id": known, "minimum": str(whole), "sum_of": f"{in_detention};{at_large}"},
        {"id": in_detention, "minimum": str(parts[0]), "part_of": known},
        {"id": at_large, "minimum": str(parts[1]), "part_of": known},
        {
            "id": counted_again,
            "minimum": str(whole + dice.below(3)),
            "maximum": str(whole + 3),
            "source": sources[1],
            "same_quantity_as": known,
        },
    ]
    about = f"{row['label'][0].lower()}{row['label'][1:]}"
    return [
        tuple((_BLANK | shared | {"label": f"{label}, {about}"} | figure).values())
        for label, figure in zip(_LABELS, figures, strict=True)
    ]
