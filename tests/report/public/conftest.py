"""The public site that its tests share, built once from invented releases on a disk.

It depends on the releases of this folder.
A test that needs another history writes its own.
"""

import pytest

from safeconduct.report.public.deliverables import deliverables
from safeconduct.report.public.edition import PublicEdition
from safeconduct.report.public.history import read_history
from safeconduct.report.public.site import build
from safeconduct.report.wording import Wording
from tests.report.public.shelves import laid_out


@pytest.fixture(scope="session")
def history(tmp_path_factory):
    return read_history(laid_out(tmp_path_factory.mktemp("releases")))


@pytest.fixture(scope="session")
def taken(history):
    return {each.release.id: deliverables(each) for each in history.published}


@pytest.fixture(scope="session")
def edition(history, taken):
    return PublicEdition(history, Wording("en"), taken=taken)


@pytest.fixture(scope="session")
def public_site(history, tmp_path_factory):
    return build(history, tmp_path_factory.mktemp("public") / "site")
