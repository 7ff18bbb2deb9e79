"""Records are held against their tables, with every problem named at once.

It depends on the record only.
Rules between the fields of one record are tried beside that record.
"""

import pytest

from safeconduct.errors import InvalidRecord
from safeconduct.record.tables import REPORTED_FIGURES, SOURCES
from safeconduct.record.validity import hold_against
from tests.record.cast import figure, outlet


def test_a_record_that_its_table_could_hold_is_let_be():
    source = outlet("lantern")

    hold_against(SOURCES, source)

    assert source.id == "lantern"


def test_the_problems_of_the_record_come_behind_those_of_its_columns():
    source = outlet("lantern")
    object.__setattr__(source, "kind", "rumour")
    object.__setattr__(source, "language", "English")

    with pytest.raises(InvalidRecord) as refused:
        hold_against(SOURCES, source, more=[("voice", "is not needed")])

    fields = [field for field, _ in refused.value.problems]
    assert fields == ["kind", "language", "voice"]
    assert refused.value.problems[1][1] == "is not a language tag such as en or ru"


def test_a_record_is_named_in_the_singular():
    printed = figure()
    object.__setattr__(printed, "unit", "soul")

    with pytest.raises(InvalidRecord, match="This reported figure cannot be built"):
        hold_against(REPORTED_FIGURES, printed)
