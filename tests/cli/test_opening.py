"""A corpus is found by its path or its id, and counted by whichever way suits it.

It depends on the command line and on the corpora that it is given.
What the importers refuse is tested beside them; here it is found, opened and left as it was.
"""

import os

import pytest

from safeconduct import corpora
from safeconduct.cli.opening import located
from safeconduct.cli.program import run
from safeconduct.errors import NotFound, Unavailable

BUILT_IN = "distance-is-not-a-shield"


def test_what_lies_at_the_path_comes_before_what_is_built_in(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert located(BUILT_IN) == corpora.folder(BUILT_IN)
    (tmp_path / BUILT_IN).mkdir()
    assert str(located(BUILT_IN)) == BUILT_IN


@pytest.mark.parametrize(
    ("text", "hint"),
    [("distance-is-a-shield", f"Did you mean {BUILT_IN}?"), ("qqq", f"Built in are: {BUILT_IN}.")],
)
def test_what_is_not_there_is_answered_with_what_is(text, hint):
    with pytest.raises(NotFound) as raised:
        located(text)

    assert hint in raised.value.hint


@pytest.mark.parametrize("text", ["nofile.xlsx", "folder/corpus", "./nofile", "nofile/"])
def test_what_is_written_like_a_path_is_not_taken_for_an_id(text):
    with pytest.raises(Unavailable) as raised:
        located(text)

    assert raised.value.what == text
    assert raised.value.hint.startswith("There is no file or folder of that name.")


def test_a_corpus_whose_write_was_interrupted_is_counted_as_it_became(tmp_path, capsys):
    corpus = tmp_path / "corpus"
    assert run(["new", str(corpus), "--title", "Before"]) == 0
    swap = corpus / ".safeconduct-swap"
    swap.mkdir()
    text = (corpus / "corpus.toml").read_text(encoding="utf-8").replace("Before", "After")
    (swap / "corpus.toml").write_text(text, encoding="utf-8")
    capsys.readouterr()

    assert run(["count", str(corpus), "--scheme", "uk-2025"]) == 0
    assert capsys.readouterr().out.startswith("After\n")


@pytest.mark.parametrize("form", ["corpus.toml", "statements.csv"])
def test_a_link_in_the_place_of_a_file_is_refused(form, tmp_path, capsys):
    corpus = tmp_path / "corpus"
    assert run(["new", str(corpus)]) == 0
    (corpus / form).rename(tmp_path / form)
    (corpus / form).symlink_to(tmp_path / form)
    capsys.readouterr()

    assert run(["count", str(corpus)]) == 3
    assert f"{form}: found a link" in capsys.readouterr().err


def test_a_large_corpus_is_cached_unless_the_setting_says_off(tmp_path, monkeypatch, capsys):
    corpus = tmp_path / "corpus"
    assert run(["generate", "-o", str(corpus), "--incidents", "5000"]) == 0
    for path in corpus.iterdir():
        os.utime(path, (0, 0))  # long settled
    question = ["count", str(corpus), "--scheme", "uk-2025", "--csv"]
    capsys.readouterr()

    monkeypatch.setenv("SAFECONDUCT_CACHE", "off")
    assert run(question) == 0
    uncached = capsys.readouterr().out
    assert not (corpus / ".safeconduct").exists()

    monkeypatch.delenv("SAFECONDUCT_CACHE")
    assert run(question) == 0
    assert capsys.readouterr().out == uncached
    assert (corpus / ".safeconduct").is_dir()
