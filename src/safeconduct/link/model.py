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
    from collections.abc import Mapping, Sequence

    from safeconduct.link.settings import Json

# A level that training never met is rare and not impossible.
RAREST_MATCH: Final = 5e-4
RAREST_OTHER: Final = 1e-6
# What is assumed of a comparison that no training could reach.
ASSUMED_BEST: Final = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainedLevel:
    """How often a level is met among matches (`m`) and among others (`u`), and how both are known.

    `known` is "trained", "never_met" or "assumed".
    """

    comparison: str
    level: str
    m: float
    u: float
    known: str = "trained"

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


def trained_model(
    settings: LinkSettings,
    found: Mapping[tuple[str, str], tuple[float | None, float | None]],
    *,
    checks: Sequence[TrainingCheck] = (),
) -> TrainedModel:
    """Complete what training found: levels never met are rare, comparisons never reached assumed.

    `found` maps comparison and level to m and u, None where training did not meet the level.
    """
    levels: list[TrainedLevel] = []
    said = list(checks)
    for name in settings.comparisons:
        written = [one.name for one in all_comparisons()[name].LEVELS if one.name != MISSING]
        shares = [found.get((name, one), (None, None)) for one in written]
        levels += _completed(name, written, shares)
        said += [
            TrainingCheck(code="level_never_met", concerns=f"{one.comparison}.{one.level}")
            for one in levels
            if one.comparison == name and one.known == "never_met"
        ]
    model = TrainedModel(settings=settings, prior=settings.prior, levels=tuple(levels))
    return replace(model, checks=(*said, *training_checks(model)))


def training_checks(model: TrainedModel) -> tuple[TrainingCheck, ...]:
    """Doubt comparisons that were not trained, or that speak against what they compare."""
    checks = []
    for name in model.settings.comparisons:
        levels = model.of(name)
        if levels[0].known == "assumed":
            checks.append(TrainingCheck(code="comparison_not_trained", concerns=name))
        elif levels[0].weight <= 0 or levels[-1].weight >= 0:
            checks.append(TrainingCheck(code="comparison_reversed", concerns=name))
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


def _completed(
    name: str, written: Sequence[str], shares: Sequence[tuple[float | None, float | None]]
) -> list[TrainedLevel]:
    reached = any(m is not None for m, _ in shares)
    rest = (1 - ASSUMED_BEST) / max(1, len(written) - 1)
    levels = []
    for at, (level, (m, u)) in enumerate(zip(written, shares, strict=True)):
        assumed = ASSUMED_BEST if at == 0 else rest
        known = "never_met" if reached and m is None and level != OTHERWISE else "trained"
        levels.append(
            TrainedLevel(
                comparison=name,
                level=level,
                m=_figure(max(m or 0.0, RAREST_MATCH) if reached else assumed),
                u=_figure(max(u or 0.0, RAREST_OTHER)),
                known=known if reached else "assumed",
            )
        )
    return levels


def _figure(share: float) -> float:
    """Keep ten figures: sums of floating point differ beyond them with the order of threads."""
    return float(f"{share:.10g}")
