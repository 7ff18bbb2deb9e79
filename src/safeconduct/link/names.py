"""Names of persons across alphabets: what is surname, given name and patronymic, and its keys.

It depends on `spelling`, `equivalents` and `spellings/name_parts.toml`.
Another habit of naming is one more ending in that file; another order of parts is one more case in
`parse`.

Safety: nothing here writes a name into a message or a repr.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Final

from safeconduct.link import equivalents, spelling

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’ʹʼ`-][^\W\d_]+)*['’ʹʼ`ʺ]?")
_INITIALS: Final = re.compile(r"(?<=[^\W\d_]\.)(?=[^\W\d_])")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """The parts of a name as a list writes them; any of them may be missing."""

    surname: str = ""
    given: str = ""
    patronymic: str = ""

    def __repr__(self) -> str:
        """Tell which parts there are, and not what they say."""
        parts = [part for part in ("surname", "given", "patronymic") if getattr(self, part)]
        return f"PersonName({', '.join(parts)})"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameKeys:
    """What is compared: the readings of the parts, whatever alphabet and language they stand in.

    `surname` and `surname_coarse` are readings; `skeleton` finds candidates.
    `given` is the key that equivalents share, `given_spelling` the reading of the word itself.
    `father` is the key of the name in the patronymic; a part that is missing is empty.
    """

    surname: str
    surname_coarse: str
    skeleton: str
    given: str
    given_spelling: str
    given_coarse: str
    father: str

    def __repr__(self) -> str:
        """Tell nothing: a key gives the name away."""
        return "NameKeys(…)"

    @property
    def words(self) -> frozenset[str]:
        """The parts as a set, for names whose order nobody knows."""
        return frozenset(part for part in (self.surname, self.given, self.father) if part)


@lru_cache(maxsize=1 << 16)
def parse(text: str) -> PersonName:
    """Part a name into surname, given name and patronymic, in whatever order it stands."""
    before, comma, after = text.partition(",")
    words = _joined(_words(before if comma else text))
    if comma and words:
        return _with_surname(" ".join(words), _joined(_words(after)))
    at = _patronymic_at(words)
    if at is None:
        return _without_patronymic(words)
    patronymic, rest = words[at], words[:at] + words[at + 1 :]
    if len(rest) > 1 and at == len(words) - 1 and _evidence(rest[0], rest[-1]) >= 0:
        return PersonName(surname=" ".join(rest[:-1]), given=rest[-1], patronymic=patronymic)
    return PersonName(surname=" ".join(rest[1:]), given=rest[0], patronymic=patronymic)


@lru_cache(maxsize=1 << 16)
def keys(name: PersonName) -> NameKeys:
    """Read the parts of a name."""
    surname = spelling.read_family_name(name.surname)
    first = (name.given.split() or [""])[0]
    given = spelling.read(first)
    return NameKeys(
        surname=surname.fine,
        surname_coarse=surname.coarse,
        skeleton=surname.skeleton,
        given=equivalents.given_name(first),
        given_spelling=given.fine,
        given_coarse=given.coarse,
        father=_father(name.patronymic),
    )


def is_patronymic(word: str) -> bool:
    """Tell whether a word has the form of a patronymic."""
    return _stem(spelling.read(word.replace(" ", "")).fine) is not None


def _words(text: str) -> list[str]:
    return _WORD.findall(_INITIALS.sub(" ", text))


def _joined(words: list[str]) -> list[str]:
    """Join the Turkic word for son or daughter to the father's name before it."""
    joined: list[str] = []
    for word in words:
        if joined and spelling.read(word).fine in _parts()[1]:
            joined[-1] = f"{joined[-1]} {word}"
        else:
            joined.append(word)
    return joined


def _patronymic_at(words: list[str]) -> int | None:
    backwards = range(len(words) - 1, -1, -1)
    of_two_words = next((at for at in backwards if " " in words[at]), None)
    # With two words, Ivan Petrović has a family name and no patronymic.
    if of_two_words is not None or len(words) <= len(("given", "family")):
        return of_two_words
    return next((at for at in backwards[:-1] if is_patronymic(words[at])), None)


def _without_patronymic(words: list[str]) -> PersonName:
    if not words:
        return PersonName()
    if len(words) == 1:
        known = equivalents.is_known(words[0]) and not _is_family_name(words[0])
        return PersonName(given=words[0]) if known else PersonName(surname=words[0])
    first, *between, last = words
    evidence = _evidence(first, last)
    if evidence > 0 or (evidence == 0 and spelling.is_cyrillic(first)):
        given, middle = (between or [last])[0], last if between else ""
        return PersonName(surname=first, given=given, patronymic=_initial(middle))
    return PersonName(surname=last, given=first, patronymic=_initial((between or [""])[0]))


def _with_surname(surname: str, rest: list[str]) -> PersonName:
    given, patronymic = (rest or [""])[0], " ".join(rest[1:])
    return PersonName(
        surname=surname, given=given, patronymic=patronymic if is_patronymic(patronymic) else ""
    )


def _evidence(first: str, last: str) -> int:
    """Weigh what two words look like: above 0 the first is the surname, below 0 the last."""
    return (
        _is_initial(last) - _is_initial(first)
        or equivalents.is_known(last) - equivalents.is_known(first)
        or _is_family_name(first) - _is_family_name(last)
    )


def _initial(word: str) -> str:
    return word if _is_initial(word) else ""


def _is_initial(word: str) -> bool:
    return len(word) == 1


def _is_family_name(word: str) -> bool:
    return spelling.read(word).fine.endswith(_parts()[2])


def _father(patronymic: str) -> str:
    reading = spelling.read(patronymic.replace(" ", "")).fine
    stem = _stem(reading)
    return equivalents.father(reading if stem is None else stem)


def _stem(reading: str) -> str | None:
    endings, _, _, shortest = _parts()
    fits = [one for one in endings if reading.endswith(one) and len(reading) - len(one) >= shortest]
    return reading[: -max(map(len, fits))] if fits else None


@cache
def _parts() -> tuple[tuple[str, ...], frozenset[str], tuple[str, ...], int]:
    path = resources.files("safeconduct.link") / "spellings" / "name_parts.toml"
    table = tomllib.loads(path.read_text("utf-8"))
    return (
        tuple(table["patronymic_endings"]),
        frozenset(table["patronymic_words"]),
        tuple(table["family_endings"]),
        int(table["shortest_father"]),
    )
