"""The ledger of `share`: the cards that were used, where packages were opened, and what is gone.

It depends on the partners and on the writer of private files.
What else is remembered of a partner or a package is one more file beside the others.

Safety: what is remembered lies with its owner alone; a place is kept so that nobody says that a
package is destroyed while its files still lie there.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from safeconduct.cli.free_place import require_free
from safeconduct.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from safeconduct.publish.partners.kept_package import KeptPackage
    from safeconduct.publish.partners.partner import Partner

_PLACES: Final = ".places"


def require_known(partner: Partner, keep: Path) -> bool:
    """Whether the partner is known; decline a known one with other keys.

    Raises:
        Refusal: the keys are not those that were known.
    """
    from safeconduct.publish.partners.known_partner import ENDING, require_same
    from safeconduct.publish.partners.partner import read_partner

    kept = keep / f"{partner.id}{ENDING}"
    if not kept.is_file():
        return False
    require_same(partner, known=read_partner(kept.read_bytes()), kept_as=str(kept))
    return True


def remember_partner(partner: Partner, keep: Path) -> None:
    """Keep the card of a partner as it was used for the first time."""
    from safeconduct.exporters.private_file import write_private
    from safeconduct.publish.partners.known_partner import ENDING
    from safeconduct.publish.partners.partner import written_partner

    kept = keep / f"{partner.id}{ENDING}"
    if not kept.is_file():
        write_private(written_partner(partner).encode(), kept)


def own_octets(path: Path) -> bytes:
    """The octets of a file that lies where it is named.

    Raises:
        Refusal: it is a link, or no file.
    """
    # Safety: a link could lead a file of somebody's own, or a secret key, into a package.
    if path.is_symlink() or not path.is_file():
        raise Refusal(
            f"to pack {path.name}",
            rule="what is packed is a file, and no link or folder",
            remedy="Name the file itself.",
        )
    return path.read_bytes()


def receipt_beside(target: Path) -> Path:
    """Where the receipt of an opened package goes.

    Raises:
        Refusal: there is something.
    """
    receipt = target.with_name(f"{target.name}.receipt.json")
    require_free(receipt)
    return receipt


def known_again(opened: KeptPackage, keep: Path) -> KeptPackage | None:
    """What the ledger remembers of a package that is opened once more, or None.

    Raises:
        Refusal: it was recalled or destroyed, or another package has its id.
    """
    from safeconduct.publish.partners.kept_package import read_kept
    from safeconduct.publish.partners.notice import DESTROYED, RECALLED

    path = keep / f"{opened.id}.package"
    if not path.is_file():
        return None
    kept = read_kept(path.read_bytes())
    if (kept.digest, kept.code) != (opened.digest, opened.code):
        raise Refusal(
            f"a second package {opened.id}",
            rule="each package has an id of its own",
            remedy="Ask its sender which of the two is theirs.",
        )
    if any(word in one.split() for one in kept.said for word in (RECALLED, DESTROYED)):
        raise Refusal(
            f"to open the package {opened.id} again",
            rule="what was recalled, or said to be destroyed, is not opened",
            remedy="Destroy the file, or ask its sender for another package.",
        )
    return kept


def remember_place(identifier: str, keep: Path, *, places: Iterable[Path]) -> None:
    """Keep where a package lies and where it was opened."""
    from safeconduct.exporters.private_file import write_private

    file = keep / f"{identifier}{_PLACES}"
    known = _known_places(file)
    lines = dict.fromkeys([*known, *(os.fsencode(each.absolute()) for each in places)])
    write_private(b"\0".join(lines), file, replaces=True)


def require_gone(identifier: str, keep: Path) -> None:
    """Decline to say that a package is destroyed while it still lies where it was put.

    Raises:
        Refusal: something of it does.
    """
    known = {path.stem: path for path in keep.glob(f"*{_PLACES}")}
    if identifier not in known:
        return
    left = [
        path
        for path in (Path(os.fsdecode(each)) for each in _known_places(known[identifier]))
        if os.path.lexists(path)
    ]
    if left:
        raise Refusal(
            f"to say that {identifier} is destroyed",
            rule=f"it still lies at {', '.join(map(str, left))}",
            remedy="Destroy the files there and every other copy, then say it.",
        )


def _known_places(file: Path) -> list[bytes]:
    return [each for each in file.read_bytes().split(b"\0") if each] if file.is_file() else []
