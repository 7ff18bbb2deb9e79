"""A plan: what a release is to hold, written by hand into a file that the tool begins.

It depends on the schemes, the allow-list and the release.
A plan names tables, labels, protection, the public list and earlier releases; everything that is
wrong with it is said at once. A further key is a field here and a line in `plan_toml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.errors import InvalidRecord, Refusal
from safeconduct.publish.allowed import ALLOWED, KEPT
from safeconduct.publish.release import IDENTIFIER, KINDS
from safeconduct.publish.shared_filters import require_shared_filters

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.figures.question import Question
    from safeconduct.publish.release import Wording

LIST_RULES: Final = ("none", "two-public-voices")
_SEAL: Final = re.compile(r"[0-9a-f]{64}")
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedTable:
    """One table: a question to the corpus, and the labels of each dimension.

    labels: by dimension, in order; whatever else the corpus holds goes to "other", and what is not
        known to "unknown". They are named here and not read from the cases; "a+b" is one category.
    counts_listed: count the incidents of the public list too, rather than leave them out.
    """

    id: str
    title: Wording
    question: Question
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    counts_listed: bool = False

    def __post_init__(self) -> None:
        """Refuse a table that names what may not leave, or whose labels do not fit.

        Raises:
            Refusal: a dimension or a filter is not on the allow-list, or the unit is no person.
            InvalidRecord: the table contradicts itself.
        """
        asked = [*self.question.by, *(dimension for dimension, _ in self.question.where)]
        for name in asked:
            if name not in ALLOWED:
                raise Refusal(
                    f"a release by {name}",
                    rule=f"only allowed fields leave the house; {name} stays: {KEPT[name]}",
                    remedy=f"Ask by one of {', '.join(ALLOWED)}.",
                )
        if self.question.measure not in ("", "persons"):
            raise Refusal(
                f"a release that counts {self.question.measure}",
                rule="the unit of protection is the person",
                remedy="Leave the measure out, or name persons.",
            )
        problems = []
        if not IDENTIFIER.fullmatch(self.id):
            problems.append(("id", "is not 1 to 60 of a–z, 0–9 and single hyphens"))
        if set(self.labels) != set(self.question.by):
            problems.append(("labels", "are not given for each dimension and no other"))
        problems.extend(
            (f"labels.{name}", "are none, or one stands twice")
            for name, labels in self.labels.items()
            if not labels or len(set(labels)) != len(labels)
        )
        if len(self.question.schemes) != 1:
            problems.append(("scheme", "is not exactly one"))
        if problems:
            raise InvalidRecord("planned table", problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a release is to hold.

    id, version, kind, title, publisher, licence, audience, languages: as the release has them.
    made_on: the day of the release, as YYYY-MM-DD. protection: a member of `protection/`.
    list_rule: which incidents may stand in the public list; candidates: those that the rule admits,
        which the tool writes; listed: those that somebody approved, by id.
    earlier: folders of all earlier releases, oldest first; first_release: there are none.
    never: a file of texts that must not occur.
    seal: 64 hexadecimal digits, drawn once and kept with the plan; the digest of the corpus is
        published under it only.
    concerns, reason: what a correction or withdrawal is about, and why.
    """

    id: str
    version: str = "1"
    kind: str = "release"
    title: Wording
    publisher: str
    licence: str
    made_on: str
    audience: str = "public"
    languages: tuple[str, ...] = ("en", "ru")
    protection: str = "round-5"
    tables: tuple[PlannedTable, ...] = ()
    list_rule: str = "none"
    candidates: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    first_release: bool = False
    never: str = ""
    # Safety: whoever has the seal can try guesses about a single case against the digest.
    seal: str = field(repr=False)
    concerns: str = ""
    reason: Wording = ()

    def __post_init__(self) -> None:
        """Refuse a plan that contradicts itself, naming everything that is wrong with it.

        Raises:
            Refusal: its tables differ by their filters, or ask the same question twice.
            InvalidRecord: it contradicts itself.
        """
        problems = [
            (name, "is missing")
            for name in ("version", "publisher", "licence", "title")
            if not getattr(self, name)
        ]
        if not IDENTIFIER.fullmatch(self.id):
            problems.append(("id", "is not 1 to 60 of a–z, 0–9 and single hyphens"))
        if self.kind not in KINDS:
            problems.append(("kind", f"is not one of {', '.join(KINDS)}"))
        if not is_day(self.made_on):
            problems.append(("made_on", "is not a day as YYYY-MM-DD"))
        if self.list_rule not in LIST_RULES:
            problems.append(("list_rule", f"is not one of {', '.join(LIST_RULES)}"))
        if self.listed and self.list_rule == "none":
            problems.append(("listed", "names incidents without a rule"))
        if not _SEAL.fullmatch(self.seal):
            problems.append(("seal", "is not 64 hexadecimal digits"))
        if self.first_release and self.earlier:
            problems.append(("first_release", "is true, and earlier releases are named"))
        problems.extend(self._of_the_kind())
        if problems:
            raise InvalidRecord("plan", problems)
        require_shared_filters(self.tables)

    def _of_the_kind(self) -> list[tuple[str, str]]:
        """What a correction and a withdrawal need, and a release must not have."""
        if self.kind == "release":
            return [("concerns", "is for corrections and withdrawals")] if self.concerns else []
        problems = []
        if not _DIGEST.fullmatch(self.concerns):
            problems.append(("concerns", "is not the digest of the release concerned"))
        if not self.reason:
            problems.append(("reason", "is missing"))
        return problems


def is_day(text: str) -> bool:
    """Whether a text is a day as YYYY-MM-DD."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
