"""Recognising: which techniques a set of answers resembles, why, and what helps in any case.

It depends on the indicators beside it, the vocabulary's techniques and the errors.
One rule names a technique and `RULE` says it on every screen; what an answer leads to is data.

Safety: nothing here counts, weighs or ranks a person, and nothing is kept. A set of answers that
names nothing gets help all the same, and a way back.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.errors import InvalidQuery
from safeconduct.respond.indicator import EXPLAINS, FITS, POINTS_TO, indicators

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.respond.indicator import Indicator

RULE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "en": "A pattern is named when one of your answers points to it, or when two of them fit "
        "it: two things that happened, or one thing and one circumstance. Where an everyday cause "
        "that you know explains all of it, no pattern is named unless something shows a state "
        "behind it.",
        "ru": "Приём назван, если на него указывает хотя бы один ваш ответ или если с ним "
        "согласуются два: два события либо событие и обстоятельство. Если всё это объясняется "
        "известной вам обычной причиной, приём не назван – разве что видно, что за этим стоит "
        "государство.",
    }
)
LIMITS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "en": "A resemblance is not a finding: each answer has everyday explanations too, and they "
        "stand beside it. It does not show who is behind it, and it says nothing about you or "
        "anybody you know. Nothing is added up to a mark.",
        "ru": "Сходство – ещё не вывод: у каждого ответа есть и обычные объяснения, они стоят "
        "рядом с ним. Оно не показывает, кто за этим стоит, и ничего не говорит ни о вас, ни о "
        "ваших знакомых. Никаких баллов здесь не считают.",
    }
)
CALM: Final[Mapping[str, str]] = MappingProxyType(
    {
        "en": "Your answers name no pattern. That closes nothing: you need no proof to ask for "
        "help, you may be right to worry, and you can answer again when something changes.",
        "ru": "Ваши ответы не складываются ни в один приём. Это ничего не закрывает: чтобы "
        "попросить о помощи, доказательства не нужны, ваша тревога может быть верной, а ответить "
        "заново можно, когда что-то изменится.",
    }
)
KEPT: Final[Mapping[str, str]] = MappingProxyType(
    {
        "en": "Nothing was stored and nothing left this machine. If the answers are in a file, "
        "delete it when you no longer need it.",
        "ru": "Ничего не сохранено, и ничего не ушло с этой машины. Если ответы лежат в файле, "
        "удалите его, когда он больше не нужен.",
    }
)
UNTIL_KNOWN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "en": "You are not sure of this. If it may be so, do this until you know: cross no border "
        "and board no plane before you have asked. It costs little, and nothing here says that it "
        "is so.",
        "ru": "Вы в этом не уверены. Если так может быть, пока не узнаете, делайте вот что: не "
        "пересекайте границ и не садитесь в самолёт, пока не спросите. Это стоит немного, и здесь "
        "не сказано, что так и есть.",
    }
)
# Distance is Not a Shield, recommendations, pages 13 and 14: in our words.
FOR_WORKERS: Final[tuple[Mapping[str, str], ...]] = (
    MappingProxyType(
        {
            "en": "The person before you needs protection; they are not a danger, and neither is "
            "their community. Treating people as a security matter closes the door through which "
            "they come for help (Distance is Not a Shield, pages 13 and 14).",
            "ru": "Человек перед вами нуждается в защите; ни он, ни его община не опасны. Если "
            "видеть в людях вопрос безопасности, закроется дверь, в которую они приходят за "
            "помощью (Distance is Not a Shield, страницы 13 и 14).",
        }
    ),
    MappingProxyType(
        {
            "en": "Ask alone, with an interpreter whom the person accepts, and only what help "
            'needs. "Not sure" is a good answer. Ask for no names of others.',
            "ru": "Спрашивайте наедине, с переводчиком, которого человек принимает, и только то, "
            "что нужно для помощи. «Не знаю» – хороший ответ. Имён других людей не спрашивайте.",
        }
    ),
    MappingProxyType(
        {
            "en": "The answers belong to the person. Pass nothing on, to the police or anybody, "
            "unless the person agrees to exactly that. Many fear that their words travel on: "
            "discretion, and a contact that is not the police, help.",
            "ru": "Ответы принадлежат человеку. Ничего не передавайте ни полиции, ни кому-либо "
            "ещё, если человек не согласен именно на это. Многие боятся, что сказанное пойдёт "
            "дальше: помогают сдержанность и собеседник не из полиции.",
        }
    ),
    MappingProxyType(
        {
            "en": "A charge, a list or a name that the other state puts on the person is a claim "
            "of that state. It is no reason to check, watch or report the person, their family or "
            "their friends.",
            "ru": "Обвинение, список или слово, которым то государство называет человека, – только "
            "его слова. Это не повод проверять человека, его семью или друзей, следить за ними или "
            "сообщать о них.",
        }
    ),
    MappingProxyType(
        {
            "en": "Not every answer is a matter for the police. Safe devices, a lawyer, somebody "
            "to talk to and the person's own community often help first.",
            "ru": "Не всякий ответ – дело полиции. Часто сначала помогают защита телефона, юрист, "
            "психолог и свой круг.",
        }
    ),
)


class Answer(StrEnum):
    """What a person says to a question; a question left open is no answer at all."""

    YES = "yes"
    NO = "no"
    NOT_SURE = "not sure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One answer that speaks for a resemblance, and how: it points to it, fits it, goes with it."""

    indicator: Indicator
    strength: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Resemblance:
    """A technique that the answers resemble, with every answer that speaks for it."""

    technique: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """What a set of answers resembles, and what helps.

    told: the indicators answered yes, urgent ones first. unsure: those answered "not sure".
    alone: those answered yes that no resemblance rests on.
    """

    resemblances: tuple[Resemblance, ...]
    told: tuple[Indicator, ...]
    alone: tuple[Indicator, ...]
    unsure: tuple[Indicator, ...]

    @property
    def is_calm(self) -> bool:
        """Whether no pattern is named."""
        return not self.resemblances

    @property
    def pathways(self) -> tuple[str, ...]:
        """The situations worth reading, each once, those of urgent answers first."""
        read = (*self.told, *self.careful)
        return tuple(dict.fromkeys(chain.from_iterable(each.pathways for each in read)))

    @property
    def careful(self) -> tuple[Indicator, ...]:
        """Those answered "not sure" of which a person is careful until they know."""
        return tuple(each for each in self.unsure if each.is_careful)


