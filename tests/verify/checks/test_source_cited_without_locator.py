"""Sources without an address are counted in one note; located and lost ones are not.

It depends on invented corpora.
The state of a source is its own column.
"""

from tests.verify.invented import found, messages, source

NAME = "source-cited-without-locator"
LOCATED = source("s3", url="https://example.org/report")
LOST = source("s4", locator_state="not-recoverable")


def test_they_are_counted_in_one_note():
    (finding,) = found(NAME, source("s1"), source("s2"), LOCATED, LOST)

    assert str(finding.message) == "2 of 4 sources are cited without an address."
    assert finding.records == (("sources", "s1"), ("sources", "s2"))


def test_a_corpus_without_any_has_no_note():
    assert messages(NAME, LOCATED, LOST) == []
