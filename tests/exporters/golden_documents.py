"""The golden texts of the documents: what a reader finds in each .docx, in both languages.

It depends on the forms filled in for invented people and on the records that ship.
`python -m tests.exporters.golden_documents` writes them anew; look at each change before it is
kept, and open the files once in a word processor.
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from safeconduct import corpora
from safeconduct.exporters import docx
from safeconduct.exposure import expose
from safeconduct.importers import corpus_folder
from safeconduct.respond.answers import Answers
from safeconduct.respond.documents.assembly import assemble
from safeconduct.respond.documents.document import Block
from safeconduct.respond.documents.evidence import evidence_blocks
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
    # One technique keeps the text short enough to be read.
    "evidence-bundle": ("evidence-bundle", {"technique": "extradition-request"}),
}


def documents() -> Mapping[str, Callable[[], str]]:
    """Name every golden text, and how it is made."""
    return {
        f"{case}.{language}": partial(_text, case, language)
        for case in CASES
        for language in LANGUAGES
    }


def goldens() -> set[str]:
    """Name every golden text that is there."""
    return {path.name.removesuffix(".txt") for path in FOLDER.glob("*.txt")}


def _text(case: str, language: str) -> str:
    document, changes = CASES[case]
    made = assemble(
        answers(document, **changes),
        on=ON,
        language=language,
        exposure_blocks=partial(_evidence, language=language),
    )
    return text_of(docx.octets_of(made))


def _evidence(given: Answers, *, language: str) -> tuple[Block, ...]:
    corpus = corpus_folder.read(corpora.folder("distance-is-not-a-shield"))
    exposure = expose(
        given.one("origin"),
        given.one("host"),
        on=date.fromisoformat(given.one("as_on")),
        technique=given.one("technique"),
        corpus=corpus,
    )
    return evidence_blocks(exposure, corpus=corpus, language=language)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in documents().items():
        (FOLDER / f"{name}.txt").write_text(text(), encoding="utf-8")
