"""The findings on the built-in corpus: the contradictions and traps of the paper, and no others.

It depends on the built-in corpus, on the golden file and on the script that writes it.
A trap that the paper has and the table here lacks is one more line, with where the paper has it.
"""

import pytest

from safeconduct import corpora
from safeconduct.importers import corpus_folder
from safeconduct.verify import Severity, check
from tools.regenerate_golden import CORPUS, FILE, written

PAPER = corpus_folder.read(corpora.folder(CORPUS))
FINDINGS = check(PAPER)
# The check, the records it must name, and words that it must say.
TRAPS = [
    ("figure-sum", {"F17", "F18", "F19"}, "24 + F19 136 add up to 160, but F17 is printed as 159"),
    ("figure-same-quantity", {"F04", "F05", "F06"}, "F04 120 [2023-12]; F05 93 [2023-11]"),
    ("figure-same-quantity", {"F06"}, "F06 77"),
    ("figure-after-publication", {"F04"}, "as of 2023-12"),
    ("figure-unit-mix", {"F08", "F09"}, "the units differ"),
    ("figure-source-not-recoverable", {"F34", "F35", "F36"}, "fn106, fn107, fn108"),
    ("source-not-recoverable", {f"fn{number}" for number in range(105, 112)}, "fn105"),
    ("incident-source-not-recoverable", {"I39", "fn109"}, "cannot be recovered"),
    ("conflicting-values", {"I26c"}, "setting of I26c: prison"),
    ("conflicting-values", {"I26c"}, "date of I26c: 2023-10-17"),
    ("conflicting-values", {"I09"}, "1943"),
    ("retracted-incident", {"I11a"}, "withdrawn"),
    ("attribution-not-the-origin", {"I11c"}, "private"),
    ("attribution-not-the-origin", {"I37a"}, "host-state-organ"),
    ("same-persons-in-two-rows", {"I33", "I34"}, "I33 (1), I34 (2)"),
    ("ordinary-crime-motive", {"I24a"}, "claimed"),
    ("act-inside-origin-state", {"I27"}, "RU"),
    ("act-inside-origin-state", {"I05"}, "RU"),
    ("report-of-a-report", {"fn64", "I21"}, "no voice of its own"),
    ("asylum-seeker-is-not-asylum", {"I34"}, "not asylum"),
]
# What the paper gives occasion for and the corpus codes apart, so that nothing is to be reported.
CODED_APART = [
    "decision-without-conflict",
    "host-is-the-origin",
    "incident-without-support",
    "measure-counted-as-incident",
    "membership-on-date",
    "publisher-spelling",
    "pull-quote",
    "response-answers-nothing",
    "revision-by-another-voice",
    "source-accessed-before-publication",
    "statement-after-publication",
]


@pytest.mark.parametrize(("name", "records", "words"), TRAPS)
def test_a_trap_of_the_paper_is_a_finding(name, records, words):
    told = [
        str(finding.message)
        for finding in FINDINGS
        if finding.check == name and records <= {identifier for _, identifier in finding.records}
    ]

    assert any(words in message for message in told)


@pytest.mark.parametrize("name", CODED_APART)
def test_what_the_corpus_codes_apart_is_no_finding(name):
    assert [finding.where for finding in FINDINGS if finding.check == name] == []


def test_the_built_in_corpus_can_be_trusted_everywhere():
    assert [finding.where for finding in FINDINGS if finding.severity is Severity.ERROR] == []


def test_the_findings_are_those_of_the_golden_file_and_no_others():
    """Regenerate with `python tools/regenerate_golden.py --write` after looking at each change."""
    assert written(FINDINGS) == FILE.read_text(encoding="utf-8")
