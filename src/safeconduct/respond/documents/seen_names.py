"""Names: the ways in which people write one, so that a withheld name is seen where it stands again.

It depends on the spelling beside it and on the readings of names that linkage uses.
A further way of writing a name is one more key, made of the name and of a text alike.

Safety: it sees many spellings and not all; whoever uses it says so to the person.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.link import equivalents
from safeconduct.link.spelling import read, read_family_name
from safeconduct.respond.documents.spelling import (
    folded,
    forms_of,
    is_caseless,
    sounds_of,
    unhidden,
)
from safeconduct.vocabulary import LANGUAGES, territory

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_WORD: Final = re.compile(r"[^\W\d_]+")
_CYRILLIC: Final = re.compile("[\u0400-\u04ff]")
_LATIN: Final = re.compile("[a-z]")
_BREAK: Final = re.compile(r"[ \t]*(?:[-‐-―.*|/\n·•][ \t]*){1,3}\n?[ \t]*|\n")
# Tags and accounts run words together: #freepetrova, t.me/freepetrova.
_TAG: Final = re.compile(r"(?<=[#@/_])[^\W\d_]{6,40}")
_SHORTEST_IN_TAG: Final = 5
_LONGEST_IN_TAG: Final = 16
# The surnames of two letters that are no word of every sentence.
_SHORT_SURNAMES: Final = frozenset({"ёж", "еж"})
_SENTENCE: Final = re.compile(r"(?:^|[.!?…:;\n«\"“(])[\s\"“«(—–-]*$")
# What makes a month of June, which is somebody's name as well.
_DATED_BEFORE: Final = re.compile(
    r"(?:\d(?:st|nd|rd|th)?(?: of)?|\b(?:in|since|until|till|last|next|early|late))[ -]$",
    re.IGNORECASE,
)
# A year may follow a comma; another number behind one is an age.
_DATED_BEHIND: Final = re.compile(
    r"[ -](?:the )?(?:3[01]|[12]?\d)(?!\d)|,?[ -](?:19|20)\d\d(?!\d)"
    r"|(?i: (?:i|we|you|he|she|it|they)\b)"
)
_SHORTEST: Final = 3
_SHORTEST_CASELESS: Final = 2
_SHORTEST_JOINED: Final = 5
_LONGEST: Final = 40
_LONGEST_SPELT_OUT: Final = 16
_VOWELS: Final = "аеёиоуыэюяєіїaeiouy"

# Georgian by the national system of 2002, Armenian by sound; both without marks.
_GEORGIAN_SOUNDS: Final = (
    "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h"
)
_ARMENIAN_SOUNDS: Final = (
    "a b g d e z e i t zh i l kh ts k h dz gh ch m i n sh o ch p j r s v t r ts v p k o f"
)
_GEORGIAN: Final = dict(
    zip(
        "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
        _GEORGIAN_SOUNDS.split(" "),
        strict=True,
    )
)
_ARMENIAN: Final = dict(
    zip(
        "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ",
        _ARMENIAN_SOUNDS.split(" "),
        strict=True,
    )
)
_TO_LATIN: Final = str.maketrans(_GEORGIAN | _ARMENIAN)
_NEIGHBOURS: Final = re.compile("[\u10d0-\u10ff\u0561-\u0587]")
_NEIGHBOUR_ENDINGS: Final = ("s", "is", "ma", "it", "ad", "i", "in", "its", "ov", "y")
# Letters of two alphabets that look alike.
_ALIKE: Final = ("асеорхукмнтвіјѕ", "aceopxykmhtbijs")
_TO_CYRILLIC: Final = str.maketrans(_ALIKE[1], _ALIKE[0])
_FROM_CYRILLIC: Final = str.maketrans(*_ALIKE)
_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_HARD_C: Final = re.compile("c(?=[aoulrtk]|$)")
_TWO_F: Final = re.compile("(?<=[oe])ff")
_E_AFTER: Final = re.compile("(?<=[aou])e")
# All hissing sounds as one: Kusnezowa, Kuznecova, Zukova without its mark.
_LOOSE: Final = str.maketrans("JcCSsgh", "zzzzzhh")
_SHORTEST_LOOSE: Final = 6

_ADJECTIVE: Final = ("ий", "ый", "ой", "ая", "яя", "ое", "ие", "ые", "ій", "а")
_ENDINGS: Final = (
    *("", "а", "я", "у", "ю", "ы", "и", "і", "ї", "е", "є", "ё", "о", "ой", "ей", "ёй", "єю", "ою"),
    *("ею", "ём", "ем", "єм", "ом", "им", "ым", "ім", "ого", "его", "ому", "ему", "ых", "их", "ам"),
    *("ям", "ами", "ями", "ах", "ях", "ов", "ев", "ові", "еві", "ии", "ию", "ием", "ая", "ую"),
    *("ий", "ый", "ые", "ие", "ыми", "ими", "ь", "ью"),
)
# By the ending of a state, the cases of its name.
_CASES_OF_STATES: Final = (
    ("ия", ("ии", "ию", "ией")),
    ("ы", ("", "ов", "ам", "ами", "ах")),
    ("а", ("ы", "и", "е", "у", "ой")),
    ("ь", ("я", "ю", "ем", "е", "и", "ью")),
    ("й", ("я", "ю", "ем", "е")),
    *((vowel, ()) for vowel in "еёиоуэюя"),
    ("", ("а", "у", "ом", "е")),
)
_OF_HER: Final = (
    *("ин", "ина", "ину", "ино", "ины", "иной", "иного", "иному", "иным", "ином", "иных"),
)
_HEARD_ENDINGS: Final = (
    *("a", "u", "i", "e", "o", "oi", "ei", "oiu", "eiu", "om", "em", "im", "am", "ami", "ah"),
    *("ogo", "ego", "omu", "emu", "ih", "ov", "ev", "ai", "ui", "imi", "s", "ovi", "evi", "is"),
)
_FLEETING: Final = re.compile("(.+)[еёо]([бвгджзклмнпрстфхцчшщ])$")
_FLEETING_HEARD: Final = re.compile("(.+)[eo]([bcdfhklmnprstvzCSJ])$")
_HARE: Final = re.compile(f"(.*[{_VOWELS}])[яе](ц)$")
_HARE_IN_LATIN: Final = re.compile("(.*[aeiou])(?:y|i|j)[ae](?:ts|tz|c)")
_SOFTENED: Final = MappingProxyType({"г": "з", "к": "ц", "х": "с"})
# The table of linkage keeps these apart; their small names are shared.
_SHARED: Final = MappingProxyType(
    {
        "Aleksandra": "Aleksandr",
        "Evgenia": "Evgenii",
        "Valentina": "Valentin",
        "Valeria": "Valerii",
        "Valerii": "Valentin",
    }
)


def name_parts(text: str) -> list[str]:
    """Take the words of a name that are long enough to be looked for by themselves.

    Two letters are not: every text has such words (he, is, он, ли). Scripts that do not part their
    words, such as Chinese, say a name in two signs.
    """
    return [
        word
        for word in _WORD.findall(_plain(text).casefold())
        if len(word) >= (_SHORTEST_CASELESS if is_caseless(word) else _SHORTEST)
        or word in _SHORT_SURNAMES
    ]


def names_in(text: str) -> list[str]:
    """Take what may be a name out of free text: words with a capital letter, and given names.

    A common word is none where it begins a sentence; a state, a language or a day is none anywhere,
    unless people bear it too: June, Georgia. A month with a number beside it is a date.
    """
    plain, found = _plain(text), []
    states = [match.span() for match in _states_of_words().finditer(plain)]
    for match in _WORD.finditer(plain):
        word = match.group()
        bare = folded(word)
        if len(word) < _SHORTEST or any(one <= match.start() < end for one, end in states):
            continue
        if _is_no_name(word, before=plain[: match.start()], behind=plain[match.end() :]):
            continue
        is_common = bare in _common("starts")
        is_common = is_common and not (word[0].isupper() and bare in _common("months_and_names"))
        if word[0].isupper():
            begins = _SENTENCE.search(plain[: match.start()][-8:]) is not None
            if not is_common or not (begins or word.isupper()):
                found.append(word.casefold())
        elif not is_common and (_NEIGHBOURS.search(word) or _given_keys(word.casefold())):
            found.append(word.casefold())
    return found


def _is_no_name(word: str, *, before: str, behind: str) -> bool:
    """Whether a word is known to be a state, a language, a day or a month, and nobody's name."""
    bare = folded(word)
    if bare in _common("months_and_names"):
        is_dated = _DATED_BEFORE.search(before[-12:]) or _DATED_BEHIND.match(behind[:12])
        return bool(is_dated)
    # Safety: relatives are called Елена, Georgia and Israel; such words are looked for.
    if bare in _common("states_and_names") or _given_keys(word.casefold()):
        return False
    return bare in _common("everywhere") or bare in _states()


