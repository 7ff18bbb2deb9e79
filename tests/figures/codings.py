"""Coded incidents for the tests of counting, written as one would say them, and drawn at random.

It depends on the figures, on the vocabulary and on Hypothesis; nothing here happened.
A test names the fields that matter to it; every other field is not known.
"""

from dataclasses import replace
from itertools import combinations

from hypothesis import strategies as st

from safeconduct import vocabulary
from safeconduct.figures.coded import (
    CODED_FIELDS,
    SET_FIELDS,
    Coded,
    CodedDate,
    CodedIncident,
    coded_date,
)
from safeconduct.figures.count import CodedCorpus
from safeconduct.figures.dimension import DIMENSIONS
from safeconduct.figures.question import MEASURES, Question
from safeconduct.figures.scheme import scheme, schemes
from safeconduct.record.partial_date import parse
from safeconduct.record.standing import Standing
from safeconduct.record.values import FieldValue

AS_OF = "2024-06"
# Dates that meet each other and the ends of years, in every form that a source needs.
DATES = (
    "2022",
    "2023",
    "2023-10-17",
    "2023~",
    "2022-12/2023-01",
    "2022/2023",
    "2024-01-01",
    "2019/..",
    "../2022",
)
# The fields of which somebody can say that they lie abroad.
PLACES = ("place_of_act", "place_of_target", "hosts")
# Two without a government, and one of the scope of a definition.
STATES = ("BV", "AQ", "KZ")
TERMS = {
    "techniques": ("abduction", "threat", "killing", "doxing", "appearance-cancellation"),
    "attribution": ("state-organ", "state-tolerated", "host-state-organ", "private"),
    "targets": ("activist", "journalist", "relative"),
    "setting": ("prison", "home"),
    "outcome": ("released", "fled"),
}
FILTERS = {
    "year": ("2022", "2023"),
    "tactic": ("coercion", "coerced-return"),
    "technique": ("abduction", "doxing"),
    "host": STATES,
    "origin": STATES,
    "place": STATES,
    "target": ("activist",),
    "attribution": ("state-organ", "private"),
    "setting": ("prison",),
    "outcome": ("fled",),
    "standing": ("reported", "contested"),
}


def surely(*values):
    """Values that strong voices give."""
    return Coded(tuple(sorted(values)), bool(values))


def perhaps(*values):
    """Values that only weak statements give."""
    return Coded(tuple(sorted(values)))


def abroad(*, certain=True):
    """A place that is not named, but for lying outside the origin state."""
    return Coded(certain=certain, abroad=True)


def on(text, *, lasting=False):
    """A date as a source writes it."""
    given = FieldValue(field="date", value=parse(text), strength="strong")
    return coded_date(given, "lasting" if lasting else "within")


def coded(identifier="i1", **known):
    """An incident that one strong voice reports; a text for a field is its one certain value."""
    fields = {name: known.pop(name) for name in CODED_FIELDS if name in known}
    made = CodedIncident(
        id=identifier,
        kind="incident",
        chain=identifier,
        persons_group=identifier,
        standing=int(Standing.REPORTED),
        date=CodedDate(),
        fields=tuple(_coded(fields.get(name)) for name in CODED_FIELDS),
        persons_min=1,
        persons_max=1,
        persons_known=True,
        sole_voice="",
        official=False,
        repeats=0,
    )
    return replace(made, **known)


def _coded(value):
    if isinstance(value, Coded):
        return value
    return surely(value) if value else Coded()


def abducted(identifier="i1", **known):
    """An abduction abroad by the origin state in 2023, which nearly every definition counts."""
    told = {
        "techniques": "abduction",
        "attribution": "state-organ",
        "origin": "BV",
        "hosts": "AQ",
        "targets": "activist",
        "place_of_act": "AQ",
        "date": on("2023-10-17"),
    }
    return coded(identifier, **{**told, **known})


def held(*incidents):
    """A coded corpus."""
    return CodedCorpus(as_of=AS_OF, incidents=incidents)


