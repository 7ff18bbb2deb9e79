"""Settings of the methods, from the options of `estimate` and from `--set KEY=VALUE`.

It depends on click and on what the estimators take; ranges are checked by the estimators.
A rare setting is one more line in `SETTABLE`; one that many need is an option of the verb.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import click

from safeconduct.errors import InvalidQuery

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

# What `--set` takes, by method, with the kind of its value.
SETTABLE: Final[Mapping[str, Mapping[str, type]]] = MappingProxyType(
    {
        "lcmcr": {
            "classes": int,
            "chains": int,
            "draws": int,
            "most_draws": int,
            "target_rhat": float,
        },
        "loglinear": {"select": str, "order": int, "n_bootstrap": int},
    }
)
# For one linkage of many: their mixture has as many draws as one long run.
_FOR_ONE_LINKAGE: Final[Mapping[str, Mapping[str, object]]] = MappingProxyType(
    {
        "lcmcr": {"chains": 16, "draws": 100, "most_draws": 2_000, "target_rhat": 1.05},
        "loglinear": {"n_bootstrap": 50},
    }
)
_MOST_TABLES: Final = 100_000
_ALL: Final = "all"


def set_values(texts: Iterable[str], *, method: str) -> dict[str, dict[str, object]]:
    """Read what was typed behind `--set`: values by setting, settings by method.

    Raises:
        UsageError: something is not of the form KEY=VALUE.
        InvalidQuery: there is no such setting, or its value is of another kind; all are named.
    """
    found: dict[str, dict[str, object]] = {}
    problems: list[tuple[str, str]] = []
    for text in texts:
        key, equals, value = (part.strip() for part in text.partition("="))
        if not key or not equals or not value:
            raise click.UsageError("--set takes a setting and its value, such as most_draws=8000.")
        owner = _owner(key)
        if owner is None or method not in (_ALL, owner):
            problems.append((key, _unknown(method, owner=owner)))
            continue
        read = _read(value, SETTABLE[owner][key])
        if read is None:
            kind = "a whole number" if SETTABLE[owner][key] is int else "a number"
            problems.append((key, f"is {kind}"))
        elif key == "n_bootstrap" and not 1 <= int(value) <= _MOST_TABLES:
            problems.append((key, f"lies between 1 and {_MOST_TABLES:,}"))
        else:
            found.setdefault(owner, {})[key] = read
    if problems:
        raise InvalidQuery(problems)
    return found


def method_settings(
    asked: Mapping[str, Mapping[str, object]], *, seed: int, for_one_linkage: bool = False
) -> dict[str, dict[str, object]]:
    """Make keyword arguments of the estimators; `asked` stands above what one linkage needs."""
    short = _FOR_ONE_LINKAGE if for_one_linkage else {}
    lcmcr = {**short.get("lcmcr", {}), **asked.get("lcmcr", {})}
    loglinear = {**short.get("loglinear", {}), **asked.get("loglinear", {})}
    return {
        "dga": dict(asked.get("dga", {})),
        "lcmcr": {"seed": seed, **({"settings": _latent_classes(lcmcr)} if lcmcr else {})},
        "loglinear": {"seed": seed, **loglinear},
    }


def _latent_classes(asked: Mapping[str, object]) -> object:
    from safeconduct.estimate.latent_classes.sampler import LatentClassSettings

    most = asked.get("most_draws")
    # Whoever asks for few draws in all asks for no more before the first look.
    first = {"draws": min(most, LatentClassSettings().draws)} if isinstance(most, int) else {}
    build: Callable[..., object] = LatentClassSettings
    return build(**{**first, **asked})


def _owner(key: str) -> str | None:
    return next((method for method, keys in SETTABLE.items() if key in keys), None)


def _unknown(method: str, *, owner: str | None) -> str:
    if owner is not None:
        return f"is a setting of another method; --method {owner} takes it, and --method all"
    if method in SETTABLE:
        return f"is no setting of {method}; those of it are {', '.join(SETTABLE[method])}"
    known = ", ".join(key for keys in SETTABLE.values() for key in keys)
    return f"there is no such setting; there are {known}"


def _read(value: str, kind: type) -> object:
    """Read a value; None where it is of another kind."""
    try:
        read: object = kind(value)
    except ValueError:
        return None
    return read
