"""That ids are counted through each prefix by itself.

It depends on the numbering only.
There is one rule, so there is one test.
"""

from safeconduct.synthetic.numbering import Numbering


def test_each_prefix_is_counted_by_itself():
    numbering = Numbering()

    assert [numbering.next(prefix) for prefix in ("s", "s", "st", "s")] == ["s1", "s2", "st1", "s3"]
