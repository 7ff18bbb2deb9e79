"""Corpus folders made to disagree: sources that copy, voices that differ, revisions of revisions.

It depends on the tables of the record and on the random numbers of the standard library; a seed
gives the same folder again.
A trap that one of the two ways of counting fell into becomes a value or a share here.
"""

import csv
import random
from dataclasses import dataclass, field

from safeconduct.record.tables import TABLES

MASTHEAD = """\
title = "An invented corpus"
publisher = "Nobody"
licence = "CC0-1.0"
language = "en"
as_of = "2024-06"
vocabulary = "1"
ignored_columns = []

[aliases]
A = ["a"]
"""
UNKNOWN = "unknown:withheld"
ABROAD = "unknown:abroad"
# What cells hold; the first three of each are the usual ones, so that voices meet.
VALUES = {
    "date": (
        *("2023", "2023-10", "2023-10-17", "2023~", "2022", "2022/2023", "2019/..", "../2021"),
        *("2023-10-17?", UNKNOWN, "2023-05", "2023-10/2023-11", "2023-01/2023-10"),
        *("0001", "9999", "2023-21", "2023-10-17%", "/2021", "2021/", "2023/9999-12-31"),
    ),
    "place_of_act": ("KG", "KG/Bishkek", ABROAD, "KG/Osh", "RU", "RU/Moscow", UNKNOWN),
    "place_of_target": ("KG", "DE", ABROAD, "RU", UNKNOWN),
    "origin": ("RU", "RU", "BY", "unknown:not-reported"),
    "hosts": ("KG", ABROAD, "KG;KZ", "KZ;KG", "DE", "RU", UNKNOWN, "DE;FR;KG;KZ;PL"),
    "setting": ("prison", "home", "online", "court"),
    "techniques": (
        *("abduction", "threat", "abduction;threat", "doxing", "appearance-cancellation"),
        *("foreign-agent-listing", "coercion-by-proxy;fine", "unknown:not-reported"),
    ),
    "actor_organ_of": ("RU", "KG", UNKNOWN),
    "attribution": (
        *("state-organ", "state-directed", "host-state-organ", "state-aligned", "private"),
        *("state-tolerated", "unknown:not-checked"),
    ),
    "targets": ("activist", "journalist;activist"),
    "outcome": ("released", "fled", "released;fled"),
}
DECISIONS = (
    ("occurrence", "occurred"),
    ("occurrence", "did-not-occur"),
    ("date", "2023-10-17"),
    ("date", UNKNOWN),
    ("date_extent", "lasting"),
    ("origin", "RU"),
    ("hosts", "KZ;KG"),
    ("hosts", ABROAD),
    ("techniques", "abduction;doxing"),
    ("targets", "activist"),
    ("outcome", UNKNOWN),
    ("persons", "2-open"),
    ("persons", "1"),
    ("persons", UNKNOWN),
    ("actor_organ_of", "KG"),
    ("actor_organ_of", UNKNOWN),
    ("place_of_act", "KG/Osh"),
    ("place_of_target", ABROAD),
    ("attribution", "state-directed"),
    ("setting", UNKNOWN),
)
BASES = ("court-finding", "official-finding", "admission", "register-entry", "verified-evidence")

Cells = dict[str, str]


@dataclass(kw_only=True)
class Folder:
    """The rows of a corpus folder while they are being made up."""

    dice: random.Random
    rows: dict[str, list[Cells]] = field(default_factory=lambda: {name: [] for name in TABLES})

    def happens(self, share: float) -> bool:
        """Throw the dice."""
        return self.dice.random() < share

    def source_ids(self) -> list[str]:
        """The sources made up so far."""
        return [row["id"] for row in self.rows["sources"]]


def write(folder, seed, *, n_incidents=30):
    """Write the corpus of a seed into a folder, and give the folder."""
    made = Folder(dice=random.Random(seed))  # noqa: S311  # no secret, and it repeats
    for _ in range(made.dice.randint(4, 14)):
        made.rows["sources"].append(_source(made))
    for number in range(n_incidents):
        made.rows["incidents"].append(_incident(made, number))
        _tell(made, f"i{number}")
        _decide(made, f"i{number}")
    folder.mkdir(exist_ok=True)
    for name, rows in made.rows.items():
        write_table(folder, name, rows)
    (folder / "corpus.toml").write_text(MASTHEAD, encoding="utf-8")
    return folder


