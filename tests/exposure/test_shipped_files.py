"""The instruments and hosts that are shipped: each file reads, and each is one that it should be.

It depends on the readers of exposure only.
A new file is found by the walk; nothing is added here.
"""

import pytest

from safeconduct.exposure import host_lines, instrument_rules, read_host, read_instrument
from safeconduct.registry import data_files

INSTRUMENTS = tuple(data_files(instrument_rules.FOLDER))
HOSTS = tuple(data_files(host_lines.FOLDER))


@pytest.mark.parametrize("path", INSTRUMENTS, ids=lambda path: path.stem)
def test_an_instrument_reads_and_no_provision_lacks_article_or_source(path):
    rules = read_instrument(path)

    assert all(one.article and one.source.title for one in rules.provisions)
    assert all(one.source.title for one in rules.parties)
    assert all(one.source.title for one in rules.gaps)


@pytest.mark.parametrize("path", INSTRUMENTS, ids=lambda path: path.stem)
def test_an_instrument_says_in_one_plain_sentence_what_it_means_to_a_person(path):
    for language, summary in read_instrument(path).summary.items():
        assert summary.endswith("."), language
        assert summary.count(". ") == 0, language
        assert len(summary.split()) <= 26, language


@pytest.mark.parametrize("path", HOSTS, ids=lambda path: path.stem)
def test_a_host_reads_and_no_line_lacks_a_source(path):
    assert all(line.source.title for line in read_host(path).lines)


@pytest.mark.parametrize("path", [*INSTRUMENTS, *HOSTS], ids=lambda path: path.stem)
def test_a_file_is_plain_text_that_ends_in_one_line_break(path):
    content = path.read_bytes()

    assert content.endswith(b"\n")
    assert not content.endswith(b"\n\n")
    assert b"\r" not in content
