"""What is general knowledge says so in the language of the reader.

It depends on nothing.
A further title is one more line of the table.
"""

import pytest

from safeconduct.respond.general_title import title_in


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("General knowledge of practice", "Общие сведения о практике"),
        (
            "Distance is Not a Shield; general knowledge of practice",
            "Distance is Not a Shield; общие сведения о практике",
        ),
        ("Law on Foreigners", "Law on Foreigners"),
    ],
)
def test_general_knowledge_is_said_in_russian_and_a_work_keeps_its_title(title, said):
    assert title_in(title, "ru") == said
    assert title_in(title, "en") == title