def initials_of(text: str) -> frozenset[str]:
    """The first letters of the words of a name, as a text may say them instead: O. K."""
    letters = [word[0] for word in _WORD.findall(_plain(text).casefold())]
    heard = [read(letter).fine[:1] for letter in letters]
    return frozenset(
        first + second
        for spelt in (letters, heard)
        for first in spelt
        for second in spelt
        if first != second
    )


def initials_in(text: str) -> frozenset[str]:
    """Pairs of initials in a text, as letters and as sounds."""
    pairs = re.findall(r"\b([^\W\d_])\.\s?([^\W\d_])\.", _plain(text).casefold())
    return frozenset(
        spelt
        for one, other in pairs
        for spelt in (one + other, read(one).fine[:1] + read(other).fine[:1])
    )


def name_keys(word: str) -> frozenset[str]:
    """What to look for so that a word of a name is found; `word` is in small letters."""
    return frozenset(_name_keys(word))


def _name_keys(word: str) -> Iterator[str]:
    bare = folded(word)
    if is_caseless(bare):
        yield f"caseless:{bare}"
        return
    if _NEIGHBOURS.search(word):
        word = word.translate(_TO_LATIN)
    yield f"exact:{bare}"
    yield from (f"given:{key}" for key in _given_keys(word))
    is_cyrillic = _CYRILLIC.search(word) is not None
    if is_cyrillic:
        forms = _declined(word)
        yield from (f"letters:{folded(form)}" for form in forms)
        yield from (f"letters:{form}" for form in forms_of(bare))
        heard = {sound for form in forms for sound in _heard(form)}
        alike = _heard(word)
    else:
        heard = {form for sound in _heard(word) for form in _declined_sounds(sound)} | _heard(word)
        heard |= {sound for form in _declined_hare(word) for sound in _heard(form)}
        alike = heard
        forms = {word, word + "a"}
    old = sounds_of(forms_of(bare))
    yield from (f"latin:{sound}" for sound in heard | old)
    yield from (
        f"cyrillic:{sound}" for sound in alike | (sounds_of([bare]) if is_cyrillic else old)
    )
    yield from (f"joined:{folded(form)}" for form in forms if len(form) >= _SHORTEST_JOINED)
    tagged = {folded(form) for form in forms} | sounds_of(folded(form) for form in forms)
    yield from (f"tagged:{form}" for form in tagged if len(form) >= _SHORTEST_IN_TAG)
    for sound in heard:
        if len(loose := _loosely(sound)) >= _SHORTEST_LOOSE:
            yield f"loose-latin:{loose}"
            if not is_cyrillic:
                yield f"loose-cyrillic:{loose}"


