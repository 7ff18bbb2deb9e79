"""The unknown as a value: a reason of the vocabulary, or the derived one.

It depends on the vocabulary of reasons.
A new reason needs no new test.
"""

import pytest

from safeconduct import vocabulary
from safeconduct.errors import InvalidRecord
from safeconduct.record.unknown import CONFLICTING, Unknown


@pytest.mark.parametrize("reason", [*sorted(vocabulary.ids("unknown-reasons")), CONFLICTING])
def test_an_unknown_says_why_as_a_cell_holds_it(reason):
    assert str(Unknown(reason)) == f"unknown:{reason}"


@pytest.mark.parametrize("reason", ["", "secret", "Withheld"])
def test_an_unknown_without_an_admitted_reason_is_refused(reason):
    with pytest.raises(InvalidRecord, match="is not in the vocabulary"):
        Unknown(reason)
