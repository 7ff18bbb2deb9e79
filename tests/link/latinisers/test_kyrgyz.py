"""Letters of the language become Latin ones, and letters of no alphabet stay.

It depends on the latiniser only.
A letter that was written wrongly is one more word here.
"""

from safeconduct.link.latinisers import kyrgyz


def test_the_letters_of_the_language_are_all_written_in_latin_ones():
    assert kyrgyz.latinise("Үрмат Өмүр".lower()).isascii()


def test_what_is_no_letter_stays():
    assert kyrgyz.latinise("a-1") == "a-1"