def text_keys(text: str) -> frozenset[str]:
    """Everything in a text that may say a name, to be met by `name_keys`."""
    plain = _plain(text)
    found = [*_WORD.finditer(plain)]
    words = {match.group() for match in found}
    words |= {piece for word in words for piece in _pieces(word)}
    keys: set[str] = set()
    for one, other in pairwise(found):
        gap = plain[one.end() : other.start()]
        if _BREAK.fullmatch(gap):
            words.add(one.group() + other.group())
        elif gap.isspace() and "\n\n" not in gap:
            keys.add(f"joined:{folded(one.group() + other.group())}")
    for run in _spelt_out(plain, found):
        words.add(run)
        keys |= {
            f"joined:{run[first : first + length]}"
            for length in range(_SHORTEST_JOINED, _LONGEST_SPELT_OUT)
            for first in range(len(run) - length + 1)
        }
    for tag in {folded(tag) for tag in _TAG.findall(plain)}:
        keys |= {
            f"tagged:{spelt[first : first + length]}"
            for spelt in {tag} | sounds_of([tag])
            for length in range(_SHORTEST_IN_TAG, _LONGEST_IN_TAG)
            for first in range(len(spelt) - length + 1)
        }
    for word in {word.casefold() for word in words}:
        keys |= set(_word_keys(word))
    return frozenset(keys)


