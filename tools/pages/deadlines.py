"""Writes the page on deadlines: the keys of a file, and every rule that ships with its law.

It imports `safeconduct.respond`; nothing imports it but `tools/reference.py`.
A new deadline file appears here by itself.
"""

from datetime import date

from safeconduct.respond.deadline import Deadline, Rule, deadlines
from safeconduct.vocabulary import Citation

INTRODUCTION = """# Deadlines

A deadline is how long a person or a body has, by which law, while that law is in force.
The rule in force on the day of the trigger, in the host state, applies even if the law changes before the end.
No clock is read: the day asked about is given, and so is the trigger where it is known.
Where the trigger is not given there is no date: the term is told in words, and nothing of it goes into a calendar.

How days are counted:

- Calendar months end on the day of the same number; a month too short for it ends them on its last day.
- `day-after` counts the day after the trigger as the first; `same-day` counts the trigger itself.
- Working days leave out the weekend of the host, or of the state that the rule names.
- Public holidays and moved working days are not known here, and the answer says so.
- An end on a weekend moves to the next working day only where the rule says so.
- A trigger that is an instant falls on the civil day of the host; where its time zones differ in the day, the earlier end is given, and the answer says so.
- Hours pass the same whatever the clocks do; from a bare day they are counted from its beginning.

A deadline file is TOML in `src/safeconduct/respond/deadlines/`:

| key | holds |
| --- | --- |
| `id` | the name of the file |
| `[label]` | a text in `en` and in `ru` |
| `[[rule]]` | one limit while it is law; a change of law is one more |
| `since`, `until` | the first day on which it applies, and the first on which it no longer does; an empty `until` is open |
| `hosts` | the states where it applies; none means any |
| `amount`, `unit` | a whole number of `days`, `calendar-months`, `working-days` or `hours` |
| `starts` | what sets it running, in `en` and in `ru` |
| `counts_from` | `day-after` or `same-day` |
| `rolls` | `none` or `next-working-day` |
| `working_days_of` | the state whose weekend counts; absent, the host |
| `legal_source` | title, and section, page or url |
| `who_must` | who has to act, in `en` and in `ru` |
| `longer`, `longer_for` | a second, longer term in the same unit, and for what it is, in `en` and in `ru`; absent, there is one term |
| `of_office` | true where an office has to act and not the person; absent, it is not |
| `weak` | true where the source is weak; absent, it is not |
| `note` | what a reader has to know, in `en` and in `ru` |
"""


def page() -> str:
    """Return the page as Markdown."""
    return INTRODUCTION + "\n" + "\n".join(_section(each) for each in deadlines().values())


def _section(deadline: Deadline) -> str:
    lines = [f"## {deadline.id}", "", f"{deadline.label['en']}.", ""]
    lines += [_line(rule) for rule in deadline.rules]
    return "\n".join(lines) + "\n"


def _line(rule: Rule) -> str:
    until = _day_before(rule.until)
    where = ", ".join(rule.hosts) or "any state"
    weak = ", a weak source" if rule.is_weak else ""
    return (
        f"- From {rule.since.isoformat()}{until}, in {where}: {rule.amount} {rule.unit}, "
        f"{rule.counts_from}, from {rule.starts['en']}. "
        f"Who has to act: {rule.who_must['en']}. {_cited(rule.legal_source)}{weak}."
    )


def _day_before(until: date | None) -> str:
    return "" if until is None else f" until the day before {until.isoformat()}"


def _cited(source: Citation) -> str:
    return ", ".join(filter(None, (source.title, source.section, source.url, source.date)))
