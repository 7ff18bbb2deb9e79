"""Reviewing pairs: at a terminal one by one, elsewhere by a sheet that is filled and taken back.

It depends on the review order, on the explanations and on the file of judgements.
What is shown of a line is one more name in `_SHOWN`.

Safety: a sheet holds names; it is written for its owner alone, and what is typed goes into the
file of judgements and nowhere else.
"""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

import click

from safeconduct.errors import InvalidRecord, Problem, RejectedRows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from safeconduct.cli.session import Session
    from safeconduct.cli.verbs.link import Asked
    from safeconduct.link.judgement import Judgement, Line
    from safeconduct.link.linking import Linkage
    from safeconduct.link.listed_person import ListedPerson
    from safeconduct.link.review import ReviewPair

SHEET: Final = "review.csv"
_SHOWN: Final = ("name", "born", "place", "address")
_KEYS: Final = ("left_list", "left_id", "right_list", "right_id")
_LETTERS: Final = {"y": "yes", "n": "no", "u": "unsure"}


def review(
    linkage: Linkage, judgements: Sequence[Judgement], *, asked: Asked, session: Session
) -> None:
    """Ask at a terminal, or write a sheet to fill."""
    from safeconduct.link.review import random_pairs, review_order

    order = (
        random_pairs(linkage, judgements, n_pairs=asked.most, least=asked.least, seed=asked.seed)
        if asked.at_random
        else review_order(linkage, judgements, most=asked.most)
    )
    if not order:
        session.out.paragraph(session.say("No pair is open."))
    elif session.out.is_terminal:
        _ask(linkage, order, asked=asked, session=session)
        _tell_opposed({}, folder=asked.folder, session=session)
    else:
        _write_sheet(linkage, order, asked=asked, session=session)


def labelled_pairs(
    path: Path | None, judgements: Sequence[Judgement], *, known: frozenset[Line]
) -> Mapping[frozenset[Line], bool]:
    """Read pairs known to be one person (yes) or two (no), from a file or from judgements.

    `known` are the lines of the lists: a pair of others would count as missed.

    Raises:
        RejectedRows: a row is no labelled pair, or names a line that is on no list.
    """
    from safeconduct.link.judgement import NO, YES, standing

    if path is None:
        return {
            frozenset(pair): each.answer == YES
            for pair, each in standing(judgements).items()
            if each.answer in (YES, NO)
        }
    found: dict[frozenset[Line], bool] = {}
    problems = []
    for number, row in _rows(path, needed=(*_KEYS, "judgement")):
        if row["judgement"] not in (YES, NO):
            problems.append(
                _problem(path.name, number, "judgement", found="another word", allowed="yes or no")
            )
            continue
        pair = ((row["left_list"], row["left_id"]), (row["right_list"], row["right_id"]))
        strange = [
            column
            for column, line in zip(("left_id", "right_id"), pair, strict=True)
            if line not in known
        ]
        found_there = "a line that is on none of the lists"
        if pair[0] == pair[1]:
            strange, found_there = ["right_id"], "the same line twice"
        if strange:
            problems += [
                _problem(
                    path.name, number, column, found=found_there, allowed="two lines of the lists"
                )
                for column in strange
            ]
            continue
        found[frozenset(pair)] = row["judgement"] == YES
    if problems:
        raise RejectedRows(path.name, problems)
    return found


def _ask(linkage: Linkage, order: Sequence[ReviewPair], *, asked: Asked, session: Session) -> None:
    from safeconduct.exporters.linkage_folder import JUDGEMENTS
    from safeconduct.link import judgement
    from safeconduct.link.clustering import line_of

    who = asked.who or click.prompt(
        session.say("Your pseudonym"), value_proc=lambda typed: _pseudonym(typed, session)
    )
    for number, pair in enumerate(order, start=1):
        left, right = _both(linkage, pair)
        session.out.heading(f"{number} / {len(order)}")
        for name in _SHOWN:
            session.out.line(
                f"  {session.say(name):<10}{_said(left, name):<36}{_said(right, name)}"
            )
        session.out.paragraph(_reasons(linkage, pair, session.language), indent="  ")
        answer = click.prompt(
            session.say("One person? (y)es, (n)o, (u)nsure, (q)uit"),
            type=click.Choice([*_LETTERS, "q"]),
            show_choices=False,
        )
        if answer == "q":
            return
        why = click.prompt(session.say("Why"), default="", show_default=False)
        made = judgement.Judgement(
            left=line_of(left),
            right=line_of(right),
            answer=_LETTERS[answer],
            who=who,
            judged_at=datetime.now(UTC),
            why=why,
        )
        asked.folder.mkdir(parents=True, exist_ok=True)
        judgement.append(asked.folder / JUDGEMENTS, made)


def _pseudonym(typed: str, session: Session) -> str:
    """Take a pseudonym that was typed; the prompt asks again where it is none."""
    from safeconduct.link.judgement import is_pseudonym

    if not is_pseudonym(typed):
        raise click.UsageError(
            session.say("A pseudonym is small letters, digits and hyphens, such as q1.")
        )
    return typed


