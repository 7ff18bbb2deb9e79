"""A label of a plan is a year, a state, a term or a standing, and stands once.

It depends on the vocabulary; the labels that are none are invented.
A further kind of label is one more line of the tables below.
"""

import pytest

from safeconduct.publish.planned_labels import problems_of


@pytest.mark.parametrize(
    ("dimension", "labels"),
    [
        ("year", ("2023", "2024")),
        ("host", ("KZ", "RU+BY", "other+unknown")),
        ("origin", ("BV",)),
        ("tactic", ("coerced-return",)),
        ("standing", ("reported", "corroborated+established")),
    ],
)
def test_what_the_vocabulary_knows_is_a_label(dimension, labels):
    assert list(problems_of({dimension: labels})) == []


@pytest.mark.parametrize(
    ("dimension", "label"),
    [
        ("year", "24"),
        ("year", "total"),
        ("host", "Germany"),
        ("host", "kz"),
        ("host", "KZ+Petrov"),
        ("tactic", "coerced return"),
        ("standing", "likely"),
    ],
)
def test_a_label_that_counts_nobody_is_told_by_its_place_and_never_repeated(dimension, label):
    """Safety: what stands there may be a name."""
    others = {"year": "2024", "host": "FR", "tactic": "coerced-return"}
    first = others.get(dimension, "reported")
    (problem,) = problems_of({dimension: (first, label)})

    assert problem == (f"labels.{dimension}[2]", f"a label that is no {dimension}")


def test_a_category_under_two_labels_is_refused():
    found = list(problems_of({"host": ("RU+BY+KZ", "BY")}))

    assert found == [("labels.host", "a category under two labels")]
