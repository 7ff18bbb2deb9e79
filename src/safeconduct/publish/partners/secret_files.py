"""Secret files: what must go to no partner, known by what it holds, whatever its name is.

It depends on the search of the linter, which opens what a file is packed in.
A further kind of secret is one more line in `_SIGNS`.

Safety: a secret key lies beside the letters that are packed, and one slip of a name sends it away.
"""

from __future__ import annotations

import re
from typing import Final

from safeconduct.errors import Refusal
from safeconduct.publish.linter.search import passages

_SIGNS: Final = re.compile(
    r"AGE-SECRET-KEY-|AGE-PLUGIN-[A-Z0-9]+-1"
    r"|-----\s?BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY|openssh-key-v1|PuTTY-User-Key-File"
    r"|b3BlbnNzaC1rZXkt"  # how the octets of an OpenSSH key begin in base64
    r"|safeconduct-kept-package-\d|safeconduct-overlap-secret-\d",
    re.IGNORECASE,
)
_UNSEEN: Final = re.compile(r"[\x00\u200b-\u200f\u2060\ufeff]")
_NAMES: Final = re.compile(r"\.(?:identity|package|part|known|pem|ppk|key)$|(?:^|/)id_[a-z0-9]+$")


def refuse_secrets(name: str, octets: bytes) -> None:
    """Decline a file that holds a secret key, or what is remembered of packages and lists.

    Raises:
        Refusal: it does.
    """
    found = _NAMES.search(name.casefold()) or any(
        _SIGNS.search(_UNSEEN.sub("", passage.text)) for passage in passages({"file": octets})
    )
    if found or _SIGNS.search(octets.replace(b"\0", b"").decode("latin-1")):
        raise Refusal(
            f"to pack {name}",
            rule="a secret key, and what is remembered of packages and lists, goes to nobody",
            remedy="Take the file out of what is packed; where it was sent already, make new keys.",
        )
