"""Three kinds of deadlines: a person's own, those that bind others, and what the origin demands.

It depends on the deadlines of respond and on the edition of the guide.
They are never mixed: to miss the first can cost a way out, the second asks nothing of a person, and
the third says what a law demands, not what is safe. A new deadline is one more line in `KIND_OF`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.report.messages import marked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.report.guide.edition import GuideEdition
    from safeconduct.respond.deadline import Deadline, Rule

YOURS: Final = "yours"
OTHERS: Final = "others"
DEMANDED: Final = "demanded"
KIND_OF: Final[Mapping[str, str]] = {
    "ccf-access": OTHERS,
    "ccf-deletion": OTHERS,
    "ccf-revision": YOURS,
    "ecthr-application": YOURS,
    "extradition-appeal": YOURS,
    "foreign-agent-report": DEMANDED,
    "passport-surrender-ru": DEMANDED,
    "serbia-residence-appeal": YOURS,
    "special-procedures-reply": OTHERS,
}
HEADINGS: Final[Mapping[str, str]] = {
    YOURS: marked("Your own deadlines"),
    OTHERS: marked("Terms that bind others"),
    DEMANDED: marked("What the law of Russia demands of people"),
}
NAMES: Final[Mapping[str, str]] = {
    YOURS: marked("Your deadline"),
    OTHERS: marked("A term for others"),
    DEMANDED: marked("What the law of Russia demands"),
}
MEANINGS: Final[Mapping[str, str]] = {
    YOURS: marked("Whoever lets it pass may lose this way."),
    OTHERS: marked("It asks nothing of you. If it passes without an answer, you may ask again."),
    DEMANDED: marked("It says what that law demands, not what is safe to do. Ask a lawyer first."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitView:
    """A deadline with its rules in force on the day, and what kind of a deadline it is."""

    deadline: Deadline
    rules: tuple[Rule, ...]
    name: str
    meaning: str


def kind_of(deadline: str) -> str:
    """Say which kind a deadline is of; one that nobody sorted is taken for a person's own."""
    return KIND_OF.get(deadline, YOURS)


def limit_view(deadline: Deadline, edition: GuideEdition) -> LimitView:
    """Show a deadline as a term in words: when it began is known to the person alone.

    A rule for the state of origin alone is left to the page of all rules: the person is not there.
    """
    kind, say = kind_of(deadline.id), edition.wording.say
    return LimitView(
        deadline=deadline,
        rules=tuple(
            rule
            for rule in deadline.rules
            if rule.is_in_force(edition.outlook.on) and rule.hosts != (edition.outlook.origin,)
        ),
        name=say(NAMES[kind]),
        meaning=say(MEANINGS[kind]),
    )
