"""Two kinds of people and five lists: where the assumptions of the estimators are strained.

It depends on the chances of the simulation.
The chances are the project's own choice, and any other design is one more module.
"""

from typing import Final

from safeconduct.simulation.chances import in_classes

ID: Final = "two-kinds-of-people"
LABEL: Final = {
    "en": "Two kinds of people and five lists",
    "ru": "Два рода людей и пять списков",
}
PLAIN: Final = {
    "en": "A quarter of 2,000 people is easy to see, the others are hard to see.",
    "ru": "Четверть из 2000 человек на виду, остальных видно плохо.",
}
N_PERSONS: Final = 2_000
LISTS: Final = ("A", "B", "C", "D", "E")
CHANCES: Final = in_classes(
    [0.25, 0.75],
    captures=[[0.6, 0.7, 0.5, 0.6, 0.65], [0.15, 0.2, 0.1, 0.15, 0.2]],
)
