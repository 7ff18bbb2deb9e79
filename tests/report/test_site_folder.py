"""A folder of a site: whole or not there, never over what somebody else put into it.

It depends on temporary folders only.
The sites themselves are tested beside their builders.
"""

import pytest

from safeconduct.errors import InvalidSetting, Unavailable
from safeconduct.report.site_folder import MANIFEST, written_anew


def test_what_breaks_off_leaves_the_earlier_site_as_it_was(tmp_path):
    out = tmp_path / "site"
    with written_anew(out) as folder:
        folder.put_page("en/index.html", "first")
        site = folder.close(out)

    def break_off():
        with written_anew(out) as folder:
            folder.put_page("en/index.html", "second")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        break_off()

    assert (out / "en" / "index.html").read_text(encoding="utf-8") == "first"
    assert (site.n_pages, site.n_files, site.n_bytes) == (1, 2, 5)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_somebody_else_put_there_is_not_lost(tmp_path):
    out = tmp_path / "site"
    with written_anew(out) as folder:
        folder.close(out)
    (out / "notes.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(InvalidSetting), written_anew(out):
        pytest.fail("the folder was handed out")

    assert {path.name for path in out.iterdir()} == {MANIFEST, "notes.txt"}


def test_a_folder_that_cannot_be_written_is_not_available(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(Unavailable), written_anew(tmp_path / "file" / "site"):
        pytest.fail("the folder was handed out")
