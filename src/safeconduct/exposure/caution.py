"""The caution beside what is open: which facts are missing, for a short list is no safety.

It depends on the bonds and on the words of what is not known.
Another kind of missing fact is one more saying there and one more line in `_missing`.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.exposure import not_known
from safeconduct.exposure.bond import Bound
from safeconduct.vocabulary import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from safeconduct.exposure.bond import Bond

_BETWEEN: Final = "; "


def words(
    bonds: Iterable[Bond], *, origin: str, host: str, has_own_lines: bool, later_than: str
) -> Mapping[str, str]:
    """Say in one sentence of every language what is not recorded for two states on a day.

    What two states agreed between them alone is always named, because no list here is complete
    in it.
    """
    missing = tuple(
        _missing(bonds, origin=origin, host=host, has_own_lines=has_own_lines, later=later_than)
    )
    return MappingProxyType(
        {
            language: not_known.words(
                "caution", missing=_BETWEEN.join(each[language] for each in missing)
            )[language]
            for language in LANGUAGES
        }
    )


def _missing(
    bonds: Iterable[Bond], *, origin: str, host: str, has_own_lines: bool, later: str
) -> Iterator[Mapping[str, str]]:
    unsettled: dict[str, list[str]] = {host: [], origin: []}
    for bond in bonds:
        if bond.bound is Bound.NOT_KNOWN:
            unsettled[bond.state].append(bond.instrument)
    for state, names in unsettled.items():
        if names:
            yield _bonds(state, names)
    if not has_own_lines:
        yield not_known.words("missing-own-law", host=host)
    yield not_known.words("missing-bilateral", origin=origin, host=host)
    if later:
        yield not_known.words("missing-later", as_of=later)


def _bonds(state: str, names: list[str]) -> Mapping[str, str]:
    return MappingProxyType(
        {
            language: not_known.words(
                "missing-bonds",
                state=state,
                labels=", ".join(not_known.label(name, language) for name in names),
            )[language]
            for language in LANGUAGES
        }
    )
