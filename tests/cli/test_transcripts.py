"""Every verb answers as its transcript shows, and has one, with a page of help and of reference.

It depends on the transcripts, which hold files, commands and answers.
A new transcript is played without being listed.
"""

from pathlib import Path

import pytest

from safeconduct.cli.help_pages import first_page, verb_pages
from safeconduct.cli.program import verb_files, verb_module
from safeconduct.cli.verb import HELP_WIDTH, STAGES, Verb
from tests.cli.transcript import agrees, lay_out, play, transcripts

ROOT = Path(__file__).resolve().parents[2]
SCREEN = 24  # lines
FIRST_PAGE = 36  # lines; one for every verb, three more since lists are linked and estimated


@pytest.mark.parametrize("transcript", transcripts(), ids=lambda each: each.path.stem)
def test_it_goes_as_the_transcript_shows(transcript, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    lay_out(transcript, tmp_path)

    for step in transcript.steps:
        found = play(step)

        assert agrees(step.answer, found), "\n".join((step.command, *found))


@pytest.mark.parametrize("transcript", transcripts(), ids=lambda each: each.path.stem)
def test_a_transcript_says_in_a_sentence_what_it_shows(transcript):
    assert transcript.opening.endswith(".")
    assert transcript.steps


@pytest.mark.parametrize("verb", verb_files())
def test_every_verb_has_a_transcript_in_which_it_is_fine_and_one_in_which_it_is_not(verb):
    steps = [step for each in transcripts() for step in each.steps if step.verb == verb]
    ends = {any(line.startswith("? ") for line in step.answer) for step in steps}

    assert ends == {True, False}


@pytest.mark.parametrize("verb", verb_files())
def test_every_verb_has_help_that_fits_a_screen_with_an_example(verb):
    page = verb_pages()[verb].splitlines()
    module = verb_module(verb)

    assert len(page) <= SCREEN
    assert max(map(len, page)) <= HELP_WIDTH
    assert page[-1] == f"Example: {module.run.example}"
    assert module.run.example.startswith(f"safeconduct {verb} ")
    assert module.run.short_help.endswith(".")
    assert isinstance(module.run, Verb)
    assert module.STAGE in STAGES


@pytest.mark.parametrize("verb", verb_files())
def test_every_option_of_a_verb_is_explained(verb):
    assert all(parameter.help for parameter in verb_module(verb).run.params)


@pytest.mark.parametrize("verb", verb_files())
def test_every_verb_prints_json(verb):
    assert "as_json" in {parameter.name for parameter in verb_module(verb).run.params}


def test_the_first_page_fits_a_screen_and_names_every_verb():
    page = first_page().splitlines()

    assert len(page) <= FIRST_PAGE
    assert max(map(len, page)) <= HELP_WIDTH
    assert all(any(line.startswith(f"  {verb} ") for line in page) for verb in verb_files())


@pytest.mark.parametrize("name", ["cli", "exit-codes", "settings"])
def test_the_reference_page_is_what_the_program_says_now(name):
    from tools.reference import written_pages  # noqa: PLC0415  # it imports every page

    pages = {path.stem: (path, text) for path, text in written_pages().items()}
    path, text = pages[name]

    assert path.read_text(encoding="utf-8") == text
    assert name != "cli" or all(f"\n## {verb}\n" in text for verb in verb_files())
