"""The numbers that the tutorial of estimates prints are those that its commands give.

It depends on the command line and on the page as text.
A number that the page prints is one more comparison here.
"""

import contextlib
import io
import json
import re
from pathlib import Path

import pytest

from safeconduct.cli.estimate_settings import SETTABLE
from safeconduct.cli.program import run

PAGE = (Path(__file__).parents[1] / "docs" / "tutorial-estimate.md").read_text(encoding="utf-8")
LISTS = ["lists/embassy.csv", "lists/press.csv", "lists/legal-aid.csv"]


def said(*words):
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        assert run([*words, "--json"]) == 0
    return json.loads(out.getvalue())


@pytest.fixture(scope="module")
def followed(tmp_path_factory):
    """Do what the page says, in a new folder."""
    with contextlib.chdir(tmp_path_factory.mktemp("tutorial")):
        said("generate", "-o", "lists", "--lists", "600", "--seed", "11")
        linked = said("link", *LISTS, "-o", "linked")
        held = said("link", "evaluate", *LISTS, "-o", "linked", "--labels", "lists/same.txt")
        checked = re.search(r"estimate linked --checked (\S+)", PAGE)
        assert checked is not None
        asked = ("estimate", "linked", "--method", "dga")
        drawn = said(*asked)
        yield linked, held, drawn, said(*asked, "--checked", checked[1])


def spread(estimate):
    low, high = estimate["interval"]
    return f"{estimate['median']:.0f} | {low:.0f} – {high:.0f}"


def test_the_page_prints_what_the_commands_say(followed):
    _, held, drawn, checked = followed
    linkage = checked["linkage"]

    assert f"| {spread(checked)} |" in PAGE
    assert f"| {spread(linkage)} |" in PAGE
    assert f"{100 * linkage['linkage_share']:.0f} % of the spread" in PAGE
    assert f"averaged over: {spread(drawn['linkage']).replace(' | ', ', ')} here" in PAGE
    # Labels of pairs that belong together say nothing of pairs that do not.
    assert held["all"]["wrong"] is None
    assert f"recall {held['all']['recall']['value']:.3f}" in PAGE
    assert f"{held['all']['missed']} of {held['all']['right'] + held['all']['missed']} true" in PAGE
    assert f"held to be {checked['observed']} persons" in PAGE
    assert f"input {checked['input_digest'][:12]}" in PAGE


def test_the_page_says_how_many_pairs_a_simulation_checks_unasked():
    design = ("simulate", "small-and-leaning", "--method", "chao", "--runs", "1")
    unasked = said(*design, "--missed", "0.04")["n_checked"]
    at_hand = int(PAGE.partition("--checked ")[2].partition(",")[0])

    assert f"from {unasked:,} pairs of each kind" in PAGE
    assert unasked == 5 * at_hand
    assert f"`--checked {at_hand}`" in PAGE


@pytest.mark.usefixtures("followed")
def test_the_bound_of_the_page_takes_links_as_they_are_and_lies_above_the_truth():
    bound = said("estimate", "linked", "--method", "chao")

    assert f"says {bound['median']:.0f}, which is more than the truth" in PAGE
    assert bound["median"] > 600


def test_every_setting_that_can_be_set_stands_on_the_page():
    assert all(f"`{name}`" in PAGE for names in SETTABLE.values() for name in names)


def test_the_truth_of_the_page_lies_outside_the_first_interval_and_inside_the_second(followed):
    *_, checked = followed

    low, high = checked["interval"]
    assert not low <= 600 <= high
    low, high = checked["linkage"]["interval"]
    assert low <= 600 <= high
