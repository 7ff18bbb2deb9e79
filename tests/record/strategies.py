"""Generated corpora: sources that repeat sources, voices that contradict each other and themselves.

It depends on Hypothesis and on the record; other packages may draw from it.
A new column is drawn by itself, from what its kind of cell admits; a rule between columns that a
draw must respect stands in `statements` or `sources`.

Names are short and from small pools, so that voices, places and values meet.
"""

from datetime import date

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
from safeconduct.record.tables import VALUE_COLUMNS
from safeconduct.record.unknown import Unknown
from safeconduct.vocabulary import territory

# A drawn corpus is large for an example, and a machine may be busy: neither is the test's concern.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
MODEST = settings(PATIENT, max_examples=60)
THOROUGH = settings(PATIENT, max_examples=200)

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


@st.composite
def points(draw):
    """Draw one point in time as EDTF text."""
    day = draw(st.dates(date(2021, 1, 1), date(2023, 12, 31))).isoformat()
    shape = draw(
        st.sampled_from(
            [
                day,
                day,
                day[:7],
                day[:7],
                day[:4],
                f"{day[:3]}X",
                f"{day[:2]}XX",
                f"{day[:4]}-XX",
                f"{day[:7]}-XX",
                f"{day[:4]}-XX-XX",
                f"{day[:4]}-2{int(day[5:7]) % 4 + 1}",
            ]
        )
    )
    return shape + draw(st.sampled_from(["", "", "", "?", "~", "%"]))


@st.composite
def partial_dates(draw):
    """Draw a date of any precision: mostly a point, sometimes an interval or an open one."""
    first = draw(points())
    form = draw(st.sampled_from(["point", "point", "point", "interval", "from", "until"]))
    if form == "from":
        return parse(first + draw(st.sampled_from(["/..", "/"])))
    if form == "until":
        return parse(draw(st.sampled_from(["../", "/"])) + first)
    second = draw(points()) if form == "interval" else first
    begin, end = sorted(
        (first, second), key=lambda text: (parse(text).earliest, parse(text).latest)
    )
    return parse(f"{begin}/{end}" if form == "interval" else first)


places = st.builds(
    Place, st.sampled_from(STATES), st.sampled_from(["", "", "Old Harbour", "Hill Town"])
)
unknowns = st.sampled_from(sorted(vocabulary.ids("unknown-reasons"))).map(Unknown)
_ANY_STATE = st.sampled_from(sorted(territory.codes()))
_KINDS = {
    "identifier": identifiers,
    "text": texts,
    "date": partial_dates(),
    "state": _ANY_STATE,
    "place": st.builds(Place, _ANY_STATE, texts.filter(lambda text: not set(text) & set("/;"))),
    "grade": st.sampled_from("ABCDEF"),
    "credibility": st.integers(1, 6),
    "count": st.integers(0, 10**12 - 1),
    "open-count": st.integers(0, 10**12 - 1) | st.just(OPEN),
    "number": st.integers(0, 10**9).map(lambda number: number / 1000),
    "url": st.from_regex(r"https?://[a-z]{1,8}\.example/[a-z0-9/?=&%#\-]{0,12}", fullmatch=True),
    "language": st.sampled_from(["en", "ru", "tg-Cyrl", "zh-Hans-CN"]),
}


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
    drawn = known | unknowns if column.unknown else known
    return drawn if column.required else drawn | st.just(() if column.many else None)


# ── Records that fit together ────────────────────────────────────────────────


@st.composite
def sources(draw, *, most=6):
    """Draw sources of which each repeats only earlier ones, so that no chain is a circle."""
    found: list[Source] = []
    for number in range(draw(st.integers(1, most))):
        earlier = [source.id for source in found]
        repeats = draw(st.sets(st.sampled_from(earlier), max_size=2)) if number % 2 else set()
        own_voice = draw(st.sampled_from([None, None, None, "Far Bureau"]))
        found.append(
            Source(
                id=f"s{number}",
                kind="press",
                locator_state="no-locator",
                reliability=draw(st.sampled_from("AABBCCDF")),
                publisher=draw(st.sampled_from([*PUBLISHERS, *ALIASES, None])),
                published=draw(st.none() | partial_dates()),
                derived_from=tuple(sorted(repeats)),
                organ_of=draw(st.sampled_from([None, None, *STATES])),
                voice=own_voice,
                voice_reason="another newsroom" if own_voice else None,
            )
        )
    return found


