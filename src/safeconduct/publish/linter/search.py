"""The search: every file of a bundle opened, every text in it held against what is forbidden.

It depends on the readers and the index.
Nothing is passed over: a file that no reader knows, and a part that could not be read, is a hit
like any other.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final, Protocol, cast

from safeconduct.errors import Refusal
from safeconduct.publish.linter import readers
from safeconduct.publish.linter.encoded import encoded_within
from safeconduct.publish.linter.folding import forms_of
from safeconduct.publish.linter.matching import Index
from safeconduct.publish.linter.passage import Passage
from safeconduct.publish.release_reading import RELEASE
from safeconduct.registry import members

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from safeconduct.publish.linter.forbidden import Forbidden
    from safeconduct.publish.linter.passage import Part

MOST_BYTES: Final = 400_000_000
DEEPEST: Final = 6
UNKNOWN: Final = "is of a kind that cannot be searched"
TOO_DEEP: Final = "is packed too deep, or too much altogether"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinterHit:
    """One thing that must not be there: in which file, where in it, and whose value it is.

    origin: the field of a record, or the line of a never-file; "" where a part was not read.
    unread: why a part could not be searched.
    """

    file: str
    place: str
    origin: str = ""
    unread: str = ""

    @property
    def found(self) -> str:
        """What was found, in words."""
        return f"a part that {self.unread}" if self.unread else f"the value of {self.origin}"


class _Reader(Protocol):
    NAME: str

    def reads(self, name: str, octets: bytes) -> bool: ...

    def parts(self, octets: bytes) -> Iterator[Part]: ...


def lint(bundle: Mapping[str, bytes], forbidden: Iterable[Forbidden]) -> tuple[LinterHit, ...]:
    """Search a bundle, given as files by their paths; return every hit, in order."""
    index = Index.of(forbidden)
    hits: dict[LinterHit, None] = {}
    # Safety: a name that says too much must not be repeated in the message about it.
    telling: set[str] = set()
    for passage in passages(bundle):
        found = [LinterHit(file="", place="", origin=each) for each in _origins(passage, index)]
        if passage.unread:
            found.append(LinterHit(file="", place="", unread=passage.unread))
        if passage.is_name and found:
            telling.add(passage.file)
        file = f"file {passage.number}" if passage.file in telling else passage.file
        for hit in found:
            place, _, line = hit.origin.rpartition("\n")
            whole = ", ".join(part for part in (passage.place, place) if part)
            hits[LinterHit(file=file, place=whole, origin=line, unread=hit.unread)] = None
    return tuple(hits)


def refuse_hits(hits: Sequence[LinterHit], release: str) -> None:
    """Refuse a bundle in which something was found.

    Raises:
        Refusal: there is a hit.
    """
    if not hits:
        return
    first, others = hits[0], len(hits) - 1
    where = ", ".join(part for part in (first.file, first.place) if part)
    more = f", and {others} more" if others else ""
    raise Refusal(
        f"the release {release}: {where} holds {first.found}{more}",
        rule="nothing leaves that names somebody or something that was not allowed out",
        remedy="Take it out of that place, or the file out of the release; a picture that cannot "
        "be searched may go as PNG, a document as PDF or plain text.",
    )


def passages(bundle: Mapping[str, bytes]) -> Iterator[Passage]:
    """Every text of a bundle, file by file, the names first."""
    opening = _Opening()
    for number, file in enumerate(sorted(bundle, key=_is_last), start=1):
        octets = bundle[file]
        yield Passage(file=file, number=number, place="its name", text=file, is_name=True)
        yield from opening.opened(Passage(file=file, number=number), octets, name=file)


def _is_last(file: str) -> tuple[bool, str]:
    """Order files so that a text is named by its own before the one that repeats them all."""
    return (file == RELEASE, file)


@dataclass(slots=True)
class _Opening:
    """How much of a bundle has been opened so far."""

    room: int = field(default=MOST_BYTES)

    def opened(
        self, where: Passage, octets: bytes, *, name: str, depth: int = 0
    ) -> Iterator[Passage]:
        """The texts of one file, and of those inside it."""
        self.room -= len(octets)
        if depth > DEEPEST or self.room < 0:
            yield _at(where, where.place, unread=TOO_DEEP)
            return
        known = [reader for reader in _readers() if reader.reads(name, octets)]
        if octets and not known:
            yield _at(where, where.place, unread=UNKNOWN)
        for part in (part for reader in known for part in reader.parts(octets)):
            place = ": ".join(each for each in (where.place, part.place) if each)
            if part.octets is not None:
                inside = _at(where, place)
                yield from self.opened(inside, part.octets, name=part.name, depth=depth + 1)
            else:
                self.room -= len(part.text)
                yield _at(where, place, text=part.text, unread=part.unread)
                coded = _at(where, ": ".join(filter(None, (place, "in code"))))
                for decoded in encoded_within(part.text):
                    yield from self.opened(coded, decoded, name="", depth=depth + 1)


def _at(where: Passage, place: str, *, text: str = "", unread: str = "") -> Passage:
    return Passage(file=where.file, number=where.number, place=place, text=text, unread=unread)


def _origins(passage: Passage, index: Index) -> Iterator[str]:
    """What was found in a passage, each with its line before it where it has one."""
    for form in forms_of(passage.text) if passage.text else ():
        for match in index.found_in(form):
            line = f"line {form.count(chr(10), 0, match.at) + 1}" if match.at >= 0 else ""
            yield f"{line if _has_lines(passage) else ''}\n{match.origin}"


def _has_lines(passage: Passage) -> bool:
    return not passage.is_name and passage.place in ("", "in the archive")


@cache
def _readers() -> tuple[_Reader, ...]:
    found = members(readers, required=("NAME", "reads", "parts"))
    return cast("tuple[_Reader, ...]", found)
