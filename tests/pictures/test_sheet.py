"""A sheet refuses what cannot be drawn, and knows when it is narrow.

It depends on the sheet only.
A new setting has its refusal here.
"""

import pytest

from safeconduct.errors import InvalidSetting
from safeconduct.pictures.sheet import Sheet


@pytest.mark.parametrize(
    ("setting", "value"),
    [("theme", "sepia"), ("width", 100), ("width", 9000), ("sharpness", 0), ("sharpness", 9)],
)
def test_a_setting_that_cannot_be_drawn_is_refused_by_name(setting, value):
    with pytest.raises(InvalidSetting, match=setting):
        Sheet(**{setting: value})


def test_a_phone_is_narrow_and_a_page_is_not():
    assert Sheet(width=340).narrow
    assert not Sheet().narrow
