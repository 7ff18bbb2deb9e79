"""Three leaning lists and few people: where the assumptions of the estimators are strained.

It depends on the chances of the simulation.
The chances are the project's own choice, and any other design is one more module.
"""

from typing import Final

from safeconduct.simulation.chances import on_a_path

ID: Final = "small-and-leaning"
LABEL: Final = {
    "en": "Three leaning lists and few people",
    "ru": "Три зависимых списка и мало людей",
}
PLAIN: Final = {
    "en": "Three lists of which each leans on the one before, and only 400 people.",
    "ru": "Три списка, каждый опирается на предыдущий, и всего 400 человек.",
}
N_PERSONS: Final = 400
LISTS: Final = ("A", "B", "C")
CHANCES: Final = on_a_path([0.3, 0.25, 0.3], odds_ratio=3.0)
