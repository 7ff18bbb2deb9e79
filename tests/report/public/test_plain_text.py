"""A text of a release is read as headings, points and paragraphs, and nothing else.

It depends on nothing but the reader.
A further kind of piece is one more line here.
"""

from hypothesis import given
from hypothesis import strategies as st

from safeconduct.report.public.plain_text import blocks


def test_headings_points_and_paragraphs_are_told_apart():
    found = [(each.kind, each.lines) for each in blocks("# A\nb\nc\n\n- d\n* e\n\n## F\n\n- g\nh")]

    assert found == [
        ("heading", ("A",)),
        ("paragraph", ("b c",)),
        ("points", ("d", "e")),
        ("heading", ("F",)),
        ("paragraph", ("- g h",)),
    ]
    assert list(blocks(" \n\n ")) == []


@given(st.text(alphabet="ab#- \n<", max_size=60))
def test_no_word_is_lost(text):
    kept = "".join("".join(each.lines) for each in blocks(text))

    assert [c for c in kept if c in "ab<"] == [c for c in text if c in "ab<"]
