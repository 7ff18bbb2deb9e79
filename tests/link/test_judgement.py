"""Judgements are kept in a file that only grows, the last word of each person standing.

It depends on `judgement` and a temporary folder.
A further way in which a row is wrong is one more row of the table.
"""

import os
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.errors import InvalidRecord, RejectedRows, Unavailable
from safeconduct.link.judgement import (
    COLUMNS,
    NO,
    UNSURE,
    YES,
    Judgement,
    append,
    disagreements,
    is_pseudonym,
    opposed,
    read,
    standing,
)

DAY = datetime(2026, 3, 1, tzinfo=UTC)
A, B, C = ("embassy", "1"), ("press", "1"), ("press", "2")


def judged(answer, *, pair=(A, B), who="reviewer-1", why="", minutes=0):
    return Judgement(
        left=pair[0],
        right=pair[1],
        answer=answer,
        who=who,
        judged_at=DAY + timedelta(minutes=minutes),
        why=why,
    )


def test_a_pair_is_put_in_order():
    assert judged(YES, pair=(B, A)).pair == (A, B)


def test_a_repr_holds_no_line_and_no_reason():
    """Safety: reasons and lines stand in no repr."""
    shown = repr(judged(YES, why="same passport"))

    assert "passport" not in shown
    assert "embassy" not in shown


def test_everything_that_is_wrong_with_a_judgement_is_said_at_once():
    with pytest.raises(InvalidRecord) as refused:
        Judgement(
            left=("", "1"), right=("", "1"), answer="maybe", who="Anna S.", why="=1",
            judged_at=datetime(2026, 3, 1),  # noqa: DTZ001
        )  # fmt: skip

    assert [field for field, _ in refused.value.problems] == [
        "pair", "pair", "judgement", "who", "judged_at", "why",
    ]  # fmt: skip
    assert "Anna" not in str(refused.value)


def test_what_is_appended_is_read_back_in_order(tmp_path):
    path = tmp_path / "judgements.csv"
    kept = [judged(YES, why='one, "two"\nthree'), judged(NO, pair=(A, C)), judged(UNSURE)]

    for one in kept:
        append(path, one)

    assert read(path) == tuple(kept)
    assert path.read_text().startswith(",".join(COLUMNS) + "\n")


def test_appending_leaves_every_byte_before_it(tmp_path):
    path = tmp_path / "judgements.csv"
    append(path, judged(YES))
    before = path.read_bytes()

    append(path, judged(NO))

    assert path.read_bytes().startswith(before)


def test_the_file_is_its_owners_alone_whatever_the_mask_says(tmp_path):
    """Safety: its ids lead to persons for whoever holds the lists."""
    path = tmp_path / "judgements.csv"
    before = os.umask(0)
    try:
        append(path, judged(YES))
    finally:
        os.umask(before)

    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("torn", [b'"half a line', b"\xff\xfe\n"])
def test_a_torn_line_is_told_and_not_quoted(tmp_path, torn):
    path = tmp_path / "judgements.csv"
    append(path, judged(YES))
    path.write_bytes(path.read_bytes() + torn)

    with pytest.raises(RejectedRows) as caught:
        read(path)

    assert "half a line" not in str(caught.value)


def test_a_file_that_cannot_be_read_is_told(tmp_path):
    with pytest.raises(Unavailable):
        read(tmp_path)


def test_a_file_that_is_not_there_holds_no_judgement(tmp_path):
    assert read(tmp_path / "judgements.csv") == ()


def test_a_file_that_cannot_be_written_is_told(tmp_path):
    with pytest.raises(Unavailable):
        append(tmp_path, judged(YES))


def test_every_row_that_is_no_judgement_is_told(tmp_path):
    path = tmp_path / "judgements.csv"
    rows = [
        "a,1,b,1,yes,reviewer-1,2026-03-01T00:00:00+00:00,",
        "a,1,b,1,perhaps,reviewer-1,2026-03-01T00:00:00+00:00,",
        "a,1,b,1,yes,reviewer-1,yesterday,",
        "a,1,b,1,yes",
        "a,1,b,1,yes,reviewer-1,2026-03-01T00:00:00+00:00,,too many",
        "a,1,a,1,yes,Anna S.,2026-03-01T00:00:00,=1",
        ",1,b,1,yes,reviewer-1,2026-03-01T00:00:00+00:00,",
    ]
    path.write_text("\n".join([",".join(COLUMNS), *rows]) + "\n")

    with pytest.raises(RejectedRows) as refused:
        read(path)

    assert [(one.row, one.column) for one in refused.value.problems] == [
        (3, "judgement"), (4, "judged_at"), (5, "row"), (6, "row"),
        (7, "right_id"), (7, "who"), (7, "judged_at"), (7, "why"), (8, "right_id"),
    ]  # fmt: skip
    assert str(refused.value.problems[0]).endswith(
        "row 3, column judgement: found another word; allowed: yes, no or unsure."
    )
    assert "Anna" not in str(refused.value)


