"""A history: every release that was published, oldest first, and what became of each.

It depends on releases as they lie on a disk, each held to its manifest before it is read.
What further can become of a release is a property of `Published`.

Safety: nothing else than a release goes on a public site, and nothing of what was taken back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from safeconduct.errors import BrokenIntegrity, InvalidRecord, Refusal
from safeconduct.publish import folder as release_folder
from safeconduct.publish.manifest import SIGNATURES, files_of, hold_against_manifest
from safeconduct.publish.release import TOTAL
from safeconduct.publish.release_reading import read_release

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from safeconduct.publish.release import Release, ReleasedTable

PUBLIC: Final = "public"
WITHDRAWAL: Final = "withdrawal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """One release with the files that it was published as.

    ended_by: the correction or the withdrawal that is about it, if any; a withdrawal comes first.
    """

    release: Release
    files: Mapping[str, bytes] = field(repr=False)
    ended_by: Release | None = None

    @property
    def is_withdrawn(self) -> bool:
        """Whether it was taken back."""
        return self.ended_by is not None and self.ended_by.kind == WITHDRAWAL

    @property
    def is_corrected(self) -> bool:
        """Whether a correction stands in its place."""
        return self.ended_by is not None and not self.is_withdrawn

    @property
    def is_readable(self) -> bool:
        """Whether its tables may be shown: it is no withdrawal and was not taken back."""
        return self.release.kind != WITHDRAWAL and not self.is_withdrawn


class History:
    """Every release of a site, oldest first."""

    def __init__(self, found: Iterable[tuple[Release, Mapping[str, bytes]]]) -> None:
        """Put releases into order.

        Raises:
            Refusal: there is none, one is not for the public, or an earlier one is left out.
            InvalidRecord: two of them have the same id.
        """
        ordered = sorted(found, key=lambda pair: _place(pair[0]))
        releases = [release for release, _ in ordered]
        _refuse_unfit(releases)
        ends = {
            each.concerns: each
            # A withdrawal outlives every correction, whichever came first.
            for each in sorted(releases, key=lambda release: release.kind == WITHDRAWAL)
            if each.concerns
        }
        self.published = tuple(
            Published(release=release, files=files, ended_by=ends.get(release.digest))
            for release, files in ordered
        )

    @property
    def newest_first(self) -> tuple[Published, ...]:
        """Every release, the last one first."""
        return self.published[::-1]

    @property
    def readable(self) -> tuple[Published, ...]:
        """The releases whose tables may be shown, the last one first."""
        return tuple(each for each in self.newest_first if each.is_readable)

    @property
    def current(self) -> Published | None:
        """The release that holds now; None where all were taken back."""
        return next((each for each in self.readable if not each.is_corrected), None)

    @property
    def last(self) -> Published:
        """The last that was published, whatever its kind."""
        return self.published[-1]

    def of(self, digest: str) -> Published | None:
        """The release of a digest, if it is here."""
        return next((each for each in self.published if each.release.digest == digest), None)

    def before(self, published: Published) -> Published | None:
        """The release that one is to be compared with: the last readable one before it.

        Safety: what was taken back is compared with nothing, or its numbers would come back.
        """
        earlier = self.published[: self.published.index(published)]
        return next((each for each in reversed(earlier) if each.is_readable), None)


def read_history(folders: Sequence[Path]) -> History:
    """Read releases from their folders, each held to its manifest.

    Raises:
        BrokenIntegrity: a file was changed, is missing, or belongs to no release.
        InvalidRecord: a release is not what this program writes.
        Refusal: one is not for the public, or an earlier one is left out.
    """
    return History([_read(folder) for folder in folders])


def _read(folder: Path) -> tuple[Release, Mapping[str, bytes]]:
    found = files_of(folder)
    hold_against_manifest(found)
    release = read_release(found)
    known = release_folder.files(release).keys()
    strange = sorted(
        path for path in found if path not in known and not path.startswith(f"{SIGNATURES}/")
    )
    # Safety: a manifest can be written by anybody; a file that no release has stays off the site.
    if strange:
        raise BrokenIntegrity(
            f"the release ({', '.join(map(repr, strange))})",
            hint="A release holds no such file; look at where it came from.",
        )
    return release, found


def _place(release: Release) -> tuple[int, str, str]:
    return (len(release.previous), release.made_on, release.id)


def _is_whole(table: ReleasedTable) -> bool:
    sides = len(table.dimensions)
    labels = [cell.labels for cell in table.cells]
    return (TOTAL,) * sides in labels and all(len(each) == sides for each in labels)


def _refuse_unfit(releases: Sequence[Release]) -> None:
    if not releases:
        raise Refusal(
            "a site of nothing",
            rule="a public site is written from releases",
            remedy="Name the folder of at least one release.",
        )
    kept = [release.id for release in releases if release.audience != PUBLIC]
    if kept:
        raise Refusal(
            f"{', '.join(kept)} on a public site",
            rule="what goes to a few is not put before everybody",
            remedy="Leave it out, or build a release whose audience is public.",
        )
    broken = [
        (f"tables.{table.id}", "has cells that do not fit its dimensions, or no total")
        for release in releases
        for table in release.tables
        if not _is_whole(table)
    ]
    if broken:
        raise InvalidRecord("release", broken)
    ids = [release.id for release in releases]
    if len(set(ids)) != len(ids):
        raise InvalidRecord("history", [("releases", "two of them have the same id")])
    given = {release.digest for release in releases}
    gone = {release.concerns for release in releases if release.kind == WITHDRAWAL}
    named = {digest for release in releases for digest in release.previous}
    missing = sorted(named - given - gone)
    if missing:
        digests = ", ".join(f"{digest[:12]}…" for digest in missing)
        raise Refusal(
            f"a site without {len(missing)} of the earlier releases",
            rule="what was published stays listed, unless it was taken back",
            remedy=f"Name their folders too; their digests are {digests}.",
        )
