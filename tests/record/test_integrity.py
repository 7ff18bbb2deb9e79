"""What must hold between records, all of it found in one pass, and circles of any length.

It depends on the record, and on a slow search through graphs as oracle.
A new reference is a new line in the list of breaches here.
"""

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from safeconduct.record.integrity import breaches
from tests.record.cast import accounted, decides, figure, incident, outlet, says


def found(*, sources=(), statements=(), incidents=(), figures=(), decisions=()):
    """Find the breaches as table, position, id and column."""
    return [
        (breach.table, breach.position, breach.identifier, breach.column)
        for breach in breaches(
            sources=sources,
            statements=statements,
            incidents=incidents,
            figures=figures,
            decisions=decisions,
        )
    ]


def test_everything_that_is_broken_is_found_at_once():
    broken = found(
        sources=BROKEN_SOURCES,
        statements=BROKEN_STATEMENTS,
        incidents=BROKEN_INCIDENTS,
        figures=BROKEN_FIGURES,
        decisions=BROKEN_DECISIONS,
    )

    assert broken == BREACHES


BROKEN_SOURCES = [
    outlet("lantern", after="gone"),
    outlet("lantern"),
    outlet("tide", after="heron"),
    outlet("heron", after="tide"),
]
BROKEN_STATEMENTS = [
    says("gone", incident="nowhere"),
    says("gone", incident="i1"),
    says("lantern", derived_from=("gone",)),
    says("lantern", "retracts", revises="lost"),
    says("lantern", "corrects", id="a", revises="b"),
    says("lantern", "corrects", id="b", revises="a"),
    says("lantern", "corrects", id="c", revises="lantern-reports", incident="i2"),
]
BROKEN_INCIDENTS = [
    incident("i1"),
    incident("i1"),
    incident("i2", kind="response", responds_to=("nowhere",)),
    incident("i3", kind="pattern", overlaps=("i1", "nowhere"), same_person_as=("nowhere",)),
]
BROKEN_FIGURES = [
    figure("f1", source="gone", about=("nowhere",)),
    figure("f1"),
    figure("f2", part_of="f9", sum_of=("f1", "f9"), same_quantity_as=("f9",)),
    figure("f3", part_of="f4"),
    figure("f4", part_of="f3"),
    figure("f5", sum_of=("f6",)),
    figure("f6", sum_of=("f5", "f1")),
]
BROKEN_DECISIONS = [
    decides("date", "2023", incident="nowhere"),
    decides("date", "2023"),
    decides("date", "2024", id="second"),
]
BREACHES = [
    ("sources", 1, "lantern", "id"),
    ("sources", 0, "lantern", "derived_from"),
    ("sources", 2, "tide", "derived_from"),
    ("sources", 3, "heron", "derived_from"),
    ("statements", 1, "gone-reports", "id"),
    ("statements", 0, "gone-reports", "source"),
    ("statements", 1, "gone-reports", "source"),
    ("statements", 0, "gone-reports", "incident"),
    ("statements", 2, "lantern-reports", "derived_from"),
    ("statements", 3, "lantern-retracts", "revises"),
    ("statements", 4, "a", "revises"),
    ("statements", 5, "b", "revises"),
    ("statements", 6, "c", "revises"),
    ("incidents", 1, "i1", "id"),
    ("incidents", 2, "i2", "responds_to"),
    ("incidents", 3, "i3", "overlaps"),
    ("incidents", 3, "i3", "same_person_as"),
    ("reported_figures", 1, "f1", "id"),
    ("reported_figures", 0, "f1", "source"),
    ("reported_figures", 2, "f2", "part_of"),
    ("reported_figures", 2, "f2", "sum_of"),
    ("reported_figures", 2, "f2", "same_quantity_as"),
    ("reported_figures", 0, "f1", "about"),
    ("reported_figures", 3, "f3", "part_of"),
    ("reported_figures", 4, "f4", "part_of"),
    ("reported_figures", 5, "f5", "sum_of"),
    ("reported_figures", 6, "f6", "sum_of"),
    ("decisions", 1, "d-date", "id"),
    ("decisions", 0, "d-date", "incident"),
    ("decisions", 2, "second", "field"),
]


def test_a_breach_says_what_was_found_and_what_is_allowed():
    (breach,) = breaches(
        sources=[],
        statements=[],
        incidents=[incident(same_person_as=("i9",))],
        figures=[],
        decisions=[],
    )

    assert breach.found == "the id i9, which no row of incidents has"
    assert breach.allowed == "an id of incidents"


