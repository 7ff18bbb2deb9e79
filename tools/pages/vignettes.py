"""Writes the page on the written stories: how well recognising meets them, and each miss.

It imports `safeconduct.respond` and reads the stories of the tests; nothing imports it but the tool.
A new set of stories is one more line in `SETS`.
"""

import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from safeconduct.respond.recognise import Answer, recognise

TESTS = Path(__file__).resolve().parents[2] / "tests" / "respond"
SETS = (
    ("vignettes", "The thirty that shaped the questions"),
    ("held_out_vignettes", "The sixteen held out"),
)
KINDS = {
    "no-repression": "no repression at all",
    "ordinary-crime": "ordinary crime",
    "ambiguous": "ambiguous",
    "clear": "clear",
}
TEXT = """# Stories that recognising is held against

Each story is invented, and says which patterns an informed reader expects.
Precision is the share of the named patterns that the reader expects; recall is the share of the expected patterns that are named.
They measure the questions and the rule, and no person.

The first set shaped the questions: where it missed, a question was split, worded more closely or added, so that its numbers show only that the questions do what they were made for.
Before that work the same thirty stories had a precision of 0.69 and a recall of 0.87, and two harmless stories named a pattern.
Their stories and expectations were not touched; what the new questions ask was answered from their text.

The second set was held out: its stories and expectations were written before the questions were changed, its answers before the rule was run, and nothing was changed after.
Its numbers are the better guide to what happens with a story that nobody has seen; sixteen stories by the writers of the questions are few all the same, and no story here is a real one.

{sets}
A later fault that one of these stories shows moves the story to the first set.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One written story, with its kind, its answers, what a reader expects, and each miss."""

    name: str
    kind: str
    expected: frozenset[str]
    answers: Mapping[str, Answer]
    misses: Mapping[str, str]


def page() -> str:
    """Return the page as Markdown."""
    return TEXT.format(sets="\n".join(_set(folder, title) for folder, title in SETS))


def _set(folder: str, title: str) -> str:
    stories = [_read(path) for path in sorted((TESTS / folder).glob("*.toml"))]
    rows, misses, total = [], [], Counter[str]()
    for kind, words in KINDS.items():
        counts = Counter[str]()
        for story in stories:
            if story.kind == kind:
                counts.update(_counted(story))
                misses += _told(story)
        total.update(counts)
        rows.append(_row(words, counts))
    rows.append(_row("all", total))
    head = (
        "| stories | number | calm | expected and named | extra | missed | precision | recall |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    )
    return "\n".join((f"## {title}", "", *head, *rows, "", "Each miss:", "", *misses, ""))


def _read(path: Path) -> Story:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return Story(
        name=path.stem,
        kind=table["kind"],
        expected=frozenset(table["expected"]),
        answers={name: Answer(text) for name, text in table["answers"].items()},
        misses={miss["technique"]: miss["why"] for miss in table.get("miss", ())},
    )


def _told(story: Story) -> list[str]:
    return [
        f"- `{story.name}`, `{technique}`"
        f" {'missed' if technique in story.expected else 'extra'}: {why}"
        for technique, why in story.misses.items()
    ]


def _counted(story: Story) -> dict[str, int]:
    recognition = recognise(story.answers)
    named = {each.technique for each in recognition.resemblances}
    return {
        "stories": 1,
        "calm": int(recognition.is_calm),
        "right": len(named & story.expected),
        "extra": len(named - story.expected),
        "missed": len(story.expected - named),
    }


def _row(words: str, counts: Counter[str]) -> str:
    told = [str(counts[each]) for each in ("stories", "calm", "right", "extra", "missed")]
    shares = [_share(counts, "extra"), _share(counts, "missed")]
    return f"| {' | '.join((words, *told, *shares))} |"


def _share(counts: Counter[str], other: str) -> str:
    whole = counts["right"] + counts[other]
    return f"{counts['right'] / whole:.2f}" if whole else "–"
