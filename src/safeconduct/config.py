"""Settings: what an operator may choose, each with its type, its meaning and its default.

It depends on the errors and on the languages of the vocabulary; nothing else reads the environment.
A new setting is one field of `Settings`; the reference page and `safeconduct check --config` show
it by themselves.
"""

from __future__ import annotations

import os
from dataclasses import Field, dataclass, field, fields
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final, TypeAlias, cast

from safeconduct.errors import InvalidSetting
from safeconduct.vocabulary import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

PREFIX: Final = "SAFECONDUCT_"
HIGHEST_PORT: Final = 65_535

Choice: TypeAlias = str | int | bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    """What a setting admits in words, and how its text is read; None for what is not admitted."""

    allowed: str
    read: Callable[[str], Choice | None]


def _language(text: str) -> str | None:
    return text if text in LANGUAGES else None


def _switch(text: str) -> bool | None:
    return {"on": True, "off": False}.get(text)


def _port(text: str) -> int | None:
    is_number = text.isascii() and text.isdigit() and len(text) <= len(str(HIGHEST_PORT))
    return int(text) if is_number and int(text) <= HIGHEST_PORT else None


_LANGUAGE: Final = _Kind(allowed=" or ".join(LANGUAGES), read=_language)
_SWITCH: Final = _Kind(allowed="on or off", read=_switch)
_PORT: Final = _Kind(allowed=f"a port up to {HIGHEST_PORT}, or 0 for any free one", read=_port)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting; the environment names each in capitals, behind SAFECONDUCT_."""

    language: str = field(
        default="en",
        metadata={
            "kind": _LANGUAGE,
            "meaning": "The language in which the command line and the report speak.",
        },
    )
    cache: bool = field(
        default=True,
        metadata={
            "kind": _SWITCH,
            "meaning": "Whether a count may keep what it coded, so that the next starts from it.",
        },
    )
    demo_port: int = field(
        default=8420,
        metadata={
            "kind": _PORT,
            "meaning": "The port on 127.0.0.1 at which `safeconduct demo` serves the report.",
        },
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingInForce:
    """One setting as it stands: its variable, what is in force, and what it admits and means."""

    variable: str
    text: str
    is_set: bool
    default: str
    allowed: str
    meaning: str


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Read the settings from the environment, or from a mapping that stands for it.

    Raises:
        InvalidSetting: a variable that begins with SAFECONDUCT_ is unknown, or holds what it does
            not admit; every such variable is named.
    """
    known = {_variable(each): each for each in fields(Settings)}
    chosen: dict[str, Choice] = {}
    problems: dict[str, str] = {}
    hints = []
    for variable, text in _given(environment).items():
        if variable not in known:
            problems[variable] = "nothing, since there is no such setting"
            hints.append(_guess(variable, list(known)))
        elif (choice := _kind(known[variable]).read(text.strip())) is None:
            problems[variable] = _kind(known[variable]).allowed
        else:
            chosen[known[variable].name] = choice
    if problems:
        raise _invalid(problems, " ".join(dict.fromkeys(hints)))
    return Settings(**chosen)  # type: ignore[arg-type]  # each text was read by its field's kind


def in_force(
    settings: Settings, environment: Mapping[str, str] | None = None
) -> tuple[SettingInForce, ...]:
    """Say every setting with what is in force, in the order of the class."""
    given = _given(environment)
    return tuple(
        SettingInForce(
            variable=_variable(each),
            text=_written(getattr(settings, each.name)),
            is_set=_variable(each) in given,
            default=_written(cast("Choice", each.default)),
            allowed=_kind(each).allowed,
            meaning=str(each.metadata["meaning"]),
        )
        for each in fields(Settings)
    )


def _given(environment: Mapping[str, str] | None) -> dict[str, str]:
    whole = os.environ if environment is None else environment
    return {name: text for name, text in sorted(whole.items()) if name.startswith(PREFIX)}


def _variable(setting: Field[Choice]) -> str:
    return PREFIX + setting.name.upper()


def _guess(variable: str, known: list[str]) -> str:
    # Every name begins alike, so that only what follows tells how near two are.
    names = [each.removeprefix(PREFIX) for each in known]
    near = get_close_matches(variable.removeprefix(PREFIX), names, n=1)
    return f"Did you mean {PREFIX}{near[0]}?" if near else f"The settings are {', '.join(known)}."


def _kind(setting: Field[Choice]) -> _Kind:
    return cast("_Kind", setting.metadata["kind"])


def _written(choice: Choice) -> str:
    if isinstance(choice, bool):
        return "on" if choice else "off"
    return str(choice)


def _invalid(problems: Mapping[str, str], hint: str) -> InvalidSetting:
    if len(problems) == 1:
        ((variable, allowed),) = problems.items()
        return InvalidSetting(variable, allowed, hint=hint)
    allowed = "; ".join(f"{variable}: {admitted}" for variable, admitted in problems.items())
    return InvalidSetting(", ".join(problems), allowed, hint=hint)
