"""Texts are brought to one spelling before anything in them is compared.

It depends on invented names; nothing here is anybody's data.
A further spelling is one more line of a table.
"""

from safeconduct.respond.documents.spelling import (
    forms_of,
    is_caseless,
    sounds_of,
    squeezed,
    unhidden,
    words_of,
)


def test_words_stand_without_marks_apostrophes_and_what_nobody_sees():
    assert words_of("Ёлка — d'Or, a_b") == ["елка", "dor", "a", "b"]
    assert squeezed("+7 (701) 12-34") == "77011234"


def test_what_nobody_sees_is_taken_away_and_the_marks_of_letters_stay():
    assert unhidden("й\u200bё a\u0301") == "йё a"


def test_a_script_without_case_or_gaps_is_told():
    assert is_caseless("王伟")
    assert not is_caseless("Ван")


def test_forms_and_sounds_take_a_case_and_an_alphabet_away():
    assert "петров" in forms_of("петрову")
    assert sounds_of(["щербаков"]) & sounds_of(["shcherbakov"])
