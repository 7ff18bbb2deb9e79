"""The script that a researcher would write with pandas: the same seven counts by year and tactic.

It depends on pandas and on two small tables of the vocabulary, given as JSON on the command line.
It is kinder to itself than Safeconduct is: it resolves copies and grades, adopts values by the
number of voices and derives standing, and leaves out corrections, retractions, denials, decisions,
partly agreeing dates and all caveats.
"""

import json
import sys
from collections import Counter
from typing import Any

import pandas as pd

Schemes = dict[str, dict[str, Any]]
Tactics = dict[str, list[str]]
Counts = dict[str, Counter[tuple[str, str, int]]]


def main(folder: str, *, schemes: Schemes, tactics: Tactics) -> dict[str, int]:
    """Count incidents by scheme, year and tactic; return the number of rows of each scheme."""
    sources = pd.read_csv(f"{folder}/sources.csv", dtype=str, keep_default_na=False)
    statements = pd.read_csv(f"{folder}/statements.csv", dtype=str, keep_default_na=False)
    incidents = pd.read_csv(f"{folder}/incidents.csv", dtype=str, keep_default_na=False)
    voices = voices_of(sources)
    grades = dict(zip(sources["id"], sources["reliability"], strict=True))
    statements["voice"] = statements["source"].map(voices)
    statements["strong"] = (
        statements["source"].map(grades).isin(list("ABC"))
        & statements["mode"].isin(["asserts", "reports", "confirms"])
        & ~statements["credibility"].isin(["4", "5", "6"])
        & statements["voice"].notna()
    )
    kinds = dict(zip(incidents["id"], incidents["kind"], strict=True))
    counts: Counts = {name: Counter() for name in schemes}
    for identifier, rows in statements.groupby("incident", sort=False):
        if kinds[identifier] == "incident":
            add(counts, rows, schemes=schemes, tactics=tactics)
    return {name: len(found) for name, found in counts.items()}


def voices_of(sources: pd.DataFrame) -> dict[str, str | None]:
    """Follow derived_from to the end; a source with several roots has no voice."""
    parents = {
        identifier: [parent for parent in text.split(";") if parent]
        for identifier, text in zip(sources["id"], sources["derived_from"], strict=True)
    }
    publishers = dict(zip(sources["id"], sources["publisher"], strict=True))
    voices: dict[str, str | None] = {}
    for identifier in parents:
        pending, roots = [identifier], set()
        while pending:
            at = pending.pop()
            if parents[at]:
                pending.extend(parents[at])
            else:
                roots.add(publishers[at])
        voices[identifier] = roots.pop() if len(roots) == 1 else None
    return voices


def add(counts: Counts, rows: pd.DataFrame, *, schemes: Schemes, tactics: Tactics) -> None:
    """Derive one incident and add it to the rows in which it stands."""
    strong = rows[rows["strong"]]
    n_voices = strong["voice"].nunique()
    told = strong if n_voices else rows
    level = min(n_voices, 2)
    techniques = {term for cell in told["techniques"] for term in cell.split(";") if term}
    attribution, origin, hosts, date = (
        most_common(told, column) for column in ("attribution", "origin", "hosts", "date")
    )
    year = date[:4]
    abroad = any(host != origin for host in hosts.split(";") if host)
    for name, scheme in schemes.items():
        admitted = scheme["attributions"]
        if (
            techniques & scheme["techniques"]
            and (not admitted or attribution in admitted)
            and (abroad or scheme["place"] == "anywhere")
        ):
            rows_of = {tactic for term in techniques for tactic in tactics.get(term, ())}
            for tactic in rows_of:
                counts[name][year, tactic, level] += 1


def most_common(rows: pd.DataFrame, column: str) -> str:
    """The value that most voices give, or nothing."""
    given = rows[rows[column] != ""].groupby(column)["voice"].nunique()
    return str(given.idxmax()) if len(given) else ""


if __name__ == "__main__":
    asked = json.loads(sys.argv[2])
    for scheme in asked["schemes"].values():
        scheme["techniques"] = set(scheme["techniques"])
    print(main(sys.argv[1], schemes=asked["schemes"], tactics=asked["tactics"]))
