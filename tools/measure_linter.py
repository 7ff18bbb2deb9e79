"""Measures what the linter of releases finds and what it takes for a name that is none.

It depends on the generator of invented exiles and on the project's own pages as ordinary prose.
A further kind of prose is one more line of `PROSE`.

Run: `python tools/measure_linter.py`.
"""

import time
from dataclasses import replace
from pathlib import Path

from safeconduct.link.exile_names import DESIGNS, exile_set
from safeconduct.publish.linter.forbidden import Forbidden, of_line
from safeconduct.publish.linter.search import lint

ROOT = Path(__file__).resolve().parent.parent
PEOPLE = 200
SEED = 11
PROSE = {
    "English": ("docs/*.md", "docs/*/*.md"),
    "Russian": ("src/safeconduct/**/ru.toml", "src/safeconduct/**/ru/**/*.po"),
}


def main() -> None:
    """Print the share of spellings that are found, and the words of prose that are taken."""
    # Every list spells as it likes; none writes another person's name, or a name in a wrong column.
    spelt = tuple(replace(one, name_slips=0.0, exchanged_columns=0.0) for one in DESIGNS)
    invented = exile_set(n_persons=PEOPLE, seed=SEED, designs=spelt)
    lines: dict[int, list[str]] = {}
    for person, who in zip(invented.persons, invented.who.tolist(), strict=True):
        if person.name.surname:
            lines.setdefault(who, []).append(person.name.surname)
    asked = found = 0
    for surnames in lines.values():
        never = tuple(of_line(surnames[0], origin="one"))
        for other in surnames[1:]:
            asked += 1
            found += bool(lint({"a.txt": f"The case of {other}, heard in May.".encode()}, never))
    print(f"{found} of {asked} other spellings of a surname are found ({found / asked:.1%})")
    everyone = tuple(
        each for names in lines.values() for each in of_line(names[0], origin=names[0])
    )
    for language, patterns in PROSE.items():
        _alarms(language, patterns, everyone)


def _alarms(language: str, patterns: tuple[str, ...], everyone: tuple[Forbidden, ...]) -> None:
    texts = [path.read_text("utf-8") for each in patterns for path in sorted(ROOT.glob(each))]
    words = sum(len(text.split()) for text in texts)
    began = time.process_time()
    hits = lint({f"{number}.txt": text.encode() for number, text in enumerate(texts)}, everyone)
    names = sorted({hit.origin for hit in hits})
    spent = time.process_time() - began
    size = sum(len(text.encode()) for text in texts) / 1e6
    print(
        f"{language}: {len(hits)} alarms in {words:,} words, by {len(names)} of "
        f"{len({each.origin for each in everyone})} names; {spent / size:.1f} s a megabyte"
    )
    print("  ", ", ".join(names))


if __name__ == "__main__":
    main()
