"""A release is frozen: the same input has the same bytes; what contradicts itself is none."""

from dataclasses import replace

import pytest

from safeconduct.errors import InvalidRecord
from safeconduct.publish.breach import Breach
from safeconduct.publish.release import ReleasedPicture
from tests.publish.releases import line, listed, protected, release

PICTURE = ReleasedPicture(
    name="a.png", media_type="image/png", octets=b"png", alternative=(("en", "Bars"),)
)


def test_the_same_release_has_the_same_bytes_and_digest():
    one, other = (release(protected(line([7, 2])), pictures=(PICTURE,)) for _ in range(2))

    assert one.canonical == other.canonical
    assert one.digest == other.digest


@pytest.mark.parametrize(
    "changed",
    [
        {"version": "2"},
        {"tables": ()},
        {"listed": (listed(1, host="h0"),)},
        {"pictures": (replace(PICTURE, octets=b"pnG"),)},
        {"previous": ("0",)},
    ],
)
def test_whatever_changes_changes_the_digest(changed):
    plain = release(protected(line([7, 2])), pictures=(PICTURE,))

    assert replace(plain, **changed).digest != plain.digest


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"id": "A release"}, "id"),
        ({"kind": "leak"}, "kind"),
        ({"kind": "correction"}, "concerns"),
        ({"concerns": "0"}, "concerns"),
        ({"kind": "withdrawal", "concerns": "0"}, "tables"),
        ({"tables": (protected(line([7])),) * 2}, "tables"),
    ],
)
def test_a_release_that_contradicts_itself_is_refused(changed, field):
    with pytest.raises(InvalidRecord) as refused:
        replace(release(protected(line([7, 2]))), **changed)

    assert field in [name for name, _ in refused.value.problems]


def test_bytes_of_a_picture_and_what_must_not_occur_are_in_no_repr():
    """Safety: a repr ends up in logs."""
    assert "octets" not in repr(PICTURE)
    assert Breach(attack="R7", table="texts").width is None
