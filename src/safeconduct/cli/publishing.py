"""Publishing on the command line: each part of the work, from a plan to a verified release.

It depends on the releases; what is shown before something is written is the release itself.
A further part is one more function `do_<word>` here and its word in `verbs/publish.py`.

Safety: counts behind a protected cell stand in nothing that is shown.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from safeconduct.cli.exit_codes import ExitCode
from safeconduct.cli.opening import opened
from safeconduct.cli.screen import TextTable
from safeconduct.errors import InvalidRecord, Refusal, SafeconductError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from safeconduct.cli.json_text import Json
    from safeconduct.cli.session import Session
    from safeconduct.cli.verbs.publish import Asked
    from safeconduct.publish.breach import Breach
    from safeconduct.publish.building import Draft
    from safeconduct.publish.linter.forbidden import Forbidden
    from safeconduct.publish.plan import Plan
    from safeconduct.publish.release import Release, Wording


def do_plan(asked: Asked, *, session: Session) -> int:
    """Write a plan to finish by hand."""
    from safeconduct.exporters.private_file import write_private
    from safeconduct.publish.allowed import LATE_DAYS
    from safeconduct.publish.plan_toml import as_toml, begun
    from safeconduct.publish.public_list import candidates
    from safeconduct.record.partial_date import parse
    from safeconduct.record.standing import assess

    corpus = opened(session, asked.given[0])
    target = _path(asked.target)
    if not asked.on and not corpus.masthead.as_of:
        raise InvalidRecord("masthead", [("as_of", "is missing; a release says when it was known")])
    on = asked.on or (parse(corpus.masthead.as_of).latest + timedelta(LATE_DAYS)).isoformat()
    plan = begun(
        publisher=corpus.masthead.publisher,
        licence=corpus.masthead.licence,
        made_on=_day(on),
        approvable=candidates(corpus, assess(corpus)),
    )
    plan = replace(plan, id=f"persons-{plan.made_on}")
    # Safety: the plan holds the seal of the corpus, which stays with its owner.
    write_private(as_toml(plan, session.language).encode(), target, replaces=asked.yes)
    if asked.as_json:
        session.print_json({"written": str(target), "id": plan.id, "made_on": plan.made_on})
        return ExitCode.FINE
    session.out.line(str(target))
    session.talk.say(session.say("Finish it by hand, then:"))
    session.talk.say(f"safeconduct publish build {target} {asked.given[0]} -o DIR")
    return ExitCode.FINE


def do_build(asked: Asked, *, session: Session) -> int:
    """Build a release, attack it, show it, and write it where it was said so."""
    from safeconduct.cli.enclosing import enclosed_in
    from safeconduct.publish.building import Draft, draft, refuse_broken
    from safeconduct.publish.folder import write
    from safeconduct.publish.linter.corpus_values import of_corpus
    from safeconduct.publish.plan_toml import read_plan

    path = Path(asked.given[0])
    plan = read_plan(path)
    plan, earlier = _in_line(plan, asked, beside=path.parent)
    places = {_path(asked.target), *((path.parent / each).parent for each in plan.earlier)}
    for place in sorted(places):
        _require_none_forgotten(plan, earlier, place)
    forbidden = _never(asked.never or (path.parent / plan.never if plan.never else None))
    corpus = opened(session, asked.given[1])
    with session.talk.working(session.say("Building and attacking {release} …", release=plan.id)):
        made = draft(corpus, plan, earlier=earlier, enclosed=enclosed_in(asked.enclosed))
        sought = (*forbidden, *of_corpus(corpus, made.release))
        made = Draft(release=made.release, context=replace(made.context, forbidden=sought))
        refuse_broken(made.breaches(), plan.id)
    folder = write(made.release, _path(asked.target)) if asked.yes else None
    if asked.as_json:
        session.print_json(_as_json(made, folder))
        return ExitCode.FINE
    _show(made, session=session)
    _tell_what_was_not_tried(made.release, made.context.earlier, session=session)
    if not forbidden:
        session.talk.say(
            session.say("Names inside sentences are not searched for without a list by --never.")
        )
    if folder is None:
        session.talk.say(session.say("Nothing was written; look at it, and add --yes to write it."))
        return ExitCode.FINE
    session.out.line()
    session.out.line(str(folder))
    session.talk.say(session.say("Two people have to sign it, each with a key of their own:"))
    session.talk.say(f"safeconduct publish sign {folder} --key FILE")
    return ExitCode.FINE


def do_attack(asked: Asked, *, session: Session) -> int:
    """Try every attack on a release that is there, as a stranger with its earlier ones could."""
    from safeconduct.publish.attacking import attacked, attacks
    from safeconduct.publish.breach import Context
    from safeconduct.publish.manifest import files_of

    folder = Path(asked.given[0])
    release = _read(folder)
    context = Context(
        earlier=_earlier_beside(folder, release),
        bundle=files_of(folder),
        forbidden=_never(asked.never),
    )
    breaches = attacked(release, context)
    if asked.as_json:
        session.print_json(
            {
                "release": release.id,
                "attacks": list(attacks()),
                "earlier": len(context.earlier),
                "breaches": [_breach(each) for each in breaches],
            }
        )
    else:
        _tell_attacks(breaches, session=session)
        _tell_what_was_not_tried(release, context.earlier, session=session)
        if not context.forbidden:
            session.talk.say(session.say("R7 had nothing to look for; give it a list by --never."))
        session.talk.say(session.say("R5 needs the true counts; it was tried when this was built."))
    return ExitCode.FINDINGS if breaches else ExitCode.FINE


def do_sign(asked: Asked, *, session: Session) -> int:
    """Sign a release, once it is what its manifest says."""
    from safeconduct.publish.signing import sign
    from safeconduct.publish.ssh_keys import is_locked, signing_key

    file = _path(asked.key)
    octets = file.read_bytes()
    words = ""
    if is_locked(octets):
        words = click.prompt(session.say("Passphrase of the key"), hide_input=True, err=True)
    key = signing_key(octets, file=file.name, passphrase=words)
    # Safety: whoever signs has looked at the release, not at every table that lies beside it.
    _read(Path(asked.given[0]))
    written = sign(Path(asked.given[0]), key)
    if asked.as_json:
        session.print_json({"written": str(written), "key": written.stem})
    else:
        session.out.line(str(written))
    return ExitCode.FINE


def do_verify(asked: Asked, *, session: Session) -> int:
    """Verify a release against a roster; what does not hold is an error."""
    from safeconduct.publish.roster import read_roster
    from safeconduct.publish.signing import verify
    from safeconduct.publish.withdrawals import withdrawals_of

    file = _path(asked.roster)
    roster = read_roster(file.read_bytes(), file=file.name)
    folder, *beside = map(Path, asked.given)
    found = verify(folder, roster)
    # What was signed may still say in a table what `release.json` does not.
    _read(folder)
    withdrawn = withdrawals_of(folder, beside=beside, roster=roster)
    code = ExitCode.WITHDRAWN if withdrawn else ExitCode.FINE
    if asked.as_json:
        session.print_json(
            {
                "digest": found.digest,
                "made_on": found.made_on.isoformat(),
                "signed_by": list(found.people),
                "files": found.files,
                "withdrawn_by": [each.id for each in withdrawn],
            }
        )
        return code
    say = session.say
    people = ", ".join(found.people)
    session.out.line(say("Every byte is as it was signed: {n} files.", n=found.files))
    session.out.line(
        say("Signed by {people}; made on {day}.", people=people, day=found.made_on.isoformat())
    )
    session.out.line(say("SHA-256 of the manifest: {digest}", digest=found.digest))
    for each in withdrawn:
        session.out.paragraph(
            say("Taken back on {day} by {release}:", day=each.made_on, release=each.id)
        )
        session.out.paragraph(_in_words(each.reason, session), first="  ", indent="  ")
    if not withdrawn:
        session.talk.say(
            say("No withdrawal of it is at hand; that is no proof that there is none.")
        )
    return code


def _in_words(wording: Wording, session: Session) -> str:
    told = dict(wording)
    return told.get(session.language) or next(iter(told.values()), "")


def do_site(asked: Asked, *, session: Session) -> int:
    """Write the public site of releases, each held to its manifest first."""
    from safeconduct.cli.site_telling import tell_site
    from safeconduct.report.catalogue import languages
    from safeconduct.report.public.history import read_history
    from safeconduct.report.public.site import build

    history = read_history([Path(each) for each in asked.given])
    with session.talk.counting(session.say("Writing pages")) as progress:
        site = build(history, _path(asked.target), languages=languages(), progress=progress)
    current = history.current.release.id if history.current else ""
    about = {"current": current}
    tell_site(site, session, languages=languages(), as_json=asked.as_json, about=about)
    return ExitCode.FINE


def _in_line(plan: Plan, asked: Asked, *, beside: Path) -> tuple[Plan, tuple[Release, ...]]:
    """A plan as a correction or withdrawal where one is asked for, with every earlier release."""
    earlier = [_read(beside / each) for each in plan.earlier]
    concerned = asked.corrects or asked.withdraws
    if concerned is None:
        return plan, tuple(earlier)
    release = _read(concerned)
    if release.digest not in {each.digest for each in earlier}:
        earlier.append(release)
    reason = (("en", asked.why),) if asked.why else plan.reason
    changed = replace(
        plan,
        kind="correction" if asked.corrects else "withdrawal",
        concerns=release.digest,
        reason=reason,
    )
    return changed, tuple(earlier)


def _read(folder: Path) -> Release:
    from safeconduct.publish.folder import read

    return read(folder)


def _earlier_beside(folder: Path, release: Release) -> tuple[Release, ...]:
    """The releases before this one that lie beside it, oldest first."""
    found = {each.digest: each for each in _lying_in(folder.resolve().parent)}
    return tuple(found[digest] for digest in release.previous if digest in found)


def _lying_in(parent: Path) -> Iterator[Release]:
    for path in sorted(parent.glob("release-*")):
        try:
            yield _read(path)
        except SafeconductError:
            continue  # Something else, or broken: `verify` says so where somebody asks.


def _require_none_forgotten(plan: Plan, earlier: Sequence[Release], target: Path) -> None:
    """Refuse to build beside a release that the plan does not name.

    Safety: what a release is not held against may give its persons away with it.
    """
    named = {each.digest for each in earlier}
    for each in _lying_in(target):
        # One of the same id is this release itself, which is not written twice.
        if each.digest not in named and each.id != plan.id:
            raise Refusal(
                f"a release beside {each.id}, which the plan does not name",
                rule="a release is held against every earlier one",
                remedy="Name it under earlier in the plan, or write to another place.",
            )


def _never(file: Path | None) -> tuple[Forbidden, ...]:
    from safeconduct.publish.linter.forbidden import of_never_file

    return of_never_file(file.read_bytes(), file=file.name) if file is not None else ()


def _path(path: Path | None) -> Path:
    assert path is not None  # noqa: S101  # the verb asks for it
    return path


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise click.UsageError("--on needs a day, such as 2026-06-30.") from None


def _show(made: Draft, *, session: Session) -> None:
    """What would be published: the tables by their protection, the public list, the attacks."""
    from safeconduct.publish.allowed import K_PERSONS
    from safeconduct.publish.attacking import attacks

    say, out, release = session.say, session.out, made.release
    out.paragraph(
        say(
            "{release}: {kind}, made on {day}, of what was known on {known}.",
            release=release.id,
            kind=say(release.kind),
            day=release.made_on,
            known=release.as_of,
        )
    )
    if release.tables:
        out.line()
        out.table(
            TextTable(
                headings=(say("table"), say("cells"), say("of small groups"), say("protection")),
                rows=[
                    (
                        table.id,
                        str(len(table.cells)),
                        str(sum(cell.low < K_PERSONS for cell in table.cells)),
                        table.protection,
                    )
                    for table in release.tables
                ],
                numbers=frozenset({1, 2}),
            )
        )
    out.line()
    out.paragraph(
        say(
            "In the public list by name: {n} incidents. Texts: {texts}. Pictures: {pictures}.",
            n=len(release.listed),
            texts=len(release.texts),
            pictures=len(release.pictures),
        )
    )
    for label in (each.label for each in release.listed):
        out.paragraph(label, first="  ", indent="    ")
    out.paragraph(say("Attacks that got nothing: {names}.", names=", ".join(attacks())))


def _tell_what_was_not_tried(
    release: Release, earlier: Sequence[Release], *, session: Session
) -> None:
    from safeconduct.publish.attacks.r2_earlier_releases import has_anything_to_compare

    if not has_anything_to_compare(release, earlier):
        session.talk.say(session.say("R2 had nothing to compare."))


def _as_json(made: Draft, folder: Path | None) -> Json:
    from safeconduct.publish.allowed import K_PERSONS
    from safeconduct.publish.attacking import attacks

    release = made.release
    return {
        "written": str(folder) if folder else None,
        "id": release.id,
        "kind": release.kind,
        "concerns": release.concerns or None,
        "made_on": release.made_on,
        "as_of": release.as_of,
        "digest": release.digest,
        "tables": [
            {
                "id": table.id,
                "cells": len(table.cells),
                "small_groups": sum(cell.low < K_PERSONS for cell in table.cells),
                "protection": table.protection,
            }
            for table in release.tables
        ],
        "listed": [incident.label for incident in release.listed],
        "attacks": list(attacks()),
    }


def _tell_attacks(breaches: Sequence[Breach], *, session: Session) -> None:
    from safeconduct.publish.attacking import attacks

    for name, attack in attacks().items():
        got = [each for each in breaches if each.attack == name]
        plain = attack.PLAIN.get(session.language) or attack.PLAIN["en"]
        session.out.paragraph(plain, first=f"{name}  ", indent="    ")
        if not got:
            session.out.paragraph(session.say("Gets nothing."), first="    ", indent="    ")
        for each in got:
            where = ", ".join(part for part in (each.table, " × ".join(each.cell)) if part)
            told = session.words.retell
            session.out.paragraph(f"{where}: {told(each.found)}.", first="    ", indent="      ")
            session.out.paragraph(told(each.remedy), first="      ", indent="      ")


def _breach(breach: Breach) -> Json:
    return {
        "attack": breach.attack,
        "table": breach.table,
        "cell": list(breach.cell),
        "found": breach.found,
        "remedy": breach.remedy,
    }
