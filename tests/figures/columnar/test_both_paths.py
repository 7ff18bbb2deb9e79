"""Both ways of counting agree on hostile and on invented corpora, in every number and word.

It depends on both ways, on the careful reader and on the builder of hostile corpora.
A disagreement is kept as a seed of its own in `SEEDS`; the readable way is the truth.
"""

import random

import pytest

from safeconduct.figures.coded import CODED_FIELDS
from safeconduct.figures.columnar.coding import code_folder
from safeconduct.figures.columnar.counting import count_coded
from safeconduct.figures.columnar.door import Door
from safeconduct.figures.count import code, count
from safeconduct.figures.dimension import DIMENSIONS
from safeconduct.figures.lineage import LISTED_IDS
from safeconduct.figures.question import MEASURES, Question
from safeconduct.figures.scheme import schemes
from safeconduct.importers import corpus_folder
from safeconduct.synthetic import Plan, write_tables
from tests.figures import hostile_corpora
from tests.figures.columnar import plain_folder

SEEDS = range(30)
PLANS = {
    "ordinary": Plan(seed=1, n_incidents=200),
    "quarrelsome": Plan(
        seed=2,
        n_incidents=150,
        value_conflicts=0.3,
        date_conflicts=0.2,
        corrections=0.3,
        withdrawals=0.2,
        retractions=0.1,
        denials_by_others=0.1,
        refutations=0.05,
        copies_only=0.2,
    ),
}
ACT = {"label": "An act", "kind": "incident"}
BROKEN_DOWN = 0.9  # share of questions that ask for a breakdown
FILTERS = (
    ("host", "KG"),
    ("year", "2023"),
    ("technique", "threat"),
    ("standing", "reported"),
    ("tactic", "coercion"),
    ("place", "KG"),
    ("attribution", "state-organ"),
)
COLUMNS = (
    *("id", "kind", "chain", "persons_group", "standing"),
    *("first", "last", "lasting", "hedged", "known"),
    *CODED_FIELDS,
    *("persons_min", "persons_max", "persons_known", "sole_voice", "official", "repeats"),
)


def a_question(seed):
    """Make up a question to every definition, each dimension in its turn."""
    dice = random.Random(f"question {seed}")  # noqa: S311  # no secret, and it repeats
    first = DIMENSIONS[seed % len(DIMENSIONS)]
    others = [name for name in DIMENSIONS if name != first]
    by = [first, *dice.sample(others, dice.choice([0, 0, 1, 2]))]
    return Question(
        schemes=tuple(schemes()),
        by=tuple(by if dice.random() < BROKEN_DOWN else ()),
        measure=dice.choice(["", *MEASURES]),
        since=dice.choice(["", "2022", "2023-06"]),
        until=dice.choice(["", "2023"]),
        where=tuple(dice.sample(FILTERS, dice.choice([0, 0, 1, 2]))),
        own_scope=dice.random() < 0.3,
    )


def as_columns(incident):
    """A coded incident as the columns hold it."""
    when = incident.date
    return (
        *(incident.id, incident.kind, incident.chain, incident.persons_group, incident.standing),
        *(when.first, when.last, when.lasting, when.hedged, when.known),
        *(coded.key for coded in incident.fields),
        *(incident.persons_min, incident.persons_max, incident.persons_known),
        *(incident.sole_voice, incident.official, incident.repeats),
    )


def assert_same_codings(door, coded):
    """Hold every coded field of every incident against the readable way."""
    columns = ", ".join(COLUMNS)
    found = door.rows(f"SELECT {columns} FROM coded ORDER BY id")  # noqa: S608  # names of this file
    expected = sorted(map(as_columns, coded.incidents))
    different = [
        (one[0], column, got, wanted)
        for one, other in zip(found, expected, strict=True)
        for column, got, wanted in zip(COLUMNS, one, other, strict=True)
        if got != wanted
    ]
    assert different == []
    assert door.rows("SELECT digest FROM corpus_digest") == [(coded.digest,)]


