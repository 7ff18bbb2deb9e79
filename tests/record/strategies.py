"""Generated corpora: sources that repeat sources, voices that contradict each other and themselves.

It depends on Hypothesis and on the record; other packages may draw from it.
A new column is drawn by itself, from what its kind of cell admits; a rule between columns that a
draw must respect stands in `statements` or `sources`.

Names are short and from small pools, so that voices, places and values meet.
"""

from datetime import date
from functools import cache

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from safeconduct import vocabulary
from safeconduct.record.columns import FORMULA_STARTS, Column
from safeconduct.record.corpus import Corpus, Masthead
from safeconduct.record.decision import DID_NOT_OCCUR, OCCURRED, Decision
from safeconduct.record.incident import Incident
from safeconduct.record.partial_date import PartialDate, parse
from safeconduct.record.person_range import OPEN
from safeconduct.record.place import Place
from safeconduct.record.reported_figure import ReportedFigure
from safeconduct.record.source import Source
from safeconduct.record.statement import BASES_OF_A_STATE, REVISING_MODES, Statement
from safeconduct.record.tables import STATEMENTS, VALUE_COLUMNS
from safeconduct.record.unknown import Unknown
from safeconduct.vocabulary import territory

# A drawn corpus is large for an example, and a machine may be busy: neither is the test's concern.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
MODEST = settings(PATIENT, max_examples=60)
THOROUGH = settings(PATIENT, max_examples=200)


@cache
def one_of(*options):
    """Draw one of these; the strategy is built once, which is most of what a draw costs."""
    return st.sampled_from(options)


@cache
def some_of(*options, least=0, most=2):
    """Draw several of these, in their order."""
    return st.sets(one_of(*options), min_size=least, max_size=most).map(sorted).map(tuple)


PUBLISHERS = ("Lantern", "Kestrel", "Heron", "Tide")
ALIASES = {"The Lantern": "Lantern", "Lantern Online": "Lantern"}
STATES = ("RU", "KG", "PL", "TR")
SUPPORTING = ("asserts", "reports", "confirms", "alleges")
TECHNIQUES = ("abduction", "killing", "extradition-request", "threat")

# Surrogates are no characters, and the rest is what a cell refuses anywhere or at its ends.
_LETTERS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\ufffe\uffff")
texts = (
    st.text(_LETTERS, min_size=1, max_size=12)
    .map(str.strip)
    .filter(lambda text: text and text[0] not in FORMULA_STARTS)
    .filter(lambda text: not text.startswith("unknown:"))
)
identifiers = st.from_regex(r"[a-z0-9][a-z0-9._\-]{0,6}", fullmatch=True)


_DAYS = st.dates(date(2021, 1, 1), date(2023, 12, 31))
_SHAPES = (
    *("{day}", "{day}", "{month}", "{month}", "{year}"),
    *("{year:.3}X", "{year:.2}XX", "{year}-XX", "{month}-XX", "{year}-XX-XX", "{year}-2{season}"),
)


@st.composite
def points(draw):
    """Draw one point in time as EDTF text."""
    day = draw(_DAYS).isoformat()
    season = int(day[5:7]) % 4 + 1
    shape = draw(one_of(*_SHAPES))
    return shape.format(day=day, month=day[:7], year=day[:4], season=season) + draw(
        one_of("", "", "", "?", "~", "%")
    )


@st.composite
def partial_dates(draw):
    """Draw a date of any precision: mostly a point, sometimes an interval or an open one."""
    first = draw(points())
    form = draw(one_of("point", "point", "point", "interval", "from", "until"))
    if form == "from":
        return parse(first + draw(one_of("/..", "/")))
    if form == "until":
        return parse(draw(one_of("../", "/")) + first)
    second = draw(points()) if form == "interval" else first
    begin, end = sorted(
        (first, second), key=lambda text: (parse(text).earliest, parse(text).latest)
    )
    return parse(f"{begin}/{end}" if form == "interval" else first)


places = st.builds(Place, one_of(*STATES), one_of("", "", "Old Harbour", "Hill Town"))
_ANY_STATE = st.sampled_from(sorted(territory.codes()))
_KINDS = {
    "identifier": identifiers,
    "text": texts,
    "date": partial_dates(),
    "state": _ANY_STATE,
    "place": st.builds(Place, _ANY_STATE, texts.filter(lambda text: not set(text) & set("/;"))),
    "grade": one_of(*"ABCDEF"),
    "credibility": st.integers(1, 6),
    "count": st.integers(0, 10**12 - 1),
    "open-count": st.integers(0, 10**12 - 1) | st.just(OPEN),
    "number": st.integers(0, 10**9).map(lambda number: number / 1000),
    "url": st.from_regex(r"https?://[a-z]{1,8}\.example/[a-z0-9/?=&%#\-]{0,12}", fullmatch=True),
    "language": one_of("en", "ru", "tg-Cyrl", "zh-Hans-CN"),
}


