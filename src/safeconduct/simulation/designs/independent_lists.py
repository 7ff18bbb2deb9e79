"""Four independent lists: where the assumptions of the estimators hold.

It depends on the chances of the simulation.
The chances are the project's own choice, and any other design is one more module.
"""

from typing import Final

from safeconduct.simulation.chances import at_independence

ID: Final = "independent-lists"
LABEL: Final = {
    "en": "Four independent lists",
    "ru": "Четыре независимых списка",
}
PLAIN: Final = {
    "en": "Nobody is easier to see than anybody else, and no list knows of another. 2,000 people.",
    "ru": "Всех видно одинаково, и ни один список не знает о другом. 2000 человек.",
}
N_PERSONS: Final = 2_000
LISTS: Final = ("A", "B", "C", "D")
CHANCES: Final = at_independence([0.3, 0.25, 0.2, 0.25])
