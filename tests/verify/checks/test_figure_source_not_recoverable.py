"""Figures with lost sources stand in one finding; figures with sources that are only cited do not.

It depends on invented corpora.
The state of a source is its own column.
"""

from tests.verify.invented import figure, found, messages, source

NAME = "figure-source-not-recoverable"


def test_every_figure_with_a_lost_source_stands_in_one_finding():
    (finding,) = found(
        NAME,
        figure("f1", "1"),
        figure("f2", "2"),
        figure("f3", "3", source="kept"),
        source("s1", locator_state="not-recoverable"),
    )

    assert str(finding.message) == "Nobody can check f1, f2: s1 cannot be recovered."
    assert finding.records == (
        ("reported_figures", "f1"),
        ("reported_figures", "f2"),
        ("sources", "s1"),
    )


def test_a_figure_with_a_source_without_an_address_is_left_alone():
    assert messages(NAME, figure("f1", "1")) == []
