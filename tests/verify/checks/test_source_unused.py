"""Sources that nothing refers to are counted in one note; every sort of use is a use.

It depends on invented corpora.
A new column that refers to sources is one more case here.
"""

from tests.verify.invented import figure, found, messages, says, source

NAME = "source-unused"


def test_they_are_counted_in_one_note():
    (finding,) = found(NAME, source("s1"), source("s2"), says("a", source="s1"))

    assert str(finding.message) == "1 of 2 sources make no statement and give no figure."
    assert finding.records == (("sources", "s2"),)


def test_a_statement_a_passage_a_figure_and_a_copy_are_uses():
    used = (
        says("a", source="s1", derived_from="s2"),
        figure("f1", "1", source="s3"),
        source("s1", derived_from="s4"),
    )

    assert messages(NAME, *used) == []
