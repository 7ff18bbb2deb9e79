"""Answers: the form behind a document, written empty as TOML and checked when it is filled in.

It depends on the templates and their forms, on partial dates and on the names of territories.
A new kind of answer is one more reader in `_READERS`; a field is a table of its template.

Safety: an answer never stands in a message, a log or a representation. A problem names the file,
the line and the field; a key that the form does not have is named by its line alone.
"""

from __future__ import annotations

import re
import textwrap
import tomllib
import unicodedata
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.errors import Problem, RejectedRows
from safeconduct.record.partial_date import PartialDate
from safeconduct.respond.documents.form import LISTS, holds
from safeconduct.respond.documents.template import template
from safeconduct.vocabulary import in_language, territory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from safeconduct.respond.documents.form import FormField
    from safeconduct.respond.documents.template import Template

_WIDTH: Final = 96
_LINE: Final = re.compile(r"at line (\d+)")
_KEY: Final = re.compile(r"""\s*(?:"(?P<quoted>[^"]*)"|(?P<bare>[A-Za-z0-9_-]+))\s*=""")
_SECTION: Final = re.compile(r"\s*\[(?P<name>[^\[\]]+)\]\s*(?:#.*)?$")
_HEAD: Final = ("form", "version")
_WORDS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "needed": {"en": "Required.", "ru": "Обязательно."},
        "needed-when": {
            "en": "Required where {field} is {answer}.",
            "ru": "Обязательно, если {field} – {answer}.",
        },
        "one": {"en": "One of:", "ru": "Один из ответов:"},
        "some": {"en": "Any of:", "ru": "Любые из ответов:"},
        "yes-no": {"en": 'Write "yes" or "no".', "ru": "Напишите yes (да) или no (нет)."},
        "day": {"en": "A day: 2026-03-26.", "ru": "День: 2026-03-26."},
        "date": {
            "en": "A date as exact as known: 2026-03-26, 2026-03, 2026.",
            "ru": "Дата, насколько она известна: 2026-03-26, 2026-03, 2026.",
        },
        "state": {
            "en": "A state by its two letters: KZ.",
            "ru": "Государство двумя буквами: KZ.",
        },
        "states": {
            "en": 'States by their two letters: ["KZ", "RS"].',
            "ru": 'Государства двумя буквами: ["KZ", "RS"].',
        },
        "technique": {
            "en": "An id of the list that `safeconduct vocabulary techniques` prints.",
            "ru": "Слово из списка, который печатает `safeconduct vocabulary techniques`.",
        },
        "lines": {
            "en": 'One text or several: ["…", "…"].',
            "ru": 'Один текст или несколько: ["…", "…"].',
        },
        "text": {"en": "Several lines may be written.", "ru": "Можно написать несколько строк."},
        "how": {
            "en": "Leave empty what is not known; nothing is filled in for you. Keep this file "
            "where only you can read it, and delete it when the document is made.",
            "ru": "Чего не знаете, оставьте пустым: за вас ничего не допишут. Держите файл там, "
            "где его прочтёте только вы, и удалите, когда документ готов.",
        },
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """A form that was filled in and checked: each answered field with its answers.

    A field without an answer is absent; a field that takes no list has one answer.
    """

    template: Template
    values: Mapping[str, tuple[str, ...]]

    def __repr__(self) -> str:
        """Say which form it is and how many fields are answered, and nothing that was answered."""
        return f"Answers({self.template.id!r}, {len(self.values)} answered)"

    def one(self, field: str) -> str:
        """The answer to a field that takes no list; empty where there is none."""
        return next(iter(self.values.get(field, ())), "")

    def within(self, groups: frozenset[str]) -> Answers:
        """Keep the fields of these groups and those that hold nothing about the person."""
        form = self.template.form
        kept = groups | {group.id for group in form.groups if group.is_free}
        values = {
            field: said for field, said in self.values.items() if form.fields[field].group in kept
        }
        return Answers(template=self.template, values=MappingProxyType(values))


def empty_form(chosen: Template, *, language: str = "en") -> str:
    """Write the form of a document with a comment above each field and no answer in it."""
    lines = [
        *_comment(in_language(chosen.label, language)),
        *_comment(in_language(chosen.plain, language)),
        *_comment(in_language(_WORDS["how"], language)),
        f'form = "{chosen.id}"',
        f'version = "{chosen.version}"',
    ]
    for group in chosen.form.groups:
        lines += ["", "", f"[{group.id}]", *_comment(in_language(group.label, language))]
        for field in chosen.form.fields_of(group.id):
            lines += ["", *_comment(_asked(field, language)), f"{field.id} = {_empty(field)}"]
    return "\n".join(lines) + "\n"


