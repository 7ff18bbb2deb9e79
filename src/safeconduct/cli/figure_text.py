"""Figures as text: a calm table, what must be known before quoting it, and its lineage.

It depends on the screen and on the rows as they are printed.
One table shows the schemes side by side where nothing is broken down, else each has its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.cli.figure_rows import printed_rows
from safeconduct.cli.labels import central, highest
from safeconduct.cli.screen import TextTable
from safeconduct.vocabulary import in_language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.cli.session import Session
    from safeconduct.figures.figure import Bounds, Figure
    from safeconduct.figures.lineage import Change
    from safeconduct.record.corpus import Masthead

# Digits of a digest that a person compares by eye.
SHORT: Final = 12


def print_answer(masthead: Masthead, figures: tuple[Figure, ...], *, session: Session) -> None:
    """Print every figure."""
    title = masthead.title
    if masthead.as_of:
        title = session.say("{title}, as of {day}", title=title, day=masthead.as_of)
    session.out.heading(title)
    session.out.line()
    if figures[0].question.by:
        for figure in figures:
            _print_one(figure, session)
    else:
        _print_side_by_side(figures, session)


def print_ids(figures: tuple[Figure, ...], session: Session) -> None:
    """Print the ids that were counted, by the bounds in which they count."""
    for figure in figures:
        session.out.heading(figure.scheme.id)
        ids = figure.lineage.ids
        if ids is None:
            session.out.paragraph(_too_many(session), indent="  ")
            continue
        for level, found in ids.items():
            session.out.paragraph(
                ", ".join(found) or "–", first=f"  {session.say(level)}: ", indent="    "
            )
    session.out.line()


def print_changes(changes: Mapping[str, Change | None], session: Session) -> None:
    """Print what came, went and moved since earlier figures."""
    out, say = session.out, session.say
    for scheme, change in changes.items():
        out.heading(say("{scheme}, since then", scheme=scheme))
        if change is None:
            out.paragraph(say("Cannot be compared: not in both, or too many to list."), indent="  ")
            continue
        if not change.same_definition:
            out.paragraph(
                say("The definition or the question differs, so that what follows is no news."),
                indent="  ",
            )
        moved = [f"{each} ({say(before)} → {say(after)})" for each, before, after in change.moved]
        for name, found in (("came", change.came), ("went", change.went), ("moved", moved)):
            out.paragraph(", ".join(found) or "–", first=f"  {say(name)}: ", indent="    ")
    out.line()


def _too_many(session: Session) -> str:
    return session.say("Too many to list; narrow the question with --where, --from or --to.")


def _print_side_by_side(figures: tuple[Figure, ...], session: Session) -> None:
    say = session.say
    session.out.table(
        TextTable(
            headings=tuple(map(say, ("scheme", "measure", "low", "central", "high", "lineage"))),
            rows=[
                (
                    figure.scheme.id,
                    say(figure.measure),
                    *_numbers(figure.total, session),
                    figure.lineage.digest[:SHORT],
                )
                for figure in figures
            ],
            numbers=frozenset({2, 3, 4}),
        )
    )
    session.out.line()
    for sentence, schemes in _by_sentence(figures, session).items():
        whose = "" if len(schemes) == len(figures) else f" [{', '.join(schemes)}]"
        session.out.paragraph(f"{sentence}{whose}", first="- ", indent="  ")
    session.out.line()


def _by_sentence(figures: tuple[Figure, ...], session: Session) -> Mapping[str, list[str]]:
    """The schemes to which each caveat applies; caveats of one kind stand together."""
    said: dict[str, dict[str, list[str]]] = {}
    for figure in figures:
        for caveat in figure.caveats:
            of_one_kind = said.setdefault(caveat.message, {})
            of_one_kind.setdefault(session.words.sentence(caveat), []).append(figure.scheme.id)
    return {sentence: ids for kind in said.values() for sentence, ids in kind.items()}


def _print_one(figure: Figure, session: Session) -> None:
    out, say, scheme = session.out, session.say, figure.scheme
    label = in_language(scheme.label, session.language)
    out.heading(f"{scheme.id} ({scheme.version}): {label}")
    dimensions = figure.question.by
    total = (say("total"), *("" for _ in dimensions[1:]), *_numbers(figure.total, session))
    out.table(
        TextTable(
            headings=(*map(say, dimensions), say("low"), say("central"), say("high")),
            rows=[
                *(
                    (*row.labels.values(), *_numbers(row.bounds, session))
                    for row in printed_rows(figure, session)
                ),
                total,
            ],
            numbers=frozenset(range(len(dimensions), len(dimensions) + 3)),
        ),
        indent="  ",
    )
    for caveat in figure.caveats:
        out.paragraph(session.words.sentence(caveat), first="  - ", indent="    ")
    digest = figure.lineage.digest[:SHORT]
    out.line(
        "  " + say("{measure}, lineage {digest}", measure=say(figure.measure), digest=digest),
        style="dim",
    )
    out.line()


def _numbers(bounds: Bounds, session: Session) -> tuple[str, str, str]:
    return str(bounds.low), central(bounds, session), highest(bounds, session)
