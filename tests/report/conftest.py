"""The sites and editions that tests of the report share, each built once.

It depends on the report, on the built-in corpus and on `casts`.
Drawing takes most of the time, so the pictures are drawn once and given to every site.
"""

import pytest

from safeconduct import corpora
from safeconduct.importers import corpus_folder
from safeconduct.report.edition import Edition
from safeconduct.report.gallery import draw_all
from safeconduct.report.reading import Reading
from safeconduct.report.site import build
from safeconduct.report.wording import Wording
from safeconduct.synthetic import Plan, invent
from tests.report.casts import everything, hostile


@pytest.fixture(scope="session")
def paper():
    return corpus_folder.read(corpora.folder("distance-is-not-a-shield"))


@pytest.fixture(scope="session")
def paper_edition(paper):
    return Edition(Reading(paper), Wording("en"))


@pytest.fixture(scope="session")
def gallery(paper_edition):
    return draw_all(paper_edition)


@pytest.fixture(scope="session")
def paper_site(paper, gallery, tmp_path_factory):
    folder = tmp_path_factory.mktemp("paper") / "site"
    return build(paper, folder, languages=("en", "ru"), pictures=lambda _: gallery)


@pytest.fixture(scope="session")
def hostile_site(gallery, tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile") / "site"
    corpus = everything(hostile)
    return build(corpus, folder, languages=("en", "ru"), pictures=lambda _: gallery)


@pytest.fixture(scope="session")
def small_site(gallery, tmp_path_factory):
    folder = tmp_path_factory.mktemp("small") / "site"
    return build(everything(), folder, languages=("en", "ru"), pictures=lambda _: gallery)


@pytest.fixture(scope="session")
def invented_site(gallery, tmp_path_factory):
    folder = tmp_path_factory.mktemp("invented") / "site"
    corpus = invent(Plan(seed=4, n_incidents=60))
    return build(corpus, folder, languages=("ru",), pictures=lambda _: gallery)


@pytest.fixture(scope="session")
def edition():
    return Edition(Reading(everything()), Wording("en"))


@pytest.fixture(scope="session")
def russian():
    return Edition(Reading(everything()), Wording("ru"))
