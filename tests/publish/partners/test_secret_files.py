"""A secret key goes to no partner, by whatever name, spelling or archive it comes.

It depends on the cast; every key is drawn here.
A further kind of secret, or a further way to hide one, is one more row.
"""

import base64
import gzip
import io
import zipfile

import pytest

from safeconduct.errors import Refusal
from safeconduct.publish.partners.secret_files import refuse_secrets
from tests.publish.partners.cast import IDENTITY

OPENSSH = "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n"


def zipped(octets):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("notes.txt", octets)
    return out.getvalue()


@pytest.mark.parametrize(
    "octets",
    [
        IDENTITY.encode(),
        f"# created: 2031-02-03\n{IDENTITY}\n".encode(),
        IDENTITY.lower().encode(),
        IDENTITY.encode("utf-16"),
        IDENTITY.replace("SECRET", "SEC\u200bRET").encode(),
        gzip.compress(IDENTITY.encode()),
        zipped(IDENTITY.encode()),
        b"\x00\x01binary" + IDENTITY.encode(),
        OPENSSH.encode(),
        b"-----BEGIN RSA PRIVATE KEY-----",
        b"-----BEGIN ENCRYPTED PRIVATE KEY-----",
        b"-----BEGIN PGP PRIVATE KEY BLOCK-----",
        b"PuTTY-User-Key-File-3: ssh-ed25519",
        base64.b64encode(b"openssh-key-v1\0none"),
        b'{"format": "safeconduct-kept-package-1"}',
        b'{"format": "safeconduct-overlap-secret-1"}',
    ],
)
def test_a_secret_is_known_by_what_it_holds(octets):
    with pytest.raises(Refusal) as caught:
        refuse_secrets("letter.txt", octets)

    assert IDENTITY[20:30] not in str(caught.value)


@pytest.mark.parametrize("name", ["east.identity", "a.PEM", "id_ed25519", "x.part", "y.known"])
def test_a_secret_is_known_by_its_name(name):
    with pytest.raises(Refusal):
        refuse_secrets(name, b"")


@pytest.mark.parametrize(
    "octets", [b"", b"Mira Poleva was followed.", b"age1abc is a public key", b"\xff\x00\x01"]
)
def test_a_letter_is_none_until_a_secret_stands_in_it(octets):
    refuse_secrets("letter.txt", octets)

    with pytest.raises(Refusal):
        refuse_secrets("letter.txt", octets + IDENTITY.encode())
