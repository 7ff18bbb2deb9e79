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
from safeconduct.respond.documents.form import LISTS, WRITTEN, holds
from safeconduct.respond.documents.sayings import say
from safeconduct.respond.documents.spelling import says_no_name
from safeconduct.respond.documents.template import templates
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
        *_comment(say("how-to-fill", language)),
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
        parts.append(say("needed", language))
    for other, admitted in field.needed_when.items():
        parts.append(say("needed-when", language, field=other, answer=" / ".join(admitted)))
    if field.choices:
        saying = "any-of" if field.kind in LISTS else "one-of"
        listed = (f"{one.id} ({in_language(one.label, language)})" for one in field.choices)
        parts.append(say(saying, language, offered="; ".join(listed)))
    else:
        parts.append(say(f"kind-{field.kind}", language))
    return " ".join(parts)


def _empty(field: FormField) -> str:
    if field.kind in LISTS:
        return "[]"
    return '"""\n"""' if field.kind == "text" else '""'


def read_answers(octets: bytes, *, file: str, language: str = "en") -> Answers:
    """Read and check a form that was filled in; `file` is its name in messages.

    Raises:
        RejectedRows: it cannot be used as it stands; every problem is named, no answer repeated.
        Refusal: it was written for a version of the document that is no longer in use.
    """
    text = _text(octets, file)
    table = _parsed(text, file)
    chosen = _chosen(table, file)
    chosen.check_version(str(table["version"]), language=language)
    reading = _Reading(text, file=file, chosen=chosen, language=language)
    values = reading.values(table)
    if reading.problems:
        raise RejectedRows(
            file,
            sorted(reading.problems, key=lambda problem: problem.row),
            hint="Mend each line named and run the command again; nothing was written.",
        )
    return Answers(template=chosen, values=MappingProxyType(values))


def _chosen(table: Mapping[str, object], file: str) -> Template:
    """Find the template that the first two lines of a form name."""
    for key, known in (("form", templates()), ("version", None)):
        named = table.get(key)
        if not isinstance(named, str) or not named or (known is not None and named not in known):
            problem = Problem(
                file=file,
                row=0,
                column=key,
                found="something else" if named else "nothing",
                allowed="the two lines with which an empty form begins",
            )
            raise RejectedRows(file, [problem])
    return templates()[str(table["form"])]


def _text(octets: bytes, file: str) -> str:
    try:
        return octets.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        # Safety: the cause would carry the octets along.
        pass
    problem = Problem(file=file, row=0, column="", found="other octets", allowed="text in UTF-8")
    raise RejectedRows(file, [problem])


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
        if field.kind in WRITTEN and field.tells_by_parts:
            # Safety: a name that names nobody is searched for in vain; the field counts as blank.
            read = [text for text in read if not says_no_name(text)]
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
