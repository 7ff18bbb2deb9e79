"""Responding: the steps of a situation for one host state and one day, with dates and addresses.

It depends on the pathways, deadlines and providers beside it; the day is given, never read.
What a step carries besides is one more field of `AdvisedStep`.

Safety: a provider that is closed, or was not looked at for 180 days, is never handed on as open.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.errors import InvalidQuery, NotFound
from safeconduct.respond.deadline import deadline
from safeconduct.respond.due import Due, due
from safeconduct.respond.pathway import WHENS, Pathway, Step, pathway
from safeconduct.respond.provider import STALE_AFTER, Provider, provider
from safeconduct.vocabulary import territory

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

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
_NOTHING: Final[Mapping[str, date | datetime]] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedProvider:
    """A provider as it may be shown on a day: open, stale, not known, or closed."""

    provider: Provider
    openness: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvisedStep:
    """A step with what depends on the host and the day: when its deadline ends, and who helps.

    is_assumed: nobody said when the deadline began, so that it is counted from the day asked about.
    """

    step: Step
    due: Due | None
    is_assumed: bool
    providers: tuple[OfferedProvider, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What to do in a situation, in a host state, as seen on a day."""

    pathway: Pathway
    host: str
    on: date
    steps: tuple[AdvisedStep, ...]

    @property
    def dues(self) -> tuple[Due, ...]:
        """Every deadline that has an end, once, the earliest first."""
        found = {
            each.due.deadline.id: each.due
            for each in self.steps
            if each.due is not None and each.due.due_on is not None
        }
        return tuple(sorted(found.values(), key=lambda each: (each.due_on, each.deadline.id)))

    @property
    def remarks(self) -> tuple[Mapping[str, str], ...]:
        """What a reader has to know about the age of the steps, by language."""
        as_of = date.fromisoformat(self.pathway.as_of)
        if as_of > self.on:
            return (CHECKED_LATER,)
        return (CHECKED_LONG_AGO,) if self.on - as_of > STALE_AFTER else ()

    def assumes(self, ends: Due) -> bool:
        """Say whether an end rests on a beginning that nobody gave."""
        return any(each.is_assumed for each in self.steps if each.step.deadline == ends.deadline.id)


def respond(
    situation: str,
    *,
    host: str,
    on: date,
    triggers: Mapping[str, date | datetime] = _NOTHING,
) -> Response:
    """Say what to do in a situation, in the order in which it is done.

    `triggers` says what set a deadline running and when, by the id of the deadline; one that is
    not named is counted from `on`, and owned to be assumed.

    Raises:
        NotFound: there is no such situation or territory.
        InvalidQuery: a trigger names a deadline that no step of the situation has.
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
    return Response(
        pathway=found,
        host=host,
        on=on,
        steps=tuple(_advised(step, host=host, on=on, triggers=triggers) for step in steps),
    )


def openness_of(offered: Provider, on: date) -> str:
    """Say how a provider may be shown on a day; closed goes before stale, stale before open."""
    if offered.status == "closed":
        return "closed"
    return "stale" if offered.is_stale(on) else offered.status


def _advised(
    step: Step, *, host: str, on: date, triggers: Mapping[str, date | datetime]
) -> AdvisedStep:
    ends = None
    if step.deadline:
        trigger = triggers.get(step.deadline, on)
        ends = due(deadline(step.deadline), trigger=trigger, host=host)
    offered = [
        OfferedProvider(provider=each, openness=openness_of(each, on))
        for each in map(provider, step.providers)
        if each.serves(host)
    ]
    return AdvisedStep(
        step=step,
        due=ends,
        is_assumed=bool(step.deadline) and step.deadline not in triggers,
        providers=tuple(sorted(offered, key=lambda each: OPENNESS.index(each.openness))),
    )
