"""A package opens only when its sender signed it, and OpenSSH says the same of the signature.

It depends on the cast and, where it is installed, on ssh-keygen.
A further wrong signature is one more line of the wrong ones.
"""

import shutil
import subprocess
from dataclasses import replace

import pytest

from safeconduct.errors import BrokenIntegrity, Refusal, RejectedRows
from safeconduct.publish.partners.package import sealed
from safeconduct.publish.partners.signature import (
    read_partners,
    require_signature,
    roster_line,
    signature_over,
)
from tests.publish.partners.cast import (
    CODE,
    DAY,
    EAST,
    EAST_KEY,
    LINES,
    NORTH_KEY,
    ROSTER,
    WEST_KEY,
    as_opened,
    as_sent,
    made,
)


def held(octets, signature, *, by="north-desk", on=DAY):
    require_signature(octets, signature, roster=ROSTER, by=by, on=on)


def test_a_package_of_its_sender_opens():
    package, _ = as_opened(as_sent())

    assert package.sender == "north-desk"


@pytest.mark.parametrize(
    ("key", "asked"), [(WEST_KEY, "nobody in the roster"), (EAST_KEY, "not north-desk's")]
)
def test_a_package_in_the_name_of_another_is_refused(key, asked):
    sent = sealed(made(), partner=EAST, code=CODE, key=key)

    with pytest.raises(Refusal, match=asked):
        as_opened(sent)


def test_a_package_that_was_passed_on_is_refused():
    with pytest.raises(Refusal, match="a package for east-desk"):
        as_opened(as_sent(), partner="west-desk")


def test_what_nobody_signed_is_refused():
    with pytest.raises(Refusal, match="what nobody signed"):
        held(b"x", b"")


def test_a_signature_over_something_else_is_broken():
    signature = signature_over(b"x", NORTH_KEY)
    lines = signature.split(b"\n")

    held(b"x", signature)
    for octets, wrong in (
        (b"y", signature),
        (b"x", b"words"),
        (b"x", b"a\n\xff\nb\nc"),
        (b"x", b"a\n====\nb\nc"),
        (b"x", signature + b"\n"),
        (b"x", signature.replace(lines[1], lines[1].swapcase())),
        (b"x", b"\n".join((lines[0], *lines[2:]))),
    ):
        with pytest.raises(BrokenIntegrity):
            held(octets, wrong)


def test_a_key_signs_on_its_days_only():
    line = LINES.replace('-package"', '-package",valid-before="20310202"')
    roster = read_partners(line.encode(), file="roster")

    with pytest.raises(Refusal):
        as_opened(as_sent(), roster=roster)


def test_a_roster_of_releases_is_none_of_partners():
    line = roster_line("north-desk", NORTH_KEY).replace("-package", "-release")

    with pytest.raises(RejectedRows) as caught:
        read_partners(line.encode(), file="roster")

    (problem,) = caught.value.problems
    assert (problem.file, problem.row) == ("roster", 1)
    assert "safeconduct-package" in problem.allowed


def test_two_keys_alike_in_their_ids_are_told_apart():
    signers = {name: replace(one, public=b"other") for name, one in ROSTER.signers.items()}

    with pytest.raises(Refusal, match="nobody in the roster"):
        as_opened(as_sent(), roster=replace(ROSTER, signers=signers))


@pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="no ssh-keygen: install openssh-client")
def test_openssh_verifies_the_same_signature(tmp_path):
    (tmp_path / "roster").write_text(LINES)
    (tmp_path / "sig").write_bytes(signature_over(b"octets", NORTH_KEY))
    typed = [
        "ssh-keygen",
        "-Y",
        "verify",
        "-f",
        "roster",
        "-I",
        "north-desk",
        "-n",
        "safeconduct-package",
        "-s",
        "sig",
    ]

    for octets, code in ((b"octets", 0), (b"others", 255)):
        done = subprocess.run(typed, input=octets, cwd=tmp_path, capture_output=True, check=False)
        assert done.returncode == code
