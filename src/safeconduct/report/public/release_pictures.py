"""The pictures of a release on a page: PNG only, with their size and what they say in words.

It depends on the standard library and the public edition.
Another form of picture needs a size here; drawings as SVG can be taken but stand on no page.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.report.public.deliverables import RELEASES

if TYPE_CHECKING:
    from safeconduct.publish.release import Release, ReleasedPicture
    from safeconduct.report.markup import Passage
    from safeconduct.report.public.edition import PublicEdition

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_HEAD: Final = struct.Struct(">8s4x4sII")


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureView:
    """A picture with the file it lies in, its size in pixels, its weight and its words."""

    href: str
    width: int
    height: int
    n_bytes: int
    words: Passage


def picture_views(release: Release, edition: PublicEdition) -> tuple[PictureView, ...]:
    """The pictures that can stand on a page, in the order of the release."""
    views = (_view(picture, release, edition) for picture in release.pictures)
    return tuple(view for view in views if view is not None)


def _view(picture: ReleasedPicture, release: Release, edition: PublicEdition) -> PictureView | None:
    head = picture.octets[: _HEAD.size]
    if len(head) < _HEAD.size or not head.startswith(_PNG) or not picture.name.endswith(".png"):
        return None
    _, chunk, width, height = _HEAD.unpack(head)
    if chunk != b"IHDR" or not picture.alternative:
        return None
    return PictureView(
        href=f"../{RELEASES}/release-{release.id}/pictures/{picture.name}",
        width=width,
        height=height,
        n_bytes=len(picture.octets),
        words=edition.passage(picture.alternative),
    )
