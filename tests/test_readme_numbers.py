"""The numbers that the README prints are the ones that the built-in corpus gives today.

It depends on the careful reader and the readable count.
Another table of the README is another test here.
"""

import re
from pathlib import Path

from safeconduct import corpora
from safeconduct.figures.count import count
from safeconduct.figures.question import Question
from safeconduct.figures.scheme import schemes
from safeconduct.importers import corpus_folder

README = Path(__file__).resolve().parent.parent / "README.md"


def test_the_readme_prints_what_the_seven_schemes_count_in_the_built_in_corpus() -> None:
    corpus = corpus_folder.read(corpora.folder("distance-is-not-a-shield"))
    printed = {
        name: (measure, int(low), int(central), int(high))
        for name, measure, low, central, high in re.findall(
            r"^\| `([a-z0-9-]+)` \| (\w+) \| (\d+) \| (\d+) \| (\d+) \|",
            README.read_text(encoding="utf-8"),
            re.MULTILINE,
        )
    }

    figures = count(corpus, Question(schemes=tuple(schemes())))

    assert printed == {
        figure.scheme.id: (
            figure.measure,
            figure.total.low,
            figure.total.central,
            figure.total.high,
        )
        for figure in figures
    }
    assert len(set(printed.values())) == 7


def test_the_readme_says_how_many_rows_of_the_corpus_are_incidents() -> None:
    corpus = corpus_folder.read(corpora.folder("distance-is-not-a-shield"))
    kinds = [incident.kind for incident in corpus.incidents.values()]

    said = re.search(
        r"as data: (\d+) rows, of which (\d+) are incidents", README.read_text(encoding="utf-8")
    )

    assert said is not None
    assert (int(said[1]), int(said[2])) == (len(kinds), kinds.count("incident"))
