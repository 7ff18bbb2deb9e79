"""A corpus for the tests of releases: invented incidents that invented outlets report.

It depends on the record's cast; nothing here happened.
A test says how many persons were abducted where and when; everything else is the same for all.
"""

from dataclasses import replace

from safeconduct.figures.question import Question
from safeconduct.publish.plan import Plan, PlannedTable
from safeconduct.record.corpus import Corpus, Masthead
from safeconduct.record.partial_date import parse
from safeconduct.record.place import Place
from safeconduct.record.statement import Statement
from tests.record.cast import incident, outlet

SCHEME = "aaad"
SEAL = "0123456789abcdef" * 4
AS_OF = "2024-06-30"
OUTLETS = ("lantern", "kestrel")


def told(identifier, *, host="AQ", year=2022, persons=1, outlets=OUTLETS):
    """What outlets say about one abduction."""
    return [
        Statement(
            id=f"{identifier}-{name}",
            source=name,
            incident=identifier,
            mode="reports",
            date=parse(str(year)),
            place_of_act=Place(host),
            origin="BV",
            hosts=(host,),
            techniques=("abduction",),
            attribution="state-organ",
            targets=("activist",),
            persons_min=persons,
            persons_max=persons,
        )
        for name in outlets
    ]


def held(*statements, kinds=None, as_of=AS_OF):
    """A corpus of what was told; outlets are located press unless `kinds` says otherwise."""
    spoken = [statement for each in statements for statement in each]
    sources = [
        outlet(
            name,
            kind=(kinds or {}).get(name, "press"),
            locator_state="located",
            url=f"https://{name}.example/1",
        )
        for name in dict.fromkeys(statement.source for statement in spoken)
    ]
    return Corpus.of(
        masthead=Masthead(
            title="Invented",
            publisher="Lantern",
            as_of=as_of,
            may_go_to="clear",
            for_purposes="publication",
        ),
        sources=sources,
        statements=spoken,
        incidents=[
            incident(name) for name in dict.fromkeys(statement.incident for statement in spoken)
        ],
    )


def many(counts, *, first=0):
    """One incident of one person each, by host and year: a map from (host, year) to a number."""
    number = first
    for (host, year), count in counts.items():
        for _ in range(count):
            number += 1
            yield told(f"i{number}", host=host, year=year)


def planned(*by, identifier="t", labels=None, **asked):
    """A planned table over invented hosts and years."""
    named = {"host": ("AQ", "BV", "KZ"), "year": ("2021", "2022", "2023"), **(labels or {})}
    return PlannedTable(
        id=identifier,
        title=(("en", "Invented"), ("ru", "Выдумано")),
        question=Question(schemes=(SCHEME,), by=by, measure="persons", **asked),
        labels={name: named[name] for name in by},
    )


def plan(*tables, **changed):
    """A plan made in good time."""
    plain = Plan(
        id="first",
        title=(("en", "Invented"), ("ru", "Выдумано")),
        publisher="Lantern",
        licence="CC-BY-4.0",
        made_on="2024-09-30",
        tables=tables,
        seal=SEAL,
        first_release=True,
    )
    return replace(plain, **changed)