def unknowns(column: Column):
    """Draw an unknown value that the column admits."""
    return st.sampled_from(column.reasons).map(Unknown)


def held_by(column: Column):
    """Draw a value that the column holds, of every kind that it admits, nothing included."""
    single = (
        st.sampled_from(sorted(vocabulary.ids(column.terms)))
        if column.kind == "term"
        else _KINDS[column.kind]
    )
    known = (
        st.lists(single, min_size=1, max_size=3, unique=True).map(tuple) if column.many else single
    )
    drawn = known | unknowns(column) if column.unknown else known
    return drawn if column.required else drawn | st.just(() if column.many else None)


# ── Records that fit together ────────────────────────────────────────────────


_MAYBE_DATES = st.none() | partial_dates()


@st.composite
def sources(draw, *, most=6):
    """Draw sources of which each repeats only earlier ones, so that no chain is a circle."""
    found: list[Source] = []
    for number in range(draw(st.integers(1, most))):
        earlier = [source.id for source in found]
        repeats = draw(some_of(*earlier)) if number % 2 else ()
        own_voice = draw(one_of(None, None, None, "Far Bureau"))
        found.append(
            Source(
                id=f"s{number}",
                kind="press",
                locator_state="no-locator",
                reliability=draw(one_of(*"AABBCCDF")),
                publisher=draw(one_of(*PUBLISHERS, *ALIASES, None)),
                published=draw(_MAYBE_DATES),
                derived_from=repeats,
                organ_of=draw(one_of(None, None, *STATES)),
                voice=own_voice,
                voice_reason="another newsroom" if own_voice else None,
            )
        )
    return found


_VALUES = {
    "date": partial_dates(),
    "place_of_act": places,
    "place_of_target": places,
    "origin": one_of(*STATES),
    "hosts": some_of(*STATES, least=1),
    "transit": st.just(("TR",)),
    "setting": one_of("prison", "shelter", "street"),
    "techniques": some_of(*TECHNIQUES, least=1),
    "actor": one_of("the ministry", "the border guard"),
    "actor_organ_of": one_of(*STATES),
    "attribution": st.sampled_from(sorted(vocabulary.ids("attributions"))),
    "targets": some_of("activist", "journalist", "relative", least=1),
    "outcome": one_of(("detained",), ("released",), ("detained", "released")),
    "motive": one_of("claimed", "disputed"),
}


_MAYBE_PERSONS = (
    st.none() | st.none() | unknowns(STATEMENTS.column("persons_min")) | st.integers(1, 5)
)


@st.composite
def values(draw):
    """Draw what a statement says about the act; most fields are left alone."""
    found = {column: draw(_VALUES[column]) for column in draw(some_of(*_VALUES, most=6))}
    for column in draw(some_of(*_VALUES, most=1)):
        found[column] = draw(unknowns(STATEMENTS.column(column)))
    if isinstance(found.get("date"), PartialDate) and found["date"].is_interval:
        found["date_extent"] = draw(one_of(None, "within", "lasting"))
    if isinstance(found.get("motive"), str):
        found["motive_by"] = draw(one_of(None, "a court"))
    persons = draw(_MAYBE_PERSONS)
    found["persons_min"] = persons
    if isinstance(persons, int):
        found["persons_max"] = draw(one_of(persons, persons + 2, OPEN))
    return found


@st.composite
def grounds(draw):
    """Draw what a statement rests on; mostly nothing."""
    basis = draw(one_of(None, None, None, None, *sorted(vocabulary.ids("bases"))))
    found = {"basis": basis}
    if basis in BASES_OF_A_STATE:
        found["basis_by"] = draw(one_of(*STATES))
    if basis:
        found["basis_against"] = draw(one_of(None, *STATES))
    return found


_FIRST_MODES = (*sorted(vocabulary.ids("modes") - REVISING_MODES), "reports", "reports", "asserts")
_LATER_MODES = (*_FIRST_MODES, "reports", "corrects", "retracts", "retracts", "retracts")


