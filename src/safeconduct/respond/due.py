"""Due days: when a deadline ends, counted from what sets it running, by the rule of that day.

It depends on the deadlines and the civil days beside it; no clock is read here.
A new unit of time is one more branch in `_end_of`, with its law in `tests/respond/test_due.py`.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.errors import InvalidQuery
from safeconduct.respond.civil_days import beginning_of, days_at, is_working_day, zones_of
from safeconduct.vocabulary import in_language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from safeconduct.respond.deadline import Deadline, Rule

_MONTHS: Final = 12
_A_DAY: Final = timedelta(days=1)

NO_RULE: Final = MappingProxyType(
    {
        "en": "No rule is known here for this state on this day.",
        "ru": "Для этого государства на этот день правило здесь не известно.",
    }
)
WEAK: Final = MappingProxyType(
    {
        "en": "The rule rests on a weak source: have it checked.",
        "ru": "Правило опирается на слабый источник: его нужно проверить.",
    }
)
HOLIDAYS: Final = MappingProxyType(
    {
        "en": "Public holidays and moved working days are not known here: ask for the exact day.",
        "ru": "Праздники и переносы рабочих дней здесь не известны: уточните день.",
    }
)
SEVERAL_ZONES: Final = MappingProxyType(
    {
        "en": "The state has several time zones, and the day differs between them: "
        "the earlier end is given.",
        "ru": "В государстве несколько часовых поясов, и день в них разный: указан более ранний "
        "срок.",
    }
)
NO_ZONE: Final = MappingProxyType(
    {
        "en": "The time zone of the state is not known here: the earliest day anywhere is taken.",
        "ru": "Часовой пояс государства здесь не известен: взят самый ранний день на Земле.",
    }
)
WHOLE_DAY: Final = MappingProxyType(
    {
        "en": "Only the day is known: the hours are counted from its beginning.",
        "ru": "Известен только день: часы отсчитаны от его начала.",
    }
)

# Safety: the shorter term warns; as long as the longer runs, nobody is to think that all is lost.
_TWO: Final = MappingProxyType(
    {
        "en": "Two terms are named. The shorter ends on {first}; {whose} has until {last}: act by "
        "the first.",
        "ru": "Названы два срока. Меньший кончается {first}; {whose} – до {last}: успейте до "
        "первого.",
    }
)
_LATE: Final = MappingProxyType(
    {
        "en": "Day {amount} has passed on {first}; {whose} has until {last}: act today.",
        "ru": "День {amount}-й прошёл {first}; {whose} – до {last}: действуйте сегодня.",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """When a deadline ends.

    rule: the one in force on the day of the trigger, None where none is known; then `due_on` is
        None too. trigger_on: the civil day in the host. due_at: the instant, where the rule counts
        hours. remarks: what a reader has to know about the day, by language. longer_on: where a
        second, longer term is named as well, the day on which that one ends.
    """

    deadline: Deadline
    rule: Rule | None
    trigger_on: date
    due_on: date | None
    due_at: datetime | None
    remarks: tuple[Mapping[str, str], ...]
    longer_on: date | None = None

    def is_over(self, on: date) -> bool:
        """Tell whether every term that is named has ended before a day."""
        last = self.longer_on or self.due_on
        return last is not None and last < on

    def open_on(self, on: date) -> Due:
        """The same with the earliest end that is not over on a day, and what a reader must know."""
        if self.rule is None or self.due_on is None or self.longer_on is None or self.is_over(on):
            return self
        is_late = self.due_on < on
        said = replace(self, remarks=(_of_two(self, _LATE if is_late else _TWO), *self.remarks))
        return replace(said, due_on=self.longer_on) if is_late else said


def due(deadline: Deadline, *, trigger: date | datetime, host: str) -> Due:
    """Say when a deadline ends, counted from a civil day of the host or from an instant.

    Raises:
        InvalidQuery: the instant has no time zone, or the end lies beyond the calendar.
    """
    days, remarks = _days_of(trigger, host)
    try:
        ends = [_due_on(deadline, trigger, trigger_on=day, host=host) for day in days]
    except (OverflowError, ValueError) as beyond:
        raise InvalidQuery([("trigger", "is too late for a deadline to be counted")]) from beyond
    first = min(ends, key=lambda end: end.due_on or date.max)
    return Due(
        deadline=deadline,
        rule=first.rule,
        trigger_on=first.trigger_on,
        due_on=first.due_on,
        due_at=first.due_at,
        remarks=(*remarks, *first.remarks),
        longer_on=first.longer_on,
    )


def _days_of(
    trigger: date | datetime, host: str
) -> tuple[tuple[date, ...], tuple[Mapping[str, str], ...]]:
    if not isinstance(trigger, datetime):
        return (trigger,), ()
    if trigger.tzinfo is None:
        raise InvalidQuery(
            [("trigger", "is a time without its zone")], hint="Write it as 2026-11-24T18:30+05:00."
        )
    days = days_at(trigger, state=host)
    if not zones_of(host):
        return days, (NO_ZONE,)
    return days, (SEVERAL_ZONES,) if len(days) > 1 else ()


def _due_on(deadline: Deadline, trigger: date | datetime, *, trigger_on: date, host: str) -> Due:
    rule = deadline.rule_for(host, on=trigger_on)
    if rule is None:
        return Due(
            deadline=deadline,
            rule=None,
            trigger_on=trigger_on,
            due_on=None,
            due_at=None,
            remarks=(NO_RULE,),
        )
    due_at = _instant(rule, trigger, host=host) if rule.unit == "hours" else None
    end = (
        _end_of(rule, trigger_on, state=_works_in(rule, host))
        if due_at is None
        else (days_at(due_at, state=host)[0])
    )
    due_on = _rolled(rule, end, state=_works_in(rule, host))
    return Due(
        deadline=deadline,
        rule=rule,
        trigger_on=trigger_on,
        due_on=due_on,
        due_at=due_at,
        remarks=tuple(_remarks(rule, trigger, end=end, due_on=due_on)),
        longer_on=_longer_on(rule, trigger_on, host=host),
    )


def _longer_on(rule: Rule, trigger_on: date, *, host: str) -> date | None:
    if not rule.longer:
        return None
    state = _works_in(rule, host)
    longer = replace(rule, amount=rule.longer)
    return _rolled(longer, _end_of(longer, trigger_on, state=state), state=state)


def _of_two(ends: Due, words: Mapping[str, str]) -> Mapping[str, str]:
    rule = ends.rule
    return MappingProxyType(
        {
            language: text.format(
                amount=rule.amount if rule else "",
                whose=in_language((rule and rule.longer_for) or {}, language),
                first=ends.due_on,
                last=ends.longer_on,
            )
            for language, text in words.items()
        }
    )


def _works_in(rule: Rule, host: str) -> str:
    return rule.working_days_of or host


def _instant(rule: Rule, trigger: date | datetime, *, host: str) -> datetime:
    begins = trigger if isinstance(trigger, datetime) else beginning_of(trigger, state=host)
    # Hours pass the same whatever the clocks of the state do in between.
    return begins.astimezone(UTC) + timedelta(hours=rule.amount)


def _end_of(rule: Rule, trigger_on: date, *, state: str) -> date:
    is_first = rule.counts_from == "same-day"
    if rule.unit == "calendar-months":
        return months_later(trigger_on, months=rule.amount, same_day=is_first)
    if rule.unit == "working-days":
        return _working_days_later(rule, trigger_on, state=state)
    return trigger_on + timedelta(days=rule.amount - is_first)


def months_later(day: date, *, months: int, same_day: bool = False) -> date:
    """The last day of a number of calendar months; a month too short for it ends it.

    Counted from the day after, months end on the day of the same number; counted from the day
    itself, on the one before it.
    """
    year, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    length = calendar.monthrange(year, month + 1)[1]
    wanted = day.day - same_day
    if wanted == 0:
        return date(year, month + 1, 1) - _A_DAY
    return date(year, month + 1, min(wanted, length))


def _working_days_later(rule: Rule, trigger_on: date, *, state: str) -> date:
    day = trigger_on if rule.counts_from == "same-day" else trigger_on + _A_DAY
    left = rule.amount
    while left := left - is_working_day(day, state=state):
        day += _A_DAY
    return day


def _rolled(rule: Rule, end: date, *, state: str) -> date:
    while rule.rolls == "next-working-day" and not is_working_day(end, state=state):
        end += _A_DAY
    return end


def _remarks(
    rule: Rule, trigger: date | datetime, *, end: date, due_on: date
) -> Iterator[Mapping[str, str]]:
    if rule.unit == "hours" and not isinstance(trigger, datetime):
        yield WHOLE_DAY
    if due_on != end:
        yield MappingProxyType(
            {
                "en": f"It would end on {end.isoformat()}, a weekend, and moves to a working day.",
                "ru": f"Срок кончился бы {end.isoformat()}, в выходной, и переходит на рабочий "
                "день.",
            }
        )
    if rule.unit == "working-days" or rule.rolls == "next-working-day":
        yield HOLIDAYS
    if rule.until is not None and rule.until <= due_on:
        changes = rule.until.isoformat()
        yield MappingProxyType(
            {
                "en": f"The law changes on {changes}, before the end; the rule of the first day "
                "is applied.",
                "ru": f"Закон меняется {changes}, до конца срока; применено правило первого дня.",
            }
        )
    if rule.is_weak:
        yield WEAK
