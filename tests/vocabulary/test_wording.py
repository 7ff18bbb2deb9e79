"""How words are chosen by language.

It depends on the wording alone.
A new language of the vocabulary is one more line here.
"""

import pytest

from safeconduct.vocabulary import in_language


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "wall"), ("ru", "стена"), ("RU", "стена"), ("ru_RU", "стена"), ("fa", "wall")],
)
def test_words_fall_back_to_english(language, words):
    assert in_language({"en": "wall", "ru": "стена"}, language) == words
