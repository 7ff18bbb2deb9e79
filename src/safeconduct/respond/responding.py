"""Responding: the steps of a situation for one host state and one day, with dates and addresses.

It depends on the pathways, deadlines and providers beside it; the day is given, never read.
What a step carries besides is one more field of `AdvisedStep`.

Safety: a provider that is closed, or was not looked at for 180 days, is never handed on as open;
a deadline whose beginning nobody gave has no date, for a date would be invented.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.errors import InvalidQuery, NotFound
from safeconduct.respond.deadline import deadline
from safeconduct.respond.due import NO_RULE, Due, due
from safeconduct.respond.pathway import WHENS, Pathway, Step, pathway
from safeconduct.respond.provider import STALE_AFTER, Provider, provider
from safeconduct.vocabulary import territory

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.respond.deadline import Deadline, Rule

# In the order in which a person tries them.
OPENNESS: Final = ("open", "not-known", "stale", "closed")
CHECKED_LATER: Final = MappingProxyType(
    {
        "en": "These steps were checked after this day: what was different then is not told.",
        "ru": "Эти шаги проверены позже этого дня: чем тогда было иначе, здесь не сказано.",
    }
)
CHECKED_LONG_AGO: Final = MappingProxyType(
    {
        "en": "These steps were last checked more than 180 days before this day: ask whether they "
        "still hold.",
        "ru": "Эти шаги проверяли больше чем за 180 дней до этого дня: узнайте, верны ли они.",
    }
)
UNRECORDED: Final = MappingProxyType(
    {
        "en": "Its term in this state is not recorded here. Ask a lawyer today.",
        "ru": "Срок в этом государстве здесь не записан. Спросите адвоката сегодня же.",
    }
)
# Where no host is asked about, as on a page for all of them.
UNRECORDED_ELSEWHERE: Final = MappingProxyType(
    {
        "en": "If no term of the state where you are stands here, it is not recorded. Ask a lawyer "
        "today.",
        "ru": "Если срока вашего государства здесь нет, он не записан. Спросите адвоката сегодня.",
    }
)
OVER: Final = MappingProxyType(
    {
        "en": "This day has passed: ask today whether the term can be restored.",
        "ru": "Этот день прошёл: спросите сегодня же, можно ли восстановить срок.",
    }
)
# Nobody restores the term of an office: it owes an answer.
OFFICE_LATE: Final = MappingProxyType(
    {
        "en": "The office is late: ask for the answer; a complaint may be possible.",
        "ru": "Орган опаздывает: потребуйте ответа; возможно, на это можно жаловаться.",
    }
)
_NOTHING: Final[Mapping[str, date | datetime]] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedProvider:
    """A provider as it may be shown on a day: open, stale, not known, or closed."""

    provider: Provider
    openness: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvisedStep:
    """A step with what depends on the host and the day: when its deadline ends, and who helps.

    deadline: the one that the step names, None where it names none. rule: the one in force in the
        host, on the day that set the deadline running where it was given, else on the day asked
        about; None where none is known. due: the end, only where its beginning was given.
    is_over: the end lies before the day asked about.
    """

    step: Step
    deadline: Deadline | None
    rule: Rule | None
    due: Due | None
    is_over: bool
    providers: tuple[OfferedProvider, ...]

    @property
    def is_waiting(self) -> bool:
        """Whether a day can be told as soon as somebody says when the deadline began."""
        return self.rule is not None and self.due is None

    @property
    def remarks(self) -> tuple[Mapping[str, str], ...]:
        """What a reader has to know about the deadline, by language."""
        if self.rule is None and self.step.is_appeal:
            return (UNRECORDED,)
        if self.due is not None:
            return (self._over, *self.due.remarks) if self.is_over else self.due.remarks
        is_unknown = self.rule is None and self.deadline is not None
        return (NO_RULE,) if is_unknown else ()

    @property
    def _over(self) -> Mapping[str, str]:
        return OFFICE_LATE if self.rule is not None and self.rule.is_of_office else OVER


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What to do in a situation, in a host state, as seen on a day."""

    pathway: Pathway
    host: str
    on: date
    steps: tuple[AdvisedStep, ...]

    @property
    def dues(self) -> tuple[Due, ...]:
        """Every deadline that has an end and is not over, once, the earliest first."""
        found = {
            each.due.deadline.id: each.due
            for each in self.steps
            if each.due is not None and each.due.due_on is not None and not each.is_over
        }
        return tuple(sorted(found.values(), key=lambda each: (each.due_on, each.deadline.id)))

    @property
    def remarks(self) -> tuple[Mapping[str, str], ...]:
        """What a reader has to know about the age of the steps, by language."""
        as_of = date.fromisoformat(self.pathway.as_of)
        if as_of > self.on:
            return (CHECKED_LATER,)
        return (CHECKED_LONG_AGO,) if self.on - as_of > STALE_AFTER else ()

    @property
    def waiting(self) -> tuple[str, ...]:
        """The ids of the deadlines whose beginning nobody gave, in the order of the steps."""
        named = (each.step.deadline for each in self.steps if each.is_waiting)
        return tuple(dict.fromkeys(named))


