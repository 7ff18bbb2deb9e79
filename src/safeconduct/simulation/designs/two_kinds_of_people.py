"""Two kinds of people and five lists: a kind that is easy to see, and a kind that is not.

It depends on the chances of the simulation.
The chances are the project's own choice, in the manner of designs of two latent classes.
"""

from typing import Final

from safeconduct.simulation.chances import in_classes

ID: Final = "two-kinds-of-people"
LABEL: Final = {
    "en": "Two kinds of people and five lists",
    "ru": "Два рода людей и пять списков",
}
PLAIN: Final = {
    "en": "One in ten of 2,000 people is on most lists, the others are on hardly any: differences "
    "so plain are described well.",
    "ru": "Один из десяти из 2000 человек есть почти во всех списках, остальных почти нигде нет: "
    "столь явное различие методы описывают хорошо.",
}
N_PERSONS: Final = 2_000
LISTS: Final = ("A", "B", "C", "D", "E")
CHANCES: Final = in_classes(
    [0.9, 0.1],
    captures=[[0.033, 0.033, 0.099, 0.132, 0.033], [0.66, 0.825, 0.759, 0.99, 0.693]],
)
