"""Caveats: what a reader must know before quoting a figure, said by the figure itself.

It depends on `question`, `scheme` and the record.
A caveat is a sentence that appears when the ground of the figure calls for it; add one in
`caveats`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from safeconduct.errors import InvalidRecord
from safeconduct.figures.dimension import OVERLAPPING
from safeconduct.record import partial_date
from safeconduct.record.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.figures.figure import Row
    from safeconduct.figures.question import Question
    from safeconduct.figures.scheme import Scheme

NOTABLE_SHARE: Final = 0.25  # of the incidents counted; below it a voice is not worth a line


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What a figure rests on, counted over the incidents of its central bound.

    Unit: incidents, unless named. sole_voice: the voice that carries most incidents alone;
        n_sole_voice: how many. repeats: statements that only repeat another. patterns: patterns
        that the definition also admits. excluded: by filter, incidents whose value is unknown.
        abroad: by dimension of the breakdown, those of the high bound that are abroad, not named.
    """

    central: int = 0
    high: int = 0
    date_unknown: int = 0
    date_hedged: int = 0
    place_unknown: int = 0
    sole_voice: str = ""
    n_sole_voice: int = 0
    official: int = 0
    repeats: int = 0
    persons_unknown: int = 0
    patterns: int = 0
    excluded: Mapping[str, int] = field(default_factory=dict)
    abroad: Mapping[str, int] = field(default_factory=dict)


def caveats(
    ground: Ground,
    *,
    scheme: Scheme,
    question: Question,
    measure: str,
    rows: tuple[Row, ...],
    as_of: str,
) -> tuple[Sentence, ...]:
    """Say what a reader must know, most general first."""
    return (
        *_about_the_definition(ground, scheme, question),
        *_about_the_ground(ground),
        *_about_the_measure(ground, measure),
        *_about_the_breakdown(question, rows, as_of),
        *(
            Sentence(
                "Abroad, not named: {number} of the incidents whose {dimension} is not known.",
                number=number,
                dimension=name,
            )
            for name, number in ground.abroad.items()
            if number
        ),
        *(
            Sentence(
                "{number} more would count if their {dimension} were known; they are left out.",
                number=number,
                dimension=name,
            )
            for name, number in ground.excluded.items()
            if number
        ),
    )


def _about_the_definition(ground: Ground, scheme: Scheme, question: Question) -> list[Sentence]:
    said = []
    undecided = ground.high - ground.central
    if undecided:
        said.append(
            Sentence(
                "{number} incidents count in the high bound only:"
                " contested, alleged, or not decided by the definition.",
                number=undecided,
            )
        )
    if not question.own_scope and (scheme.origins or scheme.years):
        said.append(
            Sentence(
                "The definition's own scope ({scope}) is not applied; its rules are.",
                scope=_scope(scheme),
            )
        )
    if ground.patterns:
        said.append(
            Sentence(
                "{number} patterns fall under the definition too;"
                " they are not incidents and are not added.",
                number=ground.patterns,
            )
        )
    return said


def _scope(scheme: Scheme) -> str:
    origins = ", ".join(sorted(scheme.origins))
    years = (
        ""
        if scheme.years is None
        else "–".join("" if year is None else str(year) for year in scheme.years)
    )
    return "; ".join(part for part in (origins, years) if part)


def _about_the_ground(ground: Ground) -> list[Sentence]:
    if not ground.central:
        return []
    said = [
        Sentence("Only what was reported and found is counted; what nobody recorded is not in it.")
    ]
    said.extend(sentence for number, sentence in _shares(ground) if number)
    if ground.n_sole_voice > NOTABLE_SHARE * ground.central:
        share = _percent(ground.n_sole_voice, ground.central)
        said.append(
            Sentence(
                "{share} % rest on one publisher alone, {voice}.",
                share=share,
                voice=ground.sole_voice,
            )
        )
    if ground.repeats:
        said.append(
            Sentence(
                "{number} statements only repeat another and add nothing to the count.",
                number=ground.repeats,
            )
        )
    return said


def _shares(ground: Ground) -> list[tuple[int, Sentence]]:
    """What is doubtful about a share of the incidents, each with the number of them."""
    dateless = _percent(ground.date_unknown, ground.central)
    hedged = _percent(ground.date_hedged, ground.central)
    placeless = _percent(ground.place_unknown, ground.central)
    official = _percent(ground.official, ground.central)
    return [
        (ground.date_unknown, Sentence("{share} % have no known date.", share=dateless)),
        (
            ground.date_hedged,
            Sentence("{share} % have an approximate or uncertain date.", share=hedged),
        ),
        (
            ground.place_unknown,
            Sentence("{share} % have no known place of the act.", share=placeless),
        ),
        (
            ground.official,
            Sentence("{share} % rest on official sources or state media only.", share=official),
        ),
    ]


def _about_the_measure(ground: Ground, measure: str) -> list[Sentence]:
    if measure != "persons" or not ground.persons_unknown:
        return []
    return [
        Sentence(
            "The number of persons is not known for {number} incidents;"
            " each counts as at least one, with no upper bound.",
            number=ground.persons_unknown,
        )
    ]


def _about_the_breakdown(question: Question, rows: tuple[Row, ...], as_of: str) -> list[Sentence]:
    said = []
    overlapping = [name for name in question.by if name in OVERLAPPING]
    if overlapping:
        said.append(
            Sentence(
                "One incident can stand in several rows of {dimensions};"
                " rows do not add up to the total.",
                dimensions=", ".join(overlapping),
            )
        )
    if "year" in question.by:
        said.append(
            Sentence(
                "Years are annual counts by the date of the act,"
                " not cumulative, and may still be revised."
            )
        )
        position = question.by.index("year")
        still_open = _year_of(as_of)
        if any(row.buckets[position] == ("value", still_open) for row in rows):
            said.append(
                Sentence(
                    "{year} was not over when the corpus was closed ({as_of}).",
                    year=still_open,
                    as_of=as_of,
                )
            )
    return said


def _year_of(as_of: str) -> str:
    try:
        date = partial_date.parse(as_of)
    except InvalidRecord:
        return ""
    return "" if (date.latest.month, date.latest.day) == (12, 31) else str(date.latest.year)


def _percent(number: int, whole: int) -> int:
    """A share in whole per cent, at least 1 where there is any."""
    return max(1, round(100 * number / whole))
