"""Exposures side by side as text: one row an instrument, one column a host state.

It depends on the exposure and on the screen.
Cells name articles and incidents; nothing is added up, so that no state can be ranked by it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.cli.exposure_text import STATUS_WORDS, TENDENCY_WORDS, label_of, summed_up
from safeconduct.cli.plain_value import NOTHING
from safeconduct.cli.screen import TextTable
from safeconduct.vocabulary import in_language, territory

if TYPE_CHECKING:
    from collections.abc import Iterable

    from safeconduct.cli.session import Session
    from safeconduct.exposure import Comparison, ComparisonCell, ExposureLine, HostColumn

_WHOLE: Final = "whole"


def print_comparison(comparison: Comparison, session: Session) -> None:
    """Print instruments, memberships and precedents across the hosts, then what is not known."""
    out, say = session.out, session.say
    origin = territory.name(comparison.origin, session.language)
    hosts = [territory.name(host, session.language) for host in comparison.hosts]
    out.heading(f"{origin} → {', '.join(hosts)}, {comparison.on.isoformat()}")
    _print_legend(origin, session)
    out.line()
    out.table(
        TextTable(
            headings=(say("instrument"), *hosts),
            rows=[
                (label_of(row.instrument, session), *(_cell(cell, session) for cell in row.cells))
                for row in comparison.rows
            ],
        )
    )
    out.line()
    out.heading(say("What each of them means to a person"))
    for row in comparison.rows:
        out.paragraph(summed_up(row.instrument, session), first="  - ", indent="    ")
    out.line()
    out.table(
        TextTable(
            headings=(say("organisation"), *hosts), rows=list(_membership_rows(comparison, session))
        )
    )
    out.line()
    out.table(
        TextTable(
            headings=(say("What happened"), *hosts), rows=list(_precedent_rows(comparison, session))
        )
    )
    for column in comparison.columns:
        _print_column(column, session)


def _print_legend(origin: str, session: Session) -> None:
    say = session.say
    legend = {
        say("open"): say("what {origin} can use there", origin=origin),
        say("protects"): say("what a person can invoke there"),
        say("Art. {articles}", articles="33"): say(
            "the article; `safeconduct expose --host STATE` tells what it says and where it stands"
        ),
        say("as a whole"): say("the source names no single article"),
        say("bound"): say("the treaty binds both, and no article of it is recorded for this"),
        say("not bound"): say("it does not bind the two states on this day"),
        say("not known"): say("nothing is recorded; that is no sign of safety"),
    }
    session.out.heading(say("How to read the cells"))
    for word, meaning in legend.items():
        session.out.paragraph(meaning, first=f"  {word}: ", indent="    ")


def _cell(cell: ComparisonCell, session: Session) -> str:
    say = session.say
    lines = []
    if cell.open:
        lines.append(f"{say('open')}: {_articles(cell.open, session)}")
    if cell.protects:
        lines.append(f"{say('protects')}: {_articles(cell.protects, session)}")
    return "\n".join(lines) or say(STATUS_WORDS[cell.standing])


def _articles(lines: Iterable[ExposureLine], session: Session) -> str:
    """Name the articles; where the source names none, the treaty as a whole."""
    say = session.say
    articles = dict.fromkeys(line.article for line in lines)
    numbered = [each for each in articles if each not in ("", _WHOLE)]
    named = [say("Art. {articles}", articles=", ".join(numbered))] if numbered else []
    if len(numbered) < len(articles):
        named.append(say("as a whole"))
    return "; ".join(named)


def _membership_rows(comparison: Comparison, session: Session) -> Iterable[tuple[str, ...]]:
    names = dict.fromkeys(
        line.organisation for column in comparison.columns for line in column.memberships
    )
    for name in names:
        cells = []
        for column in comparison.columns:
            words = [
                session.say(STATUS_WORDS[line.status])
                for line in column.memberships
                if line.organisation == name
            ]
            cells.append("\n".join(words) or NOTHING)
        yield label_of(name, session), *cells


def _precedent_rows(comparison: Comparison, session: Session) -> Iterable[tuple[str, ...]]:
    for tendency, words in TENDENCY_WORDS.items():
        cells = []
        for column in comparison.columns:
            found = [each for each in column.precedents if each.tendency == tendency]
            cells.append("\n".join(f"{each.incident}: {each.label}" for each in found) or NOTHING)
        yield session.say(words), *cells


def _print_column(column: HostColumn, session: Session) -> None:
    out = session.out
    out.line()
    out.heading(territory.name(column.host, session.language))
    out.paragraph(in_language(column.caution, session.language), indent="  ")
    for line in column.own_lines:
        out.paragraph(in_language(line.text, session.language), first="  - ", indent="    ")
    for label in dict.fromkeys(
        f"{each.incident}, {each.date or NOTHING}: {each.label}" for each in column.precedents
    ):
        out.paragraph(label, first="  - ", indent="    ")
    for line in column.unknown:
        text = in_language(line.text, session.language)
        place = f"{label_of(line.instrument, session)}: " if line.instrument else ""
        first = f"  - {session.say('not known')}: "
        out.paragraph(f"{place}{text}", first=first, indent="    ")
