"""Every check declares itself and is tested; running them repeats no free text of a corpus.

It depends on the folder of checks, on the tests beside it and on invented corpora.
A new check is found by itself; without a test file of its name the conformance test fails.
"""

from pathlib import Path

import pytest

from safeconduct.record.corpus import Corpus
from safeconduct.record.sentence import Sentence
from safeconduct.verify import Check, Severity, all_checks, check
from safeconduct.verify import checks as folder
from tests.verify.invented import corpus, decides, figure, incident, says, source

TESTS = Path(__file__).parent / "checks"
# A word that no message of the software contains.
PLANTED = "Qzqwortle"
NAMES = [each.name for each in all_checks()]


def test_the_checks_are_those_of_the_folder_in_sorted_order():
    files = sorted(path.stem for path in Path(folder.__path__[0]).glob("[!_]*.py"))

    assert [name.replace("-", "_") for name in NAMES] == files
    assert len(NAMES) > 30


@pytest.mark.parametrize("each", all_checks(), ids=NAMES)
def test_a_check_says_how_grave_why_and_what_to_do(each: Check):
    assert isinstance(each.severity, Severity)
    for sentence in (each.explanation, each.hint):
        assert isinstance(sentence, Sentence)
        assert str(sentence).endswith(".")
        assert "{" not in str(sentence)


@pytest.mark.parametrize("name", NAMES)
def test_a_check_has_a_test_file_of_its_name(name):
    assert (TESTS / f"test_{name.replace('-', '_')}.py").is_file()


def rich():
    """Build records that trigger many checks, with the planted word in every cell of free text."""
    text = {"says": PLANTED, "original_wording": PLANTED, "locator": PLANTED, "actor": PLANTED}
    return (
        source("s1", publisher=PLANTED, title=PLANTED, note=PLANTED, reliability_reason=PLANTED),
        source("s2", publisher=PLANTED.lower(), locator_state="not-recoverable"),
        source("s3", derived_from="s2", voice=PLANTED * 2, voice_reason=PLANTED),
        incident("i1", label=PLANTED, note=PLANTED),
        incident("p1", label=PLANTED, kind="pattern", overlaps="i1", same_person_as="i1"),
        incident("r1", label=PLANTED, kind="response"),
        says(
            "a",
            source="s1",
            date="2023",
            place_of_act=f"KG/{PLANTED}",
            origin="KG",
            hosts="KG;KZ",
            setting="home",
            persons_min="1",
            persons_max="2",
            outcome="asylum-seeker-status",
            motive="claimed",
            motive_by=PLANTED,
            attribution="private",
            **text,
        ),
        says("b", source="s3", place_of_act="KG/Osh", setting="street", date="2024", **text),
        says("c", source="s1", mode="retracts", revises="b", **text),
        says("d", source="s2", incident="p1", date="2023/2024", persons_min="3", persons_max="3"),
        figure(
            "f1", "10", label=PLANTED, scope=PLANTED, caveats=PLANTED, sum_of="f2", note=PLANTED
        ),
        figure("f2", "12", part_of="f1", same_quantity_as="f1", locator=PLANTED, source="s2"),
        decides("outcome", "killed", reason=PLANTED, decided_by=PLANTED),
    )


def test_no_finding_repeats_free_text_of_a_corpus():
    """Safety: findings travel into logs and tickets; what coders typed may name a person."""
    findings = check(corpus(*rich()))
    said = [(str(each.message), str(each.hint), each.where, repr(each)) for each in findings]

    assert len({each.check for each in findings}) > 15
    assert PLANTED.casefold() not in str(said).casefold()


def test_findings_come_in_the_same_order_whatever_the_order_of_the_rows():
    records = rich()
    forwards, backwards = corpus(*records), corpus(*reversed(records))

    assert [each.where for each in check(forwards)] == [each.where for each in check(forwards)]
    assert [each.check for each in check(forwards)] == [each.check for each in check(backwards)]


def test_each_finding_bears_the_name_and_severity_of_its_check_and_names_records_that_exist():
    whole = corpus(*rich())
    declared = {each.name: each.severity for each in all_checks()}

    for finding in check(whole):
        assert declared[finding.check] is finding.severity
        for table, identifier in finding.records:
            assert identifier in {record.id for record in whole.tables[table]}


def test_an_empty_corpus_has_no_findings():
    assert check(Corpus.of()) == ()
