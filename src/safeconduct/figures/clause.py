"""Clauses: how a scheme decides about an incident, one question after another.

It depends on `scheme` and `coded`.
Clauses are asked in a fixed order. The first that says "out" decides; if none does, the first that
cannot tell leaves the incident undecided, which counts in `high` only; otherwise it is in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from safeconduct.record.sentence import Sentence
from safeconduct.record.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from safeconduct.figures.coded import Coded, CodedDate, CodedIncident
    from safeconduct.figures.scheme import Scheme

IN: Final = "in"
OUT: Final = "out"
UNDECIDED: Final = "undecided"
CLAUSES: Final = (
    "kind",
    "standing",
    "origins",
    "years",
    "techniques",
    "attribution",
    "targets",
    "place",
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What one clause says: in, out or undecided, and why."""

    says: str
    why: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a scheme says about an incident, the clause that decided, and why."""

    says: str
    clause: str
    why: Sentence


def judge(scheme: Scheme, incident: CodedIncident, *, own_scope: bool = False) -> Verdict:
    """Ask a scheme's clauses about an incident; `own_scope` adds those of its origins and years."""
    undecided: Verdict | None = None
    for clause, answer in _answers(scheme, incident, own_scope=own_scope):
        if answer.says == OUT:
            return Verdict(says=OUT, clause=clause, why=answer.why)
        if answer.says == UNDECIDED and undecided is None:
            undecided = Verdict(says=UNDECIDED, clause=clause, why=answer.why)
    return undecided or Verdict(says=IN, clause="all", why=Sentence("Every clause admits it."))


def _answers(
    scheme: Scheme, incident: CodedIncident, *, own_scope: bool
) -> Iterator[tuple[str, Answer]]:
    yield "kind", kind_clause(scheme, incident.kind)
    yield "standing", standing_clause(scheme, incident.standing)
    if own_scope:
        yield "origins", origins_clause(scheme, incident.field("origin"))
        yield "years", years_clause(scheme, incident.date)
    yield "techniques", techniques_clause(scheme, incident.field("techniques"))
    yield "attribution", attribution_clause(scheme, incident.field("attribution"))
    yield "targets", targets_clause(scheme, incident.field("targets"))
    yield (
        "place",
        place_clause(
            scheme,
            origin=incident.field("origin"),
            hosts=incident.field("hosts"),
            place_of_act=incident.field("place_of_act"),
            place_of_target=incident.field("place_of_target"),
        ),
    )


def kind_clause(scheme: Scheme, kind: str) -> Answer:
    """Admit the kinds that the scheme admits."""
    if kind in scheme.kinds:
        return Answer(IN, Sentence("It is of an admitted kind: {kind}.", kind=kind))
    return Answer(OUT, Sentence("It is a {kind}, not an incident.", kind=kind))


def standing_clause(scheme: Scheme, standing: int) -> Answer:
    """Admit what stands well enough for the scheme."""
    word = Standing(standing).word
    if standing < Standing.CONTESTED:
        return Answer(
            OUT, Sentence("Its standing is {standing}, which no definition counts.", standing=word)
        )
    if standing < scheme.minimum_standing:
        least = scheme.minimum_standing.word
        return Answer(
            OUT,
            Sentence(
                "Its standing is {standing}; at least {least} is needed.",
                standing=word,
                least=least,
            ),
        )
    return Answer(IN, Sentence("Its standing is {standing}.", standing=word))


def origins_clause(scheme: Scheme, origin: Coded) -> Answer:
    """Admit the origin states of the scheme's own scope."""
    if not scheme.origins:
        return Answer(IN, Sentence("The definition covers every origin state."))
    return _single(origin, scheme.origins, what="origin")


def years_clause(scheme: Scheme, when: CodedDate) -> Answer:
    """Admit the years of the scheme's own scope."""
    if scheme.years is None:
        return Answer(IN, Sentence("The definition covers every year."))
    answers = {
        "unknown": Answer(UNDECIDED, Sentence("Its date is not known.")),
        "no": Answer(OUT, Sentence("It lies outside the years that the definition covers.")),
        "perhaps": Answer(
            UNDECIDED, Sentence("It may lie outside the years that the definition covers.")
        ),
        "yes": Answer(IN, Sentence("It lies in the years that the definition covers.")),
    }
    return answers[when.answer(*year_bounds(*scheme.years))]


def year_bounds(first: int, last: int | None) -> tuple[int, int]:
    """The first and last day of a span of years, as ordinals; open, it ends with the calendar."""
    last_day = date.max if last is None else date(last, 12, 31)
    return date(first, 1, 1).toordinal(), last_day.toordinal()


def techniques_clause(scheme: Scheme, techniques: Coded) -> Answer:
    """Admit an incident that shows at least one admitted technique."""
    return _several(techniques, scheme.techniques, what="technique")


