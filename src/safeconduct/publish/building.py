"""Building: from a corpus and a plan to a release, or to the refusal that says what gives it away.

It depends on everything else in the package.
`draft` counts, protects and freezes; `build` also attacks, and returns nothing that is broken.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.errors import InvalidRecord, Refusal
from safeconduct.figures.count import code
from safeconduct.figures.scheme import scheme
from safeconduct.publish.attacking import attacked
from safeconduct.publish.breach import Context
from safeconduct.publish.counting import counted
from safeconduct.publish.folder import files
from safeconduct.publish.method import CAVEATS, method
from safeconduct.publish.protecting import protection_named
from safeconduct.publish.public_list import listed
from safeconduct.publish.release import Release
from safeconduct.publish.remedies import with_remedies
from safeconduct.publish.series import carried
from safeconduct.publish.shared_filters import REMEDY, differing
from safeconduct.publish.shared_filters import RULE as ONE_SET_OF_FILTERS
from safeconduct.record.partial_date import parse
from safeconduct.record.permission import (
    EVERYBODY,
    PUBLICATION,
    require_permission,
)
from safeconduct.record.standing import assess

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from safeconduct.publish.breach import Breach
    from safeconduct.publish.count_table import CountTable
    from safeconduct.publish.plan import Plan
    from safeconduct.publish.release import ReleasedPicture, ReleasedTable, ReleasedText
    from safeconduct.record.corpus import Corpus

PUBLIC: Final = "public"
RULE: Final = "nothing leaves out of which a built-in attack gets a person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosed:
    """What a release holds besides its tables: texts and pictures, made by hand or by `pictures`.

    never: texts that must not occur anywhere in the release.
    """

    texts: tuple[ReleasedText, ...] = ()
    pictures: tuple[ReleasedPicture, ...] = ()
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A release that was not yet attacked, and what the attacks may use against it."""

    release: Release
    context: Context

    def breaches(self) -> tuple[Breach, ...]:
        """Everything that any attack gets, each with the cheapest remedy that was found."""
        return with_remedies(
            attacked(self.release, self.context), self.release, context=self.context
        )


def build(
    corpus: Corpus,
    plan: Plan,
    *,
    earlier: Sequence[Release] = (),
    enclosed: Enclosed | None = None,
) -> Release:
    """Make a release that withstands every built-in attack.

    Raises:
        Refusal: an attack gets something; the message names the attack, the table and the cell,
            the remedy is the cheapest that was found by trying.
    """
    made = draft(corpus, plan, earlier=earlier, enclosed=enclosed)
    refuse_broken(made.breaches(), plan.id)
    return made.release


def draft(
    corpus: Corpus,
    plan: Plan,
    *,
    earlier: Sequence[Release] = (),
    enclosed: Enclosed | None = None,
) -> Draft:
    """Count, protect and freeze what a plan asks for, without attacking it.

    Raises:
        Refusal: the plan asks for what may not leave.
        InvalidRecord: the corpus does not say when it was closed, or the plan concerns no release.
    """
    enclosed = enclosed or Enclosed()
    earlier = _in_order(earlier)
    _require_series(plan, earlier)
    withdraws = plan.kind == "withdrawal"
    if not withdraws:  # taking back must always be possible
        audience = EVERYBODY if plan.audience == PUBLIC else plan.audience
        require_permission(corpus.masthead, audience=audience, purpose=PUBLICATION)
    assessments = assess(corpus)
    coded = code(corpus, assessments)
    named = listed(
        corpus,
        () if withdraws else plan.listed,
        assessments=assessments,
        coded={incident.id: incident for incident in coded.incidents},
    )
    counts = {
        planned.id: counted(coded, planned, listed=plan.listed)
        for planned in (() if withdraws else plan.tables)
    }
    release = Release(
        id=plan.id,
        version=plan.version,
        kind=plan.kind,
        title=plan.title,
        publisher=plan.publisher,
        made_on=plan.made_on,
        as_of=_closed_on(corpus),
        licence=plan.licence,
        audience=plan.audience,
        languages=plan.languages,
        method=method(plan),
        caveats=CAVEATS,
        lineage=_lineage(corpus, plan),
        previous=tuple(each.digest for each in earlier),
        concerns=plan.concerns,
        reason=plan.reason,
        tables=_protected(counts, plan, earlier),
        listed_rule=plan.list_rule,
        listed=named,
        texts=enclosed.texts,
        pictures=() if withdraws else enclosed.pictures,
    )
    _require_one_set_of_filters(release, earlier)
    _require_no_new_cases(release, earlier)
    context = Context(earlier=tuple(earlier), counts=counts, never=enclosed.never)
    return Draft(
        release=release, context=replace(context, bundle={**captions(release), **files(release)})
    )


