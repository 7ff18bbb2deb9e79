"""`safeconduct overlap`: how many people our list and yours share, without showing a name.

It depends on `link.private` for every step, and on the writer of private files.
A further step is one more function in `_STEPS`; what it writes is told by `_told`.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol, cast

import click

from safeconduct.cli.free_place import require_free
from safeconduct.cli.verb import Verb, json_option

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from safeconduct.cli.json_text import Json
    from safeconduct.cli.session import Session
    from safeconduct.link.private.agreement import Agreement
    from safeconduct.link.private.key_set import KeySet
    from safeconduct.link.private.letter import Letter
    from safeconduct.link.private.own_part import OwnPart

STAGE: Final = "pass on"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was typed."""

    step: str
    files: tuple[Path, ...]
    agreement: Path | None
    name: str
    keep: Path | None
    lists: tuple[str, ...]
    epoch: str
    key: str
    method: str
    target: Path | None
    exact: bool
    as_json: bool


@click.command(
    cls=Verb,
    short_help="Count whom lists share, and show no name.",
    help="Count how many people lists of several organisations share, without a name leaving any. "
    "agree writes the terms; begin masks your list; answer masks a letter once more; count counts "
    "when every letter has been round; look says what is in a letter.",
    example="safeconduct overlap look north.letter",
)
@click.argument("step", metavar="STEP", help="agree, begin, answer, count or look.")
@click.argument(
    "files", metavar="[FILE]...", nargs=-1, type=click.Path(path_type=Path), help="List or letters."
)
@click.option(
    "--agreement", metavar="FILE", type=click.Path(path_type=Path), help="The terms; all keep one."
)
@click.option("--as", "name", metavar="LIST", default="", help="Which list is yours.")
@click.option("--keep", metavar="DIR", type=click.Path(path_type=Path), help="For your secret.")
@click.option("--list", "lists", metavar="LIST=MOST", multiple=True, help="agree: in ring order.")
@click.option("--epoch", metavar="WORD", default="", help="agree: names this one run.")
@click.option("--key", metavar="KEY", default="", help="agree: default unordered-year.")
@click.option("--method", metavar="WORD", default="", help="agree: ring; psi (default for two).")
@click.option("-o", "target", metavar="FILE", type=click.Path(path_type=Path), help="Where to.")
@click.option("--exact", is_flag=True, help="count: every number, for an estimate.")
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
    told = _STEPS[asked.step](asked, session)
    if asked.as_json:
        session.print_json(told)


def _agree(asked: Asked, session: Session) -> dict[str, Json]:
    from safeconduct.errors import InvalidRecord
    from safeconduct.exporters.private_file import write_private
    from safeconduct.link.private import agreement, key_choice

    target = _needed(asked.target, "-o", session)
    lists = {}
    for text in asked.lists:
        name, _, most = text.partition("=")
        if not most.isascii() or not most.isdecimal() or name in lists:
            raise InvalidRecord("agreement", [("--list", "is not LIST=MOST, each list once")])
        lists[name] = int(most)
    is_pair = len(lists) == agreement.FEWEST_LISTS and _has_library()
    terms = agreement.Agreement(
        epoch=asked.epoch,
        lists=lists,
        counted_by=next(iter(lists), ""),
        key=asked.key or key_choice.DEFAULT,
        method=asked.method or (agreement.LIBRARY if is_pair else agreement.RING),
    )
    write_private(agreement.written(terms).encode(), target)
    choice = key_choice.chosen(terms.key)
    if not asked.as_json:
        session.out.line(str(target))
        session.out.paragraph(
            session.say(
                "Two lines meet by {plain}. On invented lists this key misses {misses} of 100 true "
                "pairs, and {strangers} of 100 pairs that it finds are two people.",
                plain=choice.PLAIN.get(session.language, choice.PLAIN["en"]),
                misses=round(100 * choice.MISSES),
                strangers=round(100 * choice.STRANGERS),
            )
        )
        # Safety: whoever agrees has to know it before the first letter, not from a page.
        session.out.paragraph(
            session.say(
                "Only with organisations to whom you could show the list: one that cheats learns "
                "which of the names that it enters are on another list."
            )
        )
    return {"written": str(target), "agreement": terms.digest, "method": terms.method}