def targets_clause(scheme: Scheme, targets: Coded) -> Answer:
    """Admit an incident that concerns at least one admitted category of target."""
    if not scheme.targets:
        return Answer(IN, Sentence("The definition admits every target."))
    return _several(targets, scheme.targets, what="target")


def attribution_clause(scheme: Scheme, attribution: Coded) -> Answer:
    """Admit the ties to a state that the scheme admits; some it leaves undecided."""
    if not scheme.attributions:
        return Answer(IN, Sentence("The definition asks for no proof of a tie to a state."))
    doubtful = [value for value in attribution.values if value in scheme.doubtful_attributions]
    admitted = [value for value in attribution.values if value in scheme.attributions]
    if doubtful and len(doubtful) + len(admitted) == len(attribution.values):
        return Answer(
            UNDECIDED,
            Sentence(
                "The definition does not settle the attribution {value}.", value=", ".join(doubtful)
            ),
        )
    return _single(
        attribution, scheme.attributions | scheme.doubtful_attributions, what="attribution"
    )


def place_clause(
    scheme: Scheme,
    *,
    origin: Coded,
    hosts: Coded,
    place_of_act: Coded,
    place_of_target: Coded,
) -> Answer:
    """Ask whether the act, or the target, lies outside the origin state, as the scheme requires."""
    if scheme.place == "anywhere":
        return Answer(IN, Sentence("The definition asks for no place."))
    if scheme.place == "act-outside-origin":
        return _outside(origin, place_of_act, what="act")
    # An unnamed host of weak statements outweighs nothing that is said of the target's place.
    is_said = place_of_target.values or place_of_target.abroad
    if hosts.values or (hosts.abroad and (hosts.certain or not is_said)):
        # Who is targeted in several states is targeted abroad as soon as one of them is not the
        # origin.
        return _outside(origin, hosts, what="target", one_suffices=True)
    return _outside(origin, place_of_target, what="target")


def _outside(origin: Coded, where: Coded, *, what: str, one_suffices: bool = False) -> Answer:
    if not origin.values:
        return Answer(UNDECIDED, Sentence("The origin state is not known."))
    if where.abroad:
        return _abroad(origin, where, what=what)
    if not where.values:
        return Answer(UNDECIDED, Sentence("The place of the {what} is not known.", what=what))
    outside = [place for place in where.values if place not in origin.values]
    if not outside:
        return Answer(OUT, Sentence("The {what} lies inside the origin state.", what=what))
    if (one_suffices or len(outside) == len(where.values)) and origin.certain and where.certain:
        return Answer(IN, Sentence("The {what} lies outside the origin state.", what=what))
    return Answer(
        UNDECIDED,
        Sentence("It is not certain that the {what} lies outside the origin state.", what=what),
    )


def _abroad(origin: Coded, where: Coded, *, what: str) -> Answer:
    if not where.certain:
        return Answer(
            UNDECIDED,
            Sentence(
                "Only weak statements say that the {what} lies outside the origin state, and none "
                "names where.",
                what=what,
            ),
        )
    # Abroad for one of two possible origin states may lie inside the other.
    if not origin.certain or len(origin.values) > 1:
        return Answer(
            UNDECIDED,
            Sentence("It is not certain that the {what} lies outside the origin state.", what=what),
        )
    return Answer(
        IN, Sentence("The {what} lies outside the origin state; where is not named.", what=what)
    )


def _several(coded: Coded, admitted: Collection[str], *, what: str) -> Answer:
    if not coded.values and not coded.additions:
        return Answer(UNDECIDED, Sentence("No {what} is known.", what=what))
    fitting = [value for value in coded.values if value in admitted]
    if fitting and coded.certain:
        return Answer(
            IN,
            Sentence(
                "It shows an admitted {what}: {values}.", what=what, values=", ".join(fitting)
            ),
        )
    weak = [*fitting, *(value for value in coded.additions if value in admitted)]
    if weak:
        return Answer(
            UNDECIDED,
            Sentence(
                "Only weak statements name an admitted {what}: {values}.",
                what=what,
                values=", ".join(weak),
            ),
        )
    return Answer(OUT, Sentence("It shows no admitted {what}.", what=what))


def _single(coded: Coded, admitted: Collection[str], *, what: str) -> Answer:
    if not coded.values:
        return Answer(UNDECIDED, Sentence("The {what} is not known.", what=what))
    shown = ", ".join(coded.values)
    fitting = [value for value in coded.values if value in admitted]
    if not fitting:
        return Answer(OUT, Sentence("The {what} {value} is not admitted.", what=what, value=shown))
    if len(fitting) < len(coded.values):
        return Answer(
            UNDECIDED, Sentence("Sources differ on the {what}: {value}.", what=what, value=shown)
        )
    if not coded.certain:
        return Answer(
            UNDECIDED,
            Sentence("Only weak statements give the {what} {value}.", what=what, value=shown),
        )
    return Answer(IN, Sentence("The {what} {value} is admitted.", what=what, value=shown))
