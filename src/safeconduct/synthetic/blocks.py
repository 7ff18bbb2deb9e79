"""Blocks: an invented corpus as short stretches of time, each with its incidents and its sources.

It depends on the other modules of this package and on the tables of the record.
A further table is a list of `Block` here and what fills it.

A block is drawn from a seed of its own and forgotten once it is written, so that a corpus of any
size needs the memory of one block.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

from safeconduct.record.tables import INCIDENTS
from safeconduct.synthetic.act import States, invent_act
from safeconduct.synthetic.cases import ORDINARY, Odds, Story, Turns, accusing, draw_turns, tell
from safeconduct.synthetic.dice import Dice, Weighted, zipf
from safeconduct.synthetic.numbering import Numbering
from safeconduct.synthetic.pool import Pool, Press
from safeconduct.synthetic.published import publish_figures
from safeconduct.synthetic.telling import Habits, Telling
from safeconduct.synthetic.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from safeconduct.synthetic.act import Act
    from safeconduct.synthetic.expectation import Expectation
    from safeconduct.synthetic.plan import Plan
    from safeconduct.synthetic.pool import Row

Cells = tuple[str, ...]

LARGEST: Final = 64  # incidents
SMALLEST: Final = 4  # incidents; a chain fits in
WINDOW: Final = 60  # days within which the acts of a block lie
_BLANK: Final = dict.fromkeys(INCIDENTS.headings, "")
_CHAIN_LENGTHS: Final = (2, 3, 4)
_MEAN_LENGTH: Final = 3


@dataclass(slots=True, kw_only=True)
class Block:
    """The rows of one stretch, by table, and what its incidents come to."""

    sources: list[Cells] = field(default_factory=list)
    statements: list[Cells] = field(default_factory=list)
    incidents: list[Cells] = field(default_factory=list)
    reported_figures: list[Cells] = field(default_factory=list)
    decisions: list[Cells] = field(default_factory=list)
    expectations: list[Expectation] = field(default_factory=list)


def blocks(plan: Plan) -> Iterator[Block]:
    """Invent the corpus of a plan, stretch by stretch, in the order of the years."""
    inventor = _Inventor(plan)
    years = _per_year(plan)
    size = max(SMALLEST, min(LARGEST, plan.n_incidents // (4 * len(years))))
    for year, number in years:
        for begun in range(0, number, size):
            yield inventor.block(year, min(size, number - begun))


def _per_year(plan: Plan) -> Sequence[tuple[int, int]]:
    """Share the incidents out among the years; rounding the running sum loses none."""
    weights = [1.0]
    for _ in range(plan.last_year - plan.first_year):
        weights.append(weights[-1] * (1 + plan.growth))
    whole, running, before = sum(weights), 0.0, 0
    found = []
    for year, weight in enumerate(weights, start=plan.first_year):
        running += weight
        until = min(plan.n_incidents, int(plan.n_incidents * running / whole + 0.5))
        found.append((year, until - before))
        before = until
    return found


def _by_rank(states: tuple[str, ...]) -> Weighted[str]:
    return Weighted(*((state, 1 / rank) for rank, state in enumerate(states, start=1)))


class _Inventor:
    """What all blocks of one corpus share, and the making of each."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.numbering = Numbering()
        self.n_blocks = 0
        self.odds, self.habits = Odds(plan), Habits(plan)
        self.press = Press(
            publishers=zipf(plan.n_publishers),
            languages=_by_rank(plan.languages),
        )
        self.states = States(origins=_by_rank(plan.origins), hosts=_by_rank(plan.hosts))
        self.kinds = Weighted(
            (
                "incident",
                max(0.0, 1 - plan.patterns - plan.measures - plan.responses - plan.context),
            ),
            ("pattern", plan.patterns),
            ("measure", plan.measures),
            ("response", plan.responses),
            ("context", plan.context),
        )
        # A chain is begun so often that this share of incidents stands in one.
        self.begins_chain = plan.chains / (_MEAN_LENGTH - (_MEAN_LENGTH - 1) * plan.chains)

    def block(self, year: int, size: int) -> Block:
        """Invent one stretch of a year."""
        self.n_blocks += 1
        dice = Dice(f"safeconduct 1 {self.plan.seed} {self.n_blocks}")
        first = date(year, 1, 1).toordinal() + dice.below(366 - WINDOW)
        last = first + WINDOW - 1
        pool = Pool(
            dice,
            self.plan,
            press=self.press,
            numbering=self.numbering,
            day=last,
            size=size,
        )
        block = Block()
        for row, act in self.incidents(dice, size, days=(first, last)):
            self.tell(dice, block, pool=pool, row=row, act=act)
        block.sources = pool.cited
        return block

    def incidents(
        self, dice: Dice, size: int, *, days: tuple[int, int]
    ) -> Iterator[tuple[Row, Act]]:
        """Invent the acts of a stretch and link them: chains, responses, overlaps."""
        earlier: list[str] = []
        act: Act | None = None
        chain, left = "", 0
        for number in range(size):
            if left == 0:
                chain, act = "", None
                if size - number > 1 and dice.chance(self.begins_chain):
                    chain, left = self.numbering.next("c"), dice.pick(_CHAIN_LENGTHS)
            day = (
                min(days[1], act.day + 1 + dice.below(20)) if act else days[0] + dice.below(WINDOW)
            )
            kind = dice.weighted(self.kinds)
            row = dict(_BLANK)
            row |= {"id": self.numbering.next("i"), "kind": kind, "chain": chain}
            if act:
                row["same_person_as"] = earlier[-1]
            act = invent_act(dice, self.plan, kind=kind, day=day, states=self.states, after=act)
            _name(row, act)
            if earlier and kind == "response":
                row["responds_to"] = earlier[-1]
            if kind == "pattern":
                row["overlaps"] = ";".join(earlier[-2:])
            if act.outline.instruments and dice.chance(0.3):
                row["instruments"] = dice.pick(act.outline.instruments)
            yield row, act
            earlier.append(row["id"])
            left = max(0, left - 1)

    def tell(self, dice: Dice, block: Block, *, pool: Pool, row: Row, act: Act) -> None:
        """Tell one incident and add its rows."""
        fate = dice.weighted(self.odds.fates)
        turns = draw_turns(dice, self.odds) if fate == ORDINARY else Turns()
        if turns.established or turns.denials_by_accused:
            act = accusing(act)
        telling = Telling(
            dice,
            habits=self.habits,
            pool=pool,
            act=act,
            incident=row["id"],
            numbering=self.numbering,
        )
        story = Story(
            dice=dice,
            plan=self.plan,
            pool=pool,
            act=act,
            telling=telling,
            incident=row["id"],
            n_statements=dice.weighted(self.odds.n_statements),
            year=date.fromordinal(act.day).year,
            numbering=self.numbering,
        )
        block.expectations.append(tell(story, fate, turns=turns))
        block.incidents.append(tuple(row.values()))
        block.statements.extend(tuple(statement.values()) for statement in telling.rows)
        block.decisions.extend(tuple(decision.values()) for decision in story.decisions)
        if dice.chance(self.plan.figures):
            figures = publish_figures(
                dice,
                self.numbering,
                sources=(telling.rows[0]["source"], telling.rows[-1]["source"]),
                row=row,
                day=act.day,
            )
            block.reported_figures.extend(figures)


def _name(row: Row, act: Act) -> None:
    """Label an incident by what was done, where and its number; a label names nobody."""
    words = words_of(act.outline.technique).capitalize()
    lead = "" if act.kind == "incident" else f"{act.kind.capitalize()}: "
    row["label"] = f"{lead}{words}, host {act.hosts[0]}, no. {row['id'][1:]}"
