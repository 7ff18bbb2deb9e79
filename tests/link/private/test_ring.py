"""The ring counts what a plain join counts, and answers nothing that it should not.

It depends on hypothesis for small sets, and on `rounds`.
A further way to misbehave is one more test that expects a refusal.
"""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.errors import BrokenIntegrity, NotFound, Refusal
from safeconduct.link.private import group, ring
from safeconduct.link.private.agreement import FEWEST_KEYS
from safeconduct.link.private.letter import SETUP
from tests.link.private.rounds import agreed, begun, filled, in_clear, key_set, passed_on, round_of

SHARED = st.sets(st.sampled_from("abcdefgh"), max_size=8)


@settings(max_examples=6, deadline=None)
@given(st.lists(SHARED, min_size=2, max_size=5))
def test_the_ring_counts_what_a_plain_join_counts(shared):
    sets = filled(shared)

    _, counts, _, _ = round_of(sets)

    assert counts == in_clear(sets)


def test_everybody_forgets_the_exponent_with_the_last_answer():
    """Safety: nobody can be made to undo a mask later."""
    _, _, parts, _ = round_of(filled([{"a"}, {"a"}, {"b"}]))

    assert all(part.secret == b"" for part in parts.values())


def test_an_order_of_the_list_does_not_outlive_the_mask():
    """Safety: sorted masked tokens stand in an order that says nothing of the order before."""
    _, _, _, sent = round_of(filled([set(), set()]))

    for letter in sent:
        tokens = [letter.octets[at : at + 32] for at in range(0, len(letter.octets), 32)]
        assert tokens == sorted(tokens)


def test_two_runs_of_one_list_send_nothing_twice():
    sets = filled([{"a"}, {"a"}])
    _, _, _, first = round_of(sets)
    _, _, _, second = round_of(sets)

    def tokens(sent):
        return {
            letter.octets[at : at + 32]
            for letter in sent
            for at in range(0, len(letter.octets), 32)
        }

    assert not tokens(first) & tokens(second)


def test_a_list_that_is_not_in_the_agreement_does_not_begin():
    with pytest.raises(NotFound):
        ring.begin(agreed(60, 60), name="stranger", keys=key_set(filled([set()])[0]))


@pytest.mark.parametrize("number", [FEWEST_KEYS - 1, FEWEST_KEYS + 1])
def test_a_list_larger_or_smaller_than_agreed_does_not_begin(number):
    with pytest.raises(Refusal):
        ring.begin(agreed(50, 50), name="list-0", keys=key_set(map(str, range(number))))


def larger(letter):
    """A letter with one true point more than the agreement admits."""
    tokens = {letter.octets[at : at + 32] for at in range(0, len(letter.octets), 32)}
    tokens.add(group.token_of("one more", context="test"))
    return dataclasses.replace(letter, number=len(tokens), octets=b"".join(sorted(tokens)))


def test_a_letter_larger_than_declared_is_rejected():
    """Safety: nobody tries names out beyond the size that was agreed."""
    terms, parts, letters = begun(filled([set(), set()]))

    with pytest.raises(Refusal, match="51 keys"):
        ring.answer(larger(letters[0]), terms, part=parts["list-1"])


def test_nobody_is_answered_twice_nor_answers_themselves():
    """Safety: under one exponent a second list could be compared with the first."""
    terms, parts, letters = begun(filled([set(), set(), set()]))
    passed_on(letters[0], terms, parts)
    renamed = dataclasses.replace(letters[0], octets=letters[0].octets)

    with pytest.raises(Refusal, match="second answer to list-0"):
        ring.answer(renamed, terms, part=parts["list-1"])
    with pytest.raises(Refusal, match="second answer to list-1"):
        ring.answer(letters[1], terms, part=parts["list-1"])


def test_nobody_answers_out_of_turn_or_under_another_agreement_or_after_forgetting():
    terms, parts, letters = begun(filled([set(), set(), set()]))
    other, other_parts, _ = begun(filled([{"a"}, set(), set()]))

    with pytest.raises(Refusal, match="list-1 comes next"):
        ring.answer(letters[0], terms, part=parts["list-2"])
    with pytest.raises(Refusal, match="another agreement"):
        ring.answer(letters[0], terms, part=other_parts["list-1"])
    with pytest.raises(Refusal, match="letter of another agreement"):
        ring.answer(letters[0], other, part=other_parts["list-1"])
    with pytest.raises(Refusal, match="further answer"):
        ring.answer(letters[0], terms, part=parts["list-1"].forgetting())


def turned(octets):
    return b"".join(octets[at : at + 32] for at in range(len(octets) - 32, -1, -32))


@pytest.mark.parametrize(
    "harm",
    [
        lambda one: {"octets": one.octets[:-1]},
        lambda one: {"octets": one.octets + bytes(32)},
        lambda one: {"octets": bytes(32) + one.octets[32:]},
        lambda one: {"octets": one.octets[:-32] + b"\xff" * 32},
        lambda one: {"octets": one.octets[:32] * (len(one.octets) // 32)},
        lambda one: {"octets": turned(one.octets)},
        lambda _: {"masked_by": ()},
        lambda _: {"masked_by": ("list-1",)},
        lambda one: {"masked_by": ("list-0", "list-0"), "commitments": one.commitments},
        lambda _: {"commitments": {}},
    ],
)
def test_a_letter_that_does_not_hold_what_it_says_is_not_answered(harm):
    terms, parts, letters = begun(filled([set(), set()]))
    harmed = dataclasses.replace(letters[0], **harm(letters[0]))

    with pytest.raises(BrokenIntegrity):
        ring.answer(harmed, terms, part=parts["list-1"])


def test_a_letter_of_another_kind_is_not_answered():
    terms, parts, letters = begun(filled([set(), set()]))

    with pytest.raises(Refusal, match="kind setup"):
        ring.answer(dataclasses.replace(letters[0], kind=SETUP), terms, part=parts["list-1"])


def test_a_count_needs_every_list_once_and_finished():
    terms, parts, letters = begun(filled([{"a"}, {"a"}]))
    finished = [passed_on(letter, terms, parts) for letter in letters]

    assert [ring.goes_to(letter, terms) for letter in finished] == ["list-0", "list-0"]
    for wrong in (letters, finished[:1], [*finished, finished[0]], [finished[0], finished[0]]):
        with pytest.raises(Refusal, match="masked by everybody"):
            ring.pattern_counts(wrong, terms)


def test_who_has_two_commitments_is_found_at_the_count():
    terms, parts, letters = begun(filled([{"a"}, {"a"}]))
    finished = [passed_on(letter, terms, parts) for letter in letters]
    changed = {**finished[1].commitments, "list-0": "0" * 64}
    finished[1] = dataclasses.replace(finished[1], commitments=changed)

    with pytest.raises(BrokenIntegrity, match="commitment of list-0"):
        ring.pattern_counts(finished, terms)
