"""A pattern that declares counted incidents is reported; one that contains nothing counted is not.

It depends on invented corpora.
Overlaps that nobody declared are tested with `pattern_may_contain_incident`.
"""

from tests.verify.invented import found, incident, messages, says

NAME = "pattern-contains-incident"


def test_the_counted_incidents_of_a_pattern_are_named():
    pattern = incident("p1", kind="pattern", overlaps="i1;i2;m1")
    rows = incident("i1"), incident("i2"), incident("m1", kind="measure")

    (finding,) = found(NAME, pattern, *rows, says("a"))

    assert str(finding.message) == (
        "p1 contains i1, i2, counted on their own: never add it to them."
    )
    assert finding.records == (("incidents", "p1"), ("incidents", "i1"), ("incidents", "i2"))


def test_a_pattern_that_contains_nothing_counted_is_left_alone():
    pattern = incident("p1", kind="pattern", overlaps="m1")

    assert messages(NAME, pattern, incident("m1", kind="measure"), incident("i1")) == []
