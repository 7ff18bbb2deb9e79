"""What holds of a pool: enough independent strong voices, copies whose roots are known, its days.

It depends on the pool.
A further kind of source is held against the same rules of citing and of days.
"""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from safeconduct.record.tables import SOURCES
from safeconduct.synthetic import Plan
from safeconduct.synthetic.dice import Dice, Weighted, zipf
from safeconduct.synthetic.numbering import Numbering
from safeconduct.synthetic.pool import (
    ALIASED,
    ANCHORS,
    DEEPEST,
    FEWEST_COPIES,
    FEWEST_ROOTS,
    Pool,
    Press,
    alias,
    publisher,
)

DAY = date(2022, 12, 31).toordinal()
SEEDS = st.text(max_size=20)


def pool_of(seed, *, size=64, day=DAY, press=None, **settings):
    """A pool of one seed."""
    plan = Plan(**settings)
    press = press or Press(publishers=zipf(plan.n_publishers), languages=Weighted(("en", 1.0)))
    return Pool(Dice(seed), plan, press=press, numbering=Numbering(), day=day, size=size)


def cells_of(pool):
    """What was cited, as cells by column."""
    return [dict(zip(SOURCES.headings, cells, strict=True)) for cells in pool.cited]


@given(SEEDS, st.sampled_from([10, 400]), st.sampled_from([0.0, 1.0]))
def test_there_are_always_enough_independent_strong_voices(seed, n_publishers, weak):
    pool = pool_of(seed, size=1, n_publishers=n_publishers, weak_sources=weak)

    found = pool.voices(ANCHORS, taken=set())

    assert len({source.voice for source in found}) == ANCHORS
    assert all(source.is_strong and not source.parents for source in found)


@given(SEEDS)
def test_a_voice_that_is_taken_is_not_found_again(seed):
    pool = pool_of(seed)
    taken = {source.voice for source in pool.voices(3, taken=set())}

    assert not taken & {source.voice for source in pool.voices(4, taken=taken)}


@given(SEEDS)
def test_two_equals_are_of_one_grade_and_of_two_voices(seed):
    one, other = pool_of(seed, size=1, n_publishers=10).equals()

    assert one.grade == other.grade
    assert one.voice != other.voice


def test_more_voices_than_there_are_are_not_invented():
    pool = pool_of("few", size=1, n_publishers=10)

    assert len(pool.voices(1000, taken=set())) < 1000


@given(SEEDS)
def test_an_echo_is_a_strong_copy_with_one_root(seed):
    pool = pool_of(seed, size=1, weak_sources=1.0)

    assert pool.echoes
    assert all(echo.is_strong and not echo.ancestry[-1].parents for echo in pool.echoes)
    assert all(echo in echo.ancestry[-1].descendants for echo in pool.echoes)


@given(SEEDS)
def test_a_copy_is_no_stronger_than_its_root_no_deeper_than_allowed_and_later(seed):
    copies = [source for source in pool_of(seed).every if source.parents]

    assert all(copy.grade >= parent.grade for copy in copies for parent in copy.parents)
    assert all(copy.day > parent.day for copy in copies for parent in copy.parents)
    assert max(copy.depth for copy in copies) <= DEEPEST


def test_copies_reach_several_levels_and_some_have_two_roots():
    pools = [pool_of(str(number)) for number in range(10)]
    copies = [source for pool in pools for source in pool.every if source.parents]

    assert {copy.depth for copy in copies} == {1, 2, 3}
    assert any(len(copy.parents) > 1 and not copy.is_lineal for copy in copies)


def test_a_pool_is_as_large_as_its_plan_asks_and_never_too_small():
    large, small = pool_of("large"), pool_of("small", size=1, sources_per_incident=0)

    assert len(large.every) == 1 + 48
    assert len(small.every) == 1 + FEWEST_ROOTS + FEWEST_COPIES


@given(SEEDS)
def test_citing_makes_one_row_of_a_source_and_of_what_it_repeats(seed):
    pool = pool_of(seed)
    for source in [*pool.every, *pool.every]:
        pool.cite(source)

    ids = [row["id"] for row in cells_of(pool)]

    assert sorted(ids) == sorted({source.id for source in pool.every})
    for position, row in enumerate(cells_of(pool)):
        assert set(filter(None, row["derived_from"].split(";"))) <= set(ids[:position])


@given(SEEDS)
def test_every_source_appears_after_the_acts_and_within_a_year(seed):
    pool = pool_of(seed)
    late = pool.repeating(max(pool.every, key=lambda source: source.day))
    every = [*pool.every, late, pool.official("AQ"), pool.follow_up(pool.strong[0])]

    for source in every:
        pool.cite(source)

    assert all(DAY < source.day < DAY + 365 for source in every)
    assert all(row["accessed"] <= "2023-12-31" for row in cells_of(pool))


def test_a_state_speaks_through_one_source():
    pool = pool_of("official")

    official = pool.official("AQ")

    assert official is pool.official("AQ")
    assert official.cells["organ_of"] == "AQ"


def test_a_yearbook_is_shared_by_the_pools_of_its_year():
    press = Press(publishers=zipf(400), languages=Weighted(("en", 1.0)))
    first = pool_of("first", press=press)

    second = pool_of("second", press=press, day=DAY - 200)
    later = pool_of("later", press=press, day=DAY + 1)

    assert first.roots[0] is second.roots[0]
    assert first.roots[0] is not later.roots[0]


def test_a_follow_up_is_of_the_same_voice_and_has_no_id_before_it_is_cited():
    pool = pool_of("follow")
    source = pool.strong[1]
    pool.cite(source)

    later = pool.follow_up(source)

    assert (later.voice, later.id, later.cells["publisher"]) == (
        source.voice,
        "",
        source.cells["publisher"],
    )
    assert later.day > source.day


def test_a_testimony_speaks_for_itself_alone():
    roots = [root for number in range(20) for root in pool_of(str(number)).roots]
    testimonies = [root for root in roots if root.cells["kind"] == "testimony"]
    others = [root for root in testimonies if not root.cells["publisher"]]

    assert others
    assert all(root.voice.startswith("testimony ") for root in others)
    assert pool_of("any").follow_up(others[0]) is others[0]


def test_a_bureau_is_a_voice_of_its_own_with_a_reason():
    roots = [root for number in range(20) for root in pool_of(str(number)).roots]
    bureaus = [root for root in roots if root.cells["voice"]]

    assert bureaus
    assert all(root.voice == root.cells["voice"] and root.cells["voice_reason"] for root in bureaus)


def test_an_alias_is_the_voice_of_the_publisher_it_stands_for():
    roots = [root for number in range(60) for root in pool_of(str(number)).roots]
    aliased = [root for root in roots if root.cells["publisher"].startswith("Ex.")]

    assert aliased
    assert {(root.cells["publisher"], root.voice) for root in aliased} <= {
        (alias(number), publisher(number)) for number in ALIASED
    }