def _begin(asked: Asked, session: Session) -> dict[str, Json]:
    from safeconduct.link.private import key_choice, name_list
    from safeconduct.link.private.beginning import require_first_time
    from safeconduct.link.private.key_set import keys_of

    terms, target = _terms(asked, session), _needed(asked.target, "-o", session)
    keep = _needed(asked.keep, "--keep", session)
    require_first_time(terms, _kept_parts(keep))
    path = _one_file(asked, session)
    people = name_list.read_list(path.read_bytes(), path.name)
    keys = keys_of(people, choice=key_choice.chosen(terms.key))
    with session.talk.working(session.say("Masking {number} keys …", number=len(keys.keys))):
        part, letter = _method(terms).begin(terms, name=asked.name, keys=keys)
    # The secret first: a letter that went out without one could never be counted.
    _keep(part, keep, is_new=True)
    told = _sent(letter, target, terms=terms, session=session, asked=asked)
    left = {"lines": len(people), "without_key": keys.without, "repeated": keys.repeated}
    if not asked.as_json:
        session.out.paragraph(
            session.say(
                "Of {lines} lines {without_key} have no key and are not in it; {repeated} have the "
                "key of an earlier line.",
                **left,
            )
        )
    return {**told, **left}


def _answer(asked: Asked, session: Session) -> dict[str, Json]:
    from safeconduct.link.private import letter

    terms, target = _terms(asked, session), _needed(asked.target, "-o", session)
    keep, path = _needed(asked.keep, "--keep", session), _one_file(asked, session)
    received = letter.read(path.read_bytes(), path.name)
    part = _part_for(terms, keep)
    with session.talk.working(session.say("Masking {number} keys …", number=received.number)):
        after, onwards = _method(terms).answer(received, terms, part=part)
    told = _sent(onwards, target, terms=terms, session=session, asked=asked)
    # Only now, so that a full disk costs no answer.
    _keep(after, keep, is_new=False)
    return told


def _count(asked: Asked, session: Session) -> dict[str, Json]:
    from safeconduct.cli import overlap_counts
    from safeconduct.exporters.private_file import write_private
    from safeconduct.link.private import agreement, letter

    terms = _terms(asked, session)
    letters = [letter.read(path.read_bytes(), path.name) for path in asked.files]
    if terms.method == agreement.RING:
        from safeconduct.link.private import ring

        counts = ring.pattern_counts(letters, terms)
    else:
        keep = _needed(asked.keep, "--keep", session)
        part = _part_for(terms, keep)
        by_kind = {each.kind: each for each in letters}
        if set(by_kind) != {letter.SETUP, letter.RESPONSE} or len(letters) != len(by_kind):
            raise click.UsageError(session.say("Name the offer and the answer of the other side."))
        from safeconduct.link.private import pair

        counts = pair.pattern_counts(
            by_kind[letter.SETUP], by_kind[letter.RESPONSE], agreement=terms, part=part
        )
        _keep(part.forgetting(), keep, is_new=False)
    if asked.target is not None:
        write_private(overlap_counts.as_csv(counts, terms, exact=asked.exact), asked.target)
    if not asked.as_json:
        overlap_counts.print_counts(counts, terms, exact=asked.exact, session=session)
    return overlap_counts.as_json(counts, terms, exact=asked.exact)


def _look(asked: Asked, session: Session) -> dict[str, Json]:
    from safeconduct.link.private import letter

    path = _one_file(asked, session)
    found = letter.read(path.read_bytes(), path.name)
    return _told(found, session=session, asked=asked)


