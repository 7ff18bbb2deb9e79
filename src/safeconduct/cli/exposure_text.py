"""An exposure as text: four plain parts, the memberships, and the source under every line.

It depends on the exposure and on the screen.
A new part is one more function called from `print_exposure`; no part adds anything up.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from safeconduct.cli.plain_value import NOTHING
from safeconduct.cli.screen import TextTable
from safeconduct.vocabulary import in_language, term, territory

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from safeconduct.cli.session import Session
    from safeconduct.exposure import Exposure, ExposureLine, MembershipLine, Precedent
    from safeconduct.vocabulary import Citation

# What the data calls a standing in an organisation or under a treaty, and what a reader is told.
STATUS_WORDS: Final = {
    "associate": "associate member",
    "bound": "bound",
    "displaced": "another treaty governs instead",
    "full": "full member",
    "may-be-bound": "doubtful whether bound",
    "no-member": "no member",
    "not-bound": "not bound",
    "not-known": "not known",
    "observer": "observer",
    "outside": "no member",
    "partner": "partner",
    "signatory": "signed only",
    "suspended": "part suspended",
    "withdrawn": "left",
}
TENDENCY_WORDS: Final = {
    "handed-over": "Handed over, expelled or turned away",
    "refused-or-rescued": "Request refused, person released or rescued",
    "still-open-or-other": "Still open, or ended otherwise",
}


def print_exposure(exposure: Exposure, session: Session, *, short: bool = False) -> None:
    """Print what is open and what protects in a line each, then the four parts in full."""
    out, say = session.out, session.say
    origin, host = (_state(code, session) for code in (exposure.origin, exposure.host))
    out.heading(f"{origin} → {host}, {exposure.on.isoformat()}")
    out.paragraph(
        say(
            "Checked {day}. This is what is recorded, not a measure of danger, and no advice on "
            "one person's case.",
            day=exposure.as_of,
        )
    )
    _print_short(exposure, session)
    if short:
        return
    _print_lines(
        say("Open to the origin state"),
        exposure.open,
        session=session,
        is_empty=not exposure.open,
        caution=in_language(exposure.caution, session.language),
    )
    _print_lines(
        say("What protects"),
        exposure.protects,
        session=session,
        is_empty=not exposure.protects,
    )
    _print_lines(
        say("What happened"),
        exposure.happened,
        session=session,
        is_empty=not (exposure.happened or exposure.precedents),
    )
    for tendency, precedents in exposure.by_tendency.items():
        _print_precedents(say(TENDENCY_WORDS[tendency]), precedents, session=session)
    _print_lines(say("What is not known, or missing"), exposure.unknown, session=session)
    print_memberships(exposure.memberships, session)


def _print_short(exposure: Exposure, session: Session) -> None:
    """Say what is open and what protects in a line for each instrument, as the first thing read."""
    out, say, language = session.out, session.say, session.language
    out.line()
    out.heading(say("In short"))
    caution = in_language(exposure.caution, language)
    for heading, lines, told in (
        (say("Open to the origin state"), exposure.open, caution),
        (say("What protects"), exposure.protects, ""),
    ):
        out.paragraph(f"{heading}:", first="  ", style="bold")
        if told:
            out.paragraph(told, indent="  ")
        if not lines:
            out.paragraph(say("Nothing is recorded; see what is not known."), indent="  ")
        for instrument in dict.fromkeys(line.instrument for line in lines):
            own = say("what is recorded of {host} itself", host=_state(exposure.host, session))
            of_it = [line for line in lines if line.instrument == instrument]
            text = _in_short(instrument, of_it, session=session) if instrument else own
            out.paragraph(text, first="  - ", indent="    ")
    out.paragraph(
        say("When each holds, who enforces it, how, what happened and what is not known: in full."),
        indent="  ",
    )


def _in_short(instrument: str, lines: Iterable[ExposureLine], *, session: Session) -> str:
    """Say in a line what an instrument means in one part, and what makes it uncertain there.

    Safety: a treaty by which people are handed over says under "What protects" only what protects.
    """
    lines, language = tuple(lines), session.language
    text = summed_up(instrument, session)
    if _has_both_sides(instrument):
        said = dict.fromkeys(in_language(line.quoted.text, language) for line in lines)
        text = f"{label_of(instrument, session)}: {' '.join(said)}"
    doubts = (in_language(doubt, language) for line in lines for doubt in line.doubts)
    for doubt in dict.fromkeys(doubts):
        text = f"{text} {session.say('Doubt')}: {doubt}"
    return text


def _has_both_sides(instrument: str) -> bool:
    """Tell whether some provisions of an instrument open and others protect."""
    from safeconduct.exposure import instruments

    rules = instruments().get(instrument)
    return rules is not None and rules.has_both_sides


def print_memberships(lines: Iterable[MembershipLine], session: Session) -> None:
    """Print where the states stand in organisations on the day."""
    out, say = session.out, session.say
    lines = tuple(lines)
    out.line()
    out.heading(say("Memberships on this day"))
    out.table(
        TextTable(
            headings=tuple(map(say, ("organisation", "state", "status", "since"))),
            rows=[
                (
                    label_of(line.organisation, session),
                    line.state,
                    say(STATUS_WORDS[line.status])
                    + (" (?)" if line.since and not line.is_certain else ""),
                    line.since or NOTHING,
                )
                for line in lines
            ],
        ),
        indent="  ",
    )
    for source in dict.fromkeys(line.source for line in lines):
        out.paragraph(source, first=f"  {say('Source')}: ", indent="    ")


def label_of(instrument: str, session: Session) -> str:
    """Say what an instrument or organisation is called."""
    from safeconduct.exposure.not_known import label

    return label(instrument, session.language)


def summed_up(instrument: str, session: Session) -> str:
    """Say what an instrument is called and what it means to a person."""
    from safeconduct.exposure import instruments

    label = label_of(instrument, session)
    rules = instruments().get(instrument)
    # An organisation may have members here and no rules.
    return f"{label}: {in_language(rules.summary, session.language)}" if rules else label


def cited(citation: Citation, session: Session) -> str:
    """Write a source in a line."""
    say = session.say
    parts = [
        citation.title,
        citation.section,
        say("p. {page}", page=citation.page) if citation.page else "",
        say("fn. {number}", number=citation.footnote) if citation.footnote else "",
        citation.date,
        citation.url,
    ]
    return ", ".join(part for part in parts if part)


def _print_lines(
    heading: str,
    lines: Iterable[ExposureLine],
    *,
    session: Session,
    is_empty: bool = False,
    caution: str = "",
) -> None:
    out = session.out
    out.line()
    out.heading(heading)
    if caution:
        out.paragraph(caution, indent="  ")
    if is_empty:
        out.paragraph(session.say("Nothing is recorded; see what is not known."), indent="  ")
    for instrument, group in groupby(lines, key=lambda line: line.instrument):
        # What a treaty means is said once, and its articles stand under it.
        if instrument:
            is_mixed = _has_both_sides(instrument)
            named = (label_of if is_mixed else summed_up)(instrument, session)
            out.paragraph(named, first="  ", indent="    ")
        for line in group:
            _print_line(line, session, indent="    " if instrument else "  ")


def _print_line(line: ExposureLine, session: Session, *, indent: str) -> None:
    out, say = session.out, session.say
    text = in_language(line.text, session.language)
    if line.article and line.article != "whole":
        text = f"{say('Article {article}', article=line.article)}: {text}"
    out.paragraph(text, first=f"{indent}- ", indent=f"{indent}  ")
    for name, words in _details(line, session):
        out.paragraph(words, first=f"{indent}  {name}: ", indent=f"{indent}    ")


def _details(line: ExposureLine, session: Session) -> Iterable[tuple[str, str]]:
    say, language = session.say, session.language
    named: tuple[tuple[str, Mapping[str, str]], ...] = (
        (say("When"), line.condition),
        (say("Who enforces it"), line.enforced_by),
        (say("How"), line.how),
        *((say("Doubt"), doubt) for doubt in line.doubts),
    )
    for name, words in named:
        if words:
            yield name, in_language(words, language)
    for other in line.contradicted_by:
        yield say("Says otherwise"), f"{in_language(other.text, language)} ({other.id})"
    marks = [say("weak source")] if line.is_weak else []
    if line.source_state != "located":
        marks.append(term("locator-states", line.source_state).label_in(language))
    source = cited(line.source, session)
    yield say("Source"), f"{source} [{'; '.join(marks)}]" if marks else source


def _print_precedents(heading: str, found: Iterable[Precedent], *, session: Session) -> None:
    found = tuple(found)
    if not found:
        return
    session.out.line(f"  {heading}")
    for precedent in found:
        _print_precedent(precedent, session)


def _print_precedent(precedent: Precedent, session: Session) -> None:
    out, say = session.out, session.say
    out.paragraph(
        f"{precedent.date or say('no date')}: {precedent.label} ({precedent.incident})",
        first="  - ",
        indent="    ",
    )
    outcomes = [term("outcomes", name).label_in(session.language) for name in precedent.outcomes]
    ends = [*outcomes, f"{say('standing')}: {say(precedent.standing)}"]
    if not precedent.names_origin:
        ends.append(say("no source names the state behind it"))
    out.paragraph("; ".join(ends), first="    ", indent="      ")
    for source in precedent.sources:
        text = cited(source.citation, session)
        if source.source_state == "not-recoverable":
            text += f" [{term('locator-states', source.source_state).label_in(session.language)}]"
        out.paragraph(text, first=f"    {say('Source')}: ", indent="      ")


def _state(code: str, session: Session) -> str:
    return territory.name(code, session.language)
