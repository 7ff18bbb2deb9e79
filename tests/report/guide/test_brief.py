"""An exposure in short: first sentences, contradictions in one group, one line an instrument.

It depends on the fixtures of this folder.
Lines are made up where the built-in ones do not show a case.
"""

import pytest

from safeconduct.exposure import ExposureLine, OtherLine
from safeconduct.report.guide.brief import brief_part, grouped, is_gap, opening
from safeconduct.vocabulary import Citation


def line(identifier, *against, **more):
    return ExposureLine(
        id=identifier,
        part="open",
        text={"en": f"{identifier}. More.", "ru": f"{identifier}. Ещё."},
        source=Citation(title="A title"),
        contradicts=against,
        contradicted_by=tuple(OtherLine(id=each, text={"en": each}) for each in against),
        **more,
    )


@pytest.mark.parametrize(
    ("text", "first", "rest"),
    [
        ("One. Two. Three.", "One.", "Two. Three."),
        ("Only one", "Only one", ""),
        ("Held under art. 5 of a law. Then freed.", "Held under art. 5 of a law.", "Then freed."),
        ("Достаточно пересадки. Ещё.", "Достаточно пересадки.", "Ещё."),
    ],
)
def test_a_text_is_divided_after_its_first_sentence(text, first, rest):
    assert opening(text) == (first, rest)


def test_lines_that_contradict_stand_in_one_group(guide):
    # The third joins two groups that did not know of each other.
    groups = grouped([line("a", "c"), line("b", "c"), line("c", "a", "b"), line("d")], guide)

    assert [[each.line.id for each in group] for group in groups] == [["a", "c", "b"], ["d"]]
    assert groups[0][0].against == (("#line-c", "c"),)


def test_an_instrument_stands_once_with_its_articles_and_who_enforces(guide):
    found = brief_part(
        (
            line("cat/1", instrument="cat", article="3", enforced_by={"en": "A court; another."}),
            line("cat/2", instrument="cat", article="22", doubts=({"en": "Perhaps."},)),
            line("cat/3", instrument="cat", article="whole", is_weak=True),
        ),
        guide,
    )

    (channel,) = found.channels
    assert channel.articles == "3, 22"
    assert channel.enforced_by == "A court"
    assert channel.doubts == ("Perhaps.",)
    assert channel.is_weak
    assert found.groups == ()


def test_what_is_only_presumed_says_so_in_its_own_words(guide):
    (channel,) = brief_part([line("interpol/presumed", instrument="interpol")], guide).channels

    assert channel.doubts == ("interpol/presumed. More.",)
    assert channel.enforced_by == ""


def test_what_a_treaty_lacks_is_told_apart():
    assert is_gap(line("csto-charter/gap-1", instrument="csto-charter"))
    assert not is_gap(line("KZ/not-found"))
