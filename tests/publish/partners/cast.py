"""The cast of the partner tests: two invented organisations, a consent, a corpus that may go.

It depends on the partners and on a built-in corpus as a stand-in for any.
A further member of the cast is one more constant here.
"""

from dataclasses import replace
from datetime import date

from safeconduct.publish.partners import age_format
from safeconduct.publish.partners.package import Terms, opened, packed, sealed
from safeconduct.publish.partners.part import Part
from safeconduct.publish.partners.partner import Partner
from safeconduct.publish.partners.sharing_consent import SharingConsent
from safeconduct.publish.partners.signature import read_partners, roster_line
from safeconduct.publish.ssh_keys import signing_key
from tests.publish.signed_releases import private_octets

IDENTITY = age_format.fresh_identity()
STRANGER = age_format.fresh_identity()
EAST = Partner(id="east-desk", keys=(age_format.public_key(IDENTITY),))
CODE = bytes(range(32))
DAY = date(2031, 2, 3)
NORTH_KEY = signing_key(private_octets(1), file="north")
EAST_KEY = signing_key(private_octets(2), file="east")
WEST_KEY = signing_key(private_octets(3), file="west")
LINES = roster_line("north-desk", NORTH_KEY) + roster_line("east-desk", EAST_KEY)
ROSTER = read_partners(LINES.encode(), file="roster")
CONSENT = SharingConsent(
    id="c-12",
    audience="amber",
    purposes=("protection",),
    partners=("east-desk",),
    groups=("facts", "letters"),
    given_on=date(2031, 1, 1),
    until=date(2031, 12, 31),
)
TERMS = Terms(
    id="0123456789abcdef",
    sender="north-desk",
    tlp="amber",
    purpose="protection",
    consent=CONSENT,
    on=DAY,
)
LETTER = Part(name="letter.txt", group="letters", octets=b"Mira Poleva was followed.")
FACTS = Part(name="facts.csv", group="facts", octets=b"id,kind\ni1,incident\n")
HEALTH = Part(name="health.txt", group="health", octets=b"Mira Poleva is ill.")


def terms(**changed):
    return replace(TERMS, **changed)


def made():
    return packed([LETTER, FACTS, HEALTH], partner=EAST, terms=TERMS)


def as_opened(octets, *, identity=IDENTITY, roster=ROSTER, partner="east-desk"):
    return opened(octets, identity=identity, roster=roster, partner=partner)


def as_sent():
    return sealed(made(), partner=EAST, code=CODE, key=NORTH_KEY)