def _comment(text: str) -> list[str]:
    return [f"# {line}" for line in textwrap.wrap(text, _WIDTH, break_on_hyphens=False)]


def _asked(field: FormField, language: str) -> str:
    parts = [in_language(field.ask, language)]
    if field.is_required:
        parts.append(in_language(_WORDS["needed"], language))
    for other, admitted in field.needed_when.items():
        words = in_language(_WORDS["needed-when"], language)
        parts.append(words.format(field=other, answer=" / ".join(admitted)))
    if field.choices:
        parts.append(in_language(_WORDS["some" if field.kind in LISTS else "one"], language))
        offered = (f"{one.id} ({in_language(one.label, language)})" for one in field.choices)
        parts.append(f"{'; '.join(offered)}.")
    elif field.kind in _WORDS:
        parts.append(in_language(_WORDS[field.kind], language))
    return " ".join(parts)


def _empty(field: FormField) -> str:
    if field.kind in LISTS:
        return "[]"
    return '"""\n"""' if field.kind == "text" else '""'


def read_answers(text: str, *, file: str, language: str = "en") -> Answers:
    """Read and check a form that was filled in.

    Raises:
        RejectedRows: it cannot be used as it stands; every problem is named, no answer repeated.
        NotFound: it names a document that does not exist.
        Refusal: it was written for a version of the document that is no longer in use.
    """
    table = _parsed(text, file)
    head = {key: table.get(key) for key in _HEAD}
    if not all(isinstance(said, str) and said for said in head.values()):
        missing = next(key for key in _HEAD if not (isinstance(head[key], str) and head[key]))
        allowed = "the two lines that the empty form begins with"
        raise RejectedRows(
            file, [Problem(file=file, row=0, column=missing, found="nothing", allowed=allowed)]
        )
    chosen = template(str(head["form"]))
    chosen.check_version(str(head["version"]), language=language)
    reading = _Reading(text, file=file, chosen=chosen, language=language)
    values = reading.values(table)
    if reading.problems:
        raise RejectedRows(
            file,
            sorted(reading.problems, key=lambda problem: problem.row),
            hint="Mend each line named and run the command again; nothing was written.",
        )
    return Answers(template=chosen, values=MappingProxyType(values))


def _parsed(text: str, file: str) -> Mapping[str, object]:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as broken:
        # Safety: the parser quotes what it read; only the number of the line is passed on.
        line = _LINE.search(str(broken))
        problem = Problem(
            file=file,
            row=int(line[1]) if line else 0,
            column="",
            found="what is not TOML",
            allowed="lines like those of the empty form: a name, =, a text in quotes",
            hint='A quotation mark inside a text is written \\".',
        )
    raise RejectedRows(file, [problem])


