"""The keys of a plan: what each means, what it may hold, what it is without it, and an example.

It depends on the standard library.
A further key is one more `PlanKey` here and a field of the plan; the file that the tool begins and
the reference page are written from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

TEXT: Final = "a text"
TEXTS: Final = "a list of texts"
WORDING: Final = "a table of texts"
FLAG: Final = "true or false"
ANYTHING: Final = "anything"
SOURCE_LANGUAGE: Final = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanKey:
    """One key of a plan or of a table in it.

    kind: what stands there. meaning: one line, by language; it is the comment in a begun plan.
    allowed: what is admitted, in words. default: what holds without the key; needed: there is none.
    example: the line as it is written.
    """

    name: str
    kind: str
    meaning: Mapping[str, str]
    allowed: str
    default: str = ""
    needed: bool = False
    example: str

    def told(self, language: str) -> str:
        """What it means, in a language or else in English."""
        return self.meaning.get(language) or self.meaning[SOURCE_LANGUAGE]


def _key(line: str, allowed: str, default: str | None, **meaning: str) -> PlanKey:
    """A key by its example; without a default it is needed."""
    name, _, written = line.partition(" = ")
    return PlanKey(
        name=name,
        kind=_kind_of(written),
        meaning=meaning,
        allowed=allowed,
        default=default or "",
        needed=default is None,
        example=line,
    )


def _kind_of(written: str) -> str:
    if written in ("true", "false"):
        return FLAG
    return {'"': TEXT, "[": TEXTS, "{": WORDING}[written[0]]


_ID: Final = "a–z, 0–9 and single hyphens"
PLAN_KEYS: Final = (
    _key(
        'id = "persons-2026-06-30"',
        _ID,
        None,
        en="The name of the release; its folder is release-<id>.",
        ru="Имя выпуска; его папка — release-<id>.",
    ),
    _key(
        'version = "1"', "any text", '"1"', en="The version of the release.", ru="Версия выпуска."
    ),
    _key(
        'kind = "release"',
        "release, correction, withdrawal; `--corrects` and `--withdraws` set it",
        '"release"',
        en="What it is: release, correction or withdrawal.",
        ru="Что это: release (выпуск), correction (исправление) или withdrawal (отзыв).",
    ),
    _key('publisher = "Lantern"', "any text", None, en="Who publishes it.", ru="Кто его издаёт."),
    _key(
        'licence = "CC-BY-4.0"',
        "any text; best an id of SPDX",
        None,
        en="Under which licence.",
        ru="Под какой лицензией.",
    ),
    _key(
        'made_on = "2026-06-30"',
        "YYYY-MM-DD, 90 days or more after `as_of` of the corpus, a quarter after the last release",
        None,
        en="The day of the release.",
        ru="День выпуска.",
    ),
    _key(
        'audience = "public"',
        "public, red, amber-strict, amber, green, clear; no wider than `may_go_to` of the corpus",
        '"public"',
        en="For whom it is.",
        ru="Для кого он.",
    ),
    _key(
        'protection = "round-5"',
        "round-5, threshold-5",
        '"round-5"',
        en="How small groups are hidden: round-5 or threshold-5.",
        ru="Как скрыты малые группы: round-5 или threshold-5.",
    ),
    _key(
        'list_rule = "two-public-voices"',
        "none, two-public-voices",
        '"none"',
        en="Which incidents the public list may name: none, or those of two public voices.",
        ru="Какие случаи может называть открытый список: никаких (none) или с двумя голосами.",
    ),
    _key(
        'never = "never.txt"',
        "a file beside the plan, a text on each line",
        "no such file",
        en="A file of names and texts that must not occur anywhere.",
        ru="Файл с именами и текстами, которых не должно быть нигде.",
    ),
    _key(
        f'seal = "{"5e" * 32}"',
        "64 hexadecimal digits, drawn by `publish plan`",
        None,
        en="Keep it: under this seal the digest of the corpus is published.",
        ru="Храните её: под этой печатью публикуется отпечаток корпуса.",
    ),
    _key(
        f'concerns = "{"ab" * 32}"',
        "the digest of an earlier release; only in corrections and withdrawals",
        "none; `--corrects` and `--withdraws` set it",
        en="The digest of the release that a correction or withdrawal is about.",
        ru="Отпечаток выпуска, которого касается исправление или отзыв.",
    ),
    _key(
        'languages = ["en", "ru"]',
        "codes of languages",
        '["en", "ru"]',
        en="The languages of the release.",
        ru="Языки выпуска.",
    ),
    _key(
        'candidates = ["i7"]',
        "ids of incidents; written by the tool and not read by `build`",
        "none",
        en="Incidents that the rule of the public list admits.",
        ru="Случаи, которые допускает правило открытого списка.",
    ),
    _key(
        'listed = ["i7"]',
        "ids of incidents that the rule admits",
        "none",
        en="Incidents to be named: move an id here only if those concerned agree.",
        ru="Случаи, которые будут названы: переносите id сюда лишь с согласия людей из них.",
    ),
    _key(
        'earlier = ["release-persons-2026-03-31"]',
        "folders, relative to the plan, of all earlier releases",
        "none; then `first_release` is needed",
        en="Every release before this one. Nothing is built before this or first_release is here.",
        ru="Все прежние выпуски. Без этого ключа или first_release ничего не строится.",
    ),
    _key(
        "first_release = true",
        "true or false; not beside `earlier`",
        "false",
        en="There is no earlier release.",
        ru="Прежних выпусков нет.",
    ),
    _key(
        'title = { "en" = "Persons targeted" }',
        "a text for each language",
        None,
        en="The title, by language.",
        ru="Название, по языкам.",
    ),
    _key(
        'reason = { "en" = "A table was wrong." }',
        "a text for each language; needed in corrections and withdrawals",
        "none; `--why` sets it",
        en="Why a correction or withdrawal is made, by language.",
        ru="Почему делается исправление или отзыв, по языкам.",
    ),
)
TABLE_KEYS: Final = (
    _key(
        'id = "by-year"',
        _ID,
        None,
        en="The name of the table, the same in every release.",
        ru="Имя таблицы, одно и то же в каждом выпуске.",
    ),
    _key(
        'title = { "en" = "Persons by year" }',
        "a text for each language",
        "none",
        en="The title, by language.",
        ru="Название, по языкам.",
    ),
    _key(
        'scheme = "distance-is-not-a-shield"',
        "an id of `safeconduct schemes`; the same in every table and every release",
        None,
        en="The scheme that says what counts.",
        ru="Схема, по которой считается.",
    ),
    _key(
        'by = ["year"]',
        "at most three of year, tactic, technique, host, origin, place, target, attribution, "
        "outcome, standing",
        "none: the whole only",
        en="The dimensions of the table.",
        ru="Измерения таблицы.",
    ),
    _key(
        'since = "2014"',
        "a date, the same in every table and every release",
        "no bound",
        en="Acts since this day only.",
        ru="Только действия с этого дня.",
    ),
    _key(
        'until = "2025"',
        "a date, the same in every table and every release",
        "no bound",
        en="Acts until this day only.",
        ru="Только действия до этого дня.",
    ),
    _key(
        'where = { "origin" = "RU" }',
        "a value for dimensions that may leave; the same in every table and every release",
        "everybody",
        en="Only acts with these values.",
        ru="Только действия с этими значениями.",
    ),
    _key(
        "counts_listed = false",
        "true or false, the same in every table and every release",
        "false",
        en="Whether the table also counts the incidents of the public list.",
        ru="Считает ли таблица и случаи открытого списка.",
    ),
    PlanKey(
        name="labels",
        kind=ANYTHING,
        meaning={
            "en": "What readers will see, by dimension, whether or not there is a case; "
            '"a+b" is one category, all others stand under other.',
            "ru": "Что увидит читатель, по измерениям, есть ли случай или нет; "
            "«a+b» — одна категория, остальное стоит под other.",
        },
        allowed="a list for each dimension of `by`, none twice",
        needed=False,
        default="none; needed where there is `by`",
        example='labels = { "year" = ["2024", "2025"] }',
    ),
)
INTRODUCTION: Final = {
    "en": (
        "A plan for a release. Finish it by hand; docs/reference/plan.md explains every key.",
        'Say which releases came before: earlier = ["release-…"]; or, where none did:',
        "first_release = true.",
    ),
    "ru": (
        "План выпуска. Допишите его вручную; каждый ключ объяснён в docs/reference/plan.md.",
        'Назовите прежние выпуски: earlier = ["release-…"]; если их не было:',
        "first_release = true.",
    ),
}
