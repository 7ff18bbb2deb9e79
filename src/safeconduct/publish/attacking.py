"""Attacking: every built-in attack on one release, and the refusal where one of them gets through.

It depends on the registry and on releases.
A further attack is a file in `attacks/`.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol, cast

from safeconduct.publish import attacks as attack_package
from safeconduct.registry import members

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.publish.breach import Breach, Context
    from safeconduct.publish.release import Release


class Attack(Protocol):
    """What a module of `attacks/` offers."""

    NAME: str
    PLAIN: Mapping[str, str]

    def attack(self, release: Release, context: Context) -> tuple[Breach, ...]:
        """Try a release and say what was got."""
        ...


@cache
def attacks() -> Mapping[str, Attack]:
    """Every attack, by its name."""
    found = members(attack_package, required=("NAME", "PLAIN", "attack"))
    return MappingProxyType({module.NAME: cast("Attack", module) for module in found})


def attacked(release: Release, context: Context) -> tuple[Breach, ...]:
    """Everything that any attack gets out of a release, in the order of the attacks."""
    return tuple(breach for each in attacks().values() for breach in each.attack(release, context))
