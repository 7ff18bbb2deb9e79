"""Every level of every comparison has its words in each language, and reasons add up.

It depends on `explanation` and the invented linkage.
A language is covered as soon as its file is there.
"""

import re

import pytest

from safeconduct.errors import NotFound
from safeconduct.link.communities import COMMUNITY
from safeconduct.link.explanation import _words, explain, languages
from safeconduct.link.settings import all_comparisons
from tests.link.invented_linkage import invented


def test_there_are_explanations_in_english_and_russian():
    assert languages() == ("en", "ru")


@pytest.mark.parametrize("language", languages())
def test_every_level_has_its_words(language):
    words = _words(language)
    levels = {name: {level.name for level in one.LEVELS} for name, one in all_comparisons().items()}

    assert {name: set(words[name]) for name in levels} == levels
    assert set(words) == {*levels, COMMUNITY, "summary"}


@pytest.mark.parametrize("at", range(0, 60, 7))
def test_the_reasons_and_the_prior_add_up_to_the_weight(at):
    _, linkage = invented()
    found = explain(linkage.pairs, at, model=linkage.model)
    sizes = [abs(one.weight + one.rarity) for one in found.reasons]

    total = found.prior_weight + sum(one.weight + one.rarity for one in found.reasons)
    assert total == pytest.approx(found.weight)
    assert sizes == sorted(sizes, reverse=True)


@pytest.mark.parametrize("language", languages())
def test_no_explanation_quotes_what_the_lists_say(language):
    """Safety: an explanation names levels and no value."""
    exiles, linkage = invented()
    for at in range(0, len(linkage.pairs), 5):
        text = explain(linkage.pairs, at, model=linkage.model, language=language).text
        words = set(re.findall(r"[^\W\d_]+", text))

        for end in (linkage.pairs.left[at], linkage.pairs.right[at]):
            assert exiles.persons[int(end)].name.surname not in words


def test_sure_pairs_and_open_ones_are_summed_up_otherwise():
    _, linkage = invented()
    p = linkage.pairs.probabilities
    open_one = int(abs(p - 0.5).argmin())

    said = [
        explain(linkage.pairs, at, model=linkage.model).summary.split(":")[0]
        for at in (int(p.argmax()), int(p.argmin()), open_one)
    ]

    assert said[:2] == ["Probably one person", "Probably two persons"]
    assert said[2].startswith("It is open")


def test_a_language_without_words_is_told():
    _, linkage = invented()
    with pytest.raises(NotFound):
        explain(linkage.pairs, 0, model=linkage.model, language="tlh")
