"""A release verifies only as it was signed, by two people who could sign; OpenSSH says the same.

It depends on releases laid down in a folder of their own; `ssh-keygen` is the judge.
A further way to change a release is one more function in `CHANGES`.
"""

import base64
import hashlib
import shutil
import subprocess
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.errors import BrokenIntegrity, Refusal, RejectedRows, Unavailable
from safeconduct.publish.manifest import MANIFEST, SIGNATURES, files_of, manifest_of
from safeconduct.publish.roster import NAMESPACE
from safeconduct.publish.signing import sign, signed, verify
from safeconduct.publish.ssh_keys import is_locked, key_id, packed, signing_key
from tests.publish.signed_releases import (
    FILES,
    key_of,
    lay_down,
    private_octets,
    roster,
    roster_text,
)

needs_openssh = pytest.mark.skipif(
    shutil.which("ssh-keygen") is None,
    reason="ssh-keygen is missing: apt-get install openssh-client",
)


def ssh_keygen(*arguments, given=b"", folder):
    return subprocess.run(
        ["ssh-keygen", *arguments], input=given, cwd=folder, capture_output=True, check=False
    )


@pytest.fixture(scope="module")
def whole():
    with TemporaryDirectory() as folder:
        yield lay_down(Path(folder))


def copied(whole, folder):
    return Path(shutil.copytree(whole, Path(folder) / "copy"))


def test_a_release_as_it_was_signed_says_its_day_and_who_signed(whole):
    found = verify(whole, roster())

    assert found.people == ("ada", "berta")
    assert found.made_on == date(2026, 6, 30)
    assert found.files == len(FILES) + 3


@given(drawn=st.data())
@settings(max_examples=150, deadline=None)
def test_one_changed_byte_of_any_file_is_found(whole, drawn):
    path = drawn.draw(st.sampled_from(sorted(files_of(whole))))
    octets = (whole / path).read_bytes()
    place = drawn.draw(st.integers(0, len(octets) - 1))
    other = drawn.draw(st.integers(0, 255).filter(lambda byte: byte != octets[place]))
    changed = octets[:place] + bytes([other]) + octets[place + 1 :]

    (whole / path).write_bytes(changed)
    try:
        with pytest.raises(BrokenIntegrity):
            verify(whole, roster())
    finally:
        (whole / path).write_bytes(octets)


@given(drawn=st.data())
@settings(max_examples=60, deadline=None)
def test_one_byte_more_or_less_in_any_file_is_found(whole, drawn):
    path = drawn.draw(st.sampled_from(sorted(files_of(whole))))
    octets = (whole / path).read_bytes()
    place = drawn.draw(st.integers(0, len(octets) - 1))
    more = drawn.draw(st.binary(max_size=1))

    (whole / path).write_bytes(octets[:place] + more + octets[place + len(more) ^ 1 :])
    if (whole / path).read_bytes() == octets:
        return
    try:
        with pytest.raises(BrokenIntegrity):
            verify(whole, roster())
    finally:
        (whole / path).write_bytes(octets)


@given(drawn=st.data())
@settings(max_examples=60, deadline=None)
def test_one_changed_letter_of_any_name_is_found(whole, drawn):
    path = drawn.draw(st.sampled_from(sorted(files_of(whole))))
    name = path.rpartition("/")[2]
    place = drawn.draw(st.integers(0, len(name) - 1))
    letter = drawn.draw(st.sampled_from("abcXYZ019_-~").filter(lambda one: one != name[place]))
    old = whole / path
    new = old.with_name(name[:place] + letter + name[place + 1 :])

    old.rename(new)
    try:
        with pytest.raises(BrokenIntegrity):
            verify(whole, roster())
    finally:
        new.rename(old)


def _missing(folder, path):
    (folder / path).unlink()


def _extra(folder, path):
    (folder / path).with_name("beside").write_bytes(b"")