_STEPS: Final[Mapping[str, Callable[[Asked, Session], dict[str, Json]]]] = {
    "agree": _agree,
    "begin": _begin,
    "answer": _answer,
    "count": _count,
    "look": _look,
}


def _sent(
    letter: Letter, target: Path, *, terms: Agreement, session: Session, asked: Asked
) -> dict[str, Json]:
    from safeconduct.exporters.private_file import write_private
    from safeconduct.link.private import agreement, ring

    write_private(letter.as_sent, target)
    if terms.method == agreement.RING:
        to = ring.goes_to(letter, terms)
    else:
        to = terms.counted_by if letter.kind != "request" else terms.next_after(terms.counted_by)
    if not asked.as_json:
        session.out.line(str(target))
    told = _told(letter, session=session, asked=asked)
    if not asked.as_json:
        session.out.line(session.say("It goes to {list}.", list=to))
    return {"written": str(target), **told, "goes_to": to}


def _told(letter: Letter, *, session: Session, asked: Asked) -> dict[str, Json]:
    """Say what is in a letter: nothing else is."""
    size = len(letter.as_sent)
    if not asked.as_json:
        session.out.line(
            session.say(
                "{bytes} bytes, {tokens} masked tokens of {owner}, masked by {masked_by}.",
                bytes=size,
                tokens=letter.number,
                owner=letter.owner,
                masked_by=", ".join(letter.masked_by),
            )
        )
    return {
        "kind": letter.kind,
        "epoch": letter.epoch,
        "owner": letter.owner,
        "masked_by": list(letter.masked_by),
        "tokens": letter.number,
        "bytes": size,
    }


class _Method(Protocol):
    def begin(
        self, agreement: Agreement, /, *, name: str, keys: KeySet
    ) -> tuple[OwnPart, Letter]: ...

    def answer(
        self, letter: Letter, agreement: Agreement, /, *, part: OwnPart
    ) -> tuple[OwnPart, Letter]: ...


def _method(terms: Agreement) -> _Method:
    """The module of the method that was agreed on; the other's library need not be there."""
    from importlib import import_module

    from safeconduct.errors import Unavailable
    from safeconduct.link.private import agreement

    if terms.method == agreement.RING:
        return cast("_Method", import_module("safeconduct.link.private.ring"))
    if not _has_library():
        raise Unavailable(
            "The library openmined-psi",
            hint="Install safeconduct[overlap-of-two], or agree on the method ring.",
        )
    return cast("_Method", import_module("safeconduct.link.private.pair"))


def _has_library() -> bool:
    return find_spec("private_set_intersection") is not None


def _terms(asked: Asked, session: Session) -> Agreement:
    from safeconduct.link.private import agreement

    path = _needed(asked.agreement, "--agreement", session)
    return agreement.read(path.read_bytes(), path.name)


def _needed(path: Path | None, option: str, session: Session) -> Path:
    if path is None:
        raise click.UsageError(session.say("This step needs {option}.", option=option))
    return path


def _one_file(asked: Asked, session: Session) -> Path:
    if len(asked.files) != 1:
        raise click.UsageError(session.say("This step takes one FILE."))
    return asked.files[0]


def _kept_parts(keep: Path) -> list[OwnPart]:
    from safeconduct.link.private import own_part

    return [own_part.read(path.read_bytes(), path.name) for path in sorted(keep.glob("*.part"))]


def _part_for(terms: Agreement, keep: Path) -> OwnPart:
    from safeconduct.errors import NotFound

    found = [part for part in _kept_parts(keep) if part.epoch == terms.epoch]
    if not found:
        raise NotFound("part of this run", terms.epoch, hint="Begin it first: overlap begin.")
    return found[0]


def _keep(part: OwnPart, keep: Path, *, is_new: bool) -> None:
    from safeconduct.exporters.private_file import write_private

    keep.mkdir(mode=0o700, exist_ok=True)
    write_private(part.as_kept, keep / f"{part.epoch}.part", replaces=not is_new)