def assert_both_agree(folder, questions):
    """Code a folder both ways, and ask both the same questions."""
    corpus = corpus_folder.read(folder)
    coded = code(corpus)
    for question in questions:
        with Door() as door:
            code_folder(door, folder, aliases=corpus.masthead.aliases)
            assert_same_codings(door, coded)
            assert count_coded(door, question, as_of=coded.as_of) == count(coded, question)


@pytest.mark.parametrize("seed", SEEDS)
def test_both_ways_agree_on_hostile_corpora(tmp_path, seed):
    folder = hostile_corpora.write(tmp_path / "corpus", seed)

    assert_both_agree(folder, [a_question(seed)])


@pytest.mark.parametrize("name", PLANS)
def test_both_ways_agree_on_invented_corpora(tmp_path, name):
    folder = tmp_path / "corpus"
    write_tables(PLANS[name], folder)

    assert_both_agree(folder, [a_question(7), a_question(8)])


@pytest.mark.parametrize("near_first", [True, False])
@pytest.mark.parametrize(
    ("near", "far", "finest"),
    [
        ({"date": "2019/2021"}, {"date": "2020/2022"}, {"date": "2020-06"}),
        ({"date": "2020-01/2020-03"}, {"date": "2020-03/2020-05"}, {"date": "2020-03-07"}),
        ({"date": "2020"}, {"date": "2020-03"}, {"date": "2020-03-07"}),
        (
            {"persons_min": "1", "persons_max": "3"},
            {"persons_min": "2", "persons_max": "open"},
            {"persons_min": "2", "persons_max": "2"},
        ),
        (
            {"persons_min": "1", "persons_max": "open"},
            {"persons_min": "1", "persons_max": "open"},
            {"persons_min": "2", "persons_max": "2"},
        ),
        (
            {"place_of_act": "KG"},
            {"place_of_act": "KG/Osh"},
            {"place_of_act": "KG/Bishkek"},
        ),
        (
            {"place_of_act": "KG/Bishkek"},
            {"place_of_act": "KZ"},
            {"place_of_act": "KG/Osh"},
        ),
    ],
)
def test_both_ways_hear_alike_a_voice_that_differs_within_itself(
    tmp_path, near, far, finest, near_first
):
    told = {"incident": "i2", "mode": "reports"}
    said = [("s1", near), ("s2", far), ("s2", finest)]
    folder = plain_folder.write(
        tmp_path / "corpus",
        *(
            ("statements", 3 + n, {**told, "id": f"t{4 + n}", "source": source, **cells})
            for n, (source, cells) in enumerate(said if near_first else said[::-1])
        ),
    )

    assert_both_agree(folder, [a_question(4)])


def test_both_ways_agree_on_a_corpus_of_nothing(tmp_path):
    folder = hostile_corpora.write(tmp_path / "corpus", 0, n_incidents=0)

    assert_both_agree(folder, [a_question(seed) for seed in range(3)])


def test_both_ways_keep_the_digest_of_many_ids_only(tmp_path):
    number = LISTED_IDS + 1
    told = {"source": "s1", "mode": "reports", **plain_folder.ABROAD}
    folder = plain_folder.write(
        tmp_path / "corpus",
        *(("incidents", n, {"id": f"i{n + 1}", **ACT}) for n in range(2, number)),
        *(
            ("statements", n + 1, {"id": f"t{n + 2}", "incident": f"i{n + 1}", **told})
            for n in range(2, number)
        ),
        ("statements", number + 1, {"id": "last", "incident": "i2", **told}),
    )
    corpus = corpus_folder.read(folder)
    asked = Question(schemes=("aaad",), by=("host",))
    with Door() as door:
        code_folder(door, folder, aliases={})
        figures = count_coded(door, asked, as_of=corpus.masthead.as_of)

    assert figures == count(corpus, asked)
    assert figures[0].lineage.n_counted == number
    assert figures[0].lineage.ids is None
