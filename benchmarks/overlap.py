"""Times the private overlap beside a plain hash join, and holds its counts to those of the join.

It depends on `safeconduct.link.private` and on the invented exile set; it runs in this process,
because the join of two sets takes less than a process takes to start.
`python -m benchmarks.overlap` writes its section of `docs/benchmarks.md` anew.
"""

import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from safeconduct.link.exile_names import DESIGNS, exile_set
from safeconduct.link.private import pair, ring
from safeconduct.link.private.agreement import FEWEST_KEYS, LIBRARY, RING, Agreement
from safeconduct.link.private.key_choice import chosen
from safeconduct.link.private.key_set import KeySet, keys_of
from safeconduct.link.private.letter import Letter
from safeconduct.link.private.named_person import NamedPerson, year_of

PAGE = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"
HEADING = "## Private overlap beside a hash join"
N_NAMES = 100_000
N_SHARED = 10_000
N_RECORDS = 10_000
JOIN_RUNS = 5
MEGABYTE = 1_000_000


@dataclass(frozen=True, kw_only=True)
class Round:
    """One overlap. Units: seconds of CPU and of wall time, bytes of all letters together."""

    counts: dict[int, int]
    cpu: float
    wall: float
    sent: int


def main() -> int:
    """Measure, and write the section into the page."""
    before, _, after = PAGE.read_text(encoding="utf-8").partition(HEADING)
    _, heading, rest = after.partition("\n## ")
    section = "\n".join(lines())
    PAGE.write_text(before.rstrip("\n") + "\n\n" + section + heading + rest, encoding="utf-8")
    print(section)
    return 0


def lines() -> list[str]:
    """Measure, and return the lines of the section."""
    two = [_numbered(0), _numbered(N_NAMES - N_SHARED)]
    rows = [
        _compared("two lists, the library", two, _by_library),
        _compared("two lists, the ring", two, _by_ring),
        _compared("three lists, the ring", _exile_lists(3), _by_ring),
        _compared("five lists, the ring", _exile_lists(5), _by_ring),
    ]
    return [
        HEADING,
        "",
        (
            f"Written by `python -m benchmarks.overlap`: two lists of {N_NAMES:,} keys that share "
            f"{N_SHARED:,};"
        ),
        (
            f"three and five lists of {N_RECORDS:,} invented exiles each, under `unordered-year`, "
            "fewer keys than lines because some have no year."
        ),
        (
            "Every party works in turn in one process, one run each; the join is a median of "
            f"{JOIN_RUNS}."
        ),
        (
            "A ratio is of CPU seconds; the counts of all patterns are compared with those of the "
            "join before a row is written."
        ),
        "",
        "| what | keys | join, CPU s | masked, CPU s | wall s | ratio | MB sent | counts |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
        *rows,
        "",
    ]


def _compared(what: str, sets: Sequence[KeySet], run: Callable[[Sequence[KeySet]], Round]) -> str:
    join = statistics.median(_timed(lambda: _join(sets)) for _ in range(JOIN_RUNS))
    found = run(sets)
    if found.counts != _join(sets):
        raise SystemExit(f"{what}: the counts differ")
    sizes = " + ".join(f"{len(each.keys):,}" for each in sets)
    return (
        f"| {what} | {sizes} | {join:.3f} | {found.cpu:.1f} | {found.wall:.1f} | "
        f"{found.cpu / join:,.0f}× | {found.sent / MEGABYTE:.1f} | equal |"
    )


def _join(sets: Sequence[KeySet]) -> dict[int, int]:
    codes: Counter[str] = Counter()
    for at, each in enumerate(sets):
        for key in each.keys:
            codes[key] += 1 << at
    return dict(sorted(Counter(codes.values()).items()))


def _by_ring(sets: Sequence[KeySet]) -> Round:
    terms = _terms(sets, RING)
    cpu, wall = time.process_time(), time.perf_counter()
    begun = [
        ring.begin(terms, name=name, keys=keys)
        for name, keys in zip(terms.names, sets, strict=True)
    ]
    parts = {part.name: part for part, _ in begun}
    letters = [letter for _, letter in begun]
    sent = _size(letters)
    for _ in range(len(sets) - 1):
        onwards = []
        for letter in letters:
            to = ring.goes_to(letter, terms)
            parts[to], answer = ring.answer(letter, terms, part=parts[to])
            onwards.append(answer)
        letters = onwards
        sent += _size(letters)
    counts = dict(ring.pattern_counts(letters, terms))
    return _round(counts, cpu, wall, sent)


def _by_library(sets: Sequence[KeySet]) -> Round:
    terms = _terms(sets, LIBRARY)
    ours, theirs = terms.names
    cpu, wall = time.process_time(), time.perf_counter()
    asking, request = pair.begin(terms, name=ours, keys=sets[0])
    offering, setup = pair.begin(terms, name=theirs, keys=sets[1])
    _, response = pair.answer(request, terms, part=offering)
    counts = dict(pair.pattern_counts(setup, response, agreement=terms, part=asking))
    return _round(counts, cpu, wall, _size([request, setup, response]))


def _round(counts: dict[int, int], cpu: float, wall: float, sent: int) -> Round:
    return Round(
        counts=counts,
        cpu=time.process_time() - cpu,
        wall=time.perf_counter() - wall,
        sent=sent,
    )


def _terms(sets: Sequence[KeySet], method: str) -> Agreement:
    lists = {f"list-{at}": max(len(one.keys), FEWEST_KEYS) for at, one in enumerate(sets)}
    return Agreement(epoch="bench", lists=lists, counted_by="list-0", method=method)


def _size(letters: Sequence[Letter]) -> int:
    return sum(len(letter.as_sent) for letter in letters)


def _timed(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _numbered(first: int) -> KeySet:
    keys = (f"surname-{at}\x1fgiven\x1f{1940 + at % 60}" for at in range(first, first + N_NAMES))
    return KeySet(keys=tuple(sorted(keys)))


def _exile_lists(n_lists: int) -> list[KeySet]:
    """Lists that each reach half of the same invented people, cut to one size."""
    designs = tuple(
        replace(DESIGNS[at % len(DESIGNS)], name=f"list-{at}", reaches=0.5) for at in range(n_lists)
    )
    made = exile_set(n_persons=int(2.1 * N_RECORDS), seed=11, designs=designs)
    found = []
    for design in designs:
        people = [
            NamedPerson(name=each.name, year=year_of(each.born))
            for each in made.persons
            if each.list_name == design.name
        ]
        if len(people) < N_RECORDS:
            raise SystemExit("an invented list is too short")
        found.append(keys_of(people[:N_RECORDS], choice=chosen("unordered-year")))
    return found


if __name__ == "__main__":
    sys.exit(main())
