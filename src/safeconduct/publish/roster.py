"""The roster: who may sign releases, with which key, from when until when.

It depends on the SSH keys; a roster is an `allowed_signers` file of OpenSSH, so that `ssh-keygen
-Y verify` reads the same file, and on the folding that tells names that look alike.
Each line is a person (a pseudonym, the same on every line of hers), the options and the key. A
further option is one more name in `_OPTIONS`; one that is not understood is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from safeconduct.errors import Problem, RejectedRows
from safeconduct.publish.linter.folding import squeezed
from safeconduct.publish.ssh_keys import key_id, public_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NAMESPACE: Final = "safeconduct-release"
_ALLOWED: Final = (
    'PERSON namespaces="{namespace}",valid-after="YYYYMMDD",valid-before="YYYYMMDD" ssh-ed25519 KEY'
)
_OPTIONS: Final = ("namespaces", "valid-after", "valid-before")
_OPTION: Final = re.compile(r'([a-z-]+)="([^",]*)"')
_PERSON: Final = re.compile(r"[\w.@+-]+")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029]")
_DAY: Final = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """One key of one person, and the days of the releases that it may sign.

    valid_after, valid_before: the first and the last of these days; both may be open.
    """

    person: str
    public: bytes
    valid_after: date = date.min
    valid_before: date = date.max

    def may_sign_on(self, day: date) -> bool:
        """Tell whether a release of that day may carry a signature by this key."""
        return self.valid_after <= day <= self.valid_before


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """Who may sign, by the ids of their keys."""

    signers: Mapping[str, Signer]


def read_roster(octets: bytes, *, file: str, namespace: str = NAMESPACE) -> Roster:
    """Read a roster of keys that may sign in a namespace, by default releases.

    Raises:
        RejectedRows: a line cannot be used, or a key stands twice; every problem at once.
    """
    allowed = _ALLOWED.format(namespace=namespace)
    problems: list[Problem] = []
    signers: dict[str, Signer] = {}
    # OpenSSH ends a line at a line feed only; a line that ends elsewhere here would hold a signer
    # whom `ssh-keygen` takes for a remark.
    lines = octets.decode("utf-8", errors="replace").split("\n")
    for row, line in enumerate((each.removesuffix("\r") for each in lines), start=1):
        if _CONTROL.search(line):
            found = "a sign that does not show"
            problems.append(Problem(file=file, row=row, column="", found=found, allowed=allowed))
            continue
        if not line.strip() or line.startswith("#"):
            continue
        signer = _signer(line, namespace)
        if isinstance(signer, Signer) and _is_like_another(signer.person, signers.values()):
            signer = "a person who looks like another of this roster"
        if isinstance(signer, Signer) and key_id(signer.public) in signers:
            signer = "a key that stands above"
        if isinstance(signer, Signer):
            signers[key_id(signer.public)] = signer
        else:
            problems.append(Problem(file=file, row=row, column="", found=signer, allowed=allowed))
    if not signers and not problems:
        problems = [Problem(file=file, row=0, column="", found="no line", allowed=allowed)]
    if problems:
        raise RejectedRows(file, problems)
    return Roster(signers=signers)


def _is_like_another(person: str, signers: Iterable[Signer]) -> bool:
    """Whether an eye takes a person for another: by capital letters, or letters that look alike.

    Safety: one person under two names would be two of the people whom a release needs.
    """
    alike = squeezed(person)
    return any(each.person != person and squeezed(each.person) == alike for each in signers)


def _signer(line: str, namespace: str) -> Signer | str:
    """The key of a line, or what is wrong with it."""
    person, *words = line.split()
    if not _PERSON.fullmatch(person):
        return "a person who is not one word, or a pattern"
    options = _options(words.pop(0)) if words and "=" in words[0] else {}
    if options is None:
        return "an option that is not understood"
    # Without a namespace the key would sign this and anything else.
    if options.get("namespaces") != namespace:
        return "no namespace, or another one"
    days = [_day(options[name]) for name in ("valid-after", "valid-before") if name in options]
    if None in days:
        return "a day that is none"
    kind, key = (*words, "", "")[:2]
    public = public_key(kind, key)
    if not public:
        return "no Ed25519 key in the place of one"
    return Signer(
        person=person,
        public=public,
        valid_after=_day(options.get("valid-after", "")) or date.min,
        valid_before=_day(options.get("valid-before", "")) or date.max,
    )


def _options(text: str) -> Mapping[str, str] | None:
    """The options by their names; None where one is not understood, or stands twice."""
    found = dict(_OPTION.findall(text))
    again = ",".join(f'{name}="{value}"' for name, value in found.items())
    return found if again == text and set(found) <= set(_OPTIONS) else None


def _day(text: str) -> date | None:
    match = _DAY.fullmatch(text)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
