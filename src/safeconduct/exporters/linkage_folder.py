"""A linkage as a folder: pairs, clusters, merges, what was held back, and tables to estimate from.

It depends on `link` and on the writing of private files; it names lines by list and id alone.
A further table is one more line in `_tables`.

Safety: ids of lists lead to persons for whoever holds the lists, so that each file is its owner's
alone; names and dates of birth are not written at all.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import TYPE_CHECKING, Final

from safeconduct import __version__
from safeconduct.errors import Unavailable
from safeconduct.exporters.private_file import write_private
from safeconduct.link.clustering import line_of
from safeconduct.link.csv_rows import csv_text
from safeconduct.link.draws import MOST_LISTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from safeconduct.link.clustering import Clustering
    from safeconduct.link.draws import LinkageDraws
    from safeconduct.link.judgement import Line
    from safeconduct.link.linking import Linkage

CAPTURES: Final = "captures.csv"
DRAWN: Final = "linkages.csv"
JUDGEMENTS: Final = "judgements.csv"
SUMMARY: Final = "linkage.json"
# Pairs below it are strangers; there are many of them.
_LEAST_SHOWN: Final = 0.01


def write_linkage(
    linkage: Linkage, clustering: Clustering, *, draws: LinkageDraws | None, folder: Path
) -> Mapping[str, int]:
    """Write the folder, over an earlier one; judgements that stand in it are left alone.

    Returns the rows of each table.

    Raises:
        Unavailable: the folder cannot be made or written.
    """
    tables = _tables(linkage, clustering, draws=draws)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Linkages drawn earlier are of other lines, or of other judgements.
        (folder / DRAWN).unlink(missing_ok=True)
    except OSError as cause:
        raise Unavailable(folder.name, hint="Check that the folder can be made.") from cause
    for name, text in tables.items():
        write_private(text.encode(), folder / name, replaces=True)
    summary = json.dumps(_summary(linkage, clustering, draws), ensure_ascii=False, indent=2)
    write_private(f"{summary}\n".encode(), folder / SUMMARY, replaces=True)
    return {name: text.count("\n") - 1 for name, text in tables.items()}


def _tables(
    linkage: Linkage, clustering: Clustering, *, draws: LinkageDraws | None
) -> dict[str, str]:
    clusters = clustering.ledger.clusters()
    lists = tuple(dict.fromkeys(person.list_name for person in linkage.persons))
    found = {
        "pairs.csv": _pairs(linkage),
        "clusters.csv": clustering.ledger.clusters_csv(),
        "merges.csv": clustering.ledger.steps_csv(),
        "held-back.csv": _held_back(clustering),
    }
    if len(lists) <= MOST_LISTS:
        found[CAPTURES] = _captures(clusters, lists)
    if draws is not None:
        found[DRAWN] = _drawn(draws)
    return found


def _pairs(linkage: Linkage) -> str:
    pairs, persons = linkage.pairs, linkage.persons
    probabilities = pairs.probabilities
    rows = (
        (
            *line_of(persons[int(pairs.left[at])]),
            *line_of(persons[int(pairs.right[at])]),
            f"{pairs.weights[at]:.3f}",
            f"{probabilities[at]:.6f}",
        )
        for at in range(len(pairs))
        if probabilities[at] >= _LEAST_SHOWN
    )
    return csv_text(
        ("left_list", "left_id", "right_list", "right_id", "weight", "probability"), rows
    )


def _held_back(clustering: Clustering) -> str:
    rows = (
        (
            each.kind,
            *each.left,
            *each.right,
            "judgement" if each.judged else "weight",
            "" if each.weight is None else f"{each.weight:.3f}",
        )
        for each in clustering.contradictions
    )
    header = ("kind", "left_list", "left_id", "right_list", "right_id", "by", "weight")
    return csv_text(header, rows)


def _captures(clusters: Iterable[Sequence[Line]], lists: Sequence[str]) -> str:
    counted = Counter(frozenset(name for name, _ in cluster) for cluster in clusters)
    rows = sorted(
        ((*(str(int(name in seen)) for name in lists), str(number)))
        for seen, number in counted.items()
    )
    return csv_text((*lists, "count"), rows)


def _drawn(draws: LinkageDraws) -> str:
    lists = draws.lists
    patterns = [
        "+".join(n for k, n in enumerate(lists) if code >> k & 1) for code in range(1 << len(lists))
    ]
    rows = (tuple(str(int(count)) for count in row[1:]) for row in draws.counts)
    return csv_text(patterns[1:], rows)


def _summary(
    linkage: Linkage, clustering: Clustering, draws: LinkageDraws | None
) -> dict[str, object]:
    model = linkage.model
    clusters = clustering.ledger.clusters()
    return {
        "safeconduct": __version__,
        "lists": dict(Counter(person.list_name for person in linkage.persons)),
        "input_digest": _digest(linkage),
        "pairs": len(linkage.pairs),
        "clusters": len(clusters),
        "clusters_of_two_or_more": sum(len(cluster) > 1 for cluster in clusters),
        "held_back": dict(Counter(each.kind for each in clustering.contradictions)),
        "prior_of_a_match": model.prior,
        "levels": [
            {"comparison": each.comparison, "level": each.level, "m": each.m, "u": each.u}
            for each in model.levels
        ],
        "doubts_of_training": [
            {"code": each.code, "concerns": each.concerns} for each in model.checks
        ],
        "draws": None if draws is None else {"n": len(draws.counts), "seed": draws.seed},
    }


def _digest(linkage: Linkage) -> str:
    """Tell inputs apart by their lines, in any order; a digest of ids is as private as they are."""
    lines = sorted("\0".join(line_of(person)) for person in linkage.persons)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
