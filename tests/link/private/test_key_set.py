"""A list becomes keys, each once; the commitment binds to them and tells nothing without its salt.

It depends on the choice of keys.
A further loss on the way to keys is one more count here.
"""

import hashlib

from safeconduct.link.names import PersonName
from safeconduct.link.private.key_choice import chosen
from safeconduct.link.private.key_set import KeySet, commitment, keys_of
from safeconduct.link.private.named_person import NamedPerson

ANNA = NamedPerson(name=PersonName(surname="Лугова", given="Анна"), year=1981)
AGAIN = NamedPerson(name=PersonName(surname="Lugova", given="Anna"), year=1981)
UNDATED = NamedPerson(name=PersonName(surname="Полева", given="Мира"))


def test_what_a_list_loses_on_the_way_is_counted():
    found = keys_of([ANNA, AGAIN, UNDATED], choice=chosen("unordered-year"))

    assert (len(found.keys), found.without, found.repeated) == (1, 1, 1)


def test_a_set_shows_no_key():
    """Safety: neither repr nor message holds a key."""
    assert repr(KeySet(keys=("anna",))) == "KeySet(without=0, repeated=0)"
    assert "Лугова" not in repr(ANNA)


def test_a_commitment_binds_to_the_keys_and_hides_them():
    """Safety: without the salt nobody can try out names on it."""
    one, joined = KeySet(keys=("a", "bc")), KeySet(keys=("ab", "c"))

    assert commitment(one, salt=b"s" * 32) == commitment(one, salt=b"s" * 32)
    assert commitment(one, salt=b"s" * 32) != commitment(joined, salt=b"s" * 32)
    assert commitment(one, salt=b"s" * 32) != commitment(one, salt=b"t" * 32)
    assert commitment(one, salt=b"s" * 32) != hashlib.sha256(b"abc").hexdigest()
