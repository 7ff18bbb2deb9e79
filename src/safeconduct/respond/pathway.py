"""Pathways: what to do in one situation, step by step, with what each step can cost the person.

It depends on the reading beside it and on the folders of deadlines and providers; a pathway is
one TOML file in `pathways/`.
A step that leans on a new document names one more id of `DOCUMENTS`.

Safety: a step without its risk, how to lower it and when not to take it does not get past here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.errors import NotFound
from safeconduct.registry import data_files
from safeconduct.respond import deadline, provider
from safeconduct.respond.reading import (
    citation,
    citations,
    flag_or_false,
    full_day,
    ids_in,
    known,
    opened,
    states,
    techniques,
)
from safeconduct.vocabulary.careful_file import closed
from safeconduct.vocabulary.term_reading import is_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.vocabulary import Citation
    from safeconduct.vocabulary.careful_table import CarefulTable

FOLDER: Final = Path(__file__).parent / "pathways"
# In the order in which the steps are taken.
WHENS: Final = ("now", "72-hours", "30-days", "later")
DOCUMENTS: Final = ("ccf-request", "special-procedures-letter", "evidence-bundle", "referral")
PAGE: Final = "docs/reference/pathways.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: who takes it, when, what it is, and what it can cost.

    risk, lower, not_when: what the step can cost the person, how to lower that, and when not to
        take it. deadline: an id, or empty. hosts: the states where it applies, empty for all.
    is_weak: it rests on general knowledge or on one weak source. is_appeal: it is about an appeal
        in the host state, whose term is told as unknown where none is recorded.
    """

    id: str
    when: str
    who: Mapping[str, str]
    text: Mapping[str, str]
    risk: Mapping[str, str]
    lower: Mapping[str, str]
    not_when: Mapping[str, str]
    source: Citation
    is_weak: bool
    is_appeal: bool
    deadline: str
    documents: tuple[str, ...]
    evidence: tuple[Mapping[str, str], ...]
    providers: tuple[str, ...]
    hosts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pathway:
    """One situation in plain words, and its steps as the file has them."""

    id: str
    label: Mapping[str, str]
    plain: Mapping[str, str]
    techniques: tuple[str, ...]
    as_of: str
    sources: tuple[Citation, ...]
    steps: tuple[Step, ...]


def pathways() -> Mapping[str, Pathway]:
    """Every pathway, by id, sorted."""
    return _read_all()


def pathway(identifier: str) -> Pathway:
    """One pathway by its id.

    Raises:
        NotFound: there is no situation of that id.
    """
    if identifier not in pathways():
        raise NotFound("situation", identifier, hint=f"Known: {', '.join(pathways())}.")
    return pathways()[identifier]


@cache
def _read_all() -> Mapping[str, Pathway]:
    return MappingProxyType({path.stem: read_pathway(path) for path in data_files(FOLDER)})


def read_pathway(path: Path) -> Pathway:
    """Read and check one pathway.

    Raises:
        InvalidVocabulary: the file is malformed; every problem is named.
    """
    table = opened(path)
    read = Pathway(
        id=path.stem,
        label=table.words("label", required=True) or {},
        plain=table.words("plain", required=True) or {},
        techniques=techniques(table),
        as_of=full_day(table, "as_of"),
        sources=citations(table, "sources"),
        steps=tuple(_step(each) for each in table.tables("step", required=True)),
    )
    ids = [step.id for step in read.steps]
    for each in sorted({each for each in ids if ids.count(each) > 1}):
        table.complain("step", f"has {each!r} twice")
    closed(table, path, page=PAGE)
    return read


def _step(table: CarefulTable) -> Step:
    is_weak = flag_or_false(table, "weak")
    step = Step(
        id=table.text("id", required=True),
        when=table.choice("when", WHENS),
        who=table.words("who", required=True) or {},
        text=table.words("text", required=True) or {},
        risk=table.words("risk", required=True) or {},
        lower=table.words("lower", required=True) or {},
        not_when=table.words("not_when", required=True) or {},
        source=citation(table, "source", is_weak=is_weak),
        is_weak=is_weak,
        is_appeal=flag_or_false(table, "is_appeal"),
        deadline=_deadline(table),
        documents=known(table, "documents", ids=DOCUMENTS, what="a document"),
        evidence=_evidence(table),
        providers=known(table, "providers", ids=ids_in(provider.FOLDER), what="a provider"),
        hosts=states(table, "hosts"),
    )
    if step.id and not is_id(step.id):
        table.complain("id", "is not lower-case words joined by hyphens")
    table.finish()
    return step


def _deadline(table: CarefulTable) -> str:
    named = table.text("deadline")
    if named and named not in ids_in(deadline.FOLDER):
        table.complain("deadline", f"{named!r} is not a deadline")
    return named


def _evidence(table: CarefulTable) -> tuple[Mapping[str, str], ...]:
    found = []
    for each in table.tables("evidence"):
        found.append({code: each.text(code, required=True) for code in ("en", "ru")})
        each.finish()
    return tuple(MappingProxyType(each) for each in found)
