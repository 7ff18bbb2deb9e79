"""Methods and touches in words: what each is called, and on what its number rests, in one clause.

It depends on the marks of messages and on the names of the estimators.
A new method is one line in `_NAMES` and one in `_CONDITIONS`; without them it is shown by its own
name, and its numbered assumptions stand all the same.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.report.messages import marked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.estimate.result import Estimate
    from safeconduct.report.estimates.study import Touch
    from safeconduct.report.wording import Wording

# It bounds the total from below and claims no more.
BOUND: Final = "chao-lower-bound"

_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "dga": marked("Average over graphs (dga)"),
        "lcmcr": marked("Kinds of persons (lcmcr)"),
        "loglinear": marked("Log-linear model (loglinear)"),
        BOUND: marked("Bound from below (chao)"),
        "two-lists-independent": marked("Two independent lists (lincoln_petersen)"),
    }
)
_CONDITIONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "dga": marked(
            "if some lists are independent of each other given the rest, and persons differ no "
            "more than dependence between lists can say"
        ),
        "lcmcr": marked(
            "if persons are of a few kinds, each of them seen in part, and no list leads persons "
            "to another"
        ),
        "loglinear": marked(
            "if no interaction joins all lists at once, and one of the models that were tried holds"
        ),
        BOUND: marked(
            "if persons differ in the same direction for all lists, and no list leads persons to "
            "another; the total may be far above"
        ),
        "two-lists-independent": marked(
            "if the two lists are independent of each other, which two lists cannot show"
        ),
    }
)
_PRIORS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "uniform": marked("every total equally likely beforehand"),
        "half": marked("half a person in each cell beforehand"),
    }
)
_KINDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "method": marked("Every method"),
        "prior": marked("Average over graphs, under other priors"),
        "list": marked("Average over graphs, without one list"),
        "missed": marked("Average over graphs, had links been missed"),
    }
)


def method_name(method: str, wording: Wording) -> str:
    """What a method is called."""
    return wording.say(_NAMES[method]) if method in _NAMES else method


def with_linkage(name: str, wording: Wording) -> str:
    """What the number of a method is called that carries the errors of the linkage."""
    return wording.say("{method}, with the errors of the linkage", method=name)


def as_linked(name: str, wording: Wording) -> str:
    """What the number of a method is called beside one that carries them."""
    return wording.say("{method}, links taken as they are", method=name)


def condition(method: str, wording: Wording) -> str:
    """On what the number of a method rests, as a clause that begins with if."""
    known = _CONDITIONS.get(method, marked("if all that is assumed below holds"))
    return wording.say(known)


def in_a_sentence(found: Estimate, wording: Wording) -> str:
    """What a method says, never the number without its ends and its condition."""
    low, high = found.interval or (0.0, 0.0)
    bound = wording.say("At least so many: the bound is between {low} and {high}, {condition}.")
    total = wording.say("Between {low} and {high}, {condition}.")
    return (bound if found.method == BOUND else total).format(
        low=wording.number(round(low)),
        high=wording.number(round(high)),
        condition=condition(found.method, wording),
    )


def touch_group(touch: Touch, wording: Wording) -> str:
    """The heading above touches of a kind."""
    return wording.say(_KINDS[touch.kind])


def touch_name(touch: Touch, wording: Wording) -> str:
    """What a touch is called beside its interval."""
    if touch.kind == "method":
        return method_name(touch.name, wording)
    if touch.kind == "prior":
        return wording.say(_PRIORS[touch.name])
    if touch.kind == "list":
        return wording.say("without {list}", list=touch.name)
    return wording.say("{share} of the records cut off", share=wording.share(float(touch.name)))
