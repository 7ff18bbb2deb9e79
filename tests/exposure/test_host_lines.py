"""A host file is read as it stands, or refused with every problem by name.

It depends on the reader and on the planted files.
A new rule of the file is one more row of the table of violations.
"""

import pytest

from safeconduct.errors import InvalidVocabulary
from safeconduct.exposure import hosts, read_host
from tests.exposure.planted import HOST


def written(folder, text):
    path = folder / "KZ.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_whole_file_reads_as_it_stands(tmp_path):
    found = read_host(written(tmp_path, HOST))

    mostly, sometimes, right = found.lines
    assert (found.state, found.as_of) == ("KZ", "2026-11-01")
    assert (mostly.origin, mostly.source.footnote, mostly.contradicts) == ("RU", "98", "")
    assert (sometimes.contradicts, sometimes.origin) == ("mostly", "")
    assert right.how["en"] == "Ask it."


@pytest.mark.parametrize(
    ("found", "planted", "key", "problem"),
    [
        ('state = "KZ"', 'state = "KG"', "state", "is not the name of the file"),
        ('as_of = "2026-11-01"', "", "as_of", "is missing"),
        ('part = "protects"', 'part = "safe"', "line[3].part", "is not one of open"),
        ('origin = "RU"', 'origin = "USSR"', "line[1].origin", "is no territory code"),
        ('id = "a-right"', 'id = "mostly"', "line", "has the id 'mostly' twice"),
        ('contradicts = "mostly"', 'contradicts = "never"', "line[2].contradicts", "is no line"),
        (
            'contradicts = "mostly"',
            'contradicts = "sometimes"',
            "line[2].contradicts",
            "names the line itself",
        ),
        ('source_state = "located"', "", "line[3].source_state", "is missing"),
        ('source_state = "located"', 'source_state = "lost"', "line[3].source_state", "not one"),
        ('{ en = "A court.", ru = "Суд." }', '""', "line[3].enforced_by", "is missing"),
        ('page = "11" }\nfootnote', 'page = "11", footnote = "97" }\nfootnote',
         "line[1].footnote", "is not the one"),
    ],
)  # fmt: skip
def test_a_planted_violation_is_named(tmp_path, found, planted, key, problem):
    assert HOST.count(found) >= 1

    with pytest.raises(InvalidVocabulary) as refused:
        read_host(written(tmp_path, HOST.replace(found, planted, 1)))

    assert problem in dict(refused.value.problems)[key]


def test_the_shipped_hosts_are_read_once_and_by_their_code():
    assert hosts() is hosts()
    assert all(code == found.state for code, found in hosts().items())