@pytest.mark.parametrize(
    ("typed", "is_one"), [("q1", True), ("Q1", False), ("1q", False), ("", False), ("q 1", False)]
)
def test_a_pseudonym_is_a_small_letter_and_then_letters_digits_and_hyphens(typed, is_one):
    assert is_pseudonym(typed) is is_one


def test_another_header_is_told(tmp_path):
    path = tmp_path / "judgements.csv"
    path.write_text("left,right\n")

    with pytest.raises(RejectedRows):
        read(path)


def test_what_a_person_says_later_stands():
    assert standing([judged(YES), judged(NO, minutes=1)])[A, B].answer == NO


def test_unsure_takes_back_ones_own_word_only():
    assert standing([judged(YES), judged(UNSURE, minutes=1)])[A, B].answer == UNSURE
    assert standing([judged(YES), judged(UNSURE, who="reviewer-2")])[A, B].answer == YES


def test_where_two_disagree_the_pair_is_unsure():
    said = [judged(YES), judged(NO, who="reviewer-2"), judged(YES, pair=(A, C))]

    assert standing(said)[A, B].answer == UNSURE
    assert [(one.yes, one.no) for one in disagreements(said)] == [
        (("reviewer-1",), ("reviewer-2",))
    ]


def test_a_no_between_two_lines_that_yes_makes_one_person_is_told_with_that_yes():
    said = [judged(YES, pair=(A, C)), judged(YES, pair=(B, C)), judged(NO, pair=(A, B))]

    assert opposed(said) == {(A, B): ((A, C), (B, C))}
    assert opposed(said[:2]) == {}
    assert opposed([*said[:2], judged(UNSURE)]) == {}


def test_what_was_taken_back_opposes_nothing():
    said = [judged(YES, pair=(A, C)), judged(YES, pair=(B, C)), judged(NO, pair=(A, B))]

    assert opposed([*said, judged(NO, pair=(A, C), minutes=1)]) == {}


def test_of_two_ways_to_join_lines_the_shorter_is_told():
    d, e = ("court", "1"), ("court", "2")
    long_way = [(A, d), (d, e), (e, B)]
    said = [judged(YES, pair=pair) for pair in (*long_way, (A, C), (C, B))]

    assert opposed([*said, judged(NO)]) == {(A, B): ((A, C), (B, C))}


@given(
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.sampled_from((YES, NO)))),
    st.randoms(use_true_random=False),
)
def test_a_no_is_told_where_yes_joins_its_lines_and_nowhere_else(rows, chance):
    latest = {frozenset((one, other)): answer for one, other, answer in rows if one != other}
    said = [
        judged(answer, pair=tuple(("press", str(at)) for at in sorted(pair)))
        for pair, answer in latest.items()
    ]
    group = {str(at): str(at) for at in range(6)}
    for one in (each for each in said if each.answer == YES):
        kept, gone = group[one.left[1]], group[one.right[1]]
        group = {at: kept if held == gone else held for at, held in group.items()}
    apart = {
        one.pair for one in said if one.answer == NO and group[one.left[1]] == group[one.right[1]]
    }

    found = opposed(said)

    assert found.keys() == apart
    assert all(standing(said)[pair].answer == YES for way in found.values() for pair in way)
    assert opposed(chance.sample(said, len(said))) == found


@given(st.lists(st.sampled_from((YES, NO, UNSURE)), min_size=1, max_size=6))
def test_of_one_person_the_last_word_stands_whatever_came_before(answers):
    said = [judged(answer, minutes=at) for at, answer in enumerate(answers)]

    assert standing(said)[A, B].answer == answers[-1]
    assert disagreements(said) == ()
