"""The golden texts of the documents: what a reader finds in each .docx, in both languages.

It depends on the forms filled in for invented people, on invented rules and on the built-in corpus.
`python -m tests.exporters.golden_documents` writes them anew; look at each change before it is
kept, and open the files once in a word processor.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from safeconduct import corpora
from safeconduct.exporters import docx
from safeconduct.exposure import ExposureLine, MembershipLine, expose
from safeconduct.importers import corpus_folder
from safeconduct.respond.answers import Answers
from safeconduct.respond.documents.assembly import assemble, packet
from safeconduct.respond.documents.document import Block
from safeconduct.respond.documents.evidence import evidence_blocks
from safeconduct.respond.documents.template import template
from safeconduct.vocabulary import Citation
from tests.exporters.opened import text_of
from tests.respond.documents.filled import ON, Said, answers

FOLDER = Path(__file__).parent.parent / "golden" / "documents"
LANGUAGES = ("en", "ru")
# Each golden text by its name: the document, and what differs from the form as it is filled in.
CASES: Mapping[str, tuple[str, Mapping[str, Said | None]]] = {
    "ccf-deletion": ("ccf-request", {}),
    "ccf-access": ("ccf-request", {"purpose": "access", "filed_by": "self"}),
    "special-procedures-letter": ("special-procedures-letter", {}),
    "referral": ("referral", {}),
    "referral-with-needs-only": ("referral", {"agreed_groups": ["needs"]}),
    # Its rules are invented, so that the text stays when an instrument or a host is checked anew.
    "evidence-bundle": ("evidence-bundle", {"as_on": "2024-12-31"}),
}


def documents() -> Mapping[str, Callable[[], str]]:
    """Name every golden text, and how it is made."""
    sent = {
        f"{case}.{language}": partial(_text, case, language)
        for case in CASES
        for language in LANGUAGES
    }
    kept = {
        f"{case}.{language}.do-not-send": partial(_text, case, language, is_kept=True)
        for case, (document, _) in CASES.items()
        for language in LANGUAGES
        if any(block.kind == "new-page" for block in template(document).blocks)
    }
    return sent | kept


def goldens() -> set[str]:
    """Name every golden text that is there."""
    return {path.name.removesuffix(".txt") for path in FOLDER.glob("*.txt")}


def _text(case: str, language: str, *, is_kept: bool = False) -> str:
    document, changes = CASES[case]
    given = answers(document, **changes)
    made = assemble(
        given,
        on=ON,
        language=language,
        exposure_blocks=partial(_evidence, language=language),
    )
    parted = packet(made, given)
    chosen = parted.worksheet if is_kept else parted.sent
    assert chosen is not None
    return text_of(docx.octets_of(chosen))


def _evidence(given: Answers, *, language: str) -> tuple[Block, ...]:
    """Write an exposure of invented rules; only the precedents are those of the built-in corpus."""
    corpus = corpus_folder.read(corpora.folder("distance-is-not-a-shield"))
    exposure = expose(
        given.one("origin"),
        given.one("host"),
        on=date.fromisoformat(given.one("as_on")),
        technique=given.one("technique") or None,
        corpus=corpus,
    )
    invented = replace(
        exposure,
        as_of="2026-11-01",
        open=(_line("open", instrument="minsk-1993", article="56", is_weak=True),),
        protects=(
            _line("protects", instrument="cat", article="whole", enforced_by=_said("court")),
        ),
        happened=(
            _line("happened", contradicts=("otherwise",)),
            _line("otherwise", contradicts=("happened",), source_state="not-recoverable"),
        ),
        unknown=(),
        memberships=(
            MembershipLine(
                organisation="cis",
                state="KZ",
                status="full",
                since="1993-09",
                until="",
                source="Invented list",
                doubt={},
                is_certain=False,
            ),
        ),
    )
    return evidence_blocks(invented, corpus=corpus, language=language)


def _line(name: str, **more: object) -> ExposureLine:
    source = Citation(title="Invented Law", section=f"Article of what is {name}")
    line = ExposureLine(id=name, part="open", text=_said(name), source=source)
    return replace(line, **more)  # type: ignore[arg-type]  # each test names fields of a line


def _said(name: str) -> Mapping[str, str]:
    return {"en": f"Invented: {name}.", "ru": f"Придумано: {name}."}


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in documents().items():
        (FOLDER / f"{name}.txt").write_text(text(), encoding="utf-8")
