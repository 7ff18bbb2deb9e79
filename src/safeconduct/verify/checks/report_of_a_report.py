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
SEVERITY: Final = Severity.CAUTION
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
    """Find each source used by statements whose voice is another publisher's."""
    voices = Voices(corpus)
    spoken: dict[str, dict[str, None]] = {}
    for statement in corpus.statements.values():
        for identifier in (statement.source, *statement.derived_from):
            spoken.setdefault(identifier, {})[statement.incident] = None
    for source in corpus.sources.values():
        roots = sorted(voices.roots(source.id))
        repeats = voices.voice(roots) != voices.name(source.id)
        if source.id in spoken and repeats:
            yield Finding(
                check=NAME,
                severity=SEVERITY,
                message=Sentence(
                    "{source} repeats {roots} and is no voice of its own on {incidents}.",
                    source=source.id,
                    roots=listed(roots),
                    incidents=listed(spoken[source.id]),
                ),
                hint=HINT,
                records=(
                    ("sources", source.id),
                    *(("sources", root) for root in roots),
                    *(("incidents", incident) for incident in spoken[source.id]),
                ),
            )
