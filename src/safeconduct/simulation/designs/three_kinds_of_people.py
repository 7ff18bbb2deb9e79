"""Three kinds of people and four lists: where the assumptions of the estimators are strained.

It depends on the chances of the simulation.
The chances are the project's own choice, and any other design is one more module.
"""

from typing import Final

from safeconduct.simulation.chances import in_classes

ID: Final = "three-kinds-of-people"
LABEL: Final = {
    "en": "Three kinds of people and four lists",
    "ru": "Три рода людей и четыре списка",
}
PLAIN: Final = {
    "en": "Some of 2,000 people are on nearly every list, many are on hardly any: "
    "methods are known to fail here.",
    "ru": "Одни из 2000 человек есть почти в каждом списке, многих нет почти нигде: "
    "методы здесь ошибаются.",
}
N_PERSONS: Final = 2_000
LISTS: Final = ("A", "B", "C", "D")
CHANCES: Final = in_classes(
    [0.15, 0.35, 0.5],
    captures=[[0.8, 0.75, 0.7, 0.8], [0.35, 0.3, 0.3, 0.25], [0.06, 0.08, 0.05, 0.07]],
)
