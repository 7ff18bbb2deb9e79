"""Whereabouts: a corpus as it leaves, without the localities at which a target can be found.

It depends on the record, on the techniques of the vocabulary and on the reading of localities.
A further setting in which a target lives or works is one more word in `_OWN_SETTINGS`; everything
that leaves a corpus, whatever its format, takes its records from here.

Safety: an act at a distance happens where its target is, and so does one at home. The locality of
an act is passed on only where force was used against a body, away from where its target lives.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeVar

from safeconduct import vocabulary
from safeconduct.link.places import locality
from safeconduct.record.corpus import Corpus
from safeconduct.record.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from safeconduct.record.decision import Decision
    from safeconduct.record.statement import Statement

Somewhere = TypeVar("Somewhere")

WITHHELD: Final = "[…]"
_OWN_SETTINGS: Final = frozenset({"home", "hostel", "online", "shelter", "workplace"})
_ACT: Final = "place_of_act"
_TARGET: Final = "place_of_target"
_PLACES: Final = (_ACT, _TARGET)
_WORD: Final = re.compile(r"[^\W_]+")
_PIECES: Final = re.compile(r"[,()–—-]")
_MOST_WORDS: Final = 4
_WIDEST_GAP: Final = 2  # a blank with a comma or a full stop
_SHORTEST_STEM: Final = 4
_LONGEST_ENDING: Final = 3
_VOWELS: Final = "aeiou"


def without_whereabouts(corpus: Corpus) -> Corpus:
    """The corpus without them; the same corpus where there are none.

    Places lose the locality and keep the state; in the labels, sayings and reasons of the same
    incidents the locality gives way to a mark. Ids and the titles of sources are left as they are.
    """
    known = _known(corpus)
    if not any(each.withheld for each in known.values()):
        return corpus
    return Corpus.of(
        masthead=corpus.masthead,
        sources=corpus.sources.values(),
        statements=[_statement(each, known[each.incident]) for each in corpus.statements.values()],
        incidents=[
            replace(each, label=_without(each.label, known[each.id].withheld))
            for each in corpus.incidents.values()
        ],
        figures=corpus.figures.values(),
        decisions=[_decision(each, known[each.incident]) for each in corpus.decisions.values()],
    )


@dataclass(slots=True, kw_only=True)
class _Persons:
    """What is said of the incidents that concern the same persons."""

    withheld: set[str] = field(default_factory=set)


def _known(corpus: Corpus) -> Mapping[str, _Persons]:
    """For each incident, the localities that stay behind: of its targets, and of acts from afar."""
    of_incident = _same_persons(corpus)
    far = _at_a_distance(corpus)
    for incident, name, place in _places(corpus):
        if name == _TARGET or incident in far:
            of_incident[incident].withheld.add(place.locality)
    return of_incident


def _same_persons(corpus: Corpus) -> dict[str, _Persons]:
    """Incidents of one chain, and those that name each other, are about the same persons."""
    above: dict[str, str] = {}

    def first(one: str) -> str:
        while one in above:
            one = above[one]
        return one

    for each in corpus.incidents.values():
        others = (*each.same_person_as, *each.overlaps, *each.responds_to)
        for other in (f"\x1f{each.chain_id}", *others):
            if first(other) != first(each.id):
                above[first(other)] = first(each.id)
    persons: dict[str, _Persons] = defaultdict(_Persons)
    return {each: persons[first(each)] for each in corpus.incidents}


def _at_a_distance(corpus: Corpus) -> frozenset[str]:
    """The incidents at which nobody is known to have been at the place but the target.

    Safety: one statement that names such an act, or a place of the target's own, is enough, and so
    is that no statement names any.
    """
    techniques: dict[str, set[str]] = defaultdict(set)
    settings: dict[str, set[str]] = defaultdict(set)
    for incident, name, words in _words(corpus):
        (techniques if name == "techniques" else settings)[incident].update(words)
    is_physical = {each.id for each in vocabulary.techniques().values() if each.physical}
    return frozenset(
        each
        for each in corpus.incidents
        if not techniques[each] or techniques[each] - is_physical or settings[each] & _OWN_SETTINGS
    )


def _words(corpus: Corpus) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for each in corpus.statements.values():
        if isinstance(each.techniques, tuple):
            yield each.incident, "techniques", each.techniques
        if isinstance(each.setting, str):
            yield each.incident, "setting", (each.setting,)
    for decision in corpus.decisions.values():
        value = decision.adopted() if decision.field in ("techniques", "setting") else ()
        if isinstance(value, tuple | str):
            yield decision.incident, decision.field, (value,) if isinstance(value, str) else value


def _places(corpus: Corpus) -> Iterator[tuple[str, str, Place]]:
    """Every place finer than a state: of which incident, and in which field."""
    for each in corpus.statements.values():
        for name in _PLACES:
            place = getattr(each, name)
            if isinstance(place, Place) and place.locality:
                yield each.incident, name, place
    for decision in corpus.decisions.values():
        adopted = decision.adopted() if decision.field in _PLACES else None
        if isinstance(adopted, Place) and adopted.locality:
            yield decision.incident, decision.field, adopted


def _statement(statement: Statement, persons: _Persons) -> Statement:
    return replace(
        statement,
        place_of_act=_coarse(statement.place_of_act, persons.withheld),
        place_of_target=_coarse(statement.place_of_target, persons.withheld),
        says=_without(statement.says, persons.withheld) if statement.says else statement.says,
    )


def _decision(decision: Decision, persons: _Persons) -> Decision:
    reason = _without(decision.reason, persons.withheld)
    if decision.field not in _PLACES:
        return replace(decision, reason=reason)
    adopted = decision.adopted()
    value = str(_coarse(adopted, persons.withheld)) if isinstance(adopted, Place) else ""
    return replace(decision, value=value or decision.value, reason=reason)


def _coarse(value: Somewhere, withheld: Iterable[str]) -> Somewhere | Place:
    if isinstance(value, Place) and any(_is_same(value.locality, each) for each in withheld):
        return Place(value.state)
    return value


# ── Localities that are the same, whatever alphabet they are written in ──


def _is_same(one: str, other: str) -> bool:
    """Whether one is the other, or a part of it: Berlin, Berlin-Mitte, Берлин."""
    if not one or not other:
        return False
    first, second = _parts(one), _parts(other)
    return bool(first & second)


def _parts(text: str) -> frozenset[str]:
    """A locality as a whole, and what stands between the commas, hyphens and brackets in it."""
    pieces = [text, *_PIECES.split(text)]
    return frozenset(
        reading
        for piece in pieces
        if (reading := _reading(piece)) and (piece == text or len(reading) >= _SHORTEST_STEM)
    )


def _reading(text: str) -> str:
    return locality(text) or " ".join(text.casefold().split())


def _without(text: str, withheld: Iterable[str]) -> str:
    """A text without any of the localities, in whatever alphabet and case it names them."""
    for each in sorted(withheld, key=len, reverse=True):
        text = re.sub(re.escape(each), WITHHELD, text, flags=re.IGNORECASE)
    readings = {reading for each in withheld for reading in _parts(each)}
    # How many words a name has: a longer run that only begins like it is another thing.
    words = {
        len(_WORD.findall(piece)) for each in withheld for piece in (each, *_PIECES.split(each))
    }
    found = [*_WORD.finditer(text)]
    at = 0
    spans = []
    while at < len(found):
        runs = (found[at : at + length] for length in range(_MOST_WORDS, 0, -1))
        said = next((run for run in runs if _says(run, text, readings=readings, words=words)), [])
        if said:
            spans.append((said[0].start(), said[-1].end()))
        at += len(said) or 1
    for start, end in reversed(spans):
        text = text[:start] + WITHHELD + text[end:]
    return text


def _says(
    run: list[re.Match[str]], text: str, *, readings: Iterable[str], words: Iterable[int]
) -> bool:
    """Whether words that stand together are one of the localities, or a case of its name."""
    if any(other.start() - one.end() > _WIDEST_GAP for one, other in pairwise(run)):
        return False
    said = _reading(text[run[0].start() : run[-1].end()])
    return said in readings or (
        len(run) in words and any(_is_case(said, reading) for reading in readings)
    )


def _is_case(said: str, reading: str) -> bool:
    stem = reading.rstrip(_VOWELS)
    is_long = len(stem) >= _SHORTEST_STEM
    return is_long and said.startswith(stem) and len(said) - len(stem) <= _LONGEST_ENDING
