"""An estimate as text: a table of the methods, every doubt once, every assumption once.

It depends on the screen; no number is rounded here but to whole persons.
Something further about an estimate is one more function called in `_stratum`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.cli.estimate_answer import BOUND
from safeconduct.cli.estimate_linkage import ASK_BY_NAME
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
_TWO_LISTS: Final = 2
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
            assumed.setdefault(each.method, _assumed(each, stratum, session))
    if answer.sums:
        _sums(answer, session)
    _assumptions(assumed, session)
    _lineage(answer, session)


def _assumed(found: Estimate, stratum: StratumAnswer, session: Session) -> tuple[str, ...]:
    """What a method assumes, and what its linkage does in place of links without error."""
    texts = [assumption_spoken(found.method, one, session=session) for one in found.assumptions]
    averaged = stratum.linkage.averaged.get(found.method)
    if averaged is not None and averaged.estimate.refusal is None:
        further = averaged.estimate.assumptions[len(found.assumptions) :]
        said = (assumption_spoken(found.method, one, session=session) for one in further)
        texts.append(
            session.say(
                "With its linkage, in place of links without error: {text}",
                text=" ".join(map(str, said)),
            )
        )
    return tuple(texts)


def _sums(answer: Answer, session: Session) -> None:
    """Print the sums over the strata, and beside them strata that learned from each other."""
    say, out = session.say, session.out
    out.heading(say("All of them together"))
    rows = []
    for method, each in answer.sums.items():
        # A sum that is declined says why below, among the doubts.
        if method in answer.pooled:
            rows += _pooled_rows(method, answer, session)
        else:
            rows.append((method, "", say("added up"), *_numbers(each.total, session)))
    out.table(
        TextTable(
            headings=(say("method"), answer.by, "", say("median"), say("95 % interval")),
            rows=rows,
            numbers=frozenset({3}),
        )
    )
    _pooling(answer, session)
    for method, each in {**answer.sums, **answer.pooled}.items():
        if each.total.refusal is not None:
            print_refusal(method, each.total.refusal, session=session)
        for doubt in each.total.warnings:
            if doubt.code in _OF_SUMS:
                text = spoken(doubt.code, doubt.text, session=session)
                out.paragraph(text, first=f"  {method}: ", indent="    ")
    if any(each.linkage.averaged for each in answer.strata.values()):
        out.paragraph(
            say("Sums take the links as they are: a linkage is carried stratum by stratum only.")
        )
    out.line()


def _pooled_rows(method: str, answer: Answer, session: Session) -> list[tuple[str, ...]]:
    """Every stratum and the sum twice: learned from each other, and each by itself."""
    say = session.say
    alone, pooled = answer.sums[method], answer.pooled[method]
    rows: list[tuple[str, ...]] = []
    for name, found in pooled.pooled.items():
        rows.append((method, name, say("pooled"), *_numbers(found, session)))
        rows.append(("", "", say("by itself"), *_numbers(alone.strata[name], session)))
    if pooled.pooled:
        rows.append((method, say("sum"), say("pooled"), *_numbers(pooled.total, session)))
        rows.append(("", "", say("not pooled"), *_numbers(alone.total, session)))
        return rows
    return [(method, "", say("added up"), *_numbers(alone.total, session))]


def _pooling(answer: Answer, session: Session) -> None:
    """Say by which rule strata were pooled, and which method could not pool them."""
    say, out = session.say, session.out
    for method, each in answer.pooled.items():
        if not each.pooled:
            continue
        diagnostics = each.total.diagnostics
        out.paragraph(
            say(
                "{method}, pooled: before their tables are seen, strata are alike, and the log "
                "odds of being on a list are normal over strata, here with mean {mean} and "
                "deviation {deviation}. A stratum far from the others is drawn towards them, most "
                "where its own table says little; by itself it is estimated from its own table.",
                method=method,
                mean=digits(f"{diagnostics['pooled_mean_log_odds']:.2f}", session),
                deviation=digits(f"{diagnostics['pooled_deviation']:.2f}", session),
            )
        )
    if answer.pooled_was_asked:
        for method in [each for each in answer.sums if each not in answer.pooled]:
            out.paragraph(say("{method} is not pooled: pooling takes a posterior.", method=method))


def _stratum(stratum: StratumAnswer, session: Session) -> None:
    say, out = session.say, session.out
    history = stratum.inquiry.history
    names = ", ".join(history.lists)
    if history.n_observed == 1:
        seen = say(
            "{n} lists ({names}); one person on at least one.", n=history.n_lists, names=names
        )
    else:
        seen = say(
            "{n} lists ({names}); {observed} persons on at least one of them.",
            n=history.n_lists,
            names=names,
            observed=persons(history.n_observed, session),
        )
    out.paragraph(seen)
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
        _scan(given, session)
        out.line()
    for each in stratum.inquiry.estimates:
        if each.refusal is not None:
            print_refusal(each.method, each.refusal, session=session)
    _doubts(stratum, session)


def _scan(given: Iterable[Estimate], session: Session) -> None:
    """Say what the numbers become where the interaction that no table shows is another."""
    ends = []
    for each in given:
        less, more = each.sensitivity[0], each.sensitivity[-1]
        ends.append(
            f"{each.method} {persons(less.median, session)} – {persons(more.median, session)}"
        )
    session.out.paragraph(
        session.say(
            "No table shows how all lists together interact. Half or twice what the method takes "
            "it for makes of the median: {ends}.",
            ends="; ".join(ends),
        )
    )


def print_refusal(method: str, refusal: EstimateRefusal, *, session: Session) -> None:
    """Say who declines by which rule, why, and what would help."""
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
    n_lists = stratum.inquiry.history.n_lists
    for each in given:
        yield (each.method, *_numbers(each, session), _meaning(each, session, n_lists=n_lists))
        if each.method in stratum.linkage.averaged:
            yield _carried_row(stratum.linkage.averaged[each.method], session)
        elif each.method in stratum.linkage.left_out:
            yield _left_out_row(each.method, stratum.linkage.left_out[each.method], session)


def _meaning(found: Estimate, session: Session, *, n_lists: int) -> str:
    say = session.say
    if found.diagnostics.get("include_complete") is True:
        # The rule about the complete graph is lifted so that calls of R can be repeated.
        return say("to compare with R only")
    if found.method != BOUND:
        return say("so many in all")
    if n_lists == _TWO_LISTS:
        return say("at least so many; of two lists the number of Lincoln and Petersen")
    return say("at least so many")


def _left_out_row(method: str, why: str, session: Session) -> tuple[str, ...]:
    say = session.say
    if why == ASK_BY_NAME:
        meaning = say(
            "linkage not carried, since it takes minutes: --method {method}", method=method
        )
    else:
        meaning = say("linkage not carried: the method has no distribution to average")
    return ("", "–", "–", meaning)


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
    first = answer.whole
    versions = ", ".join(f"{name} {version}" for name, version in first.versions.items())
    session.out.paragraph(
        session.say(
            "There is no mean: for the main method it may not exist. Input {digest}; {versions}.",
            digest=first.input_digest[:_SHORT],
            versions=versions,
        )
    )