class _Reading:
    """One file being read: its lines, and what is wrong with them."""

    def __init__(self, text: str, *, file: str, chosen: Template, language: str) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._language = language
        self._chosen = chosen
        self._lines = dict(_numbered_keys(text))

    def values(self, table: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
        """Read every field; what nobody asked for is a problem too."""
        found: dict[str, tuple[str, ...]] = {}
        groups = {group.id for group in self._chosen.form.groups}
        for key in table:
            if key not in groups and key not in _HEAD:
                self._strange("", key)
        for group in self._chosen.form.groups:
            inside = table.get(group.id, {})
            if not isinstance(inside, dict):
                self._complain(("", group.id), found="no table", allowed=f"a table [{group.id}]")
                continue
            fields = {field.id: field for field in self._chosen.form.fields_of(group.id)}
            for key in inside:
                if key not in fields:
                    self._strange(group.id, key)
            for field in fields.values():
                if answer := self._answer(field, inside.get(field.id, "")):
                    found[field.id] = answer
        self._check_complete(found)
        return found

    def _answer(self, field: FormField, value: object) -> tuple[str, ...]:
        where = (field.group, field.id)
        if field.kind == "yes-no" and isinstance(value, bool):
            return ("yes" if value else "no",)
        texts = value if isinstance(value, list) and field.kind in LISTS else [value]
        if not all(isinstance(text, str) for text in texts):
            allowed = "a list of texts in quotes" if field.kind in LISTS else "a text in quotes"
            self._complain(where, found=_kind(value), allowed=allowed)
            return ()
        read = [bare for text in texts if (bare := str(text).strip())]
        if any(map(_has_control, read)):
            self._complain(where, found="a control character", allowed="text that can be printed")
            return ()
        for text in read:
            if wrong := _READERS.get(field.kind, _anything)(text, field):
                self._complain(where, found="something else", allowed=wrong)
                return ()
        return tuple(dict.fromkeys(read))

    def _check_complete(self, found: Mapping[str, tuple[str, ...]]) -> None:
        form, named = self._chosen.form, {(one.column) for one in self.problems}
        for field in form.fields.values():
            is_needed = field.is_required or (field.needed_when and holds(field.needed_when, found))
            place = f"{field.group}.{field.id}"
            if is_needed and field.id not in found and place not in named:
                self._complain((field.group, field.id), found="nothing", allowed="an answer")
        for one_of in form.one_of:
            if holds(one_of.when, found) and not set(one_of.fields) & set(found):
                first = form.fields[one_of.fields[0]]
                allowed = f"an answer to at least one of {', '.join(one_of.fields)}"
                self._complain(
                    (first.group, first.id),
                    found="nothing",
                    allowed=allowed,
                    hint=in_language(one_of.why, self._language),
                )

    def _strange(self, group: str, key: str) -> None:
        # Safety: somebody may have written a name where a key belongs; the line says enough.
        self.problems.append(
            Problem(
                file=self._file,
                row=self._lines.get((group, key), 0),
                column=group,
                found="a key that the form does not have",
                allowed="the keys of the empty form",
            )
        )

    def _complain(
        self, where: tuple[str, str], *, found: str, allowed: str, hint: str = ""
    ) -> None:
        self.problems.append(
            Problem(
                file=self._file,
                row=self._lines.get(where, 0),
                column=".".join(part for part in where if part),
                found=found,
                allowed=allowed,
                hint=hint,
            )
        )


def _numbered_keys(text: str) -> Iterator[tuple[tuple[str, str], int]]:
    """Yield the line of each key by its table, well enough to point at it."""
    section = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if found := _SECTION.match(line):
            section = found["name"].strip().strip('"')
            yield ("", section), number
        elif found := _KEY.match(line):
            yield (section, found["quoted"] or found["bare"] or ""), number


def _has_control(text: str) -> bool:
    return any(unicodedata.category(sign) in {"Cc", "Cn"} and sign not in "\n\t" for sign in text)


def _kind(value: object) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", str: "a text"}
    names |= {list: "a list", dict: "a table"}
    return names.get(type(value), "a date without quotes")


# ── Each says what the field admits where the answer is something else ──


def _anything(_text: str, _field: FormField) -> str:
    return ""


def _one_line(text: str, _field: FormField) -> str:
    return "one line" if "\n" in text else ""


def _day(text: str, _field: FormField) -> str:
    try:
        is_day = date.fromisoformat(text).isoformat() == text
    except ValueError:
        is_day = False
    return "" if is_day else "a day of the form YYYY-MM-DD"


def _date(text: str, _field: FormField) -> str:
    try:
        # Not `parse`, which remembers the dates it has read.
        PartialDate(text)
    except ValueError:
        return "a date of the form YYYY-MM-DD, YYYY-MM or YYYY"
    return ""


def _choice(text: str, field: FormField) -> str:
    offered = [choice.id for choice in field.choices]
    return "" if text in offered else f"one of {', '.join(offered)}"


def _state(text: str, _field: FormField) -> str:
    return "" if text in territory.codes() else "the two letters of a state"


def _technique(text: str, _field: FormField) -> str:
    return "" if text in vocabulary.ids("techniques") else "a technique of the vocabulary"


def _yes_no(text: str, _field: FormField) -> str:
    return "" if text in {"yes", "no"} else "yes or no"


_READERS: Final[Mapping[str, Callable[[str, FormField], str]]] = MappingProxyType(
    {
        "line": _one_line,
        "lines": _one_line,
        "day": _day,
        "date": _date,
        "choice": _choice,
        "choices": _choice,
        "state": _state,
        "states": _state,
        "technique": _technique,
        "yes-no": _yes_no,
    }
)
