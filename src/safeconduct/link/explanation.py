"""Says in words why a pair has its match weight: level by level, what speaks for and against.

It depends on `pairs`, `model` and the tables of words in `explained/`, one file a language.
A language is one more file there; a level is one more line in each.

Safety: an explanation names levels and never what the lists say.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final

from safeconduct import registry
from safeconduct.errors import NotFound
from safeconduct.link.level import MISSING
from safeconduct.link.pairs import probability

if TYPE_CHECKING:
    from safeconduct.link.model import TrainedModel
    from safeconduct.link.pairs import Pairs

_LIKELY: Final = 0.9
# Below a third of a bit, nine to seven, a level says hardly anything.
_LITTLE: Final = 1 / 3
# Beyond a million to one, more says nothing more.
_LARGEST: Final = 20.0
_TEN: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One thing that speaks for or against, with what it adds to the match weight."""

    comparison: str
    level: str
    weight: float
    rarity: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why a pair has its weight; the reasons and the prior add up to it."""

    weight: float
    probability: float
    prior_weight: float
    reasons: tuple[Reason, ...]
    summary: str

    @property
    def text(self) -> str:
        """Write it as lines, the summary first."""
        return "\n".join((self.summary, *(reason.words for reason in self.reasons)))


def languages() -> tuple[str, ...]:
    """Return the languages that explanations are written in."""
    folder = resources.files("safeconduct.link") / "explained"
    with resources.as_file(folder) as path:
        return tuple(one.stem for one in registry.data_files(path))


def explain(pairs: Pairs, at: int, *, model: TrainedModel, language: str = "en") -> Explanation:
    """Explain one pair, what weighs most first.

    Raises:
        NotFound: there are no words in that language.
    """
    words = _words(language)
    reasons = [
        _reason(pairs, at, column, model=model, words=words)
        for column in range(len(pairs.comparisons))
    ]
    weight = float(pairs.weights[at])
    share = float(probability(pairs.weights[at : at + 1])[0])
    summary = "same" if share >= _LIKELY else "different" if share <= 1 - _LIKELY else "open"
    return Explanation(
        weight=weight,
        probability=share,
        prior_weight=weight - sum(reason.weight + reason.rarity for reason in reasons),
        reasons=tuple(sorted(reasons, key=lambda one: (-abs(one.weight + one.rarity), one.words))),
        summary=words["summary"][summary].format(share=f"{100 * share:.0f}"),
    )


def _reason(
    pairs: Pairs, at: int, column: int, *, model: TrainedModel, words: dict[str, dict[str, str]]
) -> Reason:
    name, number = pairs.comparisons[column], int(pairs.levels[at, column])
    level = model.of(name)[number].level if number >= 0 else MISSING
    weight, rarity = float(pairs.parts[at, column]), float(pairs.rarities[at, column])
    says = [_direction(weight, words["summary"])]
    if abs(rarity) >= _LITTLE:
        kind = "rarer" if rarity > 0 else "commoner"
        says.append(words["summary"][kind].format(times=_times(rarity)))
    return Reason(
        comparison=name,
        level=level,
        weight=weight,
        rarity=rarity,
        words=f"{words[name][level]} ({'; '.join(says)})",
    )


def _direction(weight: float, summary: dict[str, str]) -> str:
    if abs(weight) < _LITTLE:
        return summary["neither"]
    return summary["for" if weight > 0 else "against"].format(times=_times(weight))


def _times(weight: float) -> str:
    """Write 2 to the power of a weight with two figures, without an exponent."""
    times = 2 ** min(abs(weight), _LARGEST)
    return f"{times:.1f}" if times < _TEN else f"{float(f'{times:.2g}'):.0f}"


@cache
def _words(language: str) -> dict[str, dict[str, str]]:
    if language not in languages():
        raise NotFound("language of explanations", language)
    path = resources.files("safeconduct.link") / "explained" / f"{language}.toml"
    return tomllib.loads(path.read_text("utf-8"))