def write_table(folder, name, rows):
    """Write one table of a corpus folder."""
    table = TABLES[name]
    with (folder / table.file).open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(table.headings)
        writer.writerows([[row.get(heading, "") for heading in table.headings] for row in rows])


def _source(made: Folder) -> Cells:
    dice, known = made.dice, made.source_ids()
    copied = dice.sample(known, min(len(known), dice.choice([0, 0, 0, 1, 1, 2])))
    own = dice.choice(["", "", "", "", "own"])
    return {
        "id": f"s{len(known)}",
        "kind": "press",
        "publisher": dice.choice(["A", "B", "C", "D", "a", "b", ""]),
        "published": dice.choice(["", "", "2023", "2023-05", "2024?"]),
        "locator_state": "no-locator",
        "derived_from": ";".join(copied),
        "organ_of": dice.choice(["", "", "", "RU", "KG"]),
        "reliability": dice.choice("AABBCCDF"),
        "voice": own,
        "voice_reason": "told apart" if own else "",
    }


def _incident(made: Folder, number: int) -> Cells:
    shares = number and made.happens(0.1)
    return {
        "id": f"i{number}",
        "label": "An act",
        "kind": made.dice.choice(["incident"] * 5 + ["pattern", "measure"]),
        "chain": made.dice.choice(["", "", "c1", "c2"]),
        "same_person_as": f"i{made.dice.randrange(number)}" if shares else "",
    }


def _tell(made: Folder, incident: str) -> None:
    told: list[Cells] = []
    for _ in range(made.dice.randint(0, 6)):
        row = _voice(made, incident, told)
        row |= _said(made)
        row |= _persons(made)
        if made.happens(0.15):
            row |= _basis(made)
        told.append(row)
        made.rows["statements"].append(row)


def _voice(made: Folder, incident: str, told: list[Cells]) -> Cells:
    """Who says it and how; a revision mostly revises its own voice, at times another's."""
    dice = made.dice
    row = {
        "id": f"t{len(made.rows['statements'])}",
        "source": dice.choice(made.source_ids()),
        "incident": incident,
        "mode": dice.choice(["asserts", "reports", "reports", "alleges", "confirms", "denies"]),
        "credibility": dice.choice(["", "", "", "2", "5"]),
    }
    if told and made.happens(0.25):
        revised = dice.choice(told)
        row |= {"mode": dice.choice(["corrects", "retracts"]), "revises": revised["id"]}
        if made.happens(0.7):
            row["source"] = revised["source"]
    if made.happens(0.12):
        others = [source for source in made.source_ids() if source != row["source"]]
        row["derived_from"] = ";".join(dice.sample(others, dice.choice([1, 1, 2])))
    return row


def _said(made: Folder) -> Cells:
    usual = made.happens(0.5)
    row = {
        name: made.dice.choice(values[:3] if usual else values)
        for name, values in VALUES.items()
        if made.happens(0.6)
    }
    if row.get("date", UNKNOWN) != UNKNOWN and made.happens(0.3):
        row["date_extent"] = made.dice.choice(["within", "lasting"])
    return row


def _persons(made: Folder) -> Cells:
    if made.happens(0.5):
        least = made.dice.choice([0, 1, 1, 2, 4, 999_999_999_998])
        most = made.dice.choice([str(least), str(least + 1), "open"])
        return {"persons_min": str(least), "persons_max": most}
    return {"persons_min": UNKNOWN} if made.happens(0.2) else {}


def _basis(made: Folder) -> Cells:
    basis = made.dice.choice(BASES)
    row = {"basis": basis}
    if basis != "verified-evidence":
        row["basis_by"] = made.dice.choice(["RU", "KG", "PL"])
    if made.happens(0.5):
        row["basis_against"] = made.dice.choice(["RU", "KG", "PL"])
    return row


def _decide(made: Folder, incident: str) -> None:
    chosen = dict(made.dice.sample(DECISIONS, made.dice.choice([0, 0, 0, 0, 1, 2])))
    for name, value in chosen.items():
        made.rows["decisions"].append(
            {
                "id": f"d{len(made.rows['decisions'])}",
                "incident": incident,
                "field": name,
                "value": value,
                "reason": "the file was seen",
                "decided_by": "coder",
                "decided_on": "2024",
            }
        )
