"""A shelf of vocabulary sets: one folder a set, one file a term, read when first asked for.

It depends on `safeconduct.registry` for the walk and on the reading of single terms beside it.
A new set is a new folder; nothing here names one.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from safeconduct.errors import InvalidVocabulary, NotFound
from safeconduct.registry import data_files, data_folders
from safeconduct.vocabulary.term_reading import is_id, read_term

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from safeconduct.vocabulary.term import Term

# A cell of a hostile table may be very long, and comparing it would take minutes; nobody mistypes a
# term at that length.
_LONGEST_GUESS = 80


class Shelf:
    """The sets of one folder; what was read once stays as it was read."""

    __slots__ = ("_folder", "_ids", "_sets", "_terms")

    def __init__(self, folder: Path) -> None:
        """Point at a folder; nothing is read yet."""
        self._folder = folder
        self._sets: tuple[str, ...] | None = None
        self._ids: dict[str, frozenset[str]] = {}
        self._terms: dict[str, Mapping[str, Term]] = {}

    def sets(self) -> tuple[str, ...]:
        """Name the sets in sorted order."""
        if self._sets is None:
            self._sets = tuple(path.name for path in data_folders(self._folder))
        return self._sets

    def ids(self, set_id: str) -> frozenset[str]:
        """Name the ids of a set; they are its file names, so that no file is opened.

        Raises:
            NotFound: there is no such set.
        """
        if set_id not in self._ids:
            if set_id not in self.sets():
                raise NotFound(
                    "vocabulary set", set_id, hint=f"The sets are {', '.join(self.sets())}."
                )
            self._ids[set_id] = frozenset(path.stem for path in data_files(self._folder / set_id))
        return self._ids[set_id]

    def terms(self, set_id: str) -> Mapping[str, Term]:
        """Read a set: its terms by id, sorted, not to be changed.

        Raises:
            NotFound: there is no such set.
            InvalidVocabulary: one of its files is malformed, or two contradict each other.
        """
        if set_id not in self._terms:
            self.ids(set_id)
            read = {
                path.stem: read_term(path, known=self._known)
                for path in data_files(self._folder / set_id)
            }
            _refuse_doubles(read)
            self._terms[set_id] = MappingProxyType(dict(sorted(read.items())))
        return self._terms[set_id]

    def term(self, set_id: str, term_id: str) -> Term:
        """Look up one term.

        Raises:
            NotFound: there is no such set or no such term; the hint names the nearest ids.
        """
        found = self.terms(set_id).get(term_id)
        if found is None:
            nearest = self.nearest(set_id, term_id)
            # Safety: a cell may hold anything, a name too; only what looks like an id is repeated.
            shown = term_id if is_id(term_id) else "(not in the form of an id)"
            hint = (
                f"Nearest: {', '.join(nearest)}."
                if nearest
                else f"See `safeconduct vocabulary {set_id}`."
            )
            raise NotFound(f"term of {set_id}", shown, hint=hint)
        return found

    def nearest(self, set_id: str, text: str, *, most: int = 3) -> tuple[str, ...]:
        """Suggest the ids that somebody who wrote this may have meant, by id, code or label."""
        # Needed for error messages only; imported above it would slow every start.
        from difflib import get_close_matches  # noqa: PLC0415

        said = " ".join(
            text[:_LONGEST_GUESS].casefold().replace("_", " ").replace("-", " ").split()
        )
        names = dict(_names(self.terms(set_id)))
        if said in names:
            return (names[said],)
        return tuple(
            dict.fromkeys(names[name] for name in get_close_matches(said, names, n=most * 2))
        )[:most]

    def _known(self, set_id: str) -> frozenset[str]:
        return self.ids(set_id) if set_id in self.sets() else frozenset()


def _names(terms: Mapping[str, Term]) -> Iterator[tuple[str, str]]:
    """Give every name of every term with its id, ids last, so that they win over other labels."""
    for term in terms.values():
        for label in term.label.values():
            yield label.casefold().replace("-", " "), term.id
    for term in terms.values():
        if term.code:
            yield term.code.casefold().replace("-", " "), term.id
        yield term.id.replace("-", " "), term.id


def _refuse_doubles(terms: Mapping[str, Term]) -> None:
    """Refuse a set in which two files carry the same code or the same label."""
    seen: dict[tuple[str, str], str] = {}
    for term in terms.values():
        marks = [(f"label.{language}", label) for language, label in term.label.items()]
        for key, mark in [*marks, ("code", term.code or term.id)]:
            other = seen.setdefault((key, mark), term.id)
            if other != term.id:
                raise InvalidVocabulary(
                    f"{term.set}/{term.id}.toml",
                    [(key, f"is already that of {other}")],
                    hint="Give each its own.",
                )
