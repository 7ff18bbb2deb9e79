"""Two publishers that are likely one: their names differ by case, punctuation, a swap.

It depends on the corpus only.
Names that the alias table of the corpus joins are one publisher already.

Safety: a publisher may be a person who publishes under a name; the finding shows the ids of
sources, not names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.record.sentence import Sentence
from safeconduct.verify.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.record.corpus import Corpus
    from safeconduct.verify.finding import Assessments

NAME: Final = "publisher-spelling"
SEVERITY: Final = Severity.CAUTION
EXPLANATION: Final = Sentence(
    "A voice is a publisher. The paper spells several of its publishers in two ways (with a full "
    "stop or a hyphen, in one word or two, with letters swapped); taken for two, one outlet would "
    "corroborate itself."
)
HINT: Final = Sentence(
    "If they are one publisher, add the other name to the aliases in corpus.toml; the sources "
    "keep the names they print."
)


def check(corpus: Corpus, _assessments: Assessments) -> Iterator[Finding]:
    """Find each pair of publishers whose names are likely one, with a source of each."""
    # Names that differ by a swap have the same letters, so only such names are compared.
    alike: dict[str, list[tuple[str, str]]] = {}
    for publisher, source in _publishers(corpus).items():
        name = _letters(publisher)
        group = alike.setdefault("".join(sorted(name)), [])
        for other, earlier in group:
            if _is_likely_one(name, other):
                yield Finding(
                    check=NAME,
                    severity=SEVERITY,
                    message=Sentence(
                        "The publishers of {one} and {other} differ only in spelling.",
                        one=earlier,
                        other=source,
                    ),
                    hint=HINT,
                    records=(("sources", earlier), ("sources", source)),
                )
        group.append((name, source))


def _publishers(corpus: Corpus) -> dict[str, str]:
    """Each publisher under its usual name, with its first source."""
    found: dict[str, str] = {}
    for source in corpus.sources.values():
        if source.publisher:
            usual = corpus.masthead.aliases.get(source.publisher, source.publisher)
            found.setdefault(usual, source.id)
    return found


def _letters(name: str) -> str:
    """The name without case, spaces and punctuation; a name without letters stays as it is."""
    return "".join(filter(str.isalnum, name.casefold())) or name


def _is_likely_one(one: str, other: str) -> bool:
    """Tell whether names of the same letters are the same, or differ by two neighbours."""
    pairs = enumerate(zip(one, other, strict=True))
    differing = [place for place, (mine, theirs) in pairs if mine != theirs]
    return not differing or [place - differing[0] for place in differing] == [0, 1]
