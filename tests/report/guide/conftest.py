"""The guide that its tests share, built once from what the program knows and the built-in corpus.

It depends on the fixtures of the report.
The day is fixed, so that what is stale or over stays so.
"""

from datetime import date

import pytest

from safeconduct.report.guide.edition import GuideEdition
from safeconduct.report.guide.outlook import Outlook
from safeconduct.report.guide.site import build
from safeconduct.report.wording import Wording

DAY = date(2026, 11, 1)


@pytest.fixture(scope="session")
def outlook(paper):
    return Outlook(origin="RU", on=DAY, corpus=paper)


@pytest.fixture(scope="session")
def guide(outlook):
    return GuideEdition(outlook, Wording("en"))


@pytest.fixture(scope="session")
def guide_site(outlook, tmp_path_factory):
    return build(outlook, tmp_path_factory.mktemp("guide") / "site")
