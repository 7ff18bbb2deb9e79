"""From a corpus and a plan to a release, or to a refusal with the cell and the cheapest remedy.

It depends on `releases` and `corpora` beside it; every person, state and number is invented.
What else must hold is one more test here.
"""

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
