"""Publishers that differ only in spelling are reported; aliases and other names are not.

It depends on invented corpora.
The names are invented after the sorts of difference that the paper has.
"""

import pytest

from tests.verify.invented import found, source

NAME = "publisher-spelling"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lantern.Post", "Lantern Post"),
        ("Harbour Lab", "HarbourLab"),
        ("LRB/RL", "LRBRL"),
        ("OCCRP", "OCCPR"),
        ("Вестник", "вестник"),
    ],
)
def test_names_that_differ_only_in_spelling_are_reported_by_their_sources(one, other):
    (finding,) = found(NAME, source("s1", publisher=one), source("s2", publisher=other))

    assert str(finding.message) == "The publishers of s1 and s2 differ only in spelling."
    assert finding.records == (("sources", "s1"), ("sources", "s2"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lantern", "Lantern"),
        ("Lantern", "Lanterns"),
        ("abcd", "cbad"),
        ("abcd", "badc"),
        ("—", "…"),
        ("Lantern", ""),
    ],
)
def test_the_same_name_or_another_name_is_left_alone(one, other):
    assert found(NAME, source("s1", publisher=one), source("s2", publisher=other)) == []


def test_names_that_the_corpus_joins_are_one_publisher():
    printed = source("s1", publisher="Lantern Post"), source("s2", publisher="Lantern.Post")

    assert found(NAME, *printed, aliases={"Lantern.Post": "Lantern Post"}) == []


def test_a_finding_names_no_publisher():
    """Safety: a publisher may be a person who publishes under a name."""
    printed = source("s1", publisher="Anna Invented"), source("s2", publisher="anna invented")

    (finding,) = found(NAME, *printed)

    assert "invented" not in repr(finding).casefold()
    assert "invented" not in str(finding.message).casefold()
