"""What the README tells a newcomer to type is there: the two commands, the targets, the links.

It depends on the Markdown files at the root and in `docs/`, and on the Makefile.
A command or link in a new page is checked without being listed.
"""

import re

from tests.house.checkout import ROOT, files

TARGET = re.compile(r"^([a-z][a-z-]*):", re.MULTILINE)
MADE = re.compile(r"`make ([a-z][a-z-]*)`|^\s*make ([a-z][a-z-]*)", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")

TARGETS = set(TARGET.findall((ROOT / "Makefile").read_text(encoding="utf-8")))
README = (ROOT / "README.md").read_text(encoding="utf-8")


def pages() -> dict[str, str]:
    return {
        str(path.relative_to(ROOT)): path.read_text(encoding="utf-8")
        for path in files()
        if path.suffix == ".md" and path.is_relative_to(ROOT)
    }


def commands(text: str) -> set[str]:
    return {first or second for first, second in MADE.findall(text)}


def test_the_readme_shows_the_two_commands_and_make_has_them():
    assert {"demo", "test"} <= commands(README)
    assert {"demo", "test"} <= TARGETS


def test_every_make_command_in_a_page_is_a_target():
    unknown = {path: commands(text) - TARGETS for path, text in pages().items()}

    assert {path: names for path, names in unknown.items() if names} == {}


def test_the_readme_names_the_debian_packages():
    assert "apt install python3 python3-venv make" in README


def test_every_link_between_pages_leads_somewhere():
    broken = {
        path: [
            link for link in LINK.findall(text) if not (ROOT / path).parent.joinpath(link).exists()
        ]
        for path, text in pages().items()
    }

    assert {path: links for path, links in broken.items() if links} == {}


def test_a_planted_command_is_read_from_a_line_and_from_a_sentence():
    assert commands("Type `make demo`.\n\n    make test\nmake it so") == {"demo", "test", "it"}


def test_every_target_says_what_it_does_unless_it_is_part_of_another():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    described = set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE))

    assert TARGETS - described <= {"locks-fresh", "docs-fresh"}
