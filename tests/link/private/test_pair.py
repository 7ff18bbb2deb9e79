"""Two lists by the library: the number is right, and what is not a request is not answered.

It depends on the library, on hypothesis for small sets, and on `rounds`.
A further way to misbehave is one more test that expects a refusal.
"""

import dataclasses

import private_set_intersection.python as library
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.errors import BrokenIntegrity, Refusal
from safeconduct.link.private import pair, psi_library
from safeconduct.link.private.agreement import LIBRARY
from safeconduct.link.private.letter import REQUEST
from tests.link.private.rounds import agreed, filled, in_clear, key_set, pair_of

SHARED = st.sets(st.sampled_from("abcdefgh"), max_size=8)


@settings(max_examples=6, deadline=None)
@given(SHARED, SHARED)
def test_the_library_counts_what_a_plain_join_counts(ours, theirs):
    sets = filled([ours, theirs])

    _, counts, _, _ = pair_of(*sets)

    assert counts == in_clear(sets)


def test_lists_that_share_nobody_have_no_cell_for_both():
    _, counts, _, _ = pair_of(*filled([set(), set()]))

    assert counts == {1: 50, 2: 50}


def test_who_answered_forgets_and_who_asked_can_count_once():
    """Safety: nobody can be made to undo a mask later."""
    terms, _, (asking, offering), (_, setup, response) = pair_of(*filled([{"a"}, {"a"}]))

    assert offering.secret == b""
    with pytest.raises(Refusal, match="further answer"):
        pair.pattern_counts(setup, response, agreement=terms, part=asking.forgetting())


def test_a_request_is_not_in_the_order_of_the_alphabet():
    """Safety: the library keeps the order of a request, so the keys are shuffled before."""
    terms, keys = agreed(50, 50, method=LIBRARY), key_set(filled([set()])[0])

    asking, letter = pair.begin(terms, name="list-0", keys=keys)

    known = library.client.CreateFromKey(asking.secret, reveal_intersection=False)
    in_order = known.CreateRequest([f"{terms.digest}\x1f{key}" for key in keys.keys])
    sent = library.Request.FromString(letter.octets)
    assert list(sent.encrypted_elements) != list(in_order.encrypted_elements)
    assert sorted(sent.encrypted_elements) == sorted(in_order.encrypted_elements)


@pytest.mark.parametrize("harm", [b"", b"\x00", b"\xff" * 40, bytes(3)])
def test_what_is_no_request_is_not_answered(harm):
    terms, _, _, (request, _, _) = pair_of(*filled([set(), set()]))
    fresh, _ = pair.begin(terms, name="list-1", keys=key_set(filled([set(), set()])[1]))

    with pytest.raises(BrokenIntegrity):
        pair.answer(dataclasses.replace(request, octets=harm), terms, part=fresh)


def test_points_that_are_none_are_refused_by_the_library():
    terms, _, _, (request, setup, response) = pair_of(*filled([set(), set()]))
    asking, _ = pair.begin(terms, name="list-0", keys=key_set(filled([set()])[0]))
    bad = request.octets[:2] + b"\xff" * 33 + request.octets[35:]
    also = response.octets[:2] + b"\xff" * 33 + response.octets[35:]
    fresh, _ = pair.begin(terms, name="list-1", keys=key_set(filled([set(), set()])[1]))

    with pytest.raises(BrokenIntegrity):
        psi_library.answering(bad, secret=fresh.secret)
    with pytest.raises(BrokenIntegrity):
        psi_library.answering(b"\xff", secret=fresh.secret)
    with pytest.raises(BrokenIntegrity):
        psi_library.how_many(setup.octets, also, secret=asking.secret)


HARMED = {
    "the point at infinity": lambda _: b"\0",
    "nothing but noughts": lambda first: bytes(len(first)),
    "a point that is not compressed": lambda _: b"\4" + bytes(64),
    "a hybrid form of the same point": lambda first: bytes([first[0] + 4]) + first[1:],
    "a point that is cut": lambda first: first[:-1],
    "a point that goes on": lambda first: first + b"\0",
    "no octet": lambda _: b"",
}


