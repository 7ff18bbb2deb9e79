"""Every line of the table of given names is found by each of its spellings.

It depends on `equivalents` only.
A line that another shadows fails here by its key.
"""

from safeconduct.link import equivalents


def test_every_spelling_is_known_and_its_key_is_a_line():
    table = equivalents.spellings()

    for words in table.values():
        assert all(equivalents.is_known(word) for word in words)
        assert {equivalents.given_name(word) for word in words} <= table.keys()


def test_the_name_of_a_line_is_its_own_key():
    assert [key for key in equivalents.spellings() if equivalents.given_name(key) != key] == []


def test_a_name_of_no_line_is_its_reading():
    assert (equivalents.given_name("Zyzzyva"), equivalents.is_known("Zyzzyva")) == ("ziziva", False)
