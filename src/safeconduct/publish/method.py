"""The method and the caveats of a release, in the words that every reader gets.

It depends on the protections and the plan, never on the counts.
A sentence that holds only for some counts would tell something about them, so there is none; a
further sentence is one more pair here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.publish.protecting import protection_named

if TYPE_CHECKING:
    from safeconduct.publish.plan import Plan
    from safeconduct.publish.release import Wording

# Safety: the caveats of a figure name exact shares and single publishers; these name none.
CAVEATS: Final[tuple[Wording, ...]] = (
    (
        ("en", "Only what was reported and found is counted; what nobody recorded is not in it."),
        ("ru", "Сосчитано лишь то, о чём сообщили и что найдено; никем не записанного здесь нет."),
    ),
    (
        ("en", "A cell of a small group says nothing of whether there is anybody in it."),
        ("ru", "Ячейка малой группы не говорит о том, есть ли в ней кто-нибудь."),
    ),
    (
        ("en", "Numbers of a later release may be greater because reports came late."),
        ("ru", "Числа следующего выпуска могут быть больше, потому что сообщения запаздывают."),
    ),
)
_COUNTED: Final = {
    "en": "Counted are persons, of incidents that at least one strong voice reports.",
    "ru": "Считаются люди — по случаям, о которых сообщает хотя бы один сильный голос.",
}
_TOTALS: Final = {
    "en": "Totals of rows and columns follow from the cells and say nothing beyond them.",
    "ru": "Итоги строк и столбцов следуют из ячеек и ничего к ним не добавляют.",
}
_LISTED: Final = {
    "en": (
        "Incidents of the public list, which two independent voices reported in public,"
        " are named apart and left out of the tables unless a table says otherwise."
    ),
    "ru": (
        "Случаи открытого списка, о которых публично сообщили два независимых голоса, названы"
        " отдельно и не входят в таблицы, если таблица не говорит иного."
    ),
}


def method(plan: Plan) -> Wording:
    """How the numbers were made, in each language of the plan that there are words for."""
    protection = protection_named(plan.protection)
    told = []
    for language in plan.languages:
        if language not in _COUNTED:
            continue
        sentences = [_COUNTED[language], protection.PLAIN[language], _TOTALS[language]]
        if plan.list_rule != "none":
            sentences.append(_LISTED[language])
        told.append((language, " ".join(sentences)))
    return tuple(told)
