"""The page about an estimate: no number without its ends and its condition, refusals kept calm.

It depends on the studies of `conftest` and on the plain cast of the report.
A new part of the page is asked of its view here, and the printed page passes the gate.
"""

import json
import re
from dataclasses import replace

import pytest

from safeconduct.estimate.capture_history import CaptureHistory
from safeconduct.report.edition import Edition
from safeconduct.report.estimates.page import SECTION, page, study_json
from safeconduct.report.estimates.plates import draw_study, graphs_of
from safeconduct.report.estimates.study import study
from safeconduct.report.press import Press
from safeconduct.report.reading import Reading
from safeconduct.report.site import build, modules_with, sections
from safeconduct.report.supplement import Supplement
from safeconduct.report.wording import Wording
from tests.report.casts import everything
from tests.report.page_gate import broken_links, complaints

STUDIES = ["plain_study", "drawn_study", "parted_study", "refused_study"]


@pytest.fixture(scope="session")
def galleries(plain_study, drawn_study, parted_study, refused_study):
    asked = (plain_study, drawn_study, parted_study, refused_study)
    studies = dict(zip(STUDIES, asked, strict=True))
    return {name: draw_study(each, Wording("en")) for name, each in studies.items()}


def view(study, edition, gallery):
    return page(study, edition, plates=gallery.plates).view


@pytest.fixture
def shown(request, edition, galleries):
    def of(name):
        return view(request.getfixturevalue(name), edition, galleries[name])

    return of


def test_every_method_speaks_in_a_sentence_with_both_ends_and_an_if(shown):
    found = shown("plain_study")

    assert [each.name for each in found.given] == [
        "Average over graphs (dga), with the errors of the linkage",
        "Average over graphs (dga), links taken as they are",
        "Kinds of persons (lcmcr), links taken as they are",
        "Bound from below (chao), links taken as they are",
    ]
    for each in found.given:
        assert re.search(rf"etween {each.low} and {each.high}, if ", each.sentence)
    assert [each.is_bound for each in found.given] == [False, False, False, True]


def test_the_number_that_carries_the_linkage_speaks_first(shown, plain_study):
    low, high = plain_study.carried.estimate.interval

    first, unchecked, *_ = shown("plain_study").given

    assert (first.low, first.high) == (str(low), str(high))
    assert (unchecked.low, unchecked.high) == tuple(map(str, plain_study.main.interval))
    assert [each.name for each in shown("parted_study").given] == [
        "Average over graphs (dga)",
        "Bound from below (chao)",
    ]


def test_a_refusal_has_its_rule_its_reason_and_what_would_help(shown):
    (refusal,) = shown("refused_study").refused

    assert refusal.rule == "Lists that share nobody say nothing about who is missing"
    assert refusal.reason == "No person stands on two lists."
    assert "Check the linkage" in refusal.remedy
    assert len(refusal.names) == 4


def test_a_doubt_about_the_table_names_no_method_and_one_about_a_method_names_it(shown):
    assert all(each.methods == () for each in shown("refused_study").doubts)
    named = {name for each in shown("plain_study").doubts for name in each.methods}
    # Where a linkage is carried, the numbers add to the name of their method how it took the links.
    assert named <= {each.name.partition(",")[0] for each in shown("plain_study").given}


def test_what_was_assumed_stands_under_every_method(shown, plain_study):
    assumed = shown("plain_study").assumed
    carried = plain_study.carried.estimate
    _, *others = plain_study.inquiry.estimates

    assert [len(each.texts) for each in assumed] == [
        len(each.assumptions) for each in (carried, *others)
    ]
    # The number that carries its linkage does not stand on links without error.
    said = [str(text) for text in assumed[0].texts]
    assert "Every record is linked to its person: no link is missed or false." not in said
    assert any(text.startswith("The pairs that were checked are drawn at random") for text in said)


def test_a_table_says_what_comes_out_where_the_unseen_interaction_is_another(shown, plain_study):
    found = shown("plain_study")
    main, observed = plain_study.main, plain_study.history.n_observed

    assert found.ratios == ("0.5", "0.67", "1", "1.5", "2")
    assert [each.name for each in found.scanned] == [
        "Average over graphs (dga)",
        "Kinds of persons (lcmcr)",
        "Bound from below (chao)",
    ]
    first = [int(each.replace(",", "")) for each in found.scanned[0].medians]
    assert first == [
        round(observed + ratio * (main.median - observed)) for ratio in (0.5, 2 / 3, 1, 1.5, 2)
    ]
    assert shown("refused_study").scanned == ()


def test_the_parts_stand_beside_their_sum_and_a_part_without_a_number_says_why(shown):
    found = shown("parted_study")

    assert [str(each.name) for each in found.strata] == ["2022", "2023", "2024"]
    assert "between" in found.strata[0].sentence
    assert found.strata[2].sentence == "No person stands on two lists."
    assert "etween" in found.total.sentence
    assert any("2024" in str(each.text) for each in found.total_doubts)


def test_a_sum_of_nothing_is_refused_by_name(edition, parted_study):
    alone = {name: each for name, each in parted_study.strata.items() if name == "2024"}
    summed = study({name: each.history for name, each in alone.items()}, by="year", asked=("dga",))
    found = view(summed, edition, draw_study(summed, Wording("en")))

    assert found.total is None
    assert found.total_refused.rule == "A total is the sum of strata that have a number"


def test_checked_pairs_are_told_or_said_not_to_fit(shown):
    carried, unfit = shown("plain_study"), shown("refused_study")

    assert carried.linkage.sentence.startswith("Between ")
    assert carried.linkage.share.endswith("%")
    assert not carried.linkage_unfit
    assert unfit.linkage is None
    assert unfit.linkage_unfit


