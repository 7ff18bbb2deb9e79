"""An estimate as text: a table of the methods, every doubt once, every assumption once.

It depends on the screen; no number is rounded here but to whole persons.
Something further about an estimate is one more function called in `_stratum`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.cli.estimate_words import assumption_spoken, digits, persons, spoken
from safeconduct.cli.screen import TextTable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from safeconduct.cli.estimate_answer import Answer, StratumAnswer
    from safeconduct.cli.session import Session
    from safeconduct.estimate.result import Estimate, EstimateRefusal
    from safeconduct.linkage_averaging import AveragedEstimate

# Digits of a digest that a person compares by eye.
_SHORT: Final = 12
_BOUND: Final = "chao-lower-bound"
# Doubts of a sum that its strata have not said above.
_OF_SUMS: Final = ("strata-left-out", "too-few-strata-to-pool")


def print_answer(answer: Answer, *, session: Session) -> None:
    """Print every stratum; the assumptions stand once, at the end."""
    assumed: dict[str, tuple[str, ...]] = {}
    for name, stratum in answer.strata.items():
        if answer.by:
            session.out.heading(f"{answer.by} {name}")
        _stratum(stratum, session)
        for each in stratum.inquiry.estimates:
            texts = (
                assumption_spoken(each.method, one, session=session) for one in each.assumptions
            )
            assumed.setdefault(each.method, tuple(texts))
    if answer.sums:
        _sums(answer, session)
    _assumptions(assumed, session)
    _lineage(answer, session)


def _sums(answer: Answer, session: Session) -> None:
    """Print the sums over the strata, and the strata that learned from each other."""
    say, out = session.say, session.out
    out.heading(say("All of them together"))
    rows = []
    for method, each in answer.sums.items():
        # A sum that is declined says why below, among the doubts.
        rows.append((method, "", *_numbers(each.total, session)))
        rows += [(method, name, *_numbers(pooled, session)) for name, pooled in each.pooled.items()]
    out.table(
        TextTable(
            headings=(say("method"), answer.by, say("median"), say("95 % interval")),
            rows=rows,
            numbers=frozenset({2}),
        )
    )
    for method, each in answer.sums.items():
        if each.total.refusal is not None:
            _refusal(method, each.total.refusal, session)
        for doubt in each.total.warnings:
            if doubt.code in _OF_SUMS:
                text = spoken(doubt.code, doubt.text, session=session)
                out.paragraph(text, first=f"  {method}: ", indent="    ")
    out.line()


def _stratum(stratum: StratumAnswer, session: Session) -> None:
    say, out = session.say, session.out
    history = stratum.inquiry.history
    out.paragraph(
        say(
            "{n} lists ({names}); {observed} persons on at least one of them.",
            n=history.n_lists,
            names=", ".join(history.lists),
            observed=persons(history.n_observed, session),
        )
    )
    out.line()
    given = [each for each in stratum.inquiry.estimates if each.refusal is None]
    if given:
        out.table(
            TextTable(
                headings=(say("method"), say("median"), say("95 % interval"), say("reads as")),
                rows=list(_rows(given, stratum, session)),
                numbers=frozenset({1}),
            )
        )
        out.line()
    for each in stratum.inquiry.estimates:
        if each.refusal is not None:
            _refusal(each.method, each.refusal, session)
    _doubts(stratum, session)


def _refusal(method: str, refusal: EstimateRefusal, session: Session) -> None:
    say, out, code = session.say, session.out, refusal.code
    reason, rule = (spoken(code, text, session=session) for text in (refusal.reason, refusal.rule))
    out.paragraph(
        f"{reason} {say('Rule')}: {rule}.",
        first=f"{method}: {say('declined')} ({code}). ",
        indent="  ",
    )
    out.paragraph(spoken(code, refusal.remedy, session=session), first="  → ", indent="    ")
    out.line()


def _rows(
    given: Iterable[Estimate], stratum: StratumAnswer, session: Session
) -> Iterable[tuple[str, ...]]:
    say = session.say
    for each in given:
        meaning = say("at least so many") if each.method == _BOUND else say("so many in all")
        if each.diagnostics.get("include_complete") is True:
            # The rule about the complete graph is lifted so that calls of R can be repeated.
            meaning = say("to compare with R only")
        yield (each.method, *_numbers(each, session), meaning)
        carried = stratum.carried.get(each.method)
        if carried is not None:
            yield _carried_row(carried, session)


def _carried_row(carried: AveragedEstimate, session: Session) -> tuple[str, ...]:
    if carried.estimate.refusal is not None:
        refusal = carried.estimate.refusal
        reason = spoken(refusal.code, refusal.reason, session=session)
        return ("", "–", "–", session.say("with its linkage: declined. {reason}", reason=reason))
    meaning = session.say(
        "with its linkage: {share} % of the spread, {ratio} times as wide",
        share=f"{100 * carried.linkage_share:.0f}",
        ratio=digits(f"{carried.width_ratio:.1f}", session),
    )
    return ("", *_numbers(carried.estimate, session), meaning)


def _numbers(estimate: Estimate, session: Session) -> tuple[str, str]:
    if estimate.median is None or estimate.interval is None:
        return "–", "–"
    low, high = estimate.interval
    ends = f"{persons(low, session)} – {persons(high, session)}"
    return persons(estimate.median, session), ends


def _doubts(stratum: StratumAnswer, session: Session) -> None:
    say, out = session.say, session.out
    gathered: dict[tuple[str, str, str], list[str]] = {}
    for each in stratum.inquiry.estimates:
        for doubt in each.warnings:
            key = (doubt.code, doubt.text, doubt.advice)
            gathered.setdefault(key, []).append(each.method)
    for doubt in stratum.inquiry.doubts:
        gathered[doubt.code, doubt.text, doubt.advice] = []
    if not gathered:
        return
    out.heading(say("Doubts"))
    for (code, text, advice), methods in gathered.items():
        of = f" ({', '.join(methods)})" if methods else ""
        said, advised = (spoken(code, one, session=session) for one in (text, advice))
        out.paragraph(said, first=f"  {code}{of}: ", indent="    ")
        out.paragraph(advised, first="    → ", indent="      ")
    out.line()


def _assumptions(assumed: dict[str, tuple[str, ...]], session: Session) -> None:
    out = session.out
    out.heading(session.say("Assumed, without which no number means anything"))
    shown: dict[tuple[str, ...], list[str]] = {}
    for method, texts in assumed.items():
        shown.setdefault(texts, []).append(method)
    for texts, methods in shown.items():
        out.line(f"  {', '.join(methods)}")
        for number, text in enumerate(texts, start=1):
            out.paragraph(text, first=f"    {number}. ", indent="       ")
    out.line()


def _lineage(answer: Answer, session: Session) -> None:
    # Of several strata, the digest of their sum is that of all tables; a stratum's is its own.
    whole = [each.total for each in answer.sums.values()]
    first = (*whole, next(iter(answer.strata.values())).inquiry.estimates[0])[0]
    versions = ", ".join(f"{name} {version}" for name, version in first.versions.items())
    session.out.paragraph(
        session.say(
            "There is no mean: for the main method it may not exist. Input {digest}; {versions}.",
            digest=first.input_digest[:_SHORT],
            versions=versions,
        )
    )
