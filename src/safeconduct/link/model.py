"""A trained model: how often each level is met among matches and among others, and the checks.

It depends on `settings` only; it is plain values and can be written, read and used by any engine.
A further check of training is one more function in `training_checks`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from safeconduct.link.level import MISSING, OTHERWISE
from safeconduct.link.settings import LinkSettings, all_comparisons, engine_settings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.link.settings import Json

# A level that nobody met is rare and not impossible.
RAREST_MATCH: Final = 5e-4
RAREST_STRANGER: Final = 1e-6
# An engine tells a level by what it adds, so that no two may add the same: short lists meet neither
# a day and month exchanged nor digits transposed, and both are as usual among matches.
_APART: Final = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainedLevel:
    """How often a level is met among matches (`m`) and among strangers (`u`)."""

    comparison: str
    level: str
    m: float
    u: float

    @property
    def weight(self) -> float:
        """What the level adds to the match weight, the rarity of the value apart."""
        return math.log2(self.m / self.u)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingCheck:
    """Something that training did not manage: a code, and what it concerns."""

    code: str
    concerns: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainedModel:
    """Settings, levels and the prior of a match, with everything that should be doubted."""

    settings: LinkSettings
    prior: float
    levels: tuple[TrainedLevel, ...]
    checks: tuple[TrainingCheck, ...] = ()

    def of(self, comparison: str) -> tuple[TrainedLevel, ...]:
        """Return the levels of a comparison, best first."""
        return tuple(one for one in self.levels if one.comparison == comparison)

    def with_prior(self, prior: float, *checks: TrainingCheck) -> TrainedModel:
        """Return it with another prior of a match, and what is to be said about that."""
        return replace(self, prior=prior, checks=self.checks + checks)


def first_model(settings: LinkSettings, strangers: Mapping[tuple[str, str], float]) -> TrainedModel:
    """Begin with what is usual among matches, and with what a sample found among strangers."""
    levels = tuple(
        TrainedLevel(
            comparison=name,
            level=level.name,
            m=max(level.usual, RAREST_MATCH) * (1 + _APART * place),
            u=_figure(max(strangers.get((name, level.name), 0.0), RAREST_STRANGER)),
        )
        for name in settings.comparisons
        for place, level in enumerate(all_comparisons()[name].LEVELS)
        if level.name != MISSING
    )
    return TrainedModel(settings=settings, prior=settings.prior, levels=levels)


def training_checks(
    model: TrainedModel, matches: Mapping[tuple[str, str], float], *, far_off: float = 20.0
) -> tuple[TrainingCheck, ...]:
    """Doubt what training did not reach: `matches` are the expected matches at each level.

    A level that no match is expected at was never met. A comparison that speaks against what it
    compares is reversed. A prior that training moved `far_off` times was no good beginning.
    """
    checks = []
    for name in model.settings.comparisons:
        levels = model.of(name)
        met = [matches.get((name, one.level), 0.0) for one in levels]
        if sum(met) < 1:
            checks.append(TrainingCheck(code="comparison_not_trained", concerns=name))
            continue
        if levels[0].weight <= 0 or levels[-1].weight >= 0:
            checks.append(TrainingCheck(code="comparison_reversed", concerns=name))
        checks += [
            TrainingCheck(code="level_never_met", concerns=f"{name}.{one.level}")
            for one, expected in zip(levels, met, strict=True)
            if expected < 1 and one.level != OTHERWISE
        ]
    if not 1 / far_off < model.prior / model.settings.prior < far_off:
        checks.append(TrainingCheck(code="prior_far_off", concerns="prior"))
    return tuple(checks)


def model_settings(model: TrainedModel, *, within_lists: bool) -> dict[str, Json]:
    """Write the model in the engine's words, every level with what was trained."""
    written = engine_settings(model.settings, within_lists=within_lists)
    written["probability_two_random_records_match"] = model.prior
    known = {(one.comparison, one.level): one for one in model.levels}
    comparisons = written["comparisons"]
    for comparison in comparisons if isinstance(comparisons, list) else ():
        _fill(comparison, known)
    return written


def _fill(comparison: Json, known: Mapping[tuple[str, str], TrainedLevel]) -> None:
    levels = comparison["comparison_levels"] if isinstance(comparison, dict) else None
    name = comparison["output_column_name"] if isinstance(comparison, dict) else None
    for level in levels if isinstance(levels, list) else ():
        if isinstance(level, dict) and level["label_for_charts"] != MISSING:
            one = known[str(name), str(level["label_for_charts"])]
            level["m_probability"], level["u_probability"] = one.m, one.u


def _figure(share: float) -> float:
    """Keep ten figures: sums of floating point differ beyond them with the order of threads."""
    return float(f"{share:.10g}")
