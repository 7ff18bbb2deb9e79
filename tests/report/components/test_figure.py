"""The figure: a number with its definition, its bounds, its caveats and how to cite it.

It depends on the plain cast and on the built-in corpus.
No figure stands alone: whatever must stand beside it is asked for here.
"""

import pytest

from safeconduct.figures.figure import Bounds
from safeconduct.report.components.bounds import bounds_view, scale_of
from safeconduct.report.components.figure import figure_view, unit_heading, unit_words
from safeconduct.report.wording import Wording

ENGLISH = Wording("en")


def bounds(low, central, high, central_max=None):
    top = central if central_max is None else central_max
    return Bounds(low=low, central=central, central_max=top, high=high)


def test_a_figure_carries_all_that_must_stand_beside_it(paper_edition):
    figure = paper_edition.reading.totals["freedom-house"]
    view = figure_view(figure, paper_edition)

    assert str(view.scheme) == "Freedom House, direct physical incidents"
    assert view.bounds.central == str(figure.total.central)
    assert view.definition.startswith("Direct, physical acts")
    assert len(view.caveats) == len(figure.caveats) > 2
    assert view.how == "scheme-freedom-house.html#counted"
    assert figure.lineage.digest[:16] in view.cite
    assert "corpus of April 2025" in view.cite


def test_a_corpus_without_publisher_and_date_is_cited_as_such(edition, paper_edition):
    assert "A house, corpus of June 2024" in cite(edition)
    assert "Safeconduct" in cite(paper_edition)


def cite(shown):
    return figure_view(next(iter(shown.reading.totals.values())), shown).cite


def test_a_bar_lies_on_the_scale_of_the_largest_number():
    both = [bounds(1, 2, 10), bounds(0, 5, 20)]
    view = bounds_view(both[0], ENGLISH, scale=scale_of(both))

    assert (view.bar.low, view.bar.central, view.bar.high) == (5, 10, 50)
    assert view.differ
    assert not view.bar.is_open


def test_an_open_bound_is_said_and_drawn_to_the_edge():
    view = bounds_view(Bounds(low=1, central=2, central_max=None, high=None), ENGLISH, scale=4)

    assert (view.central, view.high) == ("2 or more", "no upper bound")
    assert (view.bar.high, view.bar.is_open) == (100, True)


def test_one_number_needs_no_bounds():
    assert not bounds_view(bounds(3, 3, 3), ENGLISH, scale=3).differ


def test_a_scale_has_room_even_for_nothing():
    assert scale_of([]) == 1
    assert scale_of([bounds(0, 0, 0)]) == 1


@pytest.mark.parametrize(
    ("measure", "one", "two", "heading"),
    [
        ("incidents", "incident", "incidents", "incidents"),
        ("persons", "person", "persons", "persons"),
        ("chains", "chain", "chains", "chains"),
    ],
)
def test_a_unit_follows_its_number(measure, one, two, heading):
    assert unit_words(measure, 1, wording=ENGLISH) == one
    assert unit_words(measure, 2, wording=ENGLISH) == two
    assert unit_heading(measure, ENGLISH) == heading
