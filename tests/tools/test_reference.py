"""A reference page that no longer says what the code says is found.

It depends on `tools/reference.py` alone; the pages here are invented.
That the real pages are fresh is asked by `make check`.
"""

from tools.reference import stale_pages


def test_a_page_that_differs_or_is_missing_is_stale(tmp_path):
    fresh, changed, missing = (tmp_path / name for name in ("a.md", "b.md", "c.md"))
    fresh.write_text("one\n", encoding="utf-8")
    changed.write_text("two\n", encoding="utf-8")

    stale = stale_pages({fresh: "one\n", changed: "three\n", missing: "four\n"})

    assert stale == [changed, missing]