@st.composite
def statements(draw, *, among, about, most=6):
    """Draw statements of the given sources about one incident; each revises only earlier ones."""
    found: list[Statement] = []
    # Few sources an incident, so that copies and their originals meet in it.
    names = draw(some_of(*(source.id for source in among), least=1, most=4))
    for number in range(draw(st.integers(0, most))):
        mode = draw(one_of(*(_LATER_MODES if found else _FIRST_MODES)))
        revised = found[draw(st.integers(0, number - 1))] if mode in REVISING_MODES else None
        source = draw(one_of(*names))
        if revised and draw(st.integers(0, 2)):
            source = revised.source
        others = [(name,) for name in names if name != source]
        found.append(
            Statement(
                id=f"{about}-{number}",
                source=source,
                incident=about,
                mode=mode,
                revises=revised.id if revised else None,
                derived_from=draw(one_of((), (), (), *others[:2])),
                credibility=draw(one_of(None, None, 2, 3, 5)),
                **draw(grounds()),
                **draw(values()),
            )
        )
    return found


_DECIDABLE = {
    "occurrence": one_of(OCCURRED, DID_NOT_OCCUR),
    "date": partial_dates().map(str),
    "origin": one_of(*STATES),
    "actor_organ_of": one_of(*STATES),
    "techniques": one_of("abduction", "abduction;killing"),
    "persons": one_of("2", "1-3", "4-open", "unknown:withheld"),
}


@st.composite
def decisions(draw, *, about):
    """Draw at most two decisions on an incident, for different fields."""
    fields = draw(some_of(*_DECIDABLE))
    return [
        Decision(
            id=f"d-{about}-{field}",
            incident=about,
            field=field,
            value=draw(_DECIDABLE[field]),
            reason="the court record was seen",
            decided_by="second coder",
            decided_on=parse("2024-05-01"),
        )
        for field in fields
    ]


@st.composite
def incidents(draw, *, most=3):
    """Draw incidents of every kind, some of them linked."""
    found: list[Incident] = []
    for number in range(draw(st.integers(1, most))):
        kind = draw(one_of("incident", "incident", "incident", "response", "pattern"))
        earlier = [(), *((each.id,) for each in found)]
        found.append(
            Incident(
                id=f"i{number}",
                label=f"Incident {number}",
                kind=kind,
                chain=draw(one_of(None, None, "c1")),
                responds_to=draw(one_of(*earlier)) if kind == "response" else (),
                overlaps=draw(one_of(*earlier)) if kind == "pattern" else (),
                same_person_as=draw(one_of(*earlier)),
            )
        )
    return found


@st.composite
def figures(draw, *, among):
    """Draw up to two reported figures of the given sources."""
    return [
        ReportedFigure(
            id=f"f{number}",
            label=f"Figure {number}",
            minimum=draw(st.integers(0, 100)),
            qualifier="exactly",
            unit=draw(one_of("person", "incident")),
            source=draw(one_of(*(source.id for source in among))),
            part_of="f0" if number else None,
        )
        for number in range(draw(st.integers(0, 2)))
    ]


@st.composite
def corpora(draw, *, most_incidents=3, most_statements=6, most_sources=6):
    """Draw a whole corpus in which every reference leads somewhere."""
    drawn_sources = draw(sources(most=most_sources))
    drawn_incidents = draw(incidents(most=most_incidents))
    named = [each.id for each in drawn_incidents]
    return Corpus.of(
        masthead=Masthead(aliases=ALIASES),
        sources=drawn_sources,
        incidents=drawn_incidents,
        statements=[
            statement
            for name in named
            for statement in draw(statements(among=drawn_sources, about=name, most=most_statements))
        ],
        decisions=[decision for name in named for decision in draw(decisions(about=name))],
        figures=draw(figures(among=drawn_sources)),
    )


def with_more(corpus: Corpus, *, source: Source, statement: Statement) -> Corpus:
    """Give the corpus with one more source and one more statement."""
    return Corpus.of(
        masthead=corpus.masthead,
        sources=[*corpus.sources.values(), source],
        statements=[*corpus.statements.values(), statement],
        incidents=corpus.incidents.values(),
        figures=corpus.figures.values(),
        decisions=corpus.decisions.values(),
    )


def every_value_is_drawn() -> bool:
    """Tell whether the draws know every column that carries a value."""
    drawn = {*_VALUES, "date_extent", "motive_by", "persons_min", "persons_max"}
    return drawn == set(VALUE_COLUMNS)
