"""Releases for tests of signatures: a small folder, keys of three invented people, a roster.

It depends on cryptography, which makes the keys in the form that `ssh-keygen` writes.
A further case is one more file in `FILES`.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from safeconduct.publish.manifest import MANIFEST, manifest_of
from safeconduct.publish.roster import Roster, read_roster
from safeconduct.publish.signing import sign
from safeconduct.publish.ssh_keys import SigningKey, signing_key

FILES: Mapping[str, bytes] = {
    "release.json": b'{"made_on": "2026-06-30"}\n',
    "tables/by-year.csv": b"year,shown\n2024,10\n",
    "texts/method-ru.md": "Как считали.\n".encode(),
    "pictures/by-year.png": bytes(range(256)),
}
PEOPLE = ("ada", "berta", "cem")
DATES = 'namespaces="safeconduct-release",valid-after="20260101",valid-before="20261231"'


def private_octets(seed: int, *, passphrase: str = "") -> bytes:
    locked = BestAvailableEncryption(passphrase.encode()) if passphrase else NoEncryption()
    key = Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32)
    return key.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, locked)


@cache
def key_of(person: str) -> SigningKey:
    return signing_key(private_octets(PEOPLE.index(person)), file=person)


def public_line(person: str) -> str:
    key = Ed25519PrivateKey.from_private_bytes(bytes([PEOPLE.index(person)]) * 32)
    return key.public_key().public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH).decode()


def roster_text(*people: str, options: str = DATES) -> str:
    return "".join(f"{person} {options} {public_line(person)}\n" for person in people)


def roster(*people: str) -> Roster:
    return read_roster(roster_text(*(people or PEOPLE)).encode(), file="roster")


def lay_down(folder: Path, *, people: tuple[str, ...] = ("ada", "berta")) -> Path:
    for path, octets in {**FILES, MANIFEST: manifest_of(FILES)}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(octets)
    for person in people:
        sign(folder, key_of(person))
    return folder
