"""Cases: which statements an incident has, and what they come to.

It depends on the act, the pool and the telling.
A further fate is a function here, a line in `_TOLD` and a share of `Plan` among its `FATES`; a
further turn of ordinary telling is a field of `Turns` and a step of `_ordinary`.

Each case chooses its voices itself and lets nothing else be strong, so that its standing is known
without asking the rules of standing.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Final

from safeconduct.record.tables import DECISIONS, OCCURRENCE
from safeconduct.synthetic.dice import Weighted, geometric
from safeconduct.synthetic.differences import (
    COLUMNS_OF,
    CORRECTABLE,
    differing,
    right_and_wrong,
    text_of,
)
from safeconduct.synthetic.expectation import Expectation
from safeconduct.synthetic.plan import FATES
from safeconduct.synthetic.words import ACCUSED_ORGAN, DECISION_REASONS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from safeconduct.synthetic.act import Act
    from safeconduct.synthetic.dice import Dice
    from safeconduct.synthetic.numbering import Numbering
    from safeconduct.synthetic.plan import Plan
    from safeconduct.synthetic.pool import Pool, PooledSource, Row
    from safeconduct.synthetic.telling import Telling

ORDINARY: Final = "ordinary"
_N_VOICES: Final = Weighted((1, 40.0), (2, 30.0), (3, 18.0), (4, 12.0))
_BLANK_DECISION: Final = dict.fromkeys(DECISIONS.headings, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Turns:
    """What happens within an ordinary telling; each has a share of the same name in the plan."""

    established: bool = False
    value_conflicts: bool = False
    date_conflicts: bool = False
    outvoted: bool = False
    corrections: bool = False
    withdrawals: bool = False
    denials_by_accused: bool = False
    hedges: bool = False
    decisions: bool = False

    @property
    def n_statements(self) -> int:
        """How many statements they take, beyond those of the voices."""
        return self.corrections + 2 * self.withdrawals + self.denials_by_accused + self.hedges


class Odds:
    """How often each case comes up, worked out once from a plan."""

    __slots__ = ("fates", "n_statements", "turns")

    def __init__(self, plan: Plan) -> None:
        """Weigh the fates, the turns and the number of statements."""
        shares = {fate: float(getattr(plan, fate)) for fate in FATES}
        self.fates = Weighted((ORDINARY, max(0.0, 1 - sum(shares.values()))), *shares.items())
        self.turns = {turn.name: plan.ordinary(getattr(plan, turn.name)) for turn in fields(Turns)}
        self.n_statements = geometric(plan.statements_per_incident)


@dataclass(slots=True, kw_only=True)
class Story:
    """One incident in the making: who speaks, what was decided, and what the case knows."""

    dice: Dice
    plan: Plan
    pool: Pool
    act: Act
    telling: Telling
    incident: str
    n_statements: int
    year: int
    numbering: Numbering
    decisions: list[Row] = field(default_factory=list)
    copies: set[str] = field(default_factory=set)
    withdrawn: set[str] = field(default_factory=set)
    conflicts: set[str] = field(default_factory=set)

    @property
    def left(self) -> int:
        """How many statements are still to come."""
        return self.n_statements - len(self.telling.rows)

    def decide(self, column: str, value: str) -> None:
        """Add a decision."""
        row = dict(_BLANK_DECISION)
        row |= {
            "id": self.numbering.next("d"),
            "incident": self.incident,
            "field": column,
            "value": value,
            "reason": self.dice.pick(DECISION_REASONS),
            "decided_by": f"coder {1 + self.dice.below(4)}",
            "decided_on": f"{self.year + 1}-12-{1 + self.dice.below(31):02}",
        }
        self.decisions.append(row)

    def repeat(self, row: Row, source: PooledSource) -> None:
        """Add a copy of a statement."""
        self.copies.add(self.telling.repeat(row, source)["id"])

    def retract(self, row: Row, source: PooledSource) -> None:
        """Let a voice withdraw its statement, sometimes in a source of its own."""
        speaking = self.pool.follow_up(source) if self.dice.chance(0.5) else source
        self.telling.revise(row, speaking, mode="retracts")
        self.withdrawn.add(row["id"])


Spoken = list[tuple["Row", "PooledSource"]]


def draw_turns(dice: Dice, odds: Odds) -> Turns:
    """Draw what happens within an ordinary telling."""
    return Turns(**{turn: dice.chance(share) for turn, share in odds.turns.items()})


def accusing(act: Act) -> Act:
    """The same act, done by an organ of the origin state."""
    return replace(act, actor=ACCUSED_ORGAN, actor_organ_of=act.origin, attribution="state-organ")


def tell(story: Story, fate: str, *, turns: Turns) -> Expectation:
    """Tell an incident by its fate, and say what it comes to."""
    if fate == ORDINARY:
        standing, n_voices = _ordinary(story, turns)
    else:
        standing, n_voices = _TOLD[fate](story)
    return Expectation(
        incident=story.incident,
        fate=fate,
        standing=standing,
        n_voices=n_voices,
        conflicts=frozenset(story.conflicts),
        copies=frozenset(story.copies),
        withdrawn=frozenset(story.withdrawn),
        decided=frozenset(row["field"] for row in story.decisions),
    )


def _ordinary(story: Story, turns: Turns) -> tuple[str, int]:
    spoken = _voices(story, turns)
    if turns.value_conflicts or turns.date_conflicts:
        _differ(story, spoken, turns)
    elif turns.outvoted:
        _outvote(story, spoken)
    corrected = _err(story, spoken, turns) if turns.corrections else ""
    _fill(story, spoken, reserved=turns.n_statements)
    for column in story.conflicts:
        story.telling.drop(COLUMNS_OF[column], but=(spoken[0][0], spoken[1][0]))
    if corrected:
        _correct(story, spoken, corrected)
    _turn(story, spoken, turns)
    return _standing(len(spoken), turns), len(spoken)


def _turn(story: Story, spoken: Spoken, turns: Turns) -> None:
    """Add what comes up beside the telling itself."""
    row, source = spoken[0]
    if turns.hedges:
        story.telling.hedge(source)
    if turns.withdrawals:
        _withdraw_one(story, spoken)
    if turns.established or turns.denials_by_accused:
        _accuse(story, row)
    if turns.established:
        _establish(story, row)
    if turns.denials_by_accused:
        _deny_by_accused(story)
    if turns.decisions:
        _settle(story, row)


def _accuse(story: Story, row: Row) -> None:
    """Let a statement name whose organ acted, so that its state is accused."""
    act = story.act
    row |= {
        "origin": act.origin,
        "actor": act.actor,
        "actor_organ_of": act.actor_organ_of,
        "attribution": act.attribution,
    }


def _standing(n_voices: int, turns: Turns) -> str:
    if turns.established:
        return "established"
    return "corroborated" if n_voices > 1 else "reported"


def _voices(story: Story, turns: Turns) -> Spoken:
    """Choose the independent strong voices of an incident and let each tell it."""
    number = min(story.dice.weighted(_N_VOICES), max(1, story.n_statements - turns.n_statements))
    if turns.value_conflicts or turns.date_conflicts:
        sources = story.pool.equals()
    else:
        sources = []
        number = max(number, 3) if turns.outvoted else number
    taken = {source.voice for source in sources}
    if number > len(sources):
        sources += story.pool.voices(number - len(sources), taken=taken)
    return [(story.telling.report(source), source) for source in sources]


def _fill(story: Story, spoken: Spoken, *, reserved: int = 0) -> None:
    """Tell what is told beyond the voices: copies, weak statements, further passages."""
    dice, plan = story.dice, story.plan
    while story.left > reserved:
        row, source = spoken[dice.skewed(len(spoken))]
        way = dice.toss()
        if way < plan.copies:
            story.repeat(row, source)
        elif way < plan.copies + plan.weak_statements:
            story.telling.weakly(source)
        else:
            story.telling.report(source)


def _differ(story: Story, spoken: Spoken, turns: Turns) -> None:
    """Let two equal voices differ on a value, on the date, or on both."""
    free = not (turns.established or turns.denials_by_accused)
    columns = ["date"] if turns.date_conflicts else []
    if turns.value_conflicts:
        columns.append(differing(story.dice, story.plan, free=free))
    for column in columns:
        right, wrong = right_and_wrong(column, story.act, plan=story.plan)
        spoken[0][0].update(right)
        spoken[1][0].update(wrong)
        story.conflicts.add(column)


def _outvote(story: Story, spoken: Spoken) -> None:
    """Let a third voice differ from two."""
    right, wrong = right_and_wrong("setting", story.act, plan=story.plan)
    spoken[0][0].update(right)
    spoken[1][0].update(right)
    spoken[2][0].update(wrong)


def _err(story: Story, spoken: Spoken, turns: Turns) -> str:
    """Let the first voice err on something that it will correct, and say on what."""
    # Nobody is outvoted where two already differ; then the setting is free unless they do on it.
    closed = story.conflicts or ({"setting"} if turns.outvoted else set())
    able = [column for column in CORRECTABLE if column not in closed]
    column = story.dice.pick(able)
    _, wrong = right_and_wrong(column, story.act, plan=story.plan)
    spoken[0][0].update(wrong)
    return column


def _correct(story: Story, spoken: Spoken, column: str) -> None:
    row, source = spoken[0]
    right, _ = right_and_wrong(column, story.act, plan=story.plan)
    speaking = story.pool.follow_up(source) if story.dice.chance(0.5) else source
    story.telling.revise(row, speaking, mode="corrects").update(right)


def _withdraw_one(story: Story, spoken: Spoken) -> None:
    """Let one more voice tell it and take it back."""
    taken = {source.voice for _, source in spoken}
    [source] = story.pool.voices(1, taken=taken)
    story.retract(story.telling.report(source), source)


def _establish(story: Story, row: Row) -> None:
    """Give the first voice a ground that is more than reporting."""
    act = story.act
    third = [state for state in story.plan.hosts if state not in act.hosts and state != act.transit]
    grounds = [
        ("verified-evidence", "", ""),
        ("official-finding", act.hosts[0], act.hosts[0]),
        ("admission", act.origin, ""),
        ("register-entry", act.origin, ""),
        *(("court-finding", state, act.origin) for state in third[:4]),
    ]
    row["basis"], row["basis_by"], row["basis_against"] = story.dice.pick(grounds)


def _deny_by_accused(story: Story) -> None:
    """Let the accused state deny it, at times through somebody who repeats the denial."""
    official = story.pool.official(story.act.origin)
    speaking = story.pool.repeating(official) if story.dice.chance(0.3) else official
    story.telling.deny(speaking)


def _settle(story: Story, row: Row) -> None:
    """Decide a conflict, or, where there is none, a value on which nobody differs."""
    if story.conflicts:
        column = story.dice.pick(sorted(story.conflicts))
        story.conflicts.discard(column)
        story.decide(column, text_of(column, row))
    else:
        story.decide("date", story.act.dates[0])


def _copies_only(story: Story) -> tuple[str, int]:
    """Nothing but copies of a source that itself is silent about this act: one voice."""
    echo = story.dice.pick(story.pool.echoes)
    root = echo.ancestry[-1]
    row = story.telling.report(echo)
    story.copies.add(row["id"])
    while story.left > 0:
        if story.dice.chance(0.5):
            story.repeat(row, echo)
        else:
            again = story.telling.report(story.dice.pick(root.descendants))
            story.copies.add(again["id"])
    return "reported", 1


def _weak_only(story: Story) -> tuple[str, int]:
    """Allegations and low grades, and copies of them: no strong voice."""
    [source] = story.pool.voices(1, taken=set())
    row = story.telling.weakly(source)
    first = story.telling.spoke[0]
    while story.left > 0:
        if story.dice.chance(story.plan.copies):
            story.repeat(row, first)
        else:
            story.telling.weakly(story.pool.voices(1, taken=set())[0])
    return "alleged", 0


def _retractions(story: Story) -> tuple[str, int]:
    """Every voice that told it takes it back, and the copies fall with it."""
    number = 2 if story.n_statements > 3 and story.dice.chance(0.3) else 1
    sources = story.pool.voices(number, taken=set())
    spoken = [(story.telling.report(source), source) for source in sources]
    while story.left > number:
        story.repeat(*story.dice.pick(spoken))
    for row, source in spoken:
        story.retract(row, source)
    return "retracted", 0


def _denials_by_others(story: Story) -> tuple[str, int]:
    """A credible voice that is no organ of the accused denies it; a decision may settle that."""
    spoken = _voices(story, Turns(hedges=True))
    _fill(story, spoken, reserved=1)
    [denying] = story.pool.voices(1, taken={source.voice for _, source in spoken})
    story.telling.deny(denying)
    if story.dice.chance(story.plan.decisions):
        story.decide(OCCURRENCE, "occurred")
        return _standing(len(spoken), Turns()), len(spoken)
    return "contested", len(spoken)


def _refutations(story: Story) -> tuple[str, int]:
    """Told like any other, and a decision says that it did not happen."""
    spoken = _voices(story, Turns())
    _fill(story, spoken)
    story.decide(OCCURRENCE, "did-not-occur")
    return "refuted", len(spoken)


def _unsupported(story: Story) -> tuple[str, int]:
    """Denied, and told by nobody in the corpus."""
    story.telling.deny(story.pool.official(story.act.origin))
    while story.left > 0:
        story.telling.deny(story.pool.voices(1, taken=set())[0])
    return "unsupported", 0


_TOLD: Final[Mapping[str, Callable[[Story], tuple[str, int]]]] = {
    "copies_only": _copies_only,
    "weak_only": _weak_only,
    "retractions": _retractions,
    "denials_by_others": _denials_by_others,
    "refutations": _refutations,
    "unsupported": _unsupported,
}
