"""Lost sources stand in one finding with what rests on them; sources that are only cited do not.

It depends on invented corpora.
The state of a source is its own column.
"""

from tests.verify.invented import figure, found, messages, says, source

NAME = "source-not-recoverable"


def test_they_are_named_with_the_number_of_statements_and_figures_on_them():
    (finding,) = found(
        NAME,
        source("l1", locator_state="not-recoverable"),
        source("l2", locator_state="not-recoverable"),
        says("a", source="l1"),
        says("b", derived_from="l1"),
        says("c"),
        figure("f1", "1", source="l2"),
        figure("f2", "2", source="l2"),
        figure("f3", "3"),
    )

    assert str(finding.message) == (
        "l1, l2 cannot be recovered; statements that rest on them: 2, figures: 2."
    )
    assert finding.records == (("sources", "l1"), ("sources", "l2"))


def test_a_source_that_is_only_cited_is_left_alone():
    assert messages(NAME, source("s1")) == []
