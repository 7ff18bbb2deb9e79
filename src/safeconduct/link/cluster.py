"""Clusters: lines that are held to be one person, put together by merges that can be undone.

It depends on `judgement` for what a line is called.
A ledger holds every merge and unmerge with its ground and is never rewritten; the clusters are
what follows from the merges in force. A further ground of a merge is one more word of `Merge.by`.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from safeconduct.errors import InvalidInput, NotFound
from safeconduct.link.csv_rows import csv_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from safeconduct.link.judgement import Line

# A merge by the match weight; any other word is the pseudonym of who judged.
BY_WEIGHT: Final = "weight"
_COLUMNS: Final = (
    "number", "undoes", "left_list", "left_id", "right_list", "right_id", "by", "weight", "ground",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Two lines held to be one person: by a weight or by whom, and on which ground."""

    number: int
    left: Line = field(repr=False)
    right: Line = field(repr=False)
    by: str
    weight: float | None = None
    ground: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmerge:
    """A merge taken back: by whom, and on which ground."""

    number: int
    undoes: int
    by: str
    ground: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every merge and unmerge in order, over the lines of some lists."""

    lines: tuple[Line, ...] = field(repr=False)
    steps: tuple[Merge | Unmerge, ...] = ()

    def merge(
        self, left: Line, right: Line, *, by: str, weight: float | None = None, ground: str = ""
    ) -> Ledger:
        """Return it with one more merge.

        Raises:
            NotFound: one of the lines is on none of the lists.
        """
        known = set(self.lines)
        for line in (left, right):
            if line not in known:
                raise NotFound("line of a list", f"a line of {line[0]}")
        left, right = sorted((left, right))
        step = Merge(
            number=len(self.steps) + 1, left=left, right=right, by=by, weight=weight, ground=ground
        )
        return replace(self, steps=(*self.steps, step))

    def unmerge(self, number: int, *, by: str, ground: str = "") -> Ledger:
        """Return it with a merge taken back; what else joins the lines goes on to join them.

        Raises:
            NotFound: no merge in force has that number.
        """
        if number not in {merge.number for merge in self.in_force()}:
            raise NotFound("merge in force", str(number))
        step = Unmerge(number=len(self.steps) + 1, undoes=number, by=by, ground=ground)
        return replace(self, steps=(*self.steps, step))

    def in_force(self) -> tuple[Merge, ...]:
        """Return the merges that nothing has taken back."""
        undone = {step.undoes for step in self.steps if isinstance(step, Unmerge)}
        return tuple(
            step for step in self.steps if isinstance(step, Merge) and step.number not in undone
        )

    def clusters(self) -> tuple[tuple[Line, ...], ...]:
        """Return the clusters, each sorted, and sorted among themselves; a line alone is one."""
        return closed(self.lines, ((merge.left, merge.right) for merge in self.in_force()))

    def provenance(self, cluster: Iterable[Line]) -> tuple[Merge, ...]:
        """Return the merges in force that hold a cluster together."""
        members = set(cluster)
        return tuple(merge for merge in self.in_force() if merge.left in members)

    def clusters_csv(self) -> str:
        """Write the clusters as a table: a row a line, clusters numbered in their order."""
        rows = (
            (str(number), *line)
            for number, cluster in enumerate(self.clusters(), start=1)
            for line in cluster
        )
        return csv_text(("cluster", "list", "id"), rows)

    def steps_csv(self) -> str:
        """Write every step as a table."""
        return csv_text(_COLUMNS, map(_cells, self.steps))


def closed(
    lines: Iterable[Line], pairs: Iterable[tuple[Line, Line]]
) -> tuple[tuple[Line, ...], ...]:
    """Close pairs under "the same person as": the finest partition that keeps every pair whole."""
    root = {line: line for line in lines}
    for left, right in pairs:
        first, second = sorted((_root(root, left), _root(root, right)))
        root[second] = first
    found: dict[Line, list[Line]] = {}
    for line in sorted(root):
        found.setdefault(_root(root, line), []).append(line)
    return tuple(sorted(tuple(cluster) for cluster in found.values()))


def read_steps(lines: Sequence[Line], text: str) -> Ledger:
    """Read a ledger back from its table of steps.

    Raises:
        InvalidInput: the table is no ledger.
    """
    reader = csv.DictReader(io.StringIO(text), strict=True)
    if tuple(reader.fieldnames or ()) != _COLUMNS:
        raise InvalidInput("The table of merges has another header than a ledger.")
    ledger = Ledger(tuple(sorted(lines)))
    for row in reader:
        if row["undoes"]:
            ledger = ledger.unmerge(int(row["undoes"]), by=row["by"], ground=row["ground"])
        else:
            ledger = ledger.merge(
                (row["left_list"], row["left_id"]),
                (row["right_list"], row["right_id"]),
                by=row["by"],
                weight=float(row["weight"]) if row["weight"] else None,
                ground=row["ground"],
            )
    return ledger


def _cells(step: Merge | Unmerge) -> tuple[str, ...]:
    if isinstance(step, Unmerge):
        return (str(step.number), str(step.undoes), "", "", "", "", step.by, "", step.ground)
    weight = "" if step.weight is None else repr(step.weight)
    return (str(step.number), "", *step.left, *step.right, step.by, weight, step.ground)


def _root(root: dict[Line, Line], line: Line) -> Line:
    while root[line] != line:
        root[line] = root[root[line]]
        line = root[line]
    return line
