r"""Designs made of others: lists like those at hand, and people who differ from each other.

It depends on the designs, on the log-linear models of `estimate` and on numpy.
Another way to make a design harder is one more function that takes one and returns one.

Symbols: K lists; a code $c$ of $|c|$ lists; $\pi_c$ its chance.
"""

from __future__ import annotations

import dataclasses
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import numpy as np

from safeconduct.errors import InvalidQuery, Refusal
from safeconduct.estimate import examination
from safeconduct.estimate.loglinear.hierarchical_models import all_models
from safeconduct.estimate.loglinear.selection import default_order, rank
from safeconduct.simulation.design import Design

if TYPE_CHECKING:
    from safeconduct.estimate.capture_history import CaptureHistory

MOST_LISTS: Final = 6
_FURTHEST: Final = 3.0
_ASKED: Final = "A design like this table"
_OR_ELSE: Final = "Choose a named design of about the same size"
_LABEL: Final = MappingProxyType({"en": "Lists like yours", "ru": "Списки, похожие на ваши"})
_PLAIN: Final = MappingProxyType(
    {
        "en": "The log-linear model that fits the table best is taken for the truth.",
        "ru": "За истину принята логлинейная модель, которая лучше всего подходит к таблице.",
    }
)


def like(history: CaptureHistory) -> Design:
    """Make a design whose lists overlap as those of a table do.

    The log-linear model of the smallest BIC is taken for the truth, with its number of missing.

    Parameters
    ----------
    history : CaptureHistory
        K lists, 2 to 6, counts in persons.

    Returns
    -------
    Design
        Its chances are the fitted ones; its population is the fitted total.

    Raises
    ------
    InvalidQuery
        There are more than six lists.
    Refusal
        A rule declines the table as one that carries no estimate.

    Notes
    -----
    What the estimators refuse is no model for a design either: its truth would be an artefact, and
    coverage of it would say nothing.

    The truth of such a design is a model's, so that a method which assumes that model is at home
    in it. Ask with people who differ as well.
    """
    if history.n_lists > MOST_LISTS:
        raise InvalidQuery([("lists", f"{history.n_lists}; at most {MOST_LISTS} can be imitated")])
    declined = examination.refusal(history)
    if declined is not None:
        raise Refusal(_ASKED, rule=declined.rule, remedy=f"{declined.remedy} {_OR_ELSE}.")
    terms = all_models(history.n_lists, order=default_order(history.n_lists))
    ranked = rank(history.counts.astype(np.float64), terms, select="bic")
    # A table that no rule declines has a maximum of independent lists at least.
    weights = ranked.fitted[0].copy()
    weights[0] = ranked.missing[0]
    return Design(
        id="like-yours",
        label=_LABEL,
        plain=_PLAIN,
        n_persons=max(round(float(weights.sum())), history.n_observed),
        lists=history.lists,
        chances=weights / weights.sum(),
    )


def with_differences(design: Design, *, spread: float) -> Design:
    r"""Make half of the people easier to see and half harder, on every list alike.

    The odds of being on a list are multiplied by $e^{s}$ for one half and by $e^{-s}$ for the
    other: $\pi'_c = \frac12 \pi_c (e^{s|c|} / Z_+ + e^{-s|c|} / Z_-)$ with $Z$ the sums.

    Parameters
    ----------
    design : Design
        Any.
    spread : float
        $s$, from 0, which changes nothing, to 3.

    Returns
    -------
    Design
        The same lists and as many people.

    Raises
    ------
    InvalidQuery
        The spread is out of range.
    """
    if not 0 <= spread <= _FURTHEST:
        raise InvalidQuery([("spread", f"a number from 0 to {_FURTHEST:g}")])
    sizes = np.array([code.bit_count() for code in range(len(design.chances))])
    halves = []
    for sign in (1, -1):
        tilted = design.chances * np.exp(sign * spread * sizes)
        halves.append(tilted / tilted.sum())
    return dataclasses.replace(design, chances=(halves[0] + halves[1]) / 2)


def with_people(design: Design, n_persons: int) -> Design:
    """Give a design another number of people.

    Raises:
        InvalidQuery: it is less than one.
    """
    return dataclasses.replace(design, n_persons=n_persons)
