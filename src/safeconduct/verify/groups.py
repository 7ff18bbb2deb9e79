"""Groups: ids that are linked to each other, directly or through others.

It depends on the standard library only.
Two checks walk links in both directions (the same quantity, the same persons); the walk stands here
once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def connected(links: Mapping[str, Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    """Gather the ids into groups of two or more; ids and groups keep the order of the mapping."""
    neighbours: dict[str, set[str]] = {identifier: set() for identifier in links}
    for identifier, others in links.items():
        for other in others:
            neighbours[identifier].add(other)
            neighbours[other].add(identifier)
    position = {identifier: number for number, identifier in enumerate(links)}
    seen: set[str] = set()
    groups = []
    for identifier in links:
        if identifier not in seen:
            reached = _reach(identifier, neighbours)
            seen |= reached
            groups.append(tuple(sorted(reached, key=position.__getitem__)))
    return tuple(group for group in groups if len(group) > 1)


def _reach(start: str, neighbours: Mapping[str, set[str]]) -> set[str]:
    reached, ahead = {start}, [start]
    while ahead:
        new = neighbours[ahead.pop()] - reached
        reached |= new
        ahead.extend(new)
    return reached
