"""Invents people in exile and the lists that know them, with who is who, from a seed.

It depends on numpy, `iuliia` and the tables in `invented/`: names there are put together, and
nobody is meant. It shares no table of spellings with what it tests.
A further way in which lists go wrong is one more share of `ListDesign` and one step of a line.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final

import iuliia
import numpy as np

from safeconduct.link.listed_person import ListedPerson
from safeconduct.link.names import PersonName
from safeconduct.record.partial_date import PartialDate, parse
from safeconduct.record.place import Place

if TYPE_CHECKING:
    import numpy.typing as npt

_LANGUAGES: Final = ("ru", "uk", "kk", "ky")
_SCHEMAS: Final = (
    iuliia.WIKIPEDIA,
    iuliia.ICAO_DOC_9303,
    iuliia.BGN_PCGN,
    iuliia.GOST_52535,
    iuliia.MVD_782,
    iuliia.UNGEGN_1987,
    iuliia.ALA_LC_ALT,
)
# How letters that Russian lacks are written by those who know only Latin ones.
_NATIVE: Final = {
    "uk": str.maketrans(
        {"г": "h", "ґ": "g", "є": "ie", "и": "y", "і": "i", "ї": "i", "Г": "H", "Ґ": "G"}
        | {"Є": "Ye", "И": "Y", "І": "I", "Ї": "Yi", "й": "i", "ь": "", "'": ""}
    ),
    "kk": str.maketrans(
        {"ә": "a", "ғ": "g", "қ": "q", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "і": "i", "һ": "h"}
        | {"Ә": "A", "Ғ": "G", "Қ": "Q", "Ө": "O", "Ұ": "U", "Ү": "U", "І": "I", "Ж": "Zh"}
    ),
    "ky": str.maketrans({"ң": "n", "ө": "o", "ү": "u", "Ө": "O", "Ү": "U", "ж": "j", "Ж": "J"}),
    "ru": str.maketrans({}),
}
# Habits of clerks: German, French, English and hurried ones.
_HABITS: Final = (
    (("shch", "schtsch"), ("sh", "sch"), ("ch", "tsch"), ("v", "w"), ("zh", "sch"), ("kh", "ch")),
    (("kh", "h"), ("ya", "ia"), ("yu", "iu"), ("y", "i")),
    (("ov", "off"), ("ev", "eff")),
    (("q", "k"), ("kh", "x")),
    (("iy", "y"), ("ii", "y"), ("ye", "e"), ("yo", "io")),
)
_SYLLABLES: Final = tuple(
    found.group()
    for found in re.finditer("..", "бабевигагодадожазазикокалалемаминорарересасотатуфехацыша")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListDesign:
    """How one list came about: whom it reaches, and how it writes what it heard.

    Every number is a share between 0 and 1: of people reached, or of lines that are so.
    """

    name: str
    reaches: float = 0.5
    in_latin: float = 0.5
    in_native_language: float = 0.5
    clerk_habits: float = 0.3
    small_names: float = 0.05
    with_patronymic: float = 0.4
    given_name_first: float = 0.4
    exchanged_columns: float = 0.03
    name_slips: float = 0.06
    without_birth: float = 0.1
    year_only: float = 0.2
    month_only: float = 0.1
    birth_slips: float = 0.06
    without_place: float = 0.2
    moved: float = 0.15
    repeated: float = 0.0


DESIGNS: Final = (
    ListDesign(name="embassy", in_latin=0.95, with_patronymic=0.2, year_only=0.05),
    ListDesign(name="press", reaches=0.4, in_latin=0.3, without_birth=0.2, year_only=0.4),
    ListDesign(name="legal-aid", reaches=0.5, in_latin=0.5, with_patronymic=0.6, year_only=0.1),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExileSet:
    """Lines of lists, and for each line the number of the invented person whom it means."""

    persons: tuple[ListedPerson, ...] = field(repr=False)
    who: npt.NDArray[np.int64]

    def same_pairs(self) -> frozenset[tuple[int, int]]:
        """Return every pair of positions that means one person."""
        lines: dict[int, list[int]] = {}
        for at, who in enumerate(self.who.tolist()):
            lines.setdefault(who, []).append(at)
        return frozenset(
            (one, other)
            for found in lines.values()
            for one in found
            for other in found
            if one < other
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Invented:
    language: str
    female: bool
    given: dict[str, str]
    father: dict[str, str]
    surname: dict[str, str]
    born: str
    place: dict[str, str]


def exile_set(
    *,
    n_persons: int,
    seed: int,
    designs: tuple[ListDesign, ...] = DESIGNS,
    new_surnames: float = 0.6,
) -> ExileSet:
    """Invent so many people, and the lists that reach some of them.

    `new_surnames` is the share of people whose surname is put together from syllables; the others
    share the few dozen of the table, as happens in families and villages.
    """
    dice = np.random.default_rng(seed)
    everyone = [_invent(dice, new_surnames) for _ in range(n_persons)]
    persons: list[ListedPerson] = []
    who: list[int] = []
    for design in designs:
        for number, invented in enumerate(everyone):
            times = int(dice.random() < design.reaches) * (1 + int(dice.random() < design.repeated))
            for _ in range(times):
                persons.append(_line(invented, design, dice, at=len(persons)))
                who.append(number)
    return ExileSet(persons=tuple(persons), who=np.array(who, dtype=np.int64))


def in_latin(text: str, language: str, *, dice: np.random.Generator, habits: float = 0.3) -> str:
    """Write a Cyrillic name in Latin letters in one of the ways that offices do."""
    schema = _SCHEMAS[int(dice.integers(len(_SCHEMAS)))]
    written = str(schema.translate(text.translate(_NATIVE[language])))
    if dice.random() >= habits:
        return written
    small = written.lower()
    for usual, instead in _HABITS[int(dice.integers(len(_HABITS)))]:
        small = small.replace(usual, instead)
    return small.title()


def slipped(text: str, dice: np.random.Generator) -> str:
    """Let a letter be left out, doubled, or change places with the next."""
    if len(text) < len("Anna"):
        return text
    at = int(dice.integers(1, len(text) - 1))
    ways = (
        text[:at] + text[at + 1 :],
        text[:at] + text[at] + text[at:],
        text[:at] + text[at + 1] + text[at] + text[at + 2 :],
        text[:at] + "аеиоaeio"[int(dice.integers(8))] + text[at + 1 :],
    )
    return ways[int(dice.integers(len(ways)))]


def _invent(dice: np.random.Generator, new_surnames: float) -> _Invented:
    language = _LANGUAGES[int(dice.choice(4, p=(0.4, 0.25, 0.25, 0.1)))]
    female = bool(dice.random() < 0.5)
    given = _row("given_names", dice, language, "f" if female else "m")
    father = _row("given_names", dice, language, "m")
    surname = (
        _new_surname(dice) if dice.random() < new_surnames else _row("surnames", dice, language)
    )
    day = np.datetime64("1945-01-01") + int(dice.integers(0, 365 * 58))
    return _Invented(
        language=language,
        female=female,
        given=given,
        father=father,
        surname=surname,
        born=str(day),
        place=_row("localities", dice, language),
    )


def _new_surname(dice: np.random.Generator) -> dict[str, str]:
    stem = "".join(_SYLLABLES[int(at)] for at in dice.integers(len(_SYLLABLES), size=3))
    ending, feminine = (("в", "а"), ("нов", "а"), ("лин", "а"), ("йченко", ""))[
        int(dice.integers(4))
    ]
    word = (stem.rstrip("ы") + ending).title()
    return {"native": word, "russian": word, "endings": feminine}


def _line(
    invented: _Invented, design: ListDesign, dice: np.random.Generator, *, at: int
) -> ListedPerson:
    native = "native" if dice.random() < design.in_native_language else "russian"
    latin = bool(dice.random() < design.in_latin)
    return ListedPerson(
        list_name=design.name,
        id=f"{design.name}-{at}",
        name=_written_name(invented, design, dice, form=native, latin=latin),
        born=_written_birth(invented.born, design, dice),
        place=_written_place(invented, design, dice, form="latin" if latin else native),
    )


def _written_name(
    invented: _Invented, design: ListDesign, dice: np.random.Generator, *, form: str, latin: bool
) -> PersonName:
    small = invented.given["small"] if dice.random() < design.small_names else ""
    parts = [
        _surname(invented, form),
        small or invented.given[form],
        _patronymic(invented, form) if dice.random() < design.with_patronymic else "",
    ]
    if latin:
        language = invented.language if form == "native" else "ru"
        parts = [
            in_latin(part, language, dice=dice, habits=design.clerk_habits) if part else ""
            for part in parts
        ]
    if dice.random() < design.name_slips:
        slips_at = int(dice.integers(2))
        parts[slips_at] = slipped(parts[slips_at], dice)
    if dice.random() < design.exchanged_columns:
        parts[0], parts[1] = parts[1], parts[0]
    return PersonName(surname=parts[0], given=parts[1], patronymic=parts[2])


def _surname(invented: _Invented, form: str) -> str:
    surname, endings = invented.surname[form], invented.surname["endings"]
    if not invented.female or not endings:
        return surname
    if endings == "adjective":
        return surname[:-2] + ("а" if form == "native" and invented.language == "uk" else "ая")
    return surname + endings


def _patronymic(invented: _Invented, form: str) -> str:
    father = invented.father[form]
    if form == "native" and invented.language in {"kk", "ky"}:
        words = {"kk": ("ұлы", "қызы"), "ky": (" уулу", " кызы")}[invented.language]
        return father + words[invented.female]
    ukrainian = form == "native" and invented.language == "uk"
    vowel, stem = ("о" if ukrainian else "е"), father
    if father.endswith(("ий", "ей", "ій")):
        stem = father[:-1] if ukrainian else father[:-2] + ("ь" if father.endswith("ий") else "е")
    elif father.endswith(("я", "о", "ь", "а")):
        stem = father[:-1]
    else:
        vowel = "о"
    if invented.female:
        return stem + ("івна" if ukrainian else f"{vowel}вна")
    return stem + (f"{vowel}вич")


def _written_birth(born: str, design: ListDesign, dice: np.random.Generator) -> PartialDate | None:
    if dice.random() < design.without_birth:
        return None
    if dice.random() < design.birth_slips:
        born = _slipped_birth(born, dice)
    exactness = dice.random()
    if exactness < design.year_only:
        return parse(born[:4])
    return parse(born[:7] if exactness < design.year_only + design.month_only else born)


def _slipped_birth(born: str, dice: np.random.Generator) -> str:
    """Exchange day and month where that is a day, else be a year off or mistake a digit."""
    year, month, day = born.split("-")
    way = int(dice.integers(3))
    if way == 0 and int(day) <= len("JFMAMJJASOND"):
        return f"{year}-{day}-{month}"
    if way == 1:
        return f"{int(year) + 1}-{month}-{min(int(day), 28):02d}"
    return f"{year}-{month}-{int(day) % 27 + 1:02d}"


def _written_place(
    invented: _Invented, design: ListDesign, dice: np.random.Generator, *, form: str
) -> Place | None:
    if dice.random() < design.without_place:
        return None
    moved = dice.random() < design.moved
    row = _row("localities", dice, invented.language) if moved else invented.place
    return Place(row["state"], row[form])


def _row(table: str, dice: np.random.Generator, language: str, sex: str = "") -> dict[str, str]:
    rows, reached = _rows(table, language, sex)
    return rows[int(np.searchsorted(reached, dice.random()))]


@cache
def _rows(
    table: str, language: str, sex: str
) -> tuple[list[dict[str, str]], npt.NDArray[np.float64]]:
    """Read rows with the shares that they reach together: the first common, the last rare."""
    path = resources.files("safeconduct.link") / "invented" / f"{table}.csv"
    rows = [
        row
        for row in csv.DictReader(path.read_text("utf-8").splitlines())
        if row["language"] == language and row.get("sex", "") == sex
    ]
    share = np.arange(1, len(rows) + 1, dtype=np.float64) ** -0.7
    return rows, np.cumsum(share / share.sum())
