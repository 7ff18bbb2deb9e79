"""`safeconduct share`: packages for a partner, encrypted, with receipts and recalls.

It depends on `publish.partners` for every step, and on the writer of private files.
A further step is one more function in `_STEPS`.

Safety: a package is put together in memory; only what is encrypted, and what a partner has opened
on purpose, is ever written.
"""

from __future__ import annotations

import secrets
import shlex
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from safeconduct.cli import share_ledger
from safeconduct.cli.free_place import require_free
from safeconduct.cli.verb import Verb, json_option

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from safeconduct.cli.json_text import Json
    from safeconduct.cli.session import Session
    from safeconduct.publish.partners.kept_package import KeptPackage
    from safeconduct.publish.partners.package import Package
    from safeconduct.publish.partners.part import Part
    from safeconduct.publish.partners.sharing_consent import SharingConsent
    from safeconduct.publish.roster import Roster
    from safeconduct.publish.ssh_keys import SigningKey

STAGE: Final = "pass on"
_KEPT: Final = ".identity"
_LINE: Final = ".roster"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was typed."""

    step: str
    what: tuple[str, ...]
    partner: Path | None
    tlp: str
    purpose: str
    consent: Path | None
    name: str
    keep: Path | None
    identity: Path | None
    key: Path | None
    roster: Path | None
    reason: str
    target: Path | None
    as_json: bool


@click.command(
    cls=Verb,
    short_help="Send a partner what consent lets out.",
    help="pack what a consent lets out of a CORPUS or of GROUP:FILE for one partner, encrypted in "
    "the age format; open a package and write its receipt; check a receipt or a recall; recall a "
    "package; say that it is destroyed; key makes the card, and the line of a roster, that "
    "partners need.",
    example="safeconduct share check receipt.json --keep ours",
)
@click.argument("step", metavar="STEP", help="key, pack, open, check, recall or destroyed.")
@click.argument("what", metavar="[WHAT]...", nargs=-1, help="Corpus, GROUP:FILE, file or id.")
@click.option(
    "--to", "partner", metavar="CARD", type=click.Path(path_type=Path), help="pack: whose."
)
@click.option("--tlp", metavar="LABEL", default="", help="pack: red, amber-strict, amber …")
@click.option("--purpose", metavar="WORD", default="", help="pack: protection, advocacy …")
@click.option(
    "--consent", metavar="FILE", type=click.Path(path_type=Path), help="pack: who agreed to what."
)
@click.option("--as", "name", metavar="ID", default="", help="Who you are.")
@click.option("--keep", metavar="DIR", type=click.Path(path_type=Path), help="For your ledger.")
@click.option(
    "--identity", metavar="FILE", type=click.Path(path_type=Path), help="open: your secret key."
)
@click.option(
    "--key",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Your signing key.",
)
@click.option(
    "--roster",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="open, check: who may sign.",
)
@click.option("--reason", metavar="WORD", default="", help="recall: danger, mistake …")
@click.option("-o", "target", metavar="FILE|DIR", type=click.Path(path_type=Path), help="Where to.")
@json_option
@click.pass_context
def run(context: click.Context, /, **_: object) -> None:
    """Do one step."""
    asked = Asked(**context.params)
    session: Session = context.obj
    if asked.step not in _STEPS:
        raise click.UsageError(session.say("The steps are {steps}.", steps=", ".join(_STEPS)))
    if asked.target is not None:
        require_free(asked.target)
    lines, told = _STEPS[asked.step](asked, session)
    if asked.as_json:
        session.print_json(told)
        return
    for line in lines:
        session.out.line(line)


Told = tuple[list[str], "dict[str, Json]"]


def _key(asked: Asked, session: Session) -> Told:
    from safeconduct.exporters.private_file import write_private
    from safeconduct.publish.partners import age_format, signature
    from safeconduct.publish.partners.partner import Partner, written_partner

    target = _needed(asked.target, "-o", session)
    identity = age_format.fresh_identity()
    card = Partner(id=asked.name, keys=(age_format.public_key(identity),))
    text = written_partner(card)
    # Safety: a card is sent around, so the secret never stands in the file that was asked for.
    secret = (asked.keep or target.parent) / f"{target.stem}{_KEPT}"
    line_at = target.with_name(f"{target.stem}{_LINE}")
    if target in (secret, line_at):
        raise click.UsageError(
            session.say("-o is for the card; {ending} is for another file.", ending=target.suffix)
        )
    require_free(secret)
    require_free(line_at)
    line = signature.roster_line(card.id, _key_of(asked, session))
    if asked.keep is not None:
        asked.keep.mkdir(mode=0o700, exist_ok=True)
    write_private(f"{identity}\n".encode(), secret)
    write_private(line.encode(), line_at)
    write_private(text.encode(), target)
    lines = [
        str(target),
        session.say("Secret, never to be sent: {secret}", secret=str(secret)),
        session.say("For the rosters of your partners: {line}", line=str(line_at)),
        *(f"  {each}" for each in (*text.splitlines(), *line.splitlines())),
    ]
    told: dict[str, Json] = {"written": str(target), "secret": str(secret), "line": str(line_at)}
    return lines, {**told, "id": card.id, "age": list(card.keys)}


def _pack(asked: Asked, session: Session) -> Told:
    from safeconduct.exporters.private_file import write_private
    from safeconduct.publish.partners import package
    from safeconduct.publish.partners.kept_package import KeptPackage
    from safeconduct.publish.partners.partner import read_partner
    from safeconduct.publish.partners.sharing_consent import read_consent, require_consent

    target, keep = _needed(asked.target, "-o", session), _needed(asked.keep, "--keep", session)
    partner = read_partner(_needed(asked.partner, "--to", session).read_bytes())
    sender = _named(asked, session)
    is_known = share_ledger.require_known(partner, keep)
    consent = read_consent(asked.consent.read_bytes()) if asked.consent else None
    today = datetime.now(UTC).date()
    agreed = require_consent(
        consent, partner=partner.id, tlp=asked.tlp, purpose=asked.purpose, on=today
    )
    terms = package.Terms(
        id=secrets.token_hex(8),
        sender=sender,
        tlp=asked.tlp,
        purpose=asked.purpose,
        consent=agreed,
        on=today,
    )
    key = _key_of(asked, session)
    parts = _parts(asked, agreed, session)
    made = package.packed(parts, partner=partner, terms=terms)
    code = secrets.token_bytes(32)
    octets = package.sealed(made, partner=partner, code=code, key=key)
    # The ledger first: what went out unrecorded could never be recalled.
    _keep(KeptPackage.of(made, code=code), keep)
    share_ledger.remember_partner(partner, keep)
    write_private(octets, target)
    left = sorted(part.name for part in parts if part not in made.parts)
    lines = [str(target), *_packed_lines(made, left, session)]
    if not is_known:
        lines.append(
            session.say(
                "This card of {partner} is kept: ask by another way whether its keys are theirs.",
                partner=partner.id,
            )
        )
    return lines, {
        "written": str(target),
        "id": made.id,
        "digest": made.digest,
        "parts": [part.name for part in made.parts],
        "left_behind": list(left),
        "bytes": len(octets),
    }


def _packed_lines(made: Package, left: list[str], session: Session) -> list[str]:
    """What went into a package, for whom and how far, and what stayed."""
    return [
        session.say(
            "Package {id} for {partner}: TLP:{tlp}, for {purpose}, until {until}.",
            id=made.id,
            partner=made.partner,
            tlp=made.tlp.upper(),
            purpose=made.purpose,
            until=made.until,
        ),
        *(f"  {part.name}  {len(part.octets)}" for part in made.parts),
        *(session.say("Left behind, without consent: {name}.", name=name) for name in left),
    ]


def _open(asked: Asked, session: Session) -> Told:
    from safeconduct.exporters.private_file import write_private
    from safeconduct.publish.partners import notice, package
    from safeconduct.publish.partners.kept_package import KeptPackage

    receipt = share_ledger.receipt_beside(_needed(asked.target, "-o", session))
    target, keep = _needed(asked.target, "-o", session), _needed(asked.keep, "--keep", session)
    identity = _needed(asked.identity, "--identity", session).read_text("utf-8", errors="replace")
    name, roster, key = _named(asked, session), _roster(asked, session), _key_of(asked, session)
    file = _only(asked, session)
    made, code = package.opened(file.read_bytes(), identity=identity, roster=roster, partner=name)
    kept = share_ledger.known_again(KeptPackage.of(made, code=code), keep)
    if kept is None:
        kept = KeptPackage.of(made, code=code)
        _keep(kept, keep)
    share_ledger.remember_place(kept.id, keep, places=(target, file))
    target.mkdir(mode=0o700)
    write_private(made.manifest, target / package.MANIFEST)
    for part in made.parts:
        write_private(part.octets, target / part.name)
    said = kept.saying(notice.OPENED, by=name, on=_today(), key=key)
    write_private(said.as_sent, receipt)
    lines = [
        str(target),
        session.say(
            "From {sender}: TLP:{tlp}, for {purpose}, until {until}. Send {receipt} back.",
            sender=made.sender,
            tlp=made.tlp.upper(),
            purpose=made.purpose,
            until=made.until,
            receipt=receipt.name,
        ),
        *(f"  {part.name}  {len(part.octets)}" for part in made.parts),
    ]
    return lines, {"written": str(target), "id": made.id, "tlp": made.tlp, "receipt": str(receipt)}


def _check(asked: Asked, session: Session) -> Told:
    from safeconduct.publish.partners.notice import DESTROYED, RECALLED, read_notice

    keep = _needed(asked.keep, "--keep", session)
    roster = _roster(asked, session)
    heard = read_notice(_only(asked, session).read_bytes())
    kept = _kept(keep, heard.package).having_heard(heard, roster=roster)
    _keep(kept, keep, replaces=True)
    lines = [
        session.say("Package {id}, said by those who had it:", id=kept.id),
        *(f"  {one}" for one in kept.said),
    ]
    if any(f" {DESTROYED} " in f"{one} " for one in kept.said):
        lines.append(session.say("That it is destroyed is what they claim; nothing proves it."))
    if heard.kind == RECALLED:
        folder = shlex.quote(str(keep))
        command = f"safeconduct share destroyed {kept.id} --as {kept.partner} --key KEY"
        lines.append(
            session.say(
                "Destroy every copy; then: {command}",
                command=f"{command} --keep {folder} -o destroyed.json",
            )
        )
    return lines, {"id": kept.id, "kind": heard.kind, "said": list(kept.said)}


def _recall(asked: Asked, session: Session) -> Told:
    from safeconduct.publish.partners.notice import RECALLED

    return _say(asked, session, kind=RECALLED)


def _destroyed(asked: Asked, session: Session) -> Told:
    from safeconduct.publish.partners.notice import DESTROYED

    share_ledger.require_gone(_one(asked, session), _needed(asked.keep, "--keep", session))
    return _say(asked, session, kind=DESTROYED)


_STEPS: Final[Mapping[str, Callable[[Asked, Session], Told]]] = {
    "key": _key,
    "pack": _pack,
    "open": _open,
    "check": _check,
    "recall": _recall,
    "destroyed": _destroyed,
}


def _say(asked: Asked, session: Session, *, kind: str) -> Told:
    from safeconduct.exporters.private_file import write_private
    from safeconduct.publish.roster import Roster, Signer
    from safeconduct.publish.ssh_keys import key_id

    target, keep = _needed(asked.target, "-o", session), _needed(asked.keep, "--keep", session)
    kept = _kept(keep, _one(asked, session))
    name, key = _named(asked, session), _key_of(asked, session)
    said = kept.saying(kind, by=name, on=_today(), reason=asked.reason, key=key)
    own = Roster(signers={key_id(key.public): Signer(person=name, public=key.public)})
    heard = kept.having_heard(said, roster=own)
    write_private(said.as_sent, target)
    _keep(heard, keep, replaces=True)
    return [str(target)], {"written": str(target), "id": kept.id, "kind": kind}


def _parts(asked: Asked, consent: SharingConsent, session: Session) -> list[Part]:
    from safeconduct.cli.opening import opened
    from safeconduct.publish.partners.part import Part, corpus_parts
    from safeconduct.publish.partners.secret_files import refuse_secrets

    found: list[Part] = []
    for text in asked.what:
        group, colon, path = text.partition(":")
        if colon:
            octets = share_ledger.own_octets(Path(path))
            refuse_secrets(Path(path).name, octets)
            found.append(Part(name=Path(path).name, group=group, octets=octets))
        else:
            corpus = opened(session, text)
            found += corpus_parts(
                corpus, groups=consent.groups, tlp=asked.tlp, purpose=asked.purpose
            )
    return found


def _needed(path: Path | None, option: str, session: Session) -> Path:
    if path is None:
        raise click.UsageError(session.say("This step needs {option}.", option=option))
    return path


def _named(asked: Asked, session: Session) -> str:
    from safeconduct.publish.partners.toml_card import IDENTIFIER

    if not IDENTIFIER.fullmatch(asked.name):
        raise click.UsageError(session.say("This step needs {option}.", option="--as ID"))
    return asked.name


def _key_of(asked: Asked, session: Session) -> SigningKey:
    from safeconduct.publish.ssh_keys import is_locked, signing_key

    file = _needed(asked.key, "--key", session)
    octets = file.read_bytes()
    words = ""
    if is_locked(octets):
        words = click.prompt(session.say("Passphrase of the key"), hide_input=True, err=True)
    return signing_key(octets, file=file.name, passphrase=words)


def _roster(asked: Asked, session: Session) -> Roster:
    from safeconduct.publish.partners.signature import read_partners

    file = _needed(asked.roster, "--roster", session)
    return read_partners(file.read_bytes(), file=file.name)


def _one(asked: Asked, session: Session) -> str:
    if len(asked.what) != 1:
        raise click.UsageError(session.say("This step takes one FILE."))
    return asked.what[0]


def _only(asked: Asked, session: Session) -> Path:
    return Path(_one(asked, session))


def _kept(keep: Path, identifier: str) -> KeptPackage:
    from safeconduct.errors import NotFound
    from safeconduct.publish.partners.kept_package import read_kept

    # A notice comes from outside: what it calls the package must not lead out of the folder.
    known = {path.stem: path for path in keep.glob("*.package")}
    if identifier not in known:
        raise NotFound("package in this ledger", identifier, hint="Check --keep.")
    return read_kept(known[identifier].read_bytes())


def _keep(kept: KeptPackage, keep: Path, *, replaces: bool = False) -> None:
    from safeconduct.exporters.private_file import write_private

    keep.mkdir(mode=0o700, exist_ok=True)
    write_private(kept.as_kept, keep / f"{kept.id}.package", replaces=replaces)


def _today() -> str:
    return datetime.now(UTC).date().isoformat()
