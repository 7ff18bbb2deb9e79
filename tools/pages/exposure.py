"""Writes the page on exposure: the keys of instrument and host files, and how a day is read.

It imports `safeconduct.exposure`; nothing imports it but `tools/reference.py`.
A new status, effect or part appears here by itself.
"""

from safeconduct.exposure.host_lines import PARTS
from safeconduct.exposure.instrument_rules import EFFECTS, KINDS, NEEDS, PARTY_STATUSES
from safeconduct.exposure.precedent import OUTCOMES

TEXT = """# Exposure

Exposure is what is recorded between an origin state and a host state on a day: what is open to the origin, what protects, what happened, and what is not known.
It is no score; nothing is counted, weighed or ranked.
`safeconduct expose` tells it, and `--compare` puts host states side by side.

## How a day is read

1. A state is bound by an instrument where the list of parties says so for that day; by an organisation's, where it is a full member.
2. A date less exact than a day, or marked as uncertain, makes a line "may hold": it is shown, and its doubt is said under it.
3. `until` is the first day on which something no longer holds.
4. A party that suspended or left is not bound; a suspended part in an organisation is doubtful, because membership in law goes on beside it.
5. A state that a list does not name is "not known", unless the list is complete; a signature without a ratification that anybody found is "not known" too.
6. A provision is shown where every state that it needs is bound or may be.
7. Between two states that a later instrument binds both, the earlier one that it displaces is not shown. Where the later bond is doubtful, that is said.
8. What happened stays told after it ended; every other line ends with its `until`.
9. Lines that contradict each other stand side by side, and a technique never parts them.
10. Precedents come from a corpus, up to the day, by how they ended: {outcomes}, or still open or other. One that ended both ways stands under both. A technique keeps the whole chain of an incident.
11. A technique keeps the provisions and lines that name it, or none. A part of which nothing is tied to it holds one line that says so and points to the full answer.
12. Beside what is open stands, in one sentence, what is not recorded for these two states.
13. Whom the origin held on its own soil and let go was neither refused nor rescued by the host.
14. An empty part, a host without a file, an origin that no list names, and a day after the last check are lines of their own under what is not known.

## An instrument file

TOML in `src/safeconduct/exposure/instruments/`, named by an instrument or organisation of the vocabulary:

| key | holds |
| --- | --- |
| `id` | the name of the file |
| `as_of` | the day on which its facts were last checked |
| `kind` | {kinds} |
| `summary` | what it means to a person, in one plain sentence, in `en` and in `ru` |
| `organisation` | the organisation whose members are bound; then no `[[party]]` stands here |
| `complete` | true where every party is listed |
| `among` | the organisation whose states alone can join; a state that never belonged to it is not bound |
| `worldwide` | true where any state can join; then a host outside it is told so |
| `[presumption]` | `text` and `source`: what is probably open where the list says nothing of a state |
| `displaced_by` | instruments that displace it between states that they bind both |
| `[[party]]` | `state`, `status` ({statuses}), `since`, `until`, `source`; `towards` where the status holds towards some states only; `weak`; `note` |
| `[[provision]]` | one thing that an article does; the keys below belong to it |
| `id` | lower-case words joined by hyphens, once in the file |
| `article` | the article, or `whole` where the source names none |
| `effect` | {effects}; the last two need `enforced_by` and `how` |
| `needs` | {needs}: whose bond it needs |
| `text`, `condition` | what it obliges or permits, and what limits it, in `en` and in `ru` |
| `enforced_by`, `how` | who enforces it, and how a person uses it |
| `techniques` | terms that it carries or answers; none means every one |
| `since`, `until` | its own life, where it differs from the instrument's |
| `source` | title, and section, page, footnote or url; `date` |
| `source_state` | a term of `locator-states`; none means `located` |
| `weak` | true where the source is weak or the text is from general knowledge |
| `[[gap]]` | `text`, `source` and `source_state`: what the instrument lacks |

## A host file

TOML in `src/safeconduct/exposure/hosts/`, named by the code of the state:

| key | holds |
| --- | --- |
| `state`, `as_of` | the code, and the day of the last check |
| `[[line]]` | one line; the keys below belong to it |
| `id` | lower-case words joined by hyphens, once in the file |
| `part` | {parts} |
| `origin` | the origin state that it concerns; none means every one |
| `since`, `until` | EDTF dates, or empty |
| `text`, `condition`, `enforced_by`, `how`, `techniques`, `source`, `weak` | as in a provision |
| `footnote` | the footnote of the paper that the source cites |
| `source_state` | a term of `locator-states`; `not-recoverable` where the footnote is lost |
| `contradicts` | the id of a line of this file that says otherwise |
"""


def page() -> str:
    """Return the page as Markdown."""
    ways = "; or ".join(", ".join(sorted(words)) for words in OUTCOMES.values())
    return TEXT.format(
        outcomes=ways,
        kinds=_listed(KINDS),
        statuses=_listed(PARTY_STATUSES),
        effects=_listed(EFFECTS),
        needs=_listed(NEEDS),
        parts=_listed(PARTS),
    )


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f"`{word}`" for word in words)