def _linked(folder, path):
    (folder / path).rename(folder.parent / "elsewhere")
    (folder / path).symlink_to(folder.parent / "elsewhere")


def _replaced_by_a_folder(folder, path):
    (folder / path).unlink()
    (folder / path).mkdir()


@pytest.mark.parametrize("change", [_missing, _extra, _linked, _replaced_by_a_folder])
@pytest.mark.parametrize("place", range(len(FILES) + 3))
def test_a_missing_an_extra_and_a_linked_file_are_found_everywhere(whole, tmp_path, change, place):
    folder = copied(whole, tmp_path)

    change(folder, sorted(files_of(folder))[place])

    with pytest.raises(BrokenIntegrity):
        verify(folder, roster())


def test_no_folder_is_no_release(tmp_path):
    with pytest.raises((BrokenIntegrity, Unavailable)):
        verify(tmp_path / "nothing", roster())


@pytest.mark.parametrize("text", [b"", b"\xff\n", b"nonsense\n", b"0" * 64 + b"  MANIFEST\n"])
def test_what_is_no_manifest_is_refused_even_when_signed(tmp_path, text):
    (tmp_path / MANIFEST).write_bytes(text)

    with pytest.raises(BrokenIntegrity):
        verify(tmp_path, roster())


def test_a_manifest_is_the_list_that_sha256sum_checks(whole):
    program = shutil.which("sha256sum")
    assert program is not None
    found = subprocess.run(
        [program, "--check", "--strict", MANIFEST], cwd=whole, capture_output=True, check=False
    )

    assert found.returncode == 0, found.stderr


# Who signed ──────────────────────────────────────────────────────────────────


def test_two_keys_of_one_person_are_one_person(tmp_path):
    lay_down(tmp_path)
    text = roster_text("ada", "berta").replace("berta", "ada")

    with pytest.raises(BrokenIntegrity, match="1 of at least 2"):
        verify(tmp_path, _read(text))


@pytest.mark.parametrize("people", [(), ("ada",)])
def test_fewer_than_two_people_are_too_few(tmp_path, people):
    lay_down(tmp_path, people=people)

    with pytest.raises(BrokenIntegrity, match=f"{len(people)} of at least 2"):
        verify(tmp_path, roster())


def test_a_key_beside_the_roster_breaks_a_release_that_two_others_signed(tmp_path):
    lay_down(tmp_path, people=("ada", "berta", "cem"))

    assert len(verify(tmp_path, roster()).people) == 3
    with pytest.raises(BrokenIntegrity, match="roster"):
        verify(tmp_path, roster("ada", "berta"))


@pytest.mark.parametrize(
    ("after", "before", "holds"),
    [
        ("20260630", "20260630", True),
        ("20260701", "20261231", False),
        ("20260101", "20260629", False),
    ],
)
def test_a_key_signs_from_its_first_day_to_its_last(tmp_path, after, before, holds):
    lay_down(tmp_path)
    options = f'namespaces="{NAMESPACE}",valid-after="{after}",valid-before="{before}"'
    text = roster_text("ada", options=options) + roster_text("berta")

    if holds:
        assert verify(tmp_path, _read(text)).people == ("ada", "berta")
        return
    with pytest.raises(BrokenIntegrity, match="of that day"):
        verify(tmp_path, _read(text))


def test_a_key_signs_once(tmp_path):
    lay_down(tmp_path, people=("ada",))

    with pytest.raises(Refusal, match="once"):
        sign(tmp_path, key_of("ada"))


def test_what_does_not_hold_is_not_signed(tmp_path):
    lay_down(tmp_path, people=())
    (tmp_path / "release.json").write_bytes(b"{}")

    with pytest.raises(BrokenIntegrity):
        sign(tmp_path, key_of("ada"))


