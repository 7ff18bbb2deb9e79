"""A package holds what consent lets out, opens for its partner only, and shows any change.

It depends on the cast; hostile archives are made here.
A further way to harm a package is one more line of the harmed ones.
"""

import hashlib
import io
import json
import tarfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.errors import BrokenIntegrity, Refusal
from safeconduct.publish.partners import age_format
from safeconduct.publish.partners.package import packed, sealed
from safeconduct.publish.partners.part import Part
from safeconduct.publish.partners.signature import signature_over
from tests.publish.partners.cast import (
    CODE,
    CONSENT,
    DAY,
    EAST,
    FACTS,
    HEALTH,
    IDENTITY,
    LETTER,
    NORTH_KEY,
    STRANGER,
    as_opened,
    as_sent,
    made,
    terms,
)


def test_it_opens_for_its_partner_as_it_was_packed():
    package, code = as_opened(as_sent(), identity=IDENTITY)

    assert package.manifest == made().manifest
    assert {part.name: part.octets for part in package.parts} == {
        "letter.txt": LETTER.octets,
        "facts.csv": FACTS.octets,
    }
    assert code == CODE


def test_consent_limits_the_octets():
    """Safety: consent limits the octets themselves, not only what a partner should respect."""
    plain = age_format.decrypted(as_sent(), identity=IDENTITY)

    assert LETTER.octets in plain
    assert HEALTH.octets not in plain
    assert b"health" not in plain


def test_nothing_of_it_can_be_read_on_the_way():
    sent = as_sent()

    assert sent.startswith(b"age-encryption.org/v1\n")
    assert not any(word in sent for word in (b"Mira", b"letter.txt", b"amber", b"east-desk"))


def test_a_stranger_opens_nothing():
    with pytest.raises(BrokenIntegrity):
        as_opened(as_sent(), identity=STRANGER)


def test_the_manifest_is_the_same_octets_for_the_same_package_in_any_order():
    turned = packed([FACTS, LETTER], partner=EAST, terms=terms())

    assert turned.manifest == made().manifest
    assert json.loads(turned.manifest)["tlp"] == "amber"


@pytest.mark.parametrize(
    ("changed", "asked"),
    [
        ({"tlp": ""}, "without label"),
        ({"purpose": ""}, "without purpose"),
        ({"consent": None}, "without consent"),
        ({"tlp": "", "purpose": "", "consent": None}, "label and purpose and consent"),
        ({"tlp": "green"}, "goes to amber at most"),
        ({"tlp": "purple"}, "goes to amber at most"),
        ({"purpose": "advocacy"}, "is for protection"),
        ({"on": DAY.replace(year=2032)}, "holds from"),
        ({"on": DAY.replace(year=2030)}, "holds from"),
    ],
)
def test_a_package_without_label_purpose_or_consent_is_declined(changed, asked):
    with pytest.raises(Refusal, match=asked):
        packed([LETTER], partner=EAST, terms=terms(**changed))


def test_a_partner_whom_the_consent_does_not_name_gets_nothing():
    other = type(EAST)(id="west-desk", keys=EAST.keys)

    with pytest.raises(Refusal, match="does not name this partner"):
        packed([LETTER], partner=other, terms=terms())


def test_a_package_of_nothing_is_declined():
    with pytest.raises(Refusal, match="package of nothing"):
        packed([HEALTH], partner=EAST, terms=terms())


def test_two_parts_of_one_name_are_declined():
    for name in ("letter.txt", "manifest.json", "code", "signature"):
        double = Part(name=name, group="letters", octets=b"x")
        with pytest.raises(Refusal, match="one name"):
            packed([LETTER, double], partner=EAST, terms=terms())


@settings(max_examples=60)
@given(st.integers(0), st.integers(1, 255))
def test_a_changed_octet_is_found(at, change):
    sent = bytearray(as_sent())
    sent[at % len(sent)] ^= change

    with pytest.raises(BrokenIntegrity):
        as_opened(bytes(sent), identity=IDENTITY)


def archive(*files, harm=None):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as written:
        for name, octets in files:
            member = tarfile.TarInfo(name)
            member.size, member.mode = len(octets), 0o600
            if harm:
                harm(member)
            written.addfile(member, io.BytesIO(octets))
    return out.getvalue()


MANIFEST = ("manifest.json", made().manifest)
SIGNED = MANIFEST[1] + hashlib.sha256(CODE).hexdigest().encode()
SIGNATURE = ("signature", signature_over(b"package\n" + SIGNED, NORTH_KEY))
WHOLE = (
    MANIFEST,
    ("code", CODE),
    ("facts.csv", FACTS.octets),
    ("letter.txt", LETTER.octets),
    SIGNATURE,
)


def said(**changed):
    text = json.dumps(json.loads(MANIFEST[1]) | changed, indent=1, sort_keys=True)
    return (("manifest.json", text.encode() + b"\n"), *WHOLE[1:])


def times(member):
    member.mtime = 1


def link(member):
    member.type, member.linkname, member.size = tarfile.SYMTYPE, "/etc/passwd", 0


def sparse(member):
    member.type = tarfile.GNUTYPE_SPARSE


def test_the_hostile_archives_differ_from_a_good_one_that_opens():
    package, _ = as_opened(age_format.encrypted(archive(*WHOLE), to=EAST.keys), identity=IDENTITY)

    assert package.id == "0123456789abcdef"


@pytest.mark.parametrize(
    "octets",
    [
        b"",
        b"no tar",
        archive(*WHOLE)[:1500],
        archive(*WHOLE[1:]),
        archive(WHOLE[0], *WHOLE[2:]),
        archive(*WHOLE[:3], SIGNATURE),
        archive(*WHOLE, ("more.txt", b"x")),
        archive(*WHOLE, ("letter.txt", b"x")),
        archive(*WHOLE, ("../out.txt", b"x")),
        archive(*WHOLE, ("/out.txt", b"x")),
        archive(*WHOLE, harm=times),
        archive(*WHOLE, harm=link),
        archive(*WHOLE, harm=sparse),
        archive(*WHOLE[:3], ("letter.txt", b"other"), SIGNATURE),
        archive(*WHOLE[:4], ("signature", b"none")),
        archive(*said(made_on="some day")),
        archive(WHOLE[0], ("code", b"short"), *WHOLE[2:]),
        archive(*said(id="../../home")),
        archive(*said(tlp="purple")),
        archive(*said(sender="a\nb")),
        archive(*said(sender=3)),
        archive(*said(contents=[[]])),
        archive(("manifest.json", b"[]"), *WHOLE[1:]),
    ],
)
def test_what_was_not_sealed_by_this_program_is_not_opened(octets):
    with pytest.raises(BrokenIntegrity):
        as_opened(age_format.encrypted(octets, to=EAST.keys), identity=IDENTITY)


def test_a_package_beyond_all_measure_is_not_read(monkeypatch):
    monkeypatch.setattr("safeconduct.publish.partners.package.LARGEST", 100)

    with pytest.raises(BrokenIntegrity):
        as_opened(as_sent(), identity=IDENTITY)


def test_a_package_shows_nothing_of_its_parts():
    """Safety: no personal value in any repr."""
    assert "Mira" not in repr(made())
    assert sealed(made(), partner=EAST, code=CODE, key=NORTH_KEY) != as_sent()
    assert CONSENT.id in made().manifest.decode()
