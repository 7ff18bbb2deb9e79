"""Lists that never meet although chance would make them.

It depends on the module under test and on the published tables.
Another edge is tried here.
"""

from safeconduct.estimate.diagnostics import boundary
from tests.estimate.published_tables import published
from tests.estimate.tables import history


# What a test reads of an answer is not typed: it may be there or not.
def warned(*given_here, **named):
    return boundary.warnings(*given_here, **named)


def test_two_large_lists_that_share_nobody_are_named():
    (found,) = warned(published("uk-5"))

    assert found.code == "boundary-estimate"
    assert (found.evidence["first"], found.evidence["second"]) == ("LA", "GP")


def test_small_lists_that_share_nobody_are_no_surprise():
    assert warned(history([0, 90, 5, 5, 2, 1, 0, 0])) == ()
    assert warned(published("kosovo")) == ()
