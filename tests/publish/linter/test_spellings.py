"""A name that is not allowed out is found as other alphabets, papers and cases write it.

It depends on the generator of invented exiles; every name is invented.
A further habit of spelling is one more line of `SPELT`.
"""

from dataclasses import replace

import pytest

from safeconduct.link.exile_names import DESIGNS, exile_set
from safeconduct.publish.linter.forbidden import of_line
from safeconduct.publish.linter.search import lint

KAZAKH = "Айгүл Құрманбаева"
SPELT = {
    "a Kazakh genitive": ("Асқар Тілеу", "Тілеудің ісі"),
    "a Kazakh dative": ("Асқар Тілеу", "Тілеуге қысым"),
    "a Kazakh ablative": ("Асқар Тілеу", "Тілеуден хат"),
    "a Kazakh instrumental": ("Асқар Тілеу", "Тілеумен бірге"),
    "a Kyrgyz plural": ("Асқар Тілеу", "Тілеулер"),
    "a name in two words": (KAZAKH, "Kurman bayeva"),
    "a name over two lines": (KAZAKH, "Kurman\nbayeva"),
    "a name with a point within": (KAZAKH, "kurman.bayeva@mail.invalid"),
    "a name with a middle dot": (KAZAKH, "Kurman·bayeva"),
    "a name with a slash within": (KAZAKH, "Kurman/bayeva"),
    "a letter of the phonetic alphabet": (KAZAKH, "Kurmɑnbayeva"),
    "two letters for an umlaut": ("Jonas Müllner", "Muellner"),
    "French": ("Шевченко", "Chevtchenko"),
    "Polish": ("Шевченко", "Szewczenko"),
    "Belarusian": ("Шевченко", "Шеўчэнка"),
    "an older paper": ("Askar Chokanoffa", "Чоканова"),
    "commas in a number": ("+7 701 123 45 67", "call 701,123,45,67"),
    "a month of two alphabets": ("12.03.1985", "12 мarта 1985"),
}


@pytest.mark.parametrize(("never", "text"), SPELT.values(), ids=SPELT)
def test_a_spelling_is_found(never, text):
    forbidden = tuple(of_line(never, origin="line 1"))
    assert {hit.origin for hit in lint({"a.md": text.encode()}, forbidden)} == {"line 1"}


@pytest.mark.parametrize(
    "text",
    ["The court man, Bayes and others.", "Шаг за шагом и другие", "10,000 of 1,204,567 records"],
)
def test_prose_that_is_near_a_name_or_a_number_is_none(text):
    forbidden = tuple(
        each
        for line in (KAZAKH, "Шевченко", "Асқар Тілеу", "+7 701 123 45 67")
        for each in of_line(line, origin="line 1")
    )
    assert lint({"a.md": text.encode()}, forbidden) == ()


def test_surnames_of_invented_exiles_are_found_however_their_lists_spell_them():
    spelt = tuple(replace(one, name_slips=0.0, exchanged_columns=0.0) for one in DESIGNS)
    invented = exile_set(n_persons=100, seed=11, designs=spelt)
    surnames: dict[int, list[str]] = {}
    for person, who in zip(invented.persons, invented.who.tolist(), strict=True):
        surnames.setdefault(who, []).append(person.name.surname)
    asked = [
        bool(lint({"a.txt": f"The case of {other}.".encode()}, tuple(of_line(first, origin="1"))))
        for first, *others in surnames.values()
        for other in others
        if first and other
    ]
    assert len(asked) >= 40
    assert sum(asked) >= 0.95 * len(asked)