def with_tokens(octets, tokens):
    message = library.Request.FromString(octets)
    del message.encrypted_elements[:]
    message.encrypted_elements.extend(tokens)
    return message.SerializeToString()


@pytest.mark.parametrize("harm", HARMED)
def test_a_hostile_token_among_good_ones_is_refused(harm):
    """Safety: a token in a second form, or of no order, could tell one list from another."""
    terms, _, _, (request, _, _) = pair_of(*filled([set(), set()]))
    fresh, _ = pair.begin(terms, name="list-1", keys=key_set(filled([set(), set()])[1]))
    first, *others = library.Request.FromString(request.octets).encrypted_elements
    octets = with_tokens(request.octets, [HARMED[harm](first), *others])

    with pytest.raises(BrokenIntegrity):
        pair.answer(dataclasses.replace(request, octets=octets), terms, part=fresh)


def test_a_request_of_one_token_over_and_over_is_refused():
    """Safety: fifty times one key would ask whether that one person is on the list."""
    terms, _, _, (request, _, _) = pair_of(*filled([set(), set()]))
    fresh, _ = pair.begin(terms, name="list-1", keys=key_set(filled([set(), set()])[1]))
    first, *others = library.Request.FromString(request.octets).encrypted_elements

    for tokens in ([first] * (1 + len(others)), [first, first, *others[1:]]):
        octets = with_tokens(request.octets, tokens)
        with pytest.raises(BrokenIntegrity):
            pair.answer(dataclasses.replace(request, octets=octets), terms, part=fresh)


def test_the_order_of_a_request_says_nothing_in_its_answer():
    terms, _, _, (request, _, _) = pair_of(*filled([set(), set()]))
    fresh, _ = pair.begin(terms, name="list-1", keys=key_set(filled([set(), set()])[1]))
    tokens = list(library.Request.FromString(request.octets).encrypted_elements)
    turned = dataclasses.replace(request, octets=with_tokens(request.octets, tokens[::-1]))

    _, one = pair.answer(request, terms, part=fresh)
    _, other = pair.answer(turned, terms, part=fresh)

    assert one.octets == other.octets


def test_a_request_that_wants_names_and_not_a_number_is_none():
    """Safety: the library could be asked which keys are shared; nobody is answered that."""
    _, octets = psi_library.asking(map(str, range(50)))
    message = library.Request.FromString(octets)
    message.reveal_intersection = True

    assert psi_library.n_tokens(octets, REQUEST) == 50
    assert psi_library.n_tokens(message.SerializeToString(), REQUEST) == -1


def test_a_request_larger_than_declared_is_rejected():
    """Safety: nobody tries names out beyond the size that was agreed."""
    terms, _, _, (request, _, _) = pair_of(*filled([set(), set()]))
    fresh, _ = pair.begin(terms, name="list-1", keys=key_set(filled([set(), set()])[1]))
    _, octets = psi_library.asking(map(str, range(51)))

    with pytest.raises(Refusal, match="51 keys"):
        pair.answer(dataclasses.replace(request, number=51, octets=octets), terms, part=fresh)
    with pytest.raises(BrokenIntegrity):
        pair.answer(dataclasses.replace(request, octets=octets), terms, part=fresh)


def test_only_the_first_list_counts_and_only_its_own_answer():
    terms, _, (asking, _), (_, setup, response) = pair_of(*filled([set(), set()]))
    changed = dataclasses.replace(asking, commitment="0" * 64)
    swapped = dataclasses.replace(setup, owner="list-0")

    with pytest.raises(BrokenIntegrity, match="commitment of this list"):
        pair.pattern_counts(setup, response, agreement=terms, part=changed)
    with pytest.raises(BrokenIntegrity):
        pair.pattern_counts(swapped, response, agreement=terms, part=asking)
    other, _ = pair.begin(terms, name="list-1", keys=key_set(filled([set(), set()])[1]))
    with pytest.raises(Refusal, match="the first list"):
        pair.pattern_counts(setup, response, agreement=terms, part=other)
