"""Shared margins: which sums of two tables hold the same persons, though their labels differ.

It depends on released dimensions, the vocabulary and the rows of `figures` that overlap.
Another pair of dimensions of which one refines the other is one more line in `_FINER`.

Safety: an attacker lays "A or B" of one table over "A" and "B" of another, "other" over what a
later plan names, and a tactic over its techniques; what is not compared here, only the attacker
compares.
"""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.publish.labels import OTHER, UNKNOWN, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from safeconduct.publish.release import ReleasedDimension

Labels = tuple[str, ...]
Step = tuple[Labels, Labels]  # who stands in the first labels stands in the second
Sides = tuple["ReleasedDimension", "ReleasedDimension"]
# Dimensions whose terms are made of terms of another one.
_FINER: Final = {"tactic": "technique"}
_REST: Final = "*"  # whatever no plan names


def shared(one: tuple[ReleasedDimension, ...], other: tuple[ReleasedDimension, ...]) -> list[Sides]:
    """The dimensions of two tables that are the same, or of which one refines the other."""
    same = [(side, each) for side in one for each in other if side.name == each.name]
    taken = {side.name for side, _ in same}
    return same + [
        (side, each)
        for side in one
        for each in other
        if not {side.name, each.name} & taken
        and (_FINER.get(side.name) == each.name or _FINER.get(each.name) == side.name)
    ]


def below(sides: Sides, *, alone: bool) -> list[Step]:
    """Labels of the first dimension, and those of the second that hold everybody in them.

    alone: whether nobody stands under two labels of a dimension, so that labels may be summed.
    """
    one, other = sides
    if one == other:
        return [((label,), (label,)) for label in one.labels]
    narrow, wide = _atoms(one, other), _atoms(other, one)
    steps: list[Step] = []
    for label, held in narrow.items():
        holding = tuple(each for each, more in wide.items() if more & held)
        whole = [each for each in holding if held <= wide[each]]
        if whole:
            steps.append(((label,), (whole[0],)))
        elif held <= frozenset().union(*(wide[each] for each in holding)):
            steps.append(((label,), holding))
    if alone:
        inside = (
            (tuple(label for label, held in narrow.items() if held <= more), (each,))
            for each, more in wide.items()
        )
        steps += [step for step in inside if len(step[0]) > 1]
        steps += [step for step in same(sides, alone=alone) if len(step[1]) > 1]
    return list(dict.fromkeys(steps))


def same(sides: Sides, *, alone: bool) -> list[Step]:
    """The smallest sums of labels of both dimensions that hold exactly the same persons."""
    one, other = sides
    if one == other:
        return [((label,), (label,)) for label in one.labels]
    narrow, wide = _atoms(one, other), _atoms(other, one)
    found: list[Step] = [
        ((label,), (each,))
        for label, held in narrow.items()
        for each, more in wide.items()
        if held == more
    ]
    return _grouped(narrow, wide) if alone and one.name == other.name else found


def meeting(sides: Sides) -> Mapping[str, frozenset[str]]:
    """The labels of the second dimension under which somebody of each label of the first may be."""
    one, other = sides
    narrow, wide = _atoms(one, other), _atoms(other, one)
    return {
        label: frozenset(each for each, more in wide.items() if more & held)
        for label, held in narrow.items()
    }


def holding(sides: Sides) -> Mapping[str, str]:
    """The label of the second dimension that holds everybody of each label of the first.

    Empty where the second tears a label of the first apart.
    """
    one, other = sides
    narrow, wide = _atoms(one, other), _atoms(other, one)
    found = {
        label: each for label, held in narrow.items() for each, more in wide.items() if held <= more
    }
    return found if len(found) == len(narrow) else {}


def crossed(steps: list[list[Step]]) -> Iterator[tuple[list[Labels], list[Labels]]]:
    """Steps of several dimensions together: the cells of the first table, and of the second."""
    for chosen in product(*steps):
        yield (
            list(product(*(left for left, _ in chosen))),
            list(product(*(right for _, right in chosen))),
        )


def _grouped(
    narrow: Mapping[str, frozenset[str]], wide: Mapping[str, frozenset[str]]
) -> list[Step]:
    """Labels of both that hang together by the terms that they hold."""
    left, steps = dict(narrow), []
    while left:
        start = next(iter(left))
        held, group = left.pop(start), [start]
        others: list[str] = []
        while True:
            others = [each for each, more in wide.items() if more & held]
            reach = held.union(*(wide[each] for each in others))
            joined = [label for label, more in left.items() if more & reach]
            group += joined
            held = reach.union(*(left.pop(label) for label in joined))
            if not joined:
                break
        steps.append((tuple(group), tuple(others)))
    return steps


def _atoms(side: ReleasedDimension, other: ReleasedDimension) -> Mapping[str, frozenset[str]]:
    """What each label holds, in the finest terms that both dimensions speak of."""
    if _FINER.get(side.name) == other.name:
        made = _made_of(side.name)
        named = {
            label: [made.get(part, frozenset()) for part in parts_of(label)]
            for label in side.labels
            if OTHER not in parts_of(label)
        }
        return {
            label: frozenset().union(*held) | ({UNKNOWN} & parts_of(label))
            for label, held in named.items()
        }
    finest = _FINER.get(other.name) == side.name
    everything = {part for label in (*side.labels, *other.labels) for part in parts_of(label)}
    if finest:
        everything = {part for label in side.labels for part in parts_of(label)}
        everything |= frozenset().union(*_made_of(other.name).values())
    mine = {part for label in side.labels for part in parts_of(label)}
    rest = frozenset(everything - mine | {_REST}) - {OTHER, UNKNOWN}
    return {
        label: (parts_of(label) - {OTHER}) | (rest if OTHER in parts_of(label) else frozenset())
        for label in side.labels
    }


@cache
def _made_of(name: str) -> Mapping[str, frozenset[str]]:
    """The techniques of each tactic."""
    del name  # there is one such pair
    found: dict[str, set[str]] = {}
    for identifier, technique in vocabulary.techniques().items():
        for tactic in technique.tactics:
            found.setdefault(tactic, set()).add(identifier)
    return {tactic: frozenset(held) for tactic, held in found.items()}