@pytest.mark.parametrize("text", [b"{}", b"[]", b'{"made_on": "soon"}', b'{"made_on": 1}', b"\xff"])
def test_a_release_that_does_not_say_its_day_does_not_verify(tmp_path, text):
    files = {**FILES, "release.json": text}
    lay_down(tmp_path, people=())
    (tmp_path / "release.json").write_bytes(text)
    (tmp_path / MANIFEST).write_bytes(manifest_of(files))
    for person in ("ada", "berta"):
        sign(tmp_path, key_of(person))

    with pytest.raises(BrokenIntegrity, match=r"release\.json"):
        verify(tmp_path, roster())


def _read(text):
    from safeconduct.publish.roster import read_roster  # noqa: PLC0415  # beside its only use

    return read_roster(text.encode(), file="roster")


SPACE = NAMESPACE.encode()
WORDS = "invented words"

# Forged signatures ───────────────────────────────────────────────────────────


def forged(*, namespace=SPACE, reserved=b"", hashed=b"sha512", proper=None):
    key = key_of("ada")
    proper = packed(b"ssh-ed25519", b"\0" * 64) if proper is None else proper
    blob = b"SSHSIG\0\0\0\1" + packed(key.public, namespace, reserved, hashed, proper)
    return armoured(blob)


def armoured(blob):
    text = base64.b64encode(blob).decode()
    lines = [text[at : at + 70] for at in range(0, len(text), 70)]
    begin, end = "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"
    return "\n".join([begin, *lines, end, ""]).encode()


@pytest.mark.parametrize(
    "octets",
    [
        b"",
        b"-----BEGIN SSH SIGNATURE-----\n!\n-----END SSH SIGNATURE-----\n",
        armoured(b"SSHSIG\0\0\0\2"),
        armoured(b"SSHSIG\0\0\0\1\0\0\0\7too"),
        armoured(b"SSHSIG\0\0\0\1\0"),
        forged(),
        forged(namespace=b"file"),
        forged(reserved=b"more"),
        forged(hashed=b"sha256"),
        forged(proper=packed(b"ssh-rsa", b"1")),
        forged(proper=packed(b"ssh-ed25519")),
        forged(proper=packed(b"ssh-ed25519", b"\0" * 64, b"more")),
        forged(proper=packed(b"ssh-ed25519", b"short")),
    ],
)
def test_a_forged_signature_is_refused(tmp_path, octets):
    lay_down(tmp_path)
    path = tmp_path / SIGNATURES / f"{key_id(key_of('ada').public)}.sig"
    path.write_bytes(octets)

    with pytest.raises(BrokenIntegrity, match=SIGNATURES):
        verify(tmp_path, roster())


def test_nothing_may_stand_behind_a_true_signature(tmp_path):
    lay_down(tmp_path)
    path = tmp_path / SIGNATURES / f"{key_id(key_of('ada').public)}.sig"
    message = b"SSHSIG" + packed(
        SPACE, b"", b"sha512", hashlib.sha512((tmp_path / MANIFEST).read_bytes()).digest()
    )
    true = key_of("ada").sign(message)

    path.write_bytes(forged(proper=packed(b"ssh-ed25519", true)))
    assert verify(tmp_path, roster()).people == ("ada", "berta")
    path.write_bytes(forged(proper=packed(b"ssh-ed25519", true, b"more")))
    with pytest.raises(BrokenIntegrity):
        verify(tmp_path, roster())


def test_a_signature_over_another_release_is_refused(tmp_path):
    lay_down(tmp_path)
    path = tmp_path / SIGNATURES / f"{key_id(key_of('ada').public)}.sig"
    path.write_bytes(signed(b"another", key_of("ada")))

    with pytest.raises(BrokenIntegrity, match="not over these bytes"):
        verify(tmp_path, roster())


# The judge ───────────────────────────────────────────────────────────────────