def _write_sheet(
    linkage: Linkage, order: Sequence[ReviewPair], *, asked: Asked, session: Session
) -> None:
    from safeconduct.exporters.private_file import write_private
    from safeconduct.link.clustering import line_of

    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    sides = [f"{side}_{name}" for name in _SHOWN for side in ("left", "right")]
    writer.writerow((*_KEYS, *sides, "speaks_for_and_against", "judgement", "why"))
    for pair in order:
        left, right = _both(linkage, pair)
        shown = [_cell(_said(person, name)) for name in _SHOWN for person in (left, right)]
        reasons = _cell(_reasons(linkage, pair, session.language))
        writer.writerow((*line_of(left), *line_of(right), *shown, reasons, "", ""))
    asked.folder.mkdir(parents=True, exist_ok=True)
    write_private(buffer.getvalue().encode(), asked.folder / SHEET, replaces=True)
    session.out.paragraph(
        session.say(
            "Pairs to judge in {sheet}: {n}. Fill its column judgement with yes, no or unsure, "
            "then: safeconduct link review … --answers {sheet} --who NAME.",
            n=len(order),
            sheet=str(asked.folder / SHEET),
        )
    )


def take_in(path: Path, *, asked: Asked, session: Session) -> None:
    """Take in a sheet that was filled; rows without a judgement stay open.

    Raises:
        UsageError: nobody says who judged.
        RejectedRows: it holds what is no judgement; nothing of it is taken.
    """
    from safeconduct.exporters.linkage_folder import JUDGEMENTS
    from safeconduct.link import judgement

    if not asked.who:
        raise click.UsageError("--answers needs --who, the pseudonym of the person who judged.")
    judged_at = datetime.now(UTC)
    found: list[Judgement] = []
    problems: list[Problem] = []
    rows: dict[tuple[Line, Line], int] = {}
    for number, row in _rows(path, needed=(*_KEYS, "judgement")):
        if not row["judgement"]:
            continue
        try:
            found.append(
                judgement.Judgement(
                    left=(row["left_list"], row["left_id"]),
                    right=(row["right_list"], row["right_id"]),
                    answer=row["judgement"],
                    who=asked.who,
                    judged_at=judged_at,
                    why=row.get("why", ""),
                )
            )
            rows[found[-1].pair] = number
        except InvalidRecord as refused:
            problems += judgement.wrong_cells(path.name, number, refused=refused)
    if problems:
        raise RejectedRows(path.name, problems)
    asked.folder.mkdir(parents=True, exist_ok=True)
    for each in found:
        judgement.append(asked.folder / JUDGEMENTS, each)
    session.out.paragraph(
        session.say("One judgement was taken in. Link again, so that it holds.")
        if len(found) == 1
        else session.say(
            "{n} judgements were taken in. Link again, so that they hold.", n=len(found)
        )
    )
    _tell_opposed({path.name: rows}, folder=asked.folder, session=session)


def _tell_opposed(
    sheets: Mapping[str, Mapping[tuple[Line, Line], int]], *, folder: Path, session: Session
) -> None:
    """Say which judgements contradict each other, by their rows in a sheet or in the file.

    Of a sheet only what its own rows take part in is told; the file was told of before.
    """
    from safeconduct.exporters.linkage_folder import JUDGEMENTS
    from safeconduct.link import judgement

    kept = judgement.read(folder / JUDGEMENTS)
    new = {pair for rows in sheets.values() for pair in rows}
    contradictions = [{apart, *joined} for apart, joined in judgement.opposed(kept).items()]
    left = {pair for each in contradictions if not sheets or each & new for pair in each}
    if not left:
        return
    n_pairs, places = len(left), []
    # Safety: rows and not ids are told, since an id may be a name.
    held = {each.pair: number for number, each in enumerate(kept, start=2)}
    for name, rows in (*sheets.items(), (JUDGEMENTS, held)):
        numbers = sorted(rows[pair] for pair in left if pair in rows)
        left -= rows.keys()
        if numbers:
            places.append(f"{name}: {', '.join(map(str, numbers))}")
    session.out.paragraph(
        session.say(
            "{n} judgements contradict each other (row by file: {places}): yes makes one person "
            "of two lines that no keeps apart. Judge these pairs again; until then no holds, and a "
            "yes is held back.",
            n=n_pairs,
            places="; ".join(places),
        )
    )


def _rows(path: Path, *, needed: Sequence[str]) -> list[tuple[int, dict[str, str]]]:
    from safeconduct.importers.csv_text import numbered_rows, whole

    problems: list[Problem] = []
    table = []
    if not path.is_file():
        raise click.UsageError(f"There is no file {path.name}.")
    for row in numbered_rows(path.read_bytes(), path.name, headings=tuple(needed)):
        if isinstance(row, Problem):
            problems.append(row)
        else:
            table.append((row[0], [cell if isinstance(cell, str) else "" for cell in row[1]]))
    header = table[0][1] if table else []
    if not {*needed} <= {*header}:
        problems.append(whole(path.name, "other columns", allowed=", ".join(needed)))
    if problems:
        raise RejectedRows(path.name, problems)
    return [(number, dict(zip(header, cells, strict=False))) for number, cells in table[1:]]


def _both(linkage: Linkage, pair: ReviewPair) -> tuple[ListedPerson, ListedPerson]:
    pairs = linkage.pairs
    return (
        linkage.persons[int(pairs.left[pair.at])],
        linkage.persons[int(pairs.right[pair.at])],
    )


def _said(person: ListedPerson, name: str) -> str:
    if name == "name":
        parts = (person.name.surname, person.name.given, person.name.patronymic)
        return " ".join(part for part in parts if part)
    said = getattr(person, name)
    return "" if said is None else str(said)


def _reasons(linkage: Linkage, pair: ReviewPair, language: str) -> str:
    from safeconduct.link.explanation import explain, languages

    spoken = language if language in languages() else "en"
    return explain(linkage.pairs, pair.at, model=linkage.model, language=spoken).text


def _cell(text: str) -> str:
    """Keep a spreadsheet from taking a cell for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def _problem(file: str, number: int, column: str, *, found: str, allowed: str) -> Problem:
    return Problem(file=file, row=number, column=column, found=found, allowed=allowed)
