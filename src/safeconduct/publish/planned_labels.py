"""What labels of a plan may be: years, states, terms and standings, each named once in a table.

It depends on the vocabulary, the territories and the standings.
A further field of the allow-list is a line in `_known` with what may be one of its labels.

Safety: a label that is no category counts nobody, so that "under 5" would be published beside a
name, and everybody whom it was meant for would stand under "other".
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.publish.allowed import TERMS
from safeconduct.publish.labels import OTHER, UNKNOWN, parts_of
from safeconduct.record.standing import Standing
from safeconduct.vocabulary import territory

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_YEAR: Final = re.compile(r"(1[89]|20)[0-9]{2}")


def problems_of(labels: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    """What is wrong with the labels of a table, each with the dimension that it stands in."""
    for dimension, named in labels.items():
        known = _known(dimension)
        strange = {
            number
            for number, label in enumerate(named, start=1)
            if not all(_is_one(part, dimension, known) for part in parts_of(label))
        }
        # Safety: a label may be somebody's name; the message tells its place and not what it says.
        for number in sorted(strange):
            yield f"labels.{dimension}[{number}]", f"a label that is no {dimension}"
        twice = Counter(part for label in named for part in parts_of(label))
        if any(times > 1 for times in twice.values()):
            yield f"labels.{dimension}", "a category under two labels"


def _is_one(part: str, dimension: str, known: frozenset[str]) -> bool:
    if part in (OTHER, UNKNOWN):
        return True
    return bool(_YEAR.fullmatch(part)) if dimension == "year" else part in known


@cache
def _known(dimension: str) -> frozenset[str]:
    if dimension in TERMS:
        return frozenset(vocabulary.terms(TERMS[dimension]))
    if dimension == "standing":
        return frozenset(each.word for each in Standing)
    return territory.codes()
