"""Withdrawals: later releases at hand that take one back, told by the digest that they concern.

It depends on the folder form, the signatures and the roster.
Where else a withdrawal may lie is one more folder that the caller names.

Safety: that none was found proves nothing; whoever holds a release back also holds back what takes
it back. A withdrawal that nobody signed could be anybody's, so that a verifier is told of signed
ones only, while the house itself heeds every one.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.errors import Refusal, SafeconductError
from safeconduct.publish.folder import RELEASE, read
from safeconduct.publish.signing import verify

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from safeconduct.publish.release import Release, Wording
    from safeconduct.publish.roster import Roster

KIND: Final = "withdrawal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """A release that takes another back: its id, its day and the reason that it gives."""

    id: str
    made_on: str
    reason: Wording


def withdrawals_of(
    folder: Path, *, beside: Iterable[Path] = (), roster: Roster | None = None
) -> tuple[Withdrawal, ...]:
    """The withdrawals of a release that lie beside it, or in or at the places given.

    roster: take only those that it verifies; without one, all of them.
    """
    digest = hashlib.sha256((folder / RELEASE).read_bytes()).hexdigest()
    found = {}
    for place in _releases((folder.resolve().parent, *beside)):
        release = _withdrawal(place, digest, roster)
        if release is not None:
            found[release.digest] = Withdrawal(
                id=release.id, made_on=release.made_on, reason=release.reason
            )
    return tuple(sorted(found.values(), key=lambda each: (each.made_on, each.id)))


def refuse_withdrawn(folder: Path, release: Release) -> None:
    """Decline to pass on a release that a withdrawal beside it takes back.

    Raises:
        Refusal: there is one, signed or not.
    """
    withdrawn = withdrawals_of(folder)
    if withdrawn:
        raise Refusal(
            f"the release {release.id}, which {withdrawn[0].id} takes back",
            rule="a release that was withdrawn is not passed on",
            remedy="Pass on the release that replaces it, or the withdrawal.",
        )


def _releases(places: Iterable[Path]) -> Iterator[Path]:
    for place in places:
        if (place / RELEASE).is_file():
            yield place
        # Safety: whatever somebody called its folder, it takes back what it takes back.
        yield from sorted(each.parent for each in place.glob(f"*/{RELEASE}"))


def _withdrawal(place: Path, digest: str, roster: Roster | None) -> Release | None:
    try:
        release = read(place)
        if release.kind != KIND or release.concerns != digest:
            return None
        if roster is not None:
            verify(place, roster)
    except SafeconductError:
        return None  # Broken, or not signed as it must be: it says nothing.
    return release