def respond(
    situation: str,
    *,
    host: str,
    on: date,
    triggers: Mapping[str, date | datetime] = _NOTHING,
) -> Response:
    """Say what to do in a situation, in the order in which it is done.

    `triggers` says what set a deadline running and when, by the id of the deadline; one that is
    not named has no date.

    Raises:
        NotFound: there is no such situation or territory.
        InvalidQuery: a trigger names a deadline that no step of the situation has, or a day after
            the day asked about.
    """
    found = pathway(situation)
    if host not in territory.codes():
        raise NotFound("territory", host, hint="Codes are those of ISO 3166-1, with XK and SU.")
    steps = sorted(
        (step for step in found.steps if host in step.hosts or not step.hosts),
        key=lambda step: WHENS.index(step.when),
    )
    strangers = sorted(set(triggers) - {step.deadline for step in steps})
    if strangers:
        raise InvalidQuery([("trigger", f"{each} is no deadline here") for each in strangers])
    _check_begun(triggers, on=on)
    return Response(
        pathway=found,
        host=host,
        on=on,
        steps=tuple(_advised(step, host=host, on=on, triggers=triggers) for step in steps),
    )


def _check_begun(triggers: Mapping[str, date | datetime], *, on: date) -> None:
    """A term runs from what has happened; a day to come is a slip, or a question for that day."""
    begun = {
        name: each.date() if isinstance(each, datetime) else each for name, each in triggers.items()
    }
    later = [
        ("trigger", f"{name} begins after the day asked about")
        for name, each in begun.items()
        if each > on
    ]
    if later:
        raise InvalidQuery(
            later, hint="Did it happen already? Mend the day, or ask for that day with --on."
        )


def openness_of(offered: Provider, on: date) -> str:
    """Say how a provider may be shown on a day; closed goes before stale, stale before open."""
    if offered.status == "closed":
        return "closed"
    return "stale" if offered.is_stale(on) else offered.status


def _advised(
    step: Step, *, host: str, on: date, triggers: Mapping[str, date | datetime]
) -> AdvisedStep:
    asked = deadline(step.deadline) if step.deadline else None
    ends = None
    if asked is not None and step.deadline in triggers:
        ends = due(asked, trigger=triggers[step.deadline], host=host).open_on(on)
    in_force = None if asked is None else asked.rule_for(host, on=on)
    offered = [
        OfferedProvider(provider=each, openness=openness_of(each, on))
        for each in map(provider, step.providers)
        if each.serves(host)
    ]
    return AdvisedStep(
        step=step,
        deadline=asked,
        rule=in_force if ends is None else ends.rule,
        due=ends,
        is_over=ends is not None and ends.is_over(on),
        providers=tuple(sorted(offered, key=lambda each: OPENNESS.index(each.openness))),
    )
