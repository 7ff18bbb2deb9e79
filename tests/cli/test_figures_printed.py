"""What `count` prints is what the figures say, in text, JSON and CSV alike.

It depends on the command line and on the figures, counted once more beside it.
A new form of answer is held to the same figures here.
"""

import csv
import io
import json
from dataclasses import replace

import pytest

from safeconduct import corpora
from safeconduct.cli import figure_text
from safeconduct.cli.earlier_figures import changes_since
from safeconduct.cli.figure_csv import print_csv
from safeconduct.cli.program import run
from safeconduct.cli.screen import Screen
from safeconduct.cli.session import Session
from safeconduct.cli.talk import Talk
from safeconduct.cli.words import words_in
from safeconduct.config import Settings
from safeconduct.figures.count import count
from safeconduct.figures.dimension import DIMENSIONS
from safeconduct.figures.question import Question
from safeconduct.figures.scheme import schemes
from safeconduct.importers import corpus_folder

CORPUS = "distance-is-not-a-shield"


@pytest.fixture(scope="module")
def corpus():
    return corpus_folder.read(corpora.folder(CORPUS))


def answered(capsys, *arguments):
    assert run(["count", CORPUS, *arguments]) == 0
    return capsys.readouterr().out


@pytest.fixture
def written():
    """A session and the stream that it writes on."""
    stream = io.StringIO()
    screen = Screen(stream)
    session = Session(
        settings=Settings(), words=words_in("en"), out=screen, talk=Talk(Screen(io.StringIO()))
    )
    return session, stream


def listed(bounds):
    return [bounds.low, bounds.central, bounds.central_max, bounds.high]


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_json_has_every_row_and_the_unknown_one_among_them(corpus, capsys, dimension):
    figures = count(corpus, Question(schemes=tuple(schemes()), by=(dimension,)))

    answer = json.loads(answered(capsys, "--by", dimension, "--json"))

    for figure, told in zip(figures, answer["figures"], strict=True):
        rows = [
            [row[name] for name in ("low", "central", "central_max", "high")]
            for row in told["rows"]
        ]
        expected = [listed(row.bounds) for row in figure.rows]
        assert rows[: len(expected)] == expected
        assert [row["kind"] for row in told["rows"]].count("unknown") == 1
        assert told["total"] == dict(
            zip(("low", "central", "central_max", "high"), listed(figure.total), strict=True)
        )
        assert told["lineage"]["digest"] == figure.lineage.digest
        assert told["caveats"] == [str(caveat) for caveat in figure.caveats]
        assert (told["scheme"], told["measure"]) == (figure.scheme.id, figure.measure)


def test_without_a_breakdown_there_are_no_rows(capsys):
    answer = json.loads(answered(capsys, "--scheme", "uk-2025", "--json"))

    assert answer["figures"][0]["rows"] == []


def test_all_schemes_are_counted_unless_some_are_named(capsys):
    answer = json.loads(answered(capsys, "--json"))
    named = json.loads(answered(capsys, "--scheme", "uk-2025, cape", "--json"))

    assert [figure["scheme"] for figure in answer["figures"]] == list(schemes())
    assert [figure["scheme"] for figure in named["figures"]] == ["uk-2025", "cape"]


def test_csv_has_the_rows_and_the_total_of_each_scheme(corpus, capsys):
    figures = count(corpus, Question(schemes=("cape", "uk-2025"), by=("host", "year")))

    text = answered(capsys, "--scheme", "cape,uk-2025", "--by", "host,year", "--csv")

    rows = list(csv.DictReader(io.StringIO(text)))
    totals = [row for row in rows if row["kind"] == "total"]
    assert [row["central"] for row in totals] == [str(each.total.central) for each in figures]
    assert {"host", "host_label", "year", "year_label"} <= set(rows[0])
    assert all(row["lineage"] for row in rows)


def test_a_cell_of_csv_never_runs_as_a_formula(corpus, written):
    session, stream = written
    (figure,) = count(corpus, Question(schemes=("uk-2025",)))
    hostile = replace(figure, scheme=replace(figure.scheme, version="=1+1"))

    print_csv((hostile,), session)

    assert "uk-2025,'=1+1," in stream.getvalue()


def test_text_shows_the_same_numbers(corpus, capsys):
    (figure,) = count(corpus, Question(schemes=("uk-2025",)))

    line = next(line for line in answered(capsys).splitlines() if line.startswith("uk-2025 "))

    assert line.split()[2:5] == [
        str(figure.total.low),
        str(figure.total.central),
        str(figure.total.high),
    ]


def test_too_many_ids_are_not_listed_but_said(corpus, written, tmp_path):
    session, stream = written
    (figure,) = count(corpus, Question(schemes=("uk-2025",)))
    large = replace(figure, lineage=replace(figure.lineage, ids=None))
    earlier = tmp_path / "earlier.json"
    earlier.write_text(
        json.dumps(
            {"figures": [{"scheme": "uk-2025", "lineage": {"definition": "x", "ids": None}}]}
        ),
        encoding="utf-8",
    )

    figure_text.print_ids((large,), session)

    assert "Too many to list" in stream.getvalue()
    assert changes_since(earlier, (figure,)) == {"uk-2025": None}
    assert changes_since(earlier, (large,)) == {"uk-2025": None}


def test_another_question_is_no_news(corpus, written, tmp_path):
    session, stream = written
    earlier = tmp_path / "earlier.json"
    earlier.write_text(
        json.dumps(
            {
                "figures": [
                    {
                        "scheme": "uk-2025",
                        "lineage": {
                            "definition": "x",
                            "ids": {"low": ["i0"], "central_only": [], "high_only": []},
                        },
                    }
                ]
            }
        ),
        encoding="utf-8",
    )
    figures = count(corpus, Question(schemes=("uk-2025",)))

    figure_text.print_changes(changes_since(earlier, figures), session)

    assert "what follows is no news" in stream.getvalue()
    assert "went: i0" in stream.getvalue()


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("[]", "JSON without figures"),
        ('{"figures": 1}', "JSON without figures"),
        ('{"figures": [1]}', "a figure of another shape"),
        ('{"figures": [{"scheme": "x", "lineage": {}}]}', "a figure of another shape"),
        ("[" * 100_000, "what is not JSON"),
        ("\x00", "what is not JSON"),
    ],
)
def test_a_file_that_no_count_wrote_is_refused(tmp_path, capsys, content, found):
    earlier = tmp_path / "earlier.json"
    earlier.write_text(content, encoding="utf-8")

    assert run(["count", CORPUS, "--since", str(earlier)]) == 3
    assert found in capsys.readouterr().err


def test_a_folder_is_no_file_of_figures(tmp_path, capsys):
    assert run(["count", CORPUS, "--since", str(tmp_path)]) == 7
    assert capsys.readouterr().out == ""
