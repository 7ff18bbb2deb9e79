"""Corpora with wild words in them: tabs, line breaks, quotation marks, blanks and every script.

It depends on Hypothesis and on the corpora that the tests of the record draw.
A form of file that loses some text is given that text by one more part in `_PARTS`.
"""

from dataclasses import replace

from hypothesis import strategies as st

from safeconduct.record.corpus import Corpus, Masthead
from safeconduct.record.layout import SETTINGS, masthead_problems
from safeconduct.record.tables import TABLES
from tests.record.strategies import corpora, held_by

_NOTE = TABLES["sources"].column("note")
_PARTS = (
    " ",
    "  ",
    "\n",
    "\t",
    '"',
    "'",
    ";",
    ",",
    "|",
    "=1+1",
    "@",
    "_x000D_",
    "&amp;",
    "<b>",
    "]]>",
    "\\n",
    "{x}",
    "\x85",
    "\u2028",
    "\xa0",
    "\u200b",
    "Граница",
    "مرز",
    "🕊",
    "2023",
    "1e5",
    "TRUE",
    "unknown",
)
wild = (
    st.lists(st.sampled_from(_PARTS) | st.text(min_size=1, max_size=3), min_size=1, max_size=6)
    .map("".join)
    .map(str.strip)
    .filter(lambda text: bool(text) and _NOTE.holds(text))
)
_maybe = st.none() | wild


@st.composite
def mastheads(draw):
    """Draw a masthead that a corpus folder can hold."""
    names = draw(st.lists(wild, max_size=4, unique=True))
    masthead = Masthead(
        title=draw(wild),
        publisher=draw(_maybe) or "",
        licence=draw(st.sampled_from(["", "CC-BY-4.0", "https://example.org/l"]) | wild),
        language=draw(st.sampled_from(["en", "ru"])),
        as_of=str(draw(held_by(SETTINGS["as_of"])) or ""),
        aliases=dict.fromkeys(names[1:], *names[:1]) if names else {},
        ignored_columns=tuple(draw(st.lists(wild, max_size=2))),
    )
    return masthead if not masthead_problems(masthead) else replace(masthead, ignored_columns=())


@st.composite
def wild_corpora(draw):
    """Draw a whole corpus whose free words are wild."""
    corpus = draw(corpora(most_incidents=2, most_statements=3, most_sources=3))
    return Corpus.of(
        masthead=draw(mastheads()),
        sources=[
            replace(source, title=draw(_maybe), publisher=draw(_maybe), note=draw(_maybe))
            for source in corpus.sources.values()
        ],
        statements=[
            replace(statement, says=draw(_maybe), locator=draw(_maybe))
            for statement in corpus.statements.values()
        ],
        incidents=[
            replace(incident, label=draw(wild), note=draw(_maybe))
            for incident in corpus.incidents.values()
        ],
        figures=[
            replace(
                figure,
                caveats=draw(_maybe),
                minimum=draw(held_by(TABLES["reported_figures"].column("minimum"))),
            )
            for figure in corpus.figures.values()
        ],
        decisions=[replace(decision, reason=draw(wild)) for decision in corpus.decisions.values()],
    )
