"""A source that repeats another publisher's report and so adds no voice of its own.

It depends on the corpus and on the record's voices.
A passage that quotes a source is ordinary; here it is the source as a whole that rests on another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.record.sentence import Sentence
from safeconduct.record.voice import Voices
from safeconduct.verify.finding import Finding, Severity, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.record.corpus import Corpus
    from safeconduct.verify.finding import Assessments

NAME: Final = "report-of-a-report"
SEVERITY: Final = Severity.NOTE
EXPLANATION: Final = Sentence(
    "One of the paper's sources on instructions to diplomats reports, as its title says, what an "
    "agency had reported. Two outlets, one voice: counted as two, every exclusive would "
    "corroborate itself within a day."
)
HINT: Final = Sentence(
    "Nothing to mend. To corroborate the incidents named, look for a source that does not rest on "
    "the same report."
)


def check(corpus: Corpus, _assessments: Assessments) -> Iterator[Finding]:
    """Find each source behind a statement that repeats another publisher's report."""
    voices = Voices(corpus)
    spoken = _incidents_by_source(corpus, voices)
    for source in corpus.sources.values():
        # A second address of the same work repeats itself; its work is the one that is reported.
        repeated = [
            parent
            for parent in source.derived_from
            if voices.name(parent) != voices.name(source.id)
        ]
        if source.id in spoken and repeated:
            yield Finding(
                check=NAME,
                severity=SEVERITY,
                message=Sentence(
                    "{source} repeats {repeated} and is no voice of its own on {incidents}.",
                    source=source.id,
                    repeated=listed(repeated),
                    incidents=listed(spoken[source.id]),
                ),
                hint=HINT,
                records=(
                    ("sources", source.id),
                    *(("sources", parent) for parent in repeated),
                    *(("incidents", incident) for incident in spoken[source.id]),
                ),
            )


def _incidents_by_source(corpus: Corpus, voices: Voices) -> dict[str, dict[str, None]]:
    """The incidents on which each source speaks, by itself or through those that repeat it."""
    spoken: dict[str, dict[str, None]] = {}
    for statement in corpus.statements.values():
        for source in (statement.source, *statement.derived_from):
            for behind in voices.ancestry(source):
                spoken.setdefault(behind, {})[statement.incident] = None
    return spoken