@needs_openssh
@pytest.mark.parametrize("person", ["ada", "berta"])
@pytest.mark.parametrize(("day", "holds"), [("20260630", True), ("20270101", False)])
def test_openssh_verifies_what_was_signed_here_on_the_same_days(tmp_path, person, day, holds):
    lay_down(tmp_path)
    (tmp_path / "roster").write_text(roster_text("ada", "berta"))
    signature = f"{SIGNATURES}/{key_id(key_of(person).public)}.sig"

    found = ssh_keygen(
        *("-Y", "verify", "-f", "roster", "-I", person, "-n", NAMESPACE, "-s", signature),
        f"-Overify-time={day}",
        given=(tmp_path / MANIFEST).read_bytes(),
        folder=tmp_path,
    )

    assert (found.returncode == 0) == holds, found.stderr


@needs_openssh
def test_openssh_writes_the_same_signature_and_its_keys_are_read(tmp_path):
    lay_down(tmp_path, people=())
    ssh_keygen("-q", "-t", "ed25519", "-N", "", "-C", "", "-f", "key", folder=tmp_path)
    found = ssh_keygen("-Y", "sign", "-f", "key", "-n", NAMESPACE, MANIFEST, folder=tmp_path)
    assert found.returncode == 0, found.stderr

    key = signing_key((tmp_path / "key").read_bytes(), file="key")

    assert (tmp_path / f"{MANIFEST}.sig").read_bytes() == signed(
        (tmp_path / MANIFEST).read_bytes(), key
    )


@needs_openssh
def test_a_key_with_a_passphrase_of_openssh_is_read(tmp_path):
    arguments = ("-q", "-t", "ed25519", "-N", WORDS, "-a", "1")
    ssh_keygen(*arguments, "-f", "key", folder=tmp_path)
    octets = (tmp_path / "key").read_bytes()

    assert is_locked(octets)
    assert signing_key(octets, file="key", passphrase=WORDS).public


# Keys ────────────────────────────────────────────────────────────────────────


def test_a_key_is_told_by_whether_it_is_locked():
    assert is_locked(private_octets(7, passphrase=WORDS))
    assert not is_locked(private_octets(7))
    assert not is_locked(b"no key")


@pytest.mark.parametrize("passphrase", ["", "other"])
def test_a_locked_key_needs_its_own_passphrase(passphrase):
    octets = private_octets(7, passphrase=WORDS)

    with pytest.raises(RejectedRows) as caught:
        signing_key(octets, file="key", passphrase=passphrase)

    assert "passphrase" in caught.value.problems[0].found


def test_a_key_of_another_kind_is_refused():
    from cryptography.hazmat.primitives.asymmetric.ec import (  # noqa: PLC0415  # its only use
        SECP256R1,
        generate_private_key,
    )
    from cryptography.hazmat.primitives.serialization import (  # noqa: PLC0415
        Encoding,
        NoEncryption,
        PrivateFormat,
    )

    key = generate_private_key(SECP256R1())
    octets = key.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption())

    with pytest.raises(RejectedRows) as caught:
        signing_key(octets, file="key")

    assert caught.value.problems[0].found == "a key of another kind"


def test_a_signing_key_does_not_show_itself():
    assert "sign=" not in repr(key_of("ada"))


def test_a_release_of_a_hundred_thousand_brackets_is_a_broken_one(tmp_path):
    (tmp_path / "release.json").write_bytes(b"[" * 100_000)
    (tmp_path / MANIFEST).write_bytes(manifest_of({"release.json": b"[" * 100_000}))

    with pytest.raises(BrokenIntegrity, match=r"release\.json"):
        verify(tmp_path, roster())


def test_a_folder_without_files_is_something_that_nobody_signed(whole, tmp_path):
    """Safety: its name alone can say who somebody is."""
    copy = copied(whole, tmp_path)
    (copy / "Invented Name").mkdir()

    with pytest.raises(BrokenIntegrity) as caught:
        verify(copy, roster())

    assert "Invented" not in str(caught.value)
