"""Nothing that is sent is a name, a key, or either under any hash without a secret.

It depends on `hashlib`, every algorithm of which is tried, and on whole rounds of both methods.
A further form in which a name could be written is one more line of `forms`.
"""

import base64
import hashlib
import itertools

import pytest
import rbcl

from safeconduct.link import names, spelling
from safeconduct.link.exile_names import exile_set
from safeconduct.link.private import group
from safeconduct.link.private.key_choice import choices
from safeconduct.link.private.named_person import NamedPerson, year_of
from tests.link.private.rounds import FILLERS, pair_of, round_of

LISTED = exile_set(n_persons=12, seed=3).persons
PEOPLE = [NamedPerson(name=each.name, year=year_of(each.born)) for each in LISTED]
LENGTHS = (16, 20, 28, 32, 33, 48, 64)  # of the two algorithms that ask for one


def forms():
    """Every way in which a listed name stands anywhere, as octets."""
    texts = set()
    for person in PEOPLE:
        name, read = person.name, names.keys(person.name)
        parts = [name.surname, name.given, name.patronymic]
        whole = " ".join(part for part in parts if part)
        texts |= {whole, whole.casefold(), spelling.latin(whole), f"{whole} {person.year}"}
        texts |= {*parts, read.surname, read.surname_coarse, read.skeleton, read.given}
        texts |= {f"{whole}|{person.year}", ",".join(parts), f"{name.given} {name.surname}"}
        texts |= {choice.key(person) for choice in choices().values()}
    octets = {text.encode(code) for text in texts if text for code in ("utf-8", "utf-16-le")}
    return {each for each in octets if len(each) > 5}


def digests(octets):
    """An octet string under every algorithm of hashlib."""
    for algorithm in sorted(hashlib.algorithms_available):
        made = hashlib.new(algorithm, octets, usedforsecurity=False)
        if made.digest_size:
            yield made.digest()
        else:
            shake = hashlib.shake_128 if algorithm == "shake_128" else hashlib.shake_256
            yield from (shake(octets).digest(length) for length in LENGTHS)


def padded(at):
    """The keys of the listed people, and enough others."""
    keys = {choice.key(person) for choice in choices().values() for person in PEOPLE} - {""}
    return keys | {f"{at} alone {n}" for n in range(FILLERS)}


@pytest.fixture(scope="module")
def sent():
    """Everything that three lists send round the ring, and two by the library."""
    _, _, _, by_ring = round_of([padded(at) for at in range(3)])
    _, _, _, by_library = pair_of(padded(0), padded(1))
    return [letter.as_sent for letter in (*by_ring, *by_library)]


def windows(octets, length):
    return {octets[at : at + length] for at in range(len(octets) - length + 1)}


def test_nothing_sent_is_a_name_or_a_key(sent):
    found = [form for form in forms() for letter in sent if form in letter]

    assert found == []


def test_nothing_sent_is_a_name_or_a_key_under_any_hash_without_a_secret(sent):
    """Safety: whoever holds a register of names can hash all of it, and finds nothing."""
    known = {digest[:12] for form in forms() for digest in digests(form)}
    texts = {
        text[:20]
        for digest in known
        for text in (digest.hex().encode(), base64.b64encode(digest), base64.b32encode(digest))
    }
    seen = set().union(*(windows(letter, 12) for letter in sent))
    seen_texts = set().union(*(windows(letter, length) for letter in sent for length in (16, 20)))

    assert len(known) > 5_000
    assert known & seen == set()
    assert {text for text in texts if len(text) in (16, 20)} & seen_texts == set()


def test_nothing_sent_is_the_unmasked_point_of_a_key():
    """Safety: the map to the group needs no secret, so that a point is sent masked only."""
    terms, _, _, letters = round_of([padded(at) for at in range(2)])
    points = {group.token_of(key, context=terms.digest) for key in padded(0)}
    hashed = {
        bytes(rbcl.crypto_core_ristretto255_from_hash(hashlib.sha512(form).digest()))
        for form in forms()
    }
    tokens = set(
        itertools.chain.from_iterable(
            (letter.octets[at : at + 32] for at in range(0, len(letter.octets), 32))
            for letter in letters
        )
    )

    assert len(points) > FILLERS
    assert (points | hashed) & tokens == set()


def test_the_search_would_find_a_planted_digest(sent):
    planted = hashlib.new("sha256", next(iter(forms()))).digest()

    assert planted[:12] in windows(sent[0] + planted, 12)