def _word_keys(word: str) -> Iterator[str]:
    bare = folded(word)
    if is_caseless(bare):
        for length in range(_SHORTEST_CASELESS, 5):
            for first in range(len(bare) - length + 1):
                yield f"caseless:{bare[first : first + length]}"
        return
    yield f"exact:{bare}"
    yield f"joined:{bare}"
    if len(bare) > _LONGEST or bare in _common("starts"):
        return
    spelt = [word]
    if _NEIGHBOURS.search(word):
        latin = word.translate(_TO_LATIN)
        spelt = [latin, *(latin.removesuffix(end) for end in _NEIGHBOUR_ENDINGS)]
    elif _CYRILLIC.search(word) and _LATIN.search(word):
        spelt = [bare.translate(_TO_CYRILLIC), bare.translate(_FROM_CYRILLIC), word]
    elif word.endswith("s") and len(word) > _SHORTEST:
        spelt = [word, word[:-1]]
    for each in spelt:
        yield from _spelling_keys(each)


def _spelling_keys(word: str) -> Iterator[str]:
    bare, heard = folded(word), _heard(word)
    yield from (f"given:{key}" for form in {word, *forms_of(bare)} for key in _given_keys(form))
    if _CYRILLIC.search(word):
        yield from (f"letters:{form}" for form in forms_of(bare))
        yield from (f"cyrillic:{sound}" for sound in heard | sounds_of(forms_of(bare)))
        yield from (f"given:{key}" for form in _small_forms(bare) for key in _given_keys(form))
        side = "cyrillic"
    else:
        yield from (f"latin:{sound}" for sound in heard | sounds_of(forms_of(bare)))
        yield from (f"given:{key}" for end in "uiey" for key in _given_keys(_as_named(word, end)))
        side = "latin"
    yield from (
        f"loose-{side}:{loose}"
        for sound in heard
        if len(loose := _loosely(sound)) >= _SHORTEST_LOOSE
    )


def _small_forms(bare: str) -> set[str]:
    """What a small name may be a case of: Олю, Сашей."""
    ends = [end for end in ("еи", "ои", "ю", "у", "и", "ы", "е") if bare.endswith(end)]
    return {bare.removesuffix(end) + called for end in ends for called in "ая"}


def _as_named(word: str, ending: str) -> str:
    return word[:-1] + "a" if word.endswith(ending) else word


def _plain(text: str) -> str:
    """Write a text with the marks that are part of its letters, and without what nobody sees."""
    return unhidden(unicodedata.normalize("NFKC", text))


def _pieces(word: str) -> Iterator[str]:
    """The words of one that is written without gaps, as in #OlgaPetrova."""
    starts = [at for at in range(1, len(word)) if word[at - 1].islower() and word[at].isupper()]
    if starts:
        yield from (word[one:other] for one, other in pairwise([0, *starts, len(word)]))


def _spelt_out(plain: str, found: list[re.Match[str]]) -> Iterator[str]:
    """Runs of single letters, as in P e t r o v."""
    run = ""
    end = 0
    for match in found:
        gap = plain[end : match.start()]
        is_near = len(gap) <= _SHORTEST and not any(sign.isdigit() for sign in gap)
        if len(match.group()) > 1 or not is_near:
            if len(run) >= _SHORTEST:
                yield run
            run = ""
        if len(match.group()) == 1:
            run += folded(match.group())
        end = match.end()
    if len(run) >= _SHORTEST:
        yield run


def _heard(word: str) -> set[str]:
    spelt = {word, word.translate(_UMLAUTS), _HARD_C.sub("k", word)}
    if not _CYRILLIC.search(word):
        spelt |= {_E_AFTER.sub("", word), _TWO_F.sub("v", word)}
    found = set()
    for each in spelt:
        reading, family = read(each), read_family_name(each)
        found |= {reading.fine, reading.coarse, family.fine, family.coarse}
    return {sound for sound in found if len(sound) >= _SHORTEST}


def _loosely(sound: str) -> str:
    return re.sub(r"(.)\1+", r"\1", sound.translate(_LOOSE))