def captions(release: Release) -> Mapping[str, bytes]:
    """What is said about each picture, as the files that it came from; searched, not published."""
    return {
        f"pictures/{picture.name.partition('.')[0]}.{language}.txt": text.encode()
        for picture in release.pictures
        for language, text in picture.alternative
    }


def _in_order(earlier: Sequence[Release]) -> tuple[Release, ...]:
    """Each earlier release once, oldest first, in whatever order a plan names them."""
    once = {each.digest: each for each in earlier}
    return tuple(sorted(once.values(), key=lambda each: each.made_on))


def _require_series(plan: Plan, earlier: Sequence[Release]) -> None:
    """Refuse to build beside releases that nobody named, which nothing could be held against."""
    known = {each.digest for each in earlier}
    if plan.concerns and plan.concerns not in known:
        raise InvalidRecord("plan", [("concerns", "is the digest of no earlier release")])
    if not (earlier or plan.first_release):
        raise Refusal(
            f"the release {plan.id} without the releases before it",
            rule="a release is held against every earlier one",
            remedy="Write earlier = [folders of all of them], or first_release = true, into the "
            "plan.",
        )
    if any(digest not in known for each in earlier for digest in each.previous):
        raise Refusal(
            f"the release {plan.id} with a gap in the releases before it",
            rule="a release is held against every earlier one",
            remedy="Add to earlier in the plan what those releases name as their previous ones.",
        )


def _require_one_set_of_filters(release: Release, earlier: Sequence[Release]) -> None:
    pair = differing(release.tables, earlier)
    if pair:
        raise Refusal(
            f"the tables {pair[0]} and {pair[1]}, which differ by their filters",
            rule=ONE_SET_OF_FILTERS,
            remedy=REMEDY,
        )


def _require_no_new_cases(release: Release, earlier: Sequence[Release]) -> None:
    """Hold a correction to the release that it corrects: nothing it shows of a whole has risen.

    Judged by what is shown, since the counts of the earlier release are not kept. That the corpus
    was closed on the same day is seen to by R6, and growth by a few in a cell by R2.
    """
    if release.kind != "correction":
        return
    corrected = next(each for each in earlier if each.digest == release.concerns)
    for table in release.tables:
        old = carried(corrected, table)
        if old and old.total.high is not None and table.total.low > old.total.high:
            raise Refusal(
                f"the correction {release.id}, in which the whole of {table.id} rises",
                rule="a correction brings no new cases",
                remedy="Leave out the cases that came in since, or wait and make a release.",
            )


def refuse_broken(breaches: Sequence[Breach], release: str) -> None:
    """Refuse a release of which an attack gets something.

    Raises:
        Refusal: there is a breach.
    """
    if not breaches:
        return
    first, others = breaches[0], len(breaches) - 1
    where = ", ".join(part for part in (first.table, " × ".join(first.cell)) if part)
    # Safety: labels are terms of the plan; how many persons are behind them is not said.
    found = f"{first.attack} gets {first.found}" + (f" in {where}" if where else "")
    more = f", and {others} more" if others else ""
    raise Refusal(f"the release {release}: {found}{more}", rule=RULE, remedy=first.remedy)


def _protected(
    counts: Mapping[str, CountTable], plan: Plan, earlier: Sequence[Release]
) -> tuple[ReleasedTable, ...]:
    protection = protection_named(plan.protection)
    return tuple(
        protection.protect(
            table,
            earlier=[old for each in earlier if (old := carried(each, table)) is not None],
        )
        for table in counts.values()
    )


def _closed_on(corpus: Corpus) -> str:
    if not corpus.masthead.as_of:
        raise InvalidRecord("masthead", [("as_of", "is missing; a release says when it was known")])
    return parse(corpus.masthead.as_of).latest.isoformat()


def _lineage(corpus: Corpus, plan: Plan) -> tuple[tuple[str, str], ...]:
    """What the release was made from.

    Safety: the digest of a corpus would let whoever knows all of it but one case try guesses about
    that one; sealed with a key that stays in the house, it still shows an auditor later that this
    corpus was the one. How many incidents were counted, and a digest of their ids, stay inside.
    """
    sealed = hmac.new(bytes.fromhex(plan.seal), corpus.digest.encode(), hashlib.sha256).hexdigest()
    schemes = sorted({planned.question.schemes[0] for planned in plan.tables})
    return (
        ("corpus, sealed", sealed),
        *((f"scheme {name}", scheme(name).digest) for name in schemes),
        ("vocabulary", vocabulary.VERSION),
    )