def test_a_reference_to_no_row_is_answered_with_the_nearest_ids():
    def told(*, known):
        (breach,) = breaches(
            sources=[],
            statements=[],
            incidents=[incident(each) for each in known] + [incident("x", overlaps=("i-court",))],
            figures=[],
            decisions=[],
        )
        return breach.hint

    assert told(known=["i-courts", "far"]) == "Did you mean i-courts?"
    assert told(known=["far"]) == ""
    assert told(known=[f"i-court{n}" for n in range(5_001)]) == ""


def test_suggestions_end_where_everything_is_broken():
    rows = [incident(f"i{n}", overlaps=(f"gone{n}",)) for n in range(30)]
    found = breaches(
        sources=[], statements=[], incidents=[incident("gone"), *rows], figures=[], decisions=[]
    )

    assert [breach.hint != "" for breach in found] == [True] * 20 + [False] * 10


def test_a_blank_where_an_id_is_required_is_no_second_problem():
    sketch = SimpleNamespace(id="t1", source=None, incident=None, derived_from=(), revises=None)

    assert found(statements=[sketch]) == []


def test_decisions_on_two_fields_or_two_incidents_stand_beside_each_other():
    assert not found(
        incidents=[incident("i1"), incident("i2")],
        decisions=[
            decides("date", "2023"),
            decides("origin", "RU"),
            decides("date", "2023", id="other", incident="i2"),
        ],
    )


GRAPHS = st.integers(2, 7).flatmap(
    lambda size: st.sets(
        st.tuples(st.integers(0, size - 1), st.integers(0, size)).filter(
            lambda edge: edge[0] != edge[1]
        )
    )
)


@given(GRAPHS)
def test_exactly_the_members_of_circles_are_said_to_stand_in_one(edges):
    repeats = {
        node: tuple(f"s{to}" for frm, to in sorted(edges) if frm == node) for node in range(8)
    }
    named = [outlet(f"s{node}", after=" ".join(after)) for node, after in repeats.items()]

    in_circles = {identifier for _, _, identifier, _ in found(sources=named)}

    assert in_circles == {
        f"s{start}" for start in repeats if leads_to(start, start, {frozenset(edges)})
    }


def leads_to(start, goal, graphs):
    """Search through a graph step by step, slowly and plainly."""
    (edges,) = graphs
    reached, todo = set(), [start]
    while todo:
        node = todo.pop()
        for frm, to in edges:
            if frm == node and to not in reached:
                reached.add(to)
                todo.append(to)
    return goal in reached


def test_a_long_circle_is_found_and_a_long_chain_is_none():
    chain = [outlet(f"s{n}", after=f"s{n + 1}") for n in range(5_000)]

    assert not found(sources=[*chain, outlet("s5000")])
    assert len(found(sources=[*chain, outlet("s5000", after="s0")])) == 5_001


def test_a_path_between_two_circles_stands_in_none():
    named = [
        outlet("a", after="b"),
        outlet("b", after="a path"),
        outlet("path", after="c"),
        outlet("c", after="d"),
        outlet("d", after="c"),
    ]

    assert [identifier for _, _, identifier, _ in found(sources=named)] == ["a", "b", "c", "d"]


def test_a_hostile_ladder_of_sources_is_walked_at_once():
    ladder = [outlet("l0"), outlet("r0")]
    for rung in range(1, 200):
        below = f"l{rung - 1} r{rung - 1}"
        ladder += [outlet(f"l{rung}", after=below), outlet(f"r{rung}", after=below)]
    withdrawn = [says("l0"), says("l0", "retracts", revises="l0-reports")]

    read = accounted(*ladder, *withdrawn, says("l199"))

    # The other side of the ladder is ground enough.
    assert not read["l199-reports"].fallen
    assert len(read["l199-reports"].provenance.repeated) == 398


def test_a_long_chain_of_reports_is_walked_without_recursion():
    chain = [outlet(f"s{n}", after=f"s{n + 1}") for n in range(3_000)]

    read = accounted(*chain, says("s0"), says("s3000"))

    assert read["s0-reports"].provenance.depth == 3_000
    assert read["s0-reports"].voice == "S3000"


def test_a_long_chain_of_retractions_is_walked_without_recursion():
    retractions = [
        says("tide", "retracts", id=f"r{n}", revises=f"r{n - 1}") for n in range(1, 3_001)
    ]

    read = accounted(says("tide", id="r0"), *retractions)

    assert [read[f"r{n}"].withdrawn for n in (0, 1, 2_999, 3_000)] == [False, True, True, False]


def test_a_long_chain_of_corrections_is_walked_without_recursion():
    corrections = [
        says("tide", "corrects", id=f"r{n}", revises=f"r{n - 1}") for n in range(1, 3_000)
    ]
    last = says("tide", "corrects", id="last", revises="r2999", origin="PL")

    read = accounted(says("tide", id="r0", origin="RU"), *corrections, last)

    assert read["r0"].values["origin"] == "PL"
