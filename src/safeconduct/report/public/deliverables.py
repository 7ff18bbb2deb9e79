"""What can be taken from the site: each release as it was signed, and in other formats.

It depends on the history and on every format that is made of a release.
A further format is found by itself; a further form of the whole release is one more line here.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from safeconduct.exporters.handover import Handover
from safeconduct.exporters.to_format import all_formats, in_format

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from safeconduct.publish.release import Release
    from safeconduct.report.public.history import Published

RELEASES: Final = "releases"
FORMATS: Final = "formats"
_LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)  # no clock is asked
_PLAIN_FILE: Final = 0o644 << 16
_MEDIA_TYPES: Final = {
    "csv": "text/csv",
    "json": "application/json",
    "jsonl": "application/jsonl",
    "md": "text/markdown",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "parquet": "application/vnd.apache.parquet",
    "png": "image/png",
    "svg": "image/svg+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Deliverable:
    """One file to take. form: the name of its format, or "release" for a part as it was signed."""

    path: str
    form: str
    octets: bytes = field(repr=False)

    @property
    def name(self) -> str:
        """Its own name."""
        return self.path.rpartition("/")[2]

    @property
    def media_type(self) -> str:
        """What kind of file it is."""
        return _MEDIA_TYPES.get(self.path.rpartition(".")[2], "application/octet-stream")

    @property
    def sha256(self) -> str:
        """The digest of its bytes."""
        return hashlib.sha256(self.octets).hexdigest()


def deliverables(published: Published) -> tuple[Deliverable, ...]:
    """Everything that can be taken of one release; nothing of one that was taken back."""
    if published.is_withdrawn:
        return ()
    return (_whole(published), *_parts(published), *_in_formats(published.release))


def _whole(published: Published) -> Deliverable:
    """The folder as it was signed, in one file, so that it can be verified elsewhere."""
    folder = f"release-{published.release.id}"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, octets in sorted(published.files.items()):
            member = zipfile.ZipInfo(f"{folder}/{path}", date_time=_LONG_AGO)
            member.external_attr = _PLAIN_FILE
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, octets)
    return Deliverable(path=f"{RELEASES}/{folder}.zip", form="zip", octets=packed.getvalue())


def _parts(published: Published) -> Iterator[Deliverable]:
    folder = f"{RELEASES}/release-{published.release.id}"
    for path, octets in sorted(published.files.items()):
        yield Deliverable(path=f"{folder}/{path}", form="release", octets=octets)


def _in_formats(release: Release) -> Iterator[Deliverable]:
    if not release.tables:
        return
    handed = Handover(from_release=release)
    for name, made in all_formats().items():
        if handed.holds not in made.HOLDS:
            continue
        files: Mapping[str, bytes] = in_format(name, handed)
        ending = made.ENDING if f".{name}" == made.ENDING else f".{name}{made.ENDING}"
        for path, octets in sorted(files.items()):
            place = f"{release.id}{ending}" if made.ENDING else f"{release.id}/{path}"
            yield Deliverable(path=f"{FORMATS}/{place}", form=name, octets=octets)
