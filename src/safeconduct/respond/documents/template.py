"""Templates: a document to be filled in, with its form, its legal source and its days of validity.

It depends on the form, the blocks and the reading beside it, and on the errors.
A new document is one TOML file in `templates/`; when the rules change, the file gets a new version
and `since`, and a `[[retired]]` table says why the old version is no longer used.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.errors import NotFound, Refusal
from safeconduct.registry import data_files
from safeconduct.respond.documents.block_reading import block_of
from safeconduct.respond.documents.form import condition_of, form_of, known_fields
from safeconduct.respond.reading import citation, citations, flag_or_false, full_day, opened
from safeconduct.vocabulary import in_language
from safeconduct.vocabulary.careful_file import closed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.respond.documents.block_reading import TemplateBlock
    from safeconduct.respond.documents.form import Form, FormField
    from safeconduct.vocabulary import Citation
    from safeconduct.vocabulary.careful_table import CarefulTable

FOLDER: Final = Path(__file__).parent / "templates"
PAGE: Final = "docs/reference/documents.md"
# After so many days without a check, a document says that its rules may have changed.
STALE_AFTER_DAYS: Final = 180


@dataclass(frozen=True, slots=True, kw_only=True)
class Retired:
    """A version that was in use until a day, and why it is no longer."""

    version: str
    until: date
    reason: Mapping[str, str]
    source: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Ban:
    """Answers with which no document is made: the rule, and what would make it possible."""

    when: Mapping[str, tuple[str, ...]]
    rule: Mapping[str, str]
    remedy: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """The fields that hold the consent: to which groups, given on which day, withdrawn on which.

    named: the fields by which a text is searched for who is meant. unsearched: where somebody says
    that there is no name to search for. texts_read: where somebody says that the texts were read
    for names. may_be_said: words of withheld free text that may stand. sought: the fields of which
    it is told that they were left blank, so that nothing of them was searched for.
    """

    groups: str
    given_on: str
    withdrawn_on: str
    named: tuple[str, ...]
    unsearched: str
    texts_read: str
    may_be_said: str
    sought: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unnamed:
    """Fields that may not stand in texts that go further than the document: when, which, where.

    is_told: a repeat is told as a caution, and the document is made. whole: of these fields only
        the whole answer is searched for, as the name of an organisation is made of common words.
    """

    when: Mapping[str, tuple[str, ...]]
    fields: tuple[str, ...]
    passed: tuple[str, ...]
    is_told: bool
    whole: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """One document in its version of today.

    since, until: the first day on which it may be used and the first on which it may not; an open
        end is None. as_of: when its rules were last checked.
    taken_in: languages that the receiver takes; empty where the receiver takes any.
    consent: where the document passes on only the groups that the person agreed to.
    unnamed: where the receiver passes on some texts without saying who is meant.
    """

    id: str
    version: str
    since: date
    until: date | None
    as_of: date
    label: Mapping[str, str]
    plain: Mapping[str, str]
    taken_in: tuple[str, ...]
    sources: tuple[Citation, ...]
    retired: tuple[Retired, ...]
    bans: tuple[Ban, ...]
    consent: Consent | None
    unnamed: tuple[Unnamed, ...]
    form: Form
    blocks: tuple[TemplateBlock, ...]

    def is_stale(self, on: date) -> bool:
        """Say whether its rules have gone unchecked for too long."""
        return (on - self.as_of).days > STALE_AFTER_DAYS

    def check_version(self, version: str, *, language: str = "en") -> None:
        """Let only the version in use through.

        Raises:
            Refusal: the version was retired, or it is not known.
        """
        if version == self.version:
            return
        reasons = [one.reason for one in self.retired if one.version == version]
        unknown = f"only version {self.version} is known here"
        raise Refusal(
            f"{in_language(self.label, language)}, from a form of another version",
            rule=in_language(reasons[0], language) if reasons else unknown,
            remedy=f"Write an empty form again (--form {self.id}) and carry the answers over.",
        )

    def check_day(self, on: date, *, language: str = "en") -> None:
        """Let only a day on which the template is valid through.

        Raises:
            Refusal: it is not valid yet, or no longer.
        """
        label = in_language(self.label, language)
        if on < self.since:
            reasons = [in_language(one.reason, language) for one in self.retired if on < one.until]
            raise Refusal(
                f"{label}, version {self.version}, on {on}",
                rule="; ".join([f"it is used from {self.since} on", *reasons[:1]]),
                remedy="Name the day on which the document is sent.",
            )
        if self.until is not None and on >= self.until:
            raise Refusal(
                f"{label}, version {self.version}, on {on}",
                rule=f"it is out of date since {self.until}",
                remedy="Install a newer version of the tool, or ask the receiver for its form.",
            )


def templates() -> Mapping[str, Template]:
    """Every template, by id, sorted."""
    return _read_all()


def template(identifier: str) -> Template:
    """One template by its id.

    Raises:
        NotFound: there is no document of that id.
    """
    if identifier not in templates():
        raise NotFound("document", identifier, hint=f"Known documents: {', '.join(templates())}.")
    return templates()[identifier]


@cache
def _read_all() -> Mapping[str, Template]:
    return MappingProxyType({path.stem: read_template(path) for path in data_files(FOLDER)})


def read_template(path: Path) -> Template:
    """Read and check one template.

    Raises:
        InvalidVocabulary: the file is malformed; every problem is named.
    """
    table = opened(path)
    since = _day(table, "since")
    until = _exact(full_day(table, "until", required=False))
    form = form_of(table)
    read = Template(
        id=path.stem,
        version=table.text("version", required=True),
        since=since,
        until=until,
        as_of=_day(table, "as_of"),
        label=table.words("label", required=True) or {},
        plain=table.words("plain", required=True) or {},
        taken_in=table.texts("taken_in"),
        sources=citations(table, "source"),
        retired=tuple(_retired(each) for each in table.tables("retired")),
        bans=tuple(_ban(each, form.fields) for each in table.tables("ban")),
        consent=_consent(table, form),
        unnamed=tuple(_unnamed(each, form.fields) for each in table.tables("unnamed")),
        form=form,
        blocks=tuple(block_of(each, form.fields) for each in table.tables("block", required=True)),
    )
    if until is not None and until <= since:
        table.complain("until", "is not after the beginning")
    closed(table, path, page=PAGE)
    return read


def _day(table: CarefulTable, key: str) -> date:
    return _exact(full_day(table, key)) or date.min


def _exact(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None


def _retired(table: CarefulTable) -> Retired:
    retired = Retired(
        version=table.text("version", required=True),
        until=_day(table, "until"),
        reason=table.words("reason", required=True) or {},
        source=citation(table, "source"),
    )
    table.finish()
    return retired


def _ban(table: CarefulTable, fields: Mapping[str, FormField]) -> Ban:
    ban = Ban(
        when=condition_of(table, "when", fields=fields),
        rule=table.words("rule", required=True) or {},
        remedy=table.words("remedy", required=True) or {},
    )
    if not ban.when:
        table.complain("when", "is missing or empty")
    table.finish()
    return ban


def _unnamed(table: CarefulTable, fields: Mapping[str, FormField]) -> Unnamed:
    unnamed = Unnamed(
        when=condition_of(table, "when", fields=fields),
        fields=known_fields(table, "fields", fields=fields),
        passed=known_fields(table, "passed", fields=fields),
        is_told=flag_or_false(table, "is_told"),
        whole=known_fields(table, "whole", fields=fields),
    )
    for key in ("when", "fields", "passed"):
        if not getattr(unnamed, key):
            table.complain(key, "is missing or empty")
    table.finish()
    return unnamed


def _consent(table: CarefulTable, form: Form) -> Consent | None:
    """Read where the consent stands; what it offers is what the form holds of the person."""
    inner = table.table("consent")
    if inner is None:
        return None
    consent = Consent(
        groups=inner.text("groups", required=True),
        given_on=inner.text("given_on", required=True),
        withdrawn_on=inner.text("withdrawn_on", required=True),
        named=known_fields(inner, "named", fields=form.fields),
        unsearched=inner.text("unsearched", required=True),
        texts_read=inner.text("texts_read", required=True),
        may_be_said=inner.text("may_be_said", required=True),
        sought=known_fields(inner, "sought", fields=form.fields),
    )
    for key, wanted in (
        *(("groups", "choices"), ("given_on", "day"), ("withdrawn_on", "day")),
        *(("unsearched", "yes-no"), ("texts_read", "yes-no"), ("may_be_said", "lines")),
    ):
        field = form.fields.get(getattr(consent, key))
        if field is None or field.kind != wanted:
            inner.complain(key, f"is no field of the kind {wanted}")
    offered = form.fields.get(consent.groups)
    bound = [group.id for group in form.groups if not group.is_free]
    if offered is not None and [choice.id for choice in offered.choices] != bound:
        inner.complain("groups", f"does not offer what the form holds: {', '.join(bound)}")
    inner.finish()
    return consent
