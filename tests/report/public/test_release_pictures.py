"""Only a PNG that says what it shows stands on a page.

It depends on the releases of this folder.
A further form of picture is one more line here.
"""

from dataclasses import replace

import pytest

from safeconduct.publish.release import ReleasedPicture
from safeconduct.report.public.release_pictures import picture_views
from tests.report.public.shelves import PICTURE_WORDS, png, told

PICTURE = ReleasedPicture(
    name="a.png", media_type="image/png", octets=png(40, 30), alternative=(("en", PICTURE_WORDS),)
)


def test_a_picture_comes_with_its_size_and_words(edition):
    (view,) = picture_views(told(0, pictures=(PICTURE,)), edition)

    assert (view.width, view.height, view.n_bytes) == (40, 30, len(PICTURE.octets))
    assert view.href == "../releases/release-quarter-0/pictures/a.png"
    assert str(view.words) == PICTURE_WORDS


@pytest.mark.parametrize(
    "changed",
    [
        {"name": "a.svg"},
        {"octets": b"<svg>"},
        {"octets": b"<svg xmlns='http://www.w3.org/2000/svg'></svg>"},
        {"octets": png().replace(b"IHDR", b"IHDX")},
        {"alternative": ()},
    ],
)
def test_whatever_else_stands_on_no_page(edition, changed):
    release = told(0, pictures=(replace(PICTURE, **changed),))

    assert picture_views(release, edition) == ()