def definition(**changed):
    """A definition that admits abductions and threats, and asks for nothing else."""
    plain = replace(
        scheme("aaad"),
        techniques=frozenset({"abduction", "threat"}),
        attributions=frozenset(),
        doubtful_attributions=frozenset(),
        targets=frozenset(),
        place="anywhere",
        minimum_standing=Standing.ALLEGED,
        origins=frozenset(),
        years=None,
    )
    return replace(plain, **changed)


def _choices(name):
    """Every coding of a field: nothing, a value or two, strong or weak, and weak additions."""
    terms = sorted(TERMS.get(name, STATES))
    several = [(), *((term,) for term in terms), *combinations(terms, 2)]
    plain = [
        Coded(values, bool(values) and strong) for values in several for strong in (False, True)
    ]
    if name in PLACES:
        return [*plain, abroad(), abroad(certain=False)]
    if name not in SET_FIELDS:
        return plain
    return plain + [
        Coded(values, certain=True, additions=(term,))
        for values in several[1:]
        for term in terms
        if term not in values
    ]


def _hull(one, other):
    firsts, lasts = (one.first, other.first), (one.last, other.last)
    return CodedDate(
        first=None if None in firsts else min(firsts),
        last=None if None in lasts else max(lasts),
        hedged=one.hedged or other.hedged,
        known=True,
    )


CHOICES = {name: _choices(name) for name in CODED_FIELDS}
# Dates, known or not, lasting or not, and the hulls of two that tie.
CODED_DATES = [
    CodedDate(),
    *(on(text, lasting=lasting) for text in DATES for lasting in (False, True)),
    *(_hull(on(one), on(other)) for one, other in combinations(DATES, 2)),
]


@st.composite
def incidents(draw, identifier):
    """Draw a coded incident; a few share chains and persons."""
    least = draw(st.integers(0, 3))
    most = draw(st.sampled_from([least, least + 2, None]))
    return CodedIncident(
        id=identifier,
        kind=draw(st.sampled_from(["incident", "incident", "incident", "pattern", "measure"])),
        chain=draw(st.sampled_from([identifier, identifier, "c1", "c2"])),
        persons_group=draw(st.sampled_from([identifier, identifier, "i0"])),
        standing=int(draw(st.sampled_from(Standing))),
        date=draw(st.sampled_from(CODED_DATES)),
        fields=tuple(draw(st.sampled_from(CHOICES[name])) for name in CODED_FIELDS),
        persons_min=least,
        persons_max=most,
        persons_known=draw(st.booleans()),
        sole_voice=draw(st.sampled_from(["", "Lantern", "Kestrel"])),
        official=draw(st.booleans()),
        repeats=draw(st.integers(0, 2)),
    )


@st.composite
def corpora(draw, most=8):
    """Draw a coded corpus."""
    number = draw(st.integers(0, most))
    return held(*(draw(incidents(f"i{place}")) for place in range(number)))


@st.composite
def questions(draw):
    """Draw a question to every definition."""
    where = draw(st.lists(st.sampled_from(sorted(FILTERS)), max_size=2, unique=True))
    return Question(
        schemes=tuple(schemes()),
        by=tuple(draw(st.lists(st.sampled_from(DIMENSIONS), max_size=3, unique=True))),
        measure=draw(st.sampled_from(["", *MEASURES])),
        since=draw(st.sampled_from(["", "2022", "2023-06"])),
        until=draw(st.sampled_from(["", "2023-10-16", "2024"])),
        where=tuple((name, draw(st.sampled_from(FILTERS[name]))) for name in where),
        own_scope=draw(st.booleans()),
    )


def every_term_is_known():
    """Tell whether the terms that are drawn are terms of the vocabulary."""
    sets = {"attribution": "attributions", "setting": "settings", "outcome": "outcomes"}
    return all(set(terms) <= vocabulary.ids(sets.get(name, name)) for name, terms in TERMS.items())
