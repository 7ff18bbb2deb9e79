"""`safeconduct check`: what a reader of a corpus must know before trusting its counts.

It depends on the checks, which find, and on the settings, which `--config` shows.
A new check or setting shows here by itself.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

import click

from safeconduct.cli.exit_codes import ExitCode
from safeconduct.cli.opening import corpus_argument, opened
from safeconduct.cli.screen import TextTable
from safeconduct.cli.verb import Verb, json_option
from safeconduct.config import in_force

if TYPE_CHECKING:
    from collections.abc import Iterable

    from safeconduct.cli.json_text import Json
    from safeconduct.cli.session import Session
    from safeconduct.record.corpus import Corpus
    from safeconduct.verify import Finding

STAGE: Final = "look"


@click.command(
    cls=Verb,
    short_help="Find contradictions and traps in a corpus.",
    example="safeconduct check distance-is-not-a-shield",
)
@corpus_argument(required=False)
@click.option("--config", is_flag=True, help="Show the settings in force, and check nothing.")
@json_option
@click.pass_obj
def run(session: Session, corpus: str | None, *, config: bool, as_json: bool) -> ExitCode:
    """Find contradictions and traps in a corpus; the exit code is 1 if one is an error."""
    if config:
        _show_settings(session, as_json=as_json)
        return ExitCode.FINE
    if corpus is None:
        raise click.UsageError("Give a corpus to check, or --config.")
    return _check(session, opened(session, corpus), as_json=as_json)


def _check(session: Session, corpus: Corpus, *, as_json: bool) -> ExitCode:
    from safeconduct.verify import Severity, check

    with session.talk.working(session.say("Checking {n} statements …", n=len(corpus.statements))):
        findings = check(corpus)
    if as_json:
        session.print_json(_as_json(corpus, findings, session))
    else:
        _print(findings, session)
    has_errors = any(finding.severity is Severity.ERROR for finding in findings)
    return ExitCode.FINDINGS if has_errors else ExitCode.FINE


def _print(findings: tuple[Finding, ...], session: Session) -> None:
    from safeconduct.verify import all_checks

    out, words = session.out, session.words
    explanations = {check.name: check.explanation for check in all_checks()}
    if findings:
        out.paragraph(
            session.say(
                "Where an explanation says “the paper”, it means Distance is Not a Shield, which"
                " the built-in corpus codes."
            )
        )
        out.line()
    for severity, alike in groupby(findings, key=lambda finding: finding.severity):
        out.heading(f"{session.say(severity)}: {words.sentence(severity.meaning)}")
        for name, of_one in groupby(alike, key=lambda finding: finding.check):
            out.line()
            out.line(f"  {name}", style="bold")
            out.paragraph(words.sentence(explanations[name]), indent="  ")
            _print_each(of_one, session)
        out.line()
    by_severity = _numbers(findings)
    counted = ", ".join(f"{number} {session.say(name)}" for name, number in by_severity.items())
    out.line(session.say("Findings: {number} ({counted}).", number=len(findings), counted=counted))


def _print_each(findings: Iterable[Finding], session: Session) -> None:
    for hint, alike in groupby(findings, key=lambda finding: session.words.sentence(finding.hint)):
        for finding in alike:
            message = session.words.sentence(finding.message)
            session.out.paragraph(f"{finding.where}: {message}", first="  - ", indent="    ")
        session.out.paragraph(hint, first="    → ", indent="      ", style="dim")


def _numbers(findings: Iterable[Finding]) -> dict[str, int]:
    from safeconduct.verify import Severity

    found = [finding.severity for finding in findings]
    return {str(severity): found.count(severity) for severity in Severity}


def _as_json(corpus: Corpus, findings: tuple[Finding, ...], session: Session) -> Json:
    words = session.words
    numbers: Json = _numbers(findings)
    return {
        "corpus": {"title": corpus.masthead.title, "as_of": corpus.masthead.as_of},
        "findings": [
            {
                "check": finding.check,
                "severity": str(finding.severity),
                "where": finding.where,
                "message": words.sentence(finding.message),
                "hint": words.sentence(finding.hint),
                "records": [{"table": table, "id": each} for table, each in finding.records],
            }
            for finding in findings
        ],
        "numbers": numbers,
    }


def _show_settings(session: Session, *, as_json: bool) -> None:
    settings = in_force(session.settings)
    if as_json:
        session.print_json(
            {
                "settings": [
                    {
                        "variable": each.variable,
                        "value": each.text,
                        "is_set": each.is_set,
                        "default": each.default,
                        "allowed": each.allowed,
                        "meaning": session.say(each.meaning),
                    }
                    for each in settings
                ]
            }
        )
        return
    say = session.say
    session.out.table(
        TextTable(
            headings=tuple(map(say, ("variable", "in force", "default", "meaning"))),
            rows=[(each.variable, each.text, each.default, say(each.meaning)) for each in settings],
        )
    )
