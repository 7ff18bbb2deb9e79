"""Errors of the tables and questions behind an estimate, in the language of the session.

It depends on the words of the command line, and for numbers on the report; errors know no language.
A new text of an error is one more message in `MESSAGES`, with its values in braces as it has them;
what fits no message is told as it stands, so that nothing is lost.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from safeconduct.cli.words import SOURCE_LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.cli.words import Words

_PLACE: Final = re.compile(r"\{(\w+)\}")
_NUMBER: Final = re.compile(r"-?\d{1,3}(?:,\d{3})+|-?\d+(?:\.\d+)?")
_IN_POWERS: Final = re.compile(r"-?\d+(?:\.\d+)?e[+-]\d+")
_NUMBERS: Final = f"{_IN_POWERS.pattern}|{_NUMBER.pattern}"
# At these places stand words that are messages themselves.
_SPOKEN: Final = frozenset({"asked", "kind", "rule"})

# How an error begins and what it advises, whatever the input.
_OPENINGS: Final = (
    "{source} was not taken in: {number} problem.",
    "{source} was not taken in: {number} problems.",
    "Mend each place named and run the command again; nothing was written.",
    "This table of capture histories cannot be used.",
    "Give one column of 0 and 1 for each list, and one of counts.",
    "This question cannot be answered.",
    "No {kind} has the id '{name}'.",
    "There are {names}.",
    "Declined: {asked}. Rule: {rule}.",
    "{name} is not available.",
    "Check who may read it.",
    "See {command} --help.",
    "This needs {name}, which is not installed.",
    "table of capture histories",
    "Give a CSV file.",
    "method",
    "design",
)
# What stands in a table, and what may.
_CELLS: Final = (
    "an empty cell",
    "a negative number",
    "a number with a separator in it",
    "a word for a missing or endless number",
    "a number",
    "text",
    "0 or 1",
    "a whole number from 0 to {number}, without separators",
    "a larger number",
    "a pattern of nothing but 0",
    "at least one 1",
    "Whom no list holds is what an estimate is for; leave the row out.",
    "the pattern of row {number} again",
    "one row for each pattern",
    "one row for each pattern and stratum",
    "Sum the counts into one row.",
    "{number} cells",
    "{number}, as the header has",
    "a short text, the stratum of this row",
    "one more stratum",
    "at most {number} strata",
    "{number} persons in all",
    "from 1 to {number} persons",
    "what is no count",
    "a whole number",
    "{file}, stratum {name}",
)
_FILES: Final = (
    "no row",
    "a header and a row for each pattern",
    "a header and no row",
    "a row for each pattern",
    "a pattern where the names of the lists belong",
    "a header, then a row for each pattern",
    "a column without a name",
    "a name for each column",
    "two columns of this name",
    "each name once",
    "no column of that name",
    "a column of counts",
    "no column count where each row is one person",
    "a column count with the persons of each pattern",
    "Where each row is one person, say so with --persons.",
    "a column with the stratum of each row",
    "{number} lists",
    "from {number} to {most}",
    "Every column but count and the stratum is taken for a list.",
    "{number} more problems",
    "none",
    "Mend these first.",
    "other columns",
    "a column for each pattern of the lists",
    "a larger file",
    "at most {number} bytes",
    "text in UTF-16",
    "text in UTF-8",
    'Save it as "CSV UTF-8 (comma delimited)".',
    "cells separated by a semicolon",
    "cells separated by a tab",
    "cells separated by a vertical bar",
    "cells separated by a comma",
    (
        "Spreadsheets in some languages write CSV so; choose the comma, or save the workbook and "
        "import that."
    ),
    "a quotation mark without its partner",
    'text between two quotation marks, those inside it doubled: ""',
    "Nothing below this row was read.",
)
# What stands in a sheet of judgements, and what may.
_JUDGEMENTS: Final = (
    "the same line twice",
    "two lines of the lists",
    "a line that is on none of the lists",
    "a line without a list or an id",
    "a list and an id for both lines",
    "another word",
    "yes, no or unsure",
    "yes or no",
    "something other than a pseudonym",
    "small letters, digits and hyphens, such as q1",
    "an instant without a zone",
    "something other than an instant",
    "an instant with its zone, such as 2026-03-01T09:00:00+00:00",
    "the beginning of a formula",
    "a reason that does not begin like a formula",
    "more or fewer cells than the header has",
    "a cell for each column",
    "a row that breaks off, or a quotation mark without its partner",
    "a whole row of CSV",
    "another encoding",
    "another header",
    "a header and a row for each person",
    "a row for each person, below it",
)
# What is wrong with a part of a question.
_PARTS: Final = (
    "lies between {number} and {most}",
    "lie between {number} and {most}",
    "lie between {number} and {name}",
    "lies above 1, up to {number}",
    "is a million or less",
    "is a pair between {number} and {most}",
    "is one of {names}",
    "is 1 or more",
    "is 0 or more",
    "is between 0 and 1",
    "is between {least} and {most} for {number} lists",
    "a whole number, not negative",
    "a whole number of at least {number}",
    "a number from 0 to {number}",
    "at least one person",
    "at least one pair has to be checked",
    "between 0 and the {number} pairs that were checked",
    "{number} linkages; at least {least} are needed",
    "{number}; at most {most} can be imitated",
    "the lists differ from one linkage to another",
    "is not one of the lists {names}",
    "is named twice",
    "merging needs two lists or more",
    "there are {number}; from {least} to {most} can be used",
    "each needs a name of its own",
    "nobody is observed",
    "there are more than {number} persons",
    "a probability of at least 0 and below 1",
    "is a whole number",
    "is a number",
    "there is no such setting; there are {names}",
    "is no setting of {method}; those of it are {names}",
    "is a setting of another method; --method {method} takes it, and --method all",
    "its first number, pairs that belong together, is 1 or more",
    "its second number, of these the linked ones, is at most the first",
    "its third number, linked pairs, is 1 or more",
    "its fourth number, of these the right ones, is at most the third",
)
_RULES: Final = (
    "A design like this table",
    "Carrying the errors of the linkage",
    "The rates of error have to be able to make the linked table",
    "Check pairs from this linkage, drawn at random, and give their numbers",
)
# What click says of a command that cannot be read.
_COMMANDS: Final = (
    "Missing argument '{name}'.",
    "Missing option '{name}'.",
    "No such option: {name}",
    "No such option '{name}'.",
    "No such option '{name}'. Did you mean {names}?",
    "Option '{name}' requires an argument.",
    "Got unexpected extra argument ({name})",
    "Got unexpected extra arguments ({names})",
    "Invalid value for '{name}': '{value}' is not a valid integer.",
    "Invalid value for '{name}': '{value}' is not a valid float.",
    "Invalid value for '{name}': '{value}' is not one of {names}.",
    "Invalid value for '{name}': {value} is not in the range {range}.",
    "--pool goes with --by.",
    "--by takes a CSV with a column of that name, not a linkage.",
    "--captures-by, --merge, --persons and --checked say more of --captures.",
    "--captures-by takes a CSV with a column of that name, not a linkage.",
    "--merge takes lists and the name of their union: A+B=AB.",
    (
        "--checked takes four whole numbers: pairs that belong together, of these the linked ones, "
        "linked pairs, of these the right ones; such as 200,188,200,197."
    ),
    "--linkages goes with --checked.",
    "--posterior goes with --json.",
    "--delta, --prior, --include-complete and --grid are of dga.",
    "--set takes a setting and its value, such as most_draws=8000.",
    "A design is either named or made like a table.",
    "--answers needs --who, the pseudonym of the person who judged.",
    "Linking needs two lists or more.",
    "evaluate needs --labels, or judgements in the folder.",
    "There is no file {file}.",
    "--duplicates names no list: {names}.",
)
MESSAGES: Final = (*_OPENINGS, *_CELLS, *_FILES, *_JUDGEMENTS, *_PARTS, *_RULES, *_COMMANDS)


def error_spoken(text: str, words: Words) -> str:
    """Say a text of an error; as it stands where nobody has translated it."""
    if words.language == SOURCE_LANGUAGE:
        return text
    for message, pattern in _patterns():
        fitting = pattern.fullmatch(text)
        if fitting is not None:
            values = {
                place: _value(place, value, words) for place, value in fitting.groupdict().items()
            }
            return words.say(message, **values)
    return text


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Every message with what a text of it looks like; those without a place come first."""
    ordered = sorted(MESSAGES, key=lambda message: len(_PLACE.findall(message)))
    return tuple((message, re.compile("".join(_parts(message)))) for message in ordered)


def _parts(message: str) -> Iterator[str]:
    end = 0
    for place in _PLACE.finditer(message):
        yield re.escape(message[end : place.start()])
        is_number = place[1] in ("number", "least", "most")
        yield f"(?P<{place[1]}>{_NUMBERS if is_number else '.+?'})"
        end = place.end()
    yield re.escape(message[end:])


def _value(place: str, value: str, words: Words) -> str:
    if place in _SPOKEN:
        return error_spoken(value, words)
    if not _NUMBER.fullmatch(value):
        return value
    # The report knows how numbers are written, and loads only where somebody reads no English.
    from safeconduct.report.estimates.sayings import number_said
    from safeconduct.report.wording import Wording

    return number_said(value, wording=Wording(words.language))
