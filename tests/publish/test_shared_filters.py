"""Tables that select other persons are found in releases too, by whoever attacks them.

It depends on `releases` beside it; every number is invented.
What else must not differ is one more case here.
"""

from dataclasses import replace

from safeconduct.publish.attacking import attacks
from safeconduct.publish.attacks.r2_earlier_releases import has_anything_to_compare
from tests.publish.releases import knowing, line, protected, release

PLAIN = protected(line([6, 20, 30]))
SINCE = replace(protected(line([6, 20, 29], identifier="u")), filters=("since 2022",))
LISTED = replace(protected(line([6, 20, 29], identifier="u")), counts_listed=True)


def test_two_tables_of_a_release_that_differ_by_a_filter_are_a_breach():
    for other in (SINCE, LISTED):
        (breach,) = attacks()["R4"].attack(release(PLAIN, other), knowing())
        assert breach.found == "tables that differ by their filters"


def test_a_table_that_differs_from_an_earlier_one_is_a_breach():
    before, after = release(PLAIN), release(SINCE, quarter=1)
    (breach,) = attacks()["R2"].attack(after, knowing(earlier=[before]))

    assert breach.table == "u, t of quarter-0"
    assert not has_anything_to_compare(after, [before])
    assert has_anything_to_compare(release(PLAIN, quarter=1), [before])