_VALUES = {
    "date": partial_dates(),
    "place_of_act": places,
    "place_of_target": places,
    "origin": st.sampled_from(STATES),
    "hosts": st.lists(st.sampled_from(STATES), min_size=1, max_size=2, unique=True).map(tuple),
    "transit": st.just(("TR",)),
    "setting": st.sampled_from(["prison", "shelter", "street"]),
    "techniques": st.lists(st.sampled_from(TECHNIQUES), min_size=1, max_size=2, unique=True).map(
        tuple
    ),
    "actor": st.sampled_from(["the ministry", "the border guard"]),
    "actor_organ_of": st.sampled_from(STATES),
    "attribution": st.sampled_from(sorted(vocabulary.ids("attributions"))),
    "targets": st.lists(
        st.sampled_from(["activist", "journalist", "relative"]), min_size=1, max_size=2, unique=True
    ).map(tuple),
    "outcome": st.sampled_from([("detained",), ("released",), ("detained", "released")]),
    "motive": st.sampled_from(["claimed", "disputed"]),
}


@st.composite
def values(draw):
    """Draw what a statement says about the act; most fields are left alone."""
    found = draw(st.fixed_dictionaries({}, optional=_VALUES))
    for column in draw(st.sets(st.sampled_from(sorted(_VALUES)), max_size=1)):
        found[column] = draw(unknowns)
    if isinstance(found.get("date"), PartialDate) and found["date"].is_interval:
        found["date_extent"] = draw(st.sampled_from([None, "within", "lasting"]))
    if isinstance(found.get("motive"), str):
        found["motive_by"] = draw(st.sampled_from([None, "a court"]))
    persons = draw(st.none() | st.none() | unknowns | st.integers(1, 5))
    found["persons_min"] = persons
    if isinstance(persons, int):
        found["persons_max"] = draw(st.sampled_from([persons, persons + 2, OPEN]))
    return found


@st.composite
def grounds(draw):
    """Draw what a statement rests on; mostly nothing."""
    basis = draw(st.sampled_from([None, None, None, None, *sorted(vocabulary.ids("bases"))]))
    found = {"basis": basis}
    if basis in BASES_OF_A_STATE:
        found["basis_by"] = draw(st.sampled_from(STATES))
    if basis:
        found["basis_against"] = draw(st.sampled_from([None, *STATES]))
    return found


@st.composite
def statements(draw, *, among, about, most=6):
    """Draw statements of the given sources about one incident; each revises only earlier ones."""
    found: list[Statement] = []
    names = [source.id for source in among]
    for number in range(draw(st.integers(0, most))):
        source = draw(st.sampled_from(names))
        revisable = [statement.id for statement in found]
        modes = sorted(vocabulary.ids("modes") - (frozenset() if revisable else REVISING_MODES))
        mode = draw(st.sampled_from([*modes, "reports", "asserts", "reports", "asserts"]))
        others = [name for name in names if name != source]
        quoted = draw(st.sampled_from([(), (), (), *((name,) for name in others[:2])]))
        found.append(
            Statement(
                id=f"{about}-{number}",
                source=source,
                incident=about,
                mode=mode,
                revises=draw(st.sampled_from(revisable)) if mode in REVISING_MODES else None,
                derived_from=quoted,
                credibility=draw(st.sampled_from([None, None, 2, 3, 5])),
                **draw(grounds()),
                **draw(values()),
            )
        )
    return found


@st.composite
def decisions(draw, *, about):
    """Draw at most two decisions on an incident, for different fields."""
    decidable = {
        "occurrence": st.sampled_from([OCCURRED, DID_NOT_OCCUR]),
        "date": partial_dates().map(str),
        "origin": st.sampled_from(STATES),
        "actor_organ_of": st.sampled_from(STATES),
        "techniques": st.sampled_from(["abduction", "abduction;killing"]),
        "persons": st.sampled_from(["2", "1-3", "4-open", "unknown:withheld"]),
    }
    fields = draw(st.sets(st.sampled_from(sorted(decidable)), max_size=2))
    return [
        Decision(
            id=f"d-{about}-{field}",
            incident=about,
            field=field,
            value=draw(decidable[field]),
            reason="the court record was seen",
            decided_by="second coder",
            decided_on=parse("2024-05-01"),
        )
        for field in sorted(fields)
    ]


@st.composite
def incidents(draw, *, most=3):
    """Draw incidents of every kind, some of them linked."""
    found: list[Incident] = []
    for number in range(draw(st.integers(1, most))):
        kind = draw(st.sampled_from(["incident", "incident", "incident", "response", "pattern"]))
        earlier = [(), *((each.id,) for each in found)]
        found.append(
            Incident(
                id=f"i{number}",
                label=f"Incident {number}",
                kind=kind,
                chain=draw(st.sampled_from([None, None, "c1"])),
                responds_to=draw(st.sampled_from(earlier)) if kind == "response" else (),
                overlaps=draw(st.sampled_from(earlier)) if kind == "pattern" else (),
                same_person_as=draw(st.sampled_from(earlier)),
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
            unit=draw(st.sampled_from(["person", "incident"])),
            source=draw(st.sampled_from([source.id for source in among])),
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
