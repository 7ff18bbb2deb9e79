"""How far drawn linkages can be trusted as they are, and how many pairs to check where they cannot.

It depends on a linkage and on its draws; it decides nothing and changes nothing.
A further sign of draws that may miss the truth is one more line of `reasons`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from safeconduct.link.draws import LinkageDraws
    from safeconduct.link.linking import Linkage

NEED_CHECKED_PAIRS: Final = "draws_need_checked_pairs"
MANY_IN_DOUBT: Final = "many_in_doubt"
OFF_THEIR_PROMISE: Final = "off_their_promise"
LINKS_UNSEEN: Final = "links_unseen"
# A pair between these probabilities is in doubt; so large a share of the links moves an estimate.
_DOUBT: Final = (0.05, 0.95)
_MUCH: Final = 0.02
# Draws that hold so many more or fewer pairs of a range than its weights promise contradict them.
_OFF: Final = 0.1
_FEW: Final = 20
# The share of right links is to be known to within two points, in 95 of 100 samples.
_WITHIN: Final = 0.02
_Z: Final = 1.959963984540054
_FEWEST_CHECKED: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawsReliability:
    """What speaks against taking draws as they are: reasons, and the pairs that would settle it.

    `n_links` are the links that weights expect, `n_in_doubt` the pairs that could be one or two
    persons, `n_unseen` the links that no block held by an estimate that is too low.
    """

    reasons: tuple[str, ...]
    n_links: int
    n_in_doubt: int
    n_unseen: int
    n_to_check: int


def reliability(linkage: Linkage, draws: LinkageDraws) -> DrawsReliability:
    """Say whether draws can be trusted without pairs that a person has checked."""
    p = linkage.pairs.probabilities
    low, high = _DOUBT
    n_links, n_in_doubt = float(p.sum()), int(((p > low) & (p < high)).sum())
    reasons = {
        MANY_IN_DOUBT: n_in_doubt > _MUCH * n_links,
        OFF_THEIR_PROMISE: any(
            one.n_pairs >= _FEW and abs(one.share_linked - one.mean_probability) > _OFF
            for one in draws.calibration
        ),
        LINKS_UNSEEN: linkage.missed_pairs > _MUCH * n_links,
    }
    likely = p[p >= 0.5]  # noqa: PLR2004
    right = float(likely.mean()) if len(likely) else 0.5
    enough = math.ceil(_Z * _Z * right * (1 - right) / (_WITHIN * _WITHIN))
    return DrawsReliability(
        reasons=tuple(name for name, holds in reasons.items() if holds),
        n_links=round(n_links),
        n_in_doubt=n_in_doubt,
        n_unseen=round(linkage.missed_pairs),
        n_to_check=min(len(likely), max(_FEWEST_CHECKED, enough)),
    )