def recognise(answers: Mapping[str, Answer]) -> Recognition:
    """Say which techniques a set of answers resembles; what is not answered counts for nothing.

    Raises:
        InvalidQuery: an answer belongs to no indicator.
    """
    known = indicators()
    strangers = [(name, "is not an indicator") for name in answers if name not in known]
    if strangers:
        raise InvalidQuery(strangers, hint="Begin with an empty form: safeconduct recognise.")
    told = [each for each in known.values() if answers.get(each.id) is Answer.YES]
    resemblances = tuple(_resemblances(told))
    placed = {reason.indicator.id for each in resemblances for reason in each.reasons}
    return Recognition(
        resemblances=resemblances,
        told=tuple(sorted(told, key=lambda each: not each.is_urgent)),
        alone=tuple(each for each in told if each.id not in placed),
        unsure=tuple(each for each in known.values() if answers.get(each.id) is Answer.NOT_SURE),
    )


def _resemblances(told: list[Indicator]) -> list[Resemblance]:
    """Apply the rule; the techniques come in the order in which the answers lead to them."""
    reasons: dict[str, list[Reason]] = {}
    explained: set[str] = set()
    for indicator in told:
        for pointer in indicator.pointers:
            if pointer.strength == EXPLAINS:
                explained.add(pointer.technique)
            else:
                reason = Reason(indicator=indicator, strength=pointer.strength)
                reasons.setdefault(pointer.technique, []).append(reason)
    found = [
        Resemblance(technique=technique, reasons=tuple(speaking))
        for technique, speaking in reasons.items()
        if _is_named(speaking)
    ]
    # Safety: one pattern that the everyday cause does not reach keeps all of them on the screen.
    is_tied = any(each.ties for each in told) or any(
        each.technique not in explained for each in found
    )
    return found if is_tied else []


def _is_named(reasons: list[Reason]) -> bool:
    if any(reason.strength == POINTS_TO for reason in reasons):
        return True
    fitting = [reason.indicator for reason in reasons if reason.strength == FITS]
    has_happened = any(not each.is_circumstance for each in fitting)
    return has_happened and len(fitting) > 1
