"""Five lists, each leaning on the one before: where the assumptions of the estimators hold.

It depends on the chances of the simulation.
The chances are the project's own choice, and any other design is one more module.
"""

from typing import Final

from safeconduct.simulation.chances import on_a_path

ID: Final = "leaning-lists"
LABEL: Final = {
    "en": "Five lists, each leaning on the one before",
    "ru": "Пять списков, каждый опирается на предыдущий",
}
PLAIN: Final = {
    "en": "Each list takes people from the list before it more readily than others. 3,000 people.",
    "ru": "Каждый список охотнее берёт людей из предыдущего. 3000 человек.",
}
N_PERSONS: Final = 3_000
LISTS: Final = ("A", "B", "C", "D", "E")
CHANCES: Final = on_a_path([0.25, 0.2, 0.25, 0.2, 0.25], odds_ratio=3.0)
