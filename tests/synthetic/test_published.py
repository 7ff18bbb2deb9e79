"""What holds of invented reported figures: their relations are given, and not always true.

It depends on the published numbers and on the record.
A further relation is one more line in the first test.
"""

from safeconduct.record.tables import REPORTED_FIGURES
from safeconduct.synthetic.dice import Dice
from safeconduct.synthetic.numbering import Numbering
from safeconduct.synthetic.published import publish_figures

ROW = {"id": "i1", "label": "Threat, host GS, no. 1"}


def figures_of(seed):
    """The published numbers of one seed, as cells by column."""
    made = publish_figures(Dice(str(seed)), Numbering(), sources=("s1", "s2"), row=ROW, day=738000)
    return [dict(zip(REPORTED_FIGURES.headings, cells, strict=True)) for cells in made]


def test_a_whole_names_its_parts_and_a_second_count_the_whole():
    known, in_detention, at_large, again = figures_of(1)

    assert known["sum_of"] == f"{in_detention['id']};{at_large['id']}"
    assert {in_detention["part_of"], at_large["part_of"], again["same_quantity_as"]} == {"f1"}
    assert (known["source"], again["source"]) == ("s1", "s2")
    assert known["label"] == "Known, threat, host GS, no. 1"


def test_in_some_the_parts_do_not_add_up():
    add_up = [
        int(known["minimum"]) == int(one["minimum"]) + int(other["minimum"])
        for known, one, other, _ in map(figures_of, range(200))
    ]

    assert 0 < add_up.count(False) < 100
