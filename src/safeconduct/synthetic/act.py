"""An act: what happened, as only the inventor of a corpus knows it.

It depends on `dice`, `plan` and `words`.
Statements never hold an act itself; `telling` lets each tell a part of it, as exactly as it cares.
A further property of acts is a field here, a draw in `invent_act` and a line in `tellings`.

Every coarse form of a value contains the finer ones (a day lies in its month, that in the act's one
interval, that in its year), so that voices that tell the same act never differ unless a case makes
them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from safeconduct.synthetic.words import ACTORS, MOTIVES, NEXT_ACTS, OUTLINES_OF, PERSONS, TARGETS

if TYPE_CHECKING:
    from safeconduct.synthetic.dice import Dice, Weighted
    from safeconduct.synthetic.plan import Plan
    from safeconduct.synthetic.words import Outline

# How often a statement says a value at all, and how often only in its coarse form.
_SAID: Final = {
    "place_of_act": (0.70, 0.25),
    "place_of_target": (0.30, 0.20),
    "origin": (0.85, 0.0),
    "hosts": (0.75, 0.10),
    "transit": (0.50, 0.0),
    "setting": (0.40, 0.0),
    "techniques": (0.95, 0.30),
    "actor": (0.40, 0.0),
    "actor_organ_of": (0.45, 0.0),
    "attribution": (0.60, 0.0),
    "targets": (0.85, 0.20),
    "outcome": (0.60, 0.20),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class States:
    """The states that acts may touch, by how often they do."""

    origins: Weighted[str]
    hosts: Weighted[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One act, its values written as cells write them.

    day: its first day, as an ordinal. dates: its day, month, interval and year. extents: how each
    of these is meant. persons: exactly, about, at least, each as lowest and highest.
    """

    kind: str
    outline: Outline
    origin: str
    hosts: tuple[str, ...]
    town: str
    transit: str
    setting: str
    actor: str
    actor_organ_of: str
    attribution: str
    techniques: tuple[str, ...]
    targets: tuple[str, ...]
    outcomes: tuple[str, ...]
    persons: tuple[tuple[str, str], ...]
    motive: tuple[str, str]
    day: int
    dates: tuple[str, str, str, str]
    extents: tuple[str, str, str, str]

    @property
    def tellings(self) -> tuple[tuple[str, str, str, float, float], ...]:
        """What there is to tell: column, value, coarse value, how often said, how often so."""
        every = {
            "place_of_act": (f"{self.hosts[0]}/{self.town}", self.hosts[0]),
            "place_of_target": (f"{self.hosts[0]}/{self.town}", self.hosts[0]),
            "origin": (self.origin, ""),
            "hosts": (";".join(self.hosts), self.hosts[0]),
            "transit": (self.transit, ""),
            "setting": (self.setting, ""),
            "techniques": (";".join(self.techniques), self.techniques[0]),
            "actor": (self.actor, ""),
            "actor_organ_of": (self.actor_organ_of, ""),
            "attribution": (self.attribution, ""),
            "targets": (";".join(self.targets), self.targets[0]),
            "outcome": (";".join(self.outcomes), self.outcomes[0]),
        }
        return tuple((column, *told, *_SAID[column]) for column, told in every.items() if told[0])


def invent_act(
    dice: Dice, plan: Plan, *, kind: str, day: int, states: States, after: Act | None
) -> Act:
    """Invent an act on a day; one that follows another has the same states and targets."""
    outline = dice.pick(NEXT_ACTS) if after else dice.weighted(OUTLINES_OF[kind])
    origin = after.origin if after else dice.weighted(states.origins)
    hosts = after.hosts if after else _hosts(dice, plan, states)
    actor, attribution, whose = dice.weighted(ACTORS)
    number = dice.weighted(PERSONS)
    dates, extents = _dates(dice, day, kind=kind)
    return Act(
        kind=kind,
        outline=outline,
        origin=origin,
        hosts=hosts,
        town=f"Example Town {1 + dice.skewed(9)}",
        transit=dice.weighted(states.hosts) if dice.chance(0.04) else "",
        setting=dice.pick(outline.settings) if outline.settings else "",
        actor=actor,
        actor_organ_of={"origin": origin, "host": hosts[0]}.get(whose, ""),
        attribution=attribution,
        techniques=_some(dice, outline.technique, outline.often_with),
        targets=after.targets if after else _targets(dice),
        outcomes=_some(dice, outline.outcomes[dice.skewed(len(outline.outcomes))], ()),
        persons=after.persons if after else _persons(number),
        motive=dice.weighted(MOTIVES) if outline.has_motive else ("", ""),
        day=day,
        dates=dates,
        extents=extents,
    )


def _hosts(dice: Dice, plan: Plan, states: States) -> tuple[str, ...]:
    first = dice.weighted(states.hosts)
    if not dice.chance(plan.multi_host):
        return (first,)
    return tuple(dict.fromkeys((first, plan.hosts[plan.hosts.index(first) - 1])))


def _some(dice: Dice, first: str, others: tuple[str, ...]) -> tuple[str, ...]:
    return (first, dice.pick(others)) if others and dice.chance(0.35) else (first,)


def _targets(dice: Dice) -> tuple[str, ...]:
    first, second = dice.weighted(TARGETS), dice.weighted(TARGETS)
    return tuple(dict.fromkeys((first, second))) if dice.chance(0.25) else (first,)


def _persons(number: int) -> tuple[tuple[str, str], ...]:
    least = str(max(1, number - 1))
    return (str(number), str(number)), (least, str(number + 1)), (least, "open")


def _dates(
    dice: Dice, day: int, *, kind: str
) -> tuple[tuple[str, str, str, str], tuple[str, str, str, str]]:
    iso = date.fromordinal(day).isoformat()
    year, number = iso[:4], int(iso[5:7])
    if kind == "pattern" and dice.chance(0.5):
        since = f"{year}/.."
        return (since, since, since, since), ("lasting", "lasting", "lasting", "lasting")
    if number < 12 and dice.chance(0.25):
        until = min(12, number + 1 + dice.below(4))
        return (iso, iso[:7], f"{iso[:7]}/{year}-{until:02}", year), ("", "", "lasting", "")
    first, last = max(1, number - dice.below(3)), min(12, number + dice.below(3))
    if first == last:
        first, last = (first - 1, last) if first > 1 else (first, last + 1)
    interval = f"{year}-{first:02}/{year}-{last:02}"
    return (iso, iso[:7], interval, year), ("", "", "within", "")
