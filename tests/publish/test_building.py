"""From a corpus and a plan to a release, or to a refusal with the cell and the cheapest remedy.

It depends on `releases` and `corpora` beside it; every person, state and number is invented.
What else must hold is one more test here.
"""

from dataclasses import replace

import pytest

from safeconduct.errors import InvalidRecord, NotFound, Refusal
from safeconduct.publish.building import Enclosed, build, draft
from safeconduct.publish.folder import files
from tests.publish.corpora import held, many, plan, planned, told
from tests.publish.test_release import PICTURE

CASES = {("AQ", 2021): 9, ("AQ", 2022): 2, ("KZ", 2021): 11, ("KZ", 2023): 6}
CORPUS = held(*many(CASES))
LABELS = {"place": ("AQ", "KZ")}
TABLE = planned("place", "year", labels=LABELS)
LATER = held(*many({**CASES, ("AQ", 2022): 3}), as_of="2024-09-30")
NEXT = {"id": "second", "made_on": "2024-12-31"}


def test_a_release_holds_rounded_tables_lineage_method_and_caveats():
    made = build(CORPUS, plan(TABLE))
    shown = {cell.labels: cell.shown for cell in made.tables[0].cells}

    assert shown[("AQ", "2021")] == "5–9"
    assert shown[("AQ", "2022")] == shown[("KZ", "2022")] == "under 5"
    assert dict(made.lineage)["vocabulary"] == "1"
    assert CORPUS.digest not in made.canonical.decode()
    assert [language for language, _ in made.method] == ["en", "ru"]


def test_the_same_corpus_and_plan_give_the_same_bytes():
    assert files(build(CORPUS, plan(TABLE))) == files(build(CORPUS, plan(TABLE)))


def test_another_seal_seals_the_corpus_otherwise():
    """Safety: whoever knows all but one case cannot try guesses against the digest."""
    one, other = build(CORPUS, plan(TABLE)), build(CORPUS, plan(TABLE, seal="0" * 64))

    assert dict(one.lineage)["corpus, sealed"] != dict(other.lineage)["corpus, sealed"]


def test_nothing_of_an_incident_but_its_counts_is_in_a_release():
    """Safety: no id, no outlet, no address."""
    text = b"".join(files(build(CORPUS, plan(TABLE))).values()).decode()

    assert not any(word in text for word in ("i17", "kestrel", "Kestrel", "activist"))


def test_listed_incidents_leave_the_tables_and_stand_in_the_list():
    approved = ("i1", "i2", "i3", "i4", "i5")
    made = build(
        CORPUS, plan(TABLE, list_rule="two-public-voices", listed=approved, languages=("en", "xx"))
    )
    shown = {cell.labels: cell.shown for cell in made.tables[0].cells}

    assert len(made.listed) == 5
    assert shown[("AQ", "2021")] == "under 5"
    assert "named apart" in dict(made.method)["en"]


def test_exact_counts_of_a_second_quarter_are_refused_with_cell_attack_and_remedy():
    exact = plan(TABLE, protection="threshold-5")
    grown = held(*many({**CASES, ("KZ", 2023): 7}), as_of="2024-09-30")
    first = build(CORPUS, exact)

    with pytest.raises(Refusal, match=r"R2 gets the growth of a count in t, ") as refused:
        build(grown, plan(TABLE, protection="threshold-5", **NEXT), earlier=[first])

    assert "quarter" in refused.value.remedy or "Merge" in refused.value.remedy


def test_rounded_counts_of_a_second_quarter_leave():
    first = build(CORPUS, plan(TABLE))
    second = build(LATER, plan(TABLE, **NEXT), earlier=[first])

    assert second.previous == (first.digest,)


def test_a_release_that_is_early_is_refused_until_its_day():
    with pytest.raises(Refusal, match="R6 gets cases that are less than 90 days old") as refused:
        build(CORPUS, plan(TABLE, made_on="2024-07-31"))

    assert refused.value.remedy == "Wait until 2024-09-28."


def test_a_correction_and_a_withdrawal_are_releases_about_another():
    first = build(CORPUS, plan(TABLE))
    about = {"concerns": first.digest, "reason": (("en", "A slip."),)}
    right = build(CORPUS, plan(TABLE, kind="correction", id="right", **about), earlier=[first])
    gone = build(
        CORPUS,
        plan(TABLE, kind="withdrawal", id="gone", **about),
        earlier=[first, right],
        enclosed=Enclosed(pictures=(PICTURE,)),
    )

    assert (right.kind, right.concerns) == ("correction", first.digest)
    assert (gone.kind, gone.tables, gone.pictures) == ("withdrawal", (), ())
    assert gone.previous == (first.digest, right.digest)


def test_a_correction_of_what_was_never_released_is_refused():
    with pytest.raises(InvalidRecord, match="concerns"):
        build(
            CORPUS,
            plan(TABLE, kind="correction", concerns="0" * 64, reason=(("en", "A slip."),)),
        )


def test_a_corpus_that_does_not_say_when_it_was_closed_has_no_release():
    with pytest.raises(InvalidRecord, match="as_of"):
        build(held(told("i1"), as_of=""), plan(TABLE))


@pytest.mark.parametrize(("name", "error"), [("none", NotFound), ("standing-query", Refusal)])
def test_a_table_leaves_under_a_protection_that_protects_it(name, error):
    with pytest.raises(error):
        build(CORPUS, plan(TABLE, protection=name))