def _declined(word: str) -> set[str]:
    """The forms of a Cyrillic name: its cases, for a woman and a man, and what is hers."""
    stems = {word[: -len(end)] for end in _ADJECTIVE if word.endswith(end)}
    is_open = word[-1] in _VOWELS
    stems.add(word[:-1] if is_open or word[-1] in "ьй" else word)
    if fleeting := _FLEETING.fullmatch(word.rstrip("ь")):
        before, last = fleeting.groups()
        stems |= {before + last, f"{before}ь{last}"}
        if before[-1] in _VOWELS:
            stems.add(f"{before}й{last}")
    if hare := _HARE.fullmatch(word):
        stems.add(f"{hare[1]}й{hare[2]}")
    if word.endswith("ей"):
        # Соловей, Соловья.
        stems.add(word[:-2] + "ь")
    stems |= {stem[:-1] + _SOFTENED[stem[-1]] for stem in [*stems] if stem[-1:] in _SOFTENED}
    endings = (*_ENDINGS, *_OF_HER) if word[-1] in "ая" else _ENDINGS
    # Safety: a bare stem of three letters is too often another word, as вас is of Вася.
    made = {
        stem + end
        for stem in stems
        for end in endings
        if len(stem + end) >= (_SHORTEST if end else _SHORTEST_JOINED)
        and (len(stem) >= _SHORTEST or word[-1] == "й" or not is_open)
    }
    return made | {word}


def _declined_hare(word: str) -> set[str]:
    """The cases of Zayats, as they are heard: Zaytsa."""
    if not (hare := _HARE_IN_LATIN.fullmatch(word)):
        return set()
    return {f"{hare[1]}yts{end}" for end in ("a", "u", "e", "em", "ev")}


def _declined_sounds(sound: str) -> set[str]:
    stems = {sound}
    if sound[-1] in "aeiou":
        stems.add(sound[:-1])
    if sound.endswith(("oi", "ei", "ai", "ii", "ki")):
        stems.add(sound[:-1])
    if fleeting := _FLEETING_HEARD.fullmatch(sound):
        stems.add(fleeting[1] + fleeting[2])
    made = {stem + end for stem in stems for end in _HEARD_ENDINGS if len(stem) > 1}
    if sound.endswith("a"):
        made |= {sound[:-1] + end for end in ("in", "ina", "inu", "ino", "inoi", "inogo")}
    bare = {stem for stem in stems if len(stem) >= _SHORTEST_JOINED}
    return {form for form in made | bare if len(form) >= _SHORTEST}


@cache
def _common(part: str) -> frozenset[str]:
    """Read the words that are no name, as the table of that part lists them."""
    text = Path(__file__).with_name("common_words.toml").read_text("utf-8")
    return frozenset(folded(tomllib.loads(text)[part]).split())


@cache
def _states() -> frozenset[str]:
    """The names of states of one word, as they are written in a text, in their Russian cases too.

    Safety: only from a name to its cases; backwards, Елена is a case of a word of an island.
    """
    names = {name.casefold() for name in _names_of_states() if _WORD.fullmatch(name)}
    return frozenset(
        folded(form) for name in names if len(name) > _SHORTEST for form in _cases_of_state(name)
    )


def _cases_of_state(name: str) -> set[str]:
    if not _CYRILLIC.search(name):
        return {name, f"{name}s"}
    stem, cases = next(
        (name.removesuffix(ending), cases)
        for ending, cases in _CASES_OF_STATES
        if name.endswith(ending)
    )
    return {name, *(stem + case for case in cases)}


@cache
def _states_of_words() -> re.Pattern[str]:
    """Find the states whose names have several words, where the whole name stands."""
    names = {_plain(name) for name in _names_of_states() if not _WORD.fullmatch(name)}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})")


def _names_of_states() -> Iterator[str]:
    yield from (territory.name(code, one) for code in territory.codes() for one in LANGUAGES)


def _given_keys(word: str) -> frozenset[str]:
    """The names that a given name may stand for; none where it is no given name."""
    spelt, heard = _given_names()
    found = spelt.get(folded(word), frozenset())
    if not _CYRILLIC.search(word) and (sound := read(word).fine):
        found |= heard.get(sound, frozenset())
    return found


@cache
def _given_names() -> tuple[Mapping[str, frozenset[str]], Mapping[str, frozenset[str]]]:
    spelt: dict[str, frozenset[str]] = {}
    heard: dict[str, frozenset[str]] = {}
    for key, words in equivalents.spellings().items():
        keys = frozenset({_SHARED.get(key, key)})
        for word in words:
            bare, sound = folded(word), read(word).fine
            spelt[bare] = spelt.get(bare, frozenset()) | keys
            heard[sound] = heard.get(sound, frozenset()) | keys
    return MappingProxyType(spelt), MappingProxyType(heard)