def test_the_widths_with_and_without_the_linkage_stand_beside_each_other(shown, plain_study):
    alone, carried = shown("plain_study").linkage.widths
    low, high = plain_study.carried.estimate.interval

    assert alone.label == "as if the linkage had no errors"
    assert (carried.low, carried.high, carried.width) == (str(low), str(high), str(high - low))


def test_linkages_that_nobody_checked_are_told_as_what_they_are(shown):
    found = shown("drawn_study").linkage

    assert found.checked is None
    assert found.n_drawn == 12


def test_a_linkage_that_carries_no_number_says_why(edition, plain_study, galleries, refused_study):
    declined = replace(
        plain_study.carried,
        estimate=refused_study.inquiry.estimates[0],
    )
    found = view(replace(plain_study, carried=declined), edition, galleries["plain_study"])

    assert found.given[0].name == "Average over graphs (dga)"
    assert found.linkage.sentence == ""
    assert found.linkage.refusal.reason == "No person stands on two lists."


def test_what_has_nothing_to_show_is_not_drawn(galleries):
    assert set(galleries["refused_study"].plates) == {"estimate-overlap"}
    assert set(galleries["plain_study"].plates) == {
        "estimate-overlap",
        "estimate-total",
        "estimate-touches",
        "estimate-weights",
        "estimate-linkage",
        "estimate-linkage-share",
    }
    assert "estimate-strata" in galleries["parted_study"].plates


def test_the_numbers_of_the_pictures_are_those_of_the_estimates(galleries, plain_study):
    rows = {row[0]: row[1:] for row in galleries["plain_study"].plates["estimate-total"].table.rows}
    main = plain_study.main

    assert rows["Average over graphs (dga), links taken as they are"] == (
        str(main.observed),
        str(main.interval[0]),
        str(main.median),
        str(main.interval[1]),
    )
    assert next(iter(rows)) == "Average over graphs (dga), with the errors of the linkage"
    spread = galleries["plain_study"].plates["estimate-linkage-share"]
    assert spread.table.headings == ("Source of the spread", "Per cent of the spread")
    assert "In per cent of the spread." in spread.alt
    assert float(spread.table.rows[0][1]) == pytest.approx(
        100 * plain_study.carried.linkage_share, abs=0.1
    )
    weights = galleries["plain_study"].plates["estimate-weights"].table.rows
    assert sum(float(row[1]) for row in weights) == pytest.approx(100, abs=0.1)


def test_a_method_without_graphs_has_none(plain_study):
    assert graphs_of(plain_study.inquiry.estimates[1]) == ()


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("name", STUDIES)
def test_the_page_passes_the_gate_and_speaks_one_language(
    name, language, request, galleries, gallery
):
    asked = request.getfixturevalue(name)
    spoken = Edition(Reading(everything()), Wording(language))
    plates = {**gallery.plates, **galleries[name].plates}
    press = Press(spoken, sections=sections(), languages=[language], plates=plates)
    printed = press.printed(page(asked, spoken, plates=galleries[name].plates))

    assert complaints(printed) == []
    # Names stay as they are; nothing that an estimator says is left in English.
    left = set(re.findall(r'<bdi lang="en">([^<]*)', printed))
    assert left <= {*asked.history.lists, *asked.strata, asked.by, "An invented corpus", "A house"}
    assert language == "en" or 'lang="en"' not in re.sub(r'<(bdi|a [^>]*) lang="en"', "", printed)


def test_a_site_with_an_estimate_has_its_page_its_line_and_its_data(
    refused_study, gallery, tmp_path
):
    site = build(
        everything(),
        tmp_path / "site",
        pictures=lambda _: gallery,
        supplement=Supplement(study=refused_study),
    )
    text = (site.folder / "en" / "estimate.html").read_text(encoding="utf-8")
    told = json.loads((site.folder / "downloads" / "estimate.json").read_text(encoding="utf-8"))

    assert broken_links(site.folder) == []
    assert 'href="estimate.html" aria-current="page"' in text
    assert told["lists"] == ["press", "courts", "asylum"]
    assert SECTION in {module.SECTION for module in modules_with(refused_study)}
    assert SECTION not in sections()


def test_the_data_hold_what_every_method_says(plain_study, parted_study):
    told, parted = json.loads(study_json(plain_study)), json.loads(study_json(parted_study))

    assert [each["method"] for each in told["estimates"]] == [
        each.method for each in plain_study.inquiry.estimates
    ]
    assert told["linkage"]["interval"] == list(plain_study.carried.estimate.interval)
    assert told["linkage"]["linkage_share"] == plain_study.carried.linkage_share
    assert parted["linkage"] is None
    assert set(parted["strata"]) == {"2022", "2023", "2024"}
    assert parted["total"]["median"] == parted_study.total.median


def test_no_name_of_a_list_or_a_part_becomes_markup_or_turns_the_line(edition, gallery):
    hostile = "<script>run</script>\u202eevird & {reason}"
    counts = {hostile: [1, 0, 1], "b": [0, 1, 1], "count": [20, 20, 12]}
    table = CaptureHistory.from_patterns(counts)
    asked = study({hostile: table, "whole": table}, by=hostile, asked=("lincoln_petersen",))
    drawn = draw_study(asked, Wording("en"))
    plates = {**gallery.plates, **drawn.plates}
    press = Press(edition, sections=sections(), languages=["en"], plates=plates)
    printed = press.printed(page(asked, edition, plates=drawn.plates))

    assert complaints(printed) == []
    assert "<script" not in printed
    assert "\u202e" not in printed
    assert "{reason}" in printed
