"""Finding the state that somebody typed, by its code or by its name, and telling near ones if not.

It depends on the names of territories.
A further language of names is one more word in `_LANGUAGES`.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import Final

from safeconduct.errors import InvalidQuery, NotFound

_LANGUAGES: Final = ("en", "ru")
_NO_LONGER: Final = frozenset({"SU"})
_MOST: Final = 5
_A_CODE: Final = 2
_MOST_CODES: Final = 12
_NEAR_NAME: Final = 0.65


def state_code(said: str, *, language: str = "en") -> str:
    """Find the code of a state by its code or by its name in English or Russian.

    Raises:
        InvalidQuery: the state is no more.
        NotFound: it is neither; the hint tells the nearest codes.
    """
    from safeconduct.vocabulary import territory

    found = territory.find(said)
    if found in _NO_LONGER:
        hint = "Name a state of today: nobody pursues or protects there any more."
        raise InvalidQuery([("state", f"{found} is no longer a state")], hint=hint)
    if found is not None:
        return found
    near = ", ".join(f"{code} ({territory.name(code, language)})" for code in _near(said.strip()))
    hint = "Give a code such as KZ, or a name in English or Russian."
    raise NotFound("territory", said, hint=f"{hint} Near it: {near}." if near else hint)


def _near(said: str) -> list[str]:
    from safeconduct.vocabulary import territory

    if len(said) == _A_CODE:
        first, second = said[0].upper(), said[1].upper()
        codes = sorted(territory.codes(), key=lambda code: (code[0] != first, code))
        return [code for code in codes if first == code[0] or second == code[1]][:_MOST_CODES]
    names = {
        territory.name(code, language).casefold(): code
        for code in sorted(territory.codes())
        for language in _LANGUAGES
    }
    found = get_close_matches(said.casefold(), names, _MOST, _NEAR_NAME)
    return list(dict.fromkeys(names[name] for name in found))