def test_a_draft_is_what_the_attacks_see():
    made = draft(CORPUS, plan(TABLE))

    assert made.breaches() == ()
    assert set(made.context.bundle) == set(files(made.release))


def test_tables_that_differ_by_a_filter_only_are_refused_with_a_rule():
    """Safety: the difference is the few who are left out, however each table is rounded."""
    for other in ({"since": "2022"}, {"until": "2022"}, {"where": (("origin", "BV"),)}):
        with pytest.raises(Refusal, match="share one set of filters") as refused:
            plan(TABLE, planned("place", identifier="u", labels=LABELS, **other))

        assert "a dimension of one table" in refused.value.remedy


def test_a_table_that_differs_by_a_filter_from_an_earlier_release_is_refused():
    first = build(CORPUS, plan(TABLE))
    table = planned("place", "year", identifier="u", labels=LABELS, since="2022")

    with pytest.raises(Refusal, match="u and t of first, which differ by their filters"):
        build(LATER, plan(table, **NEXT), earlier=[first])


def test_the_same_question_twice_in_one_release_is_refused():
    with pytest.raises(Refusal, match="a release answers a question once"):
        plan(TABLE, planned("year", "place", identifier="u", labels=LABELS))


def test_another_id_and_turned_sides_do_not_hide_an_earlier_table():
    """Safety: R2 knows a table again by its question."""
    exact = plan(TABLE, protection="threshold-5")
    grown = held(*many({**CASES, ("KZ", 2023): 7}), as_of="2024-09-30")
    renamed = planned("year", "place", identifier="renamed", labels=LABELS)

    with pytest.raises(Refusal, match=r"R2 gets the growth of a count in renamed, "):
        build(
            grown,
            plan(renamed, protection="threshold-5", **NEXT),
            earlier=[build(CORPUS, exact)],
        )


def test_nothing_is_built_before_somebody_said_what_came_before():
    with pytest.raises(Refusal, match="held against every earlier one") as refused:
        build(CORPUS, plan(TABLE, first_release=False))

    assert "first_release = true" in refused.value.remedy
    with pytest.raises(InvalidRecord, match="first_release"):
        plan(TABLE, earlier=("release-first",))


def test_a_gap_in_the_earlier_releases_is_refused():
    first = build(CORPUS, plan(TABLE))
    second = build(LATER, plan(TABLE, **NEXT), earlier=[first])

    with pytest.raises(Refusal, match="a gap in the releases before it"):
        build(LATER, plan(TABLE, id="third", made_on="2025-03-31"), earlier=[second])


def test_a_correction_brings_no_new_cases():
    first = build(CORPUS, plan(TABLE))
    more = held(*many({**CASES, ("KZ", 2023): 26}))
    about = {"concerns": first.digest, "reason": (("en", "A slip."),)}

    with pytest.raises(Refusal, match="a correction brings no new cases"):
        build(more, plan(TABLE, kind="correction", id="right", **about), earlier=[first])


def test_a_correction_of_exact_counts_by_a_few_is_held_to_what_it_corrects():
    exact = plan(TABLE, protection="threshold-5")
    first = build(CORPUS, exact)
    fewer = held(*many({**CASES, ("AQ", 2021): 8}))
    about = {"concerns": first.digest, "reason": (("en", "A slip."),)}
    again = plan(TABLE, protection="threshold-5", kind="correction", id="right", **about)

    with pytest.raises(Refusal, match="R2 gets the growth of a count"):
        build(fewer, again, earlier=[first])


def test_a_release_goes_no_further_than_the_corpus_says():
    """Safety: silence is no consent; what is taken back needs none."""
    silent = replace(CORPUS, masthead=replace(CORPUS.masthead, may_go_to="amber"))
    first = build(CORPUS, plan(TABLE))

    with pytest.raises(Refusal, match="may go to amber at most"):
        build(silent, plan(TABLE))
    assert build(silent, plan(TABLE, audience="amber")).audience == "amber"
    unasked = replace(CORPUS, masthead=replace(CORPUS.masthead, for_purposes="research"))
    with pytest.raises(Refusal, match="may be used for: research"):
        build(unasked, plan(TABLE))
    about = {"concerns": first.digest, "reason": (("en", "Consent was taken back."),)}
    gone = plan(TABLE, kind="withdrawal", id="gone", **about)
    assert build(silent, gone, earlier=[first]).kind == "withdrawal"


def test_a_caption_is_searched_as_the_file_that_it_came_from():
    made = draft(CORPUS, plan(TABLE), enclosed=Enclosed(pictures=(PICTURE,)))
    searched = set(made.context.bundle) - set(files(made.release))

    assert searched
    assert all(path.startswith("pictures/") and path.endswith(".txt") for path in searched)


def test_earlier_releases_stand_once_and_oldest_first_however_the_plan_names_them():
    first = build(CORPUS, plan(TABLE))
    second = build(LATER, plan(TABLE, **NEXT), earlier=[first])
    third = {"id": "third", "made_on": "2025-03-31"}
    still = held(*many({**CASES, ("AQ", 2022): 3}), as_of="2024-12-31")

    made = build(still, plan(TABLE, **third), earlier=[second, first, second])

    assert made.previous == (first.digest, second.digest)
