"""The questionnaire: every indicator as a question in a form of TOML, written empty and read back.

It depends on the indicators and on the answers that recognising takes.
A new language is one more text in each table here, and its words for yes, no and not sure.

Safety: the form asks for no name, place or text, and a problem in it is told without its content.
"""

from __future__ import annotations

import re
import textwrap
import tomllib
from typing import TYPE_CHECKING, Final

from safeconduct.errors import Problem, RejectedRows
from safeconduct.respond.indicator import GROUPS, indicators
from safeconduct.respond.recognise import FOR_WORKERS, Answer
from safeconduct.vocabulary import in_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

WIDTH: Final = 92
ALLOWED: Final = '"yes", "no", "not sure", or nothing between the quotes'
# Somebody who reads the form in Russian answers in Russian; both are taken in either form.
_SAID: Final = {
    "yes": Answer.YES,
    "no": Answer.NO,
    "not sure": Answer.NOT_SURE,
    "да": Answer.YES,
    "нет": Answer.NO,
    "не знаю": Answer.NOT_SURE,
    "не уверен": Answer.NOT_SURE,
    "не уверена": Answer.NOT_SURE,
}
_OPENING: Final = {
    "en": (
        "What is happening? Questions for one person.",
        (
            "Write yes, no or not sure between the quotes. Leave open what you do not want "
            "to answer. Where a question names several things, one of them is enough for yes. "
            "Write nothing else here: no names, no places."
        ),
        (
            "Then: safeconduct recognise FILE. The answers are read on this machine and kept "
            "nowhere; the file is yours, and you can delete it."
        ),
    ),
    "ru": (
        "Что происходит? Вопросы для одного человека.",
        (
            "Впишите между кавычками: да, нет или не знаю. На что отвечать не хочется, оставьте "
            "пустым. Если в вопросе названо несколько вещей, для «да» хватит одной. Больше ничего "
            "не пишите: ни имён, ни мест."
        ),
        (
            "Затем: safeconduct recognise ФАЙЛ. Ответы читаются на этой машине и нигде не "
            "хранятся; файл ваш, и его можно удалить."
        ),
    ),
}
_LINE: Final = re.compile(r"line (\d+)")


def empty_form(language: str, *, for_worker: bool = False) -> str:
    """Write the form with every question open; `for_worker` asks in the words of the other side."""
    opening = [*_in_language(_OPENING, language)]
    if for_worker:
        opening += [in_language(text, language) for text in FOR_WORKERS]
    lines = ["#\n".join(_comment(text) for text in opening)]
    for group, heading in GROUPS.items():
        lines.append(f"\n# ── {in_language(heading, language)} ──\n")
        for indicator in indicators().values():
            if indicator.group == group:
                asked = indicator.ask_worker if for_worker else indicator.ask
                lines.append(f'\n{_comment(in_language(asked, language))}{indicator.id} = ""\n')
    return "".join(lines)


def read_form(content: bytes, *, name: str) -> Mapping[str, Answer]:
    """Read a form that a person filled in; a question left open is left out.

    Raises:
        RejectedRows: with every problem of the form and its line.
    """
    try:
        # An editor may put a mark before the text that says it is UTF-8.
        text = content.decode("utf-8-sig")
        table = tomllib.loads(text.replace("\r\n", "\n"))
    except UnicodeDecodeError as broken:
        raise _refused(name, [_problem(name, 0, "text that is not UTF-8")]) from broken
    except (tomllib.TOMLDecodeError, RecursionError) as broken:
        place = _LINE.search(str(broken))
        row = int(place[1]) if place else 0
        found = "a line that is not a question, =, and an answer in straight quotes"
        raise _refused(name, [_problem(name, row, found)]) from broken
    problems = list(_problems(table, name=name, text=text))
    if problems:
        raise _refused(name, problems)
    said = {key: _SAID.get(_folded(value)) for key, value in table.items()}
    return {key: answer for key, answer in said.items() if answer is not None}


def _problems(table: Mapping[str, object], *, name: str, text: str) -> Iterator[Problem]:
    for key, value in table.items():
        row = _row_of(key, text)
        if key not in indicators():
            allowed = "the questions of the form"
            # Safety: what stands there may be a name, so that it is not repeated.
            yield _problem(name, row, "a question that the form does not have", allowed=allowed)
        elif not isinstance(value, str):
            yield _problem(name, row, "an answer without quotes", column=key)
        elif _folded(value) and _folded(value) not in _SAID:
            yield _problem(name, row, "another word", column=key)


def _refused(name: str, problems: Iterable[Problem]) -> RejectedRows:
    hint = "Mend each place named, or begin anew: safeconduct recognise. Nothing was stored."
    return RejectedRows(name, problems, hint=hint)


def _problem(
    name: str, row: int, found: str, *, column: str = "", allowed: str = ALLOWED
) -> Problem:
    return Problem(file=name, row=row, column=column, found=found, allowed=allowed)


def _row_of(key: str, text: str) -> int:
    """The line on which a question is answered; 0 where it is written in another way."""
    pattern = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=|\s*\[+\s*{re.escape(key)}\b")
    rows = (row for row, line in enumerate(text.splitlines(), start=1) if pattern.match(line))
    return next(rows, 0)


def _folded(value: object) -> str:
    return " ".join(str(value).casefold().split())


def _comment(text: str) -> str:
    lines = textwrap.wrap(
        text, WIDTH, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False
    )
    return "".join(f"{line}\n" for line in lines)


def _in_language(texts: Mapping[str, tuple[str, ...]], language: str) -> tuple[str, ...]:
    """Choose the texts of a language; where they are not written, those of English."""
    return texts.get(language.replace("_", "-").partition("-")[0].lower(), texts["en"])
