"""Definitions are read whole and typed, and a malformed one is refused with all that is wrong.

It depends on the scheme and on the files that ship.
A new rule about scheme files is a new line in `MALFORMED`.
"""

import pytest

from safeconduct.errors import InvalidVocabulary, NotFound
from safeconduct.figures.scheme import FOLDER, PLACE_RULES, UNITS, read_scheme, scheme, schemes
from safeconduct.record.standing import Standing

SHIPPED = (FOLDER / "aaad.toml").read_text(encoding="utf-8")
# What is written instead of what, and the problem that it makes.
MALFORMED = [
    ('id = "aaad"', 'id = "other"', ("id", "is not the file's name, aaad")),
    ('id = "aaad"', "id = 5", ("id", "is missing or not text")),
    ('version = "5"', "", ("version", "is missing or not text")),
    ('unit = "incident"', 'unit = "chain"', ("unit", "is not one of incident, person")),
    (
        'place = "target-outside-origin"',
        'place = "abroad"',
        ("place", f"is not one of {', '.join(PLACE_RULES)}"),
    ),
    (
        'minimum_standing = "reported"',
        'minimum_standing = "retracted"',
        (
            "minimum_standing",
            "is not one of contested, alleged, reported, corroborated, established",
        ),
    ),
    (
        'kinds = ["incident"]',
        'kinds = ["event"]',
        ("kinds", "event is not a term of incident-kinds"),
    ),
    ('kinds = ["incident"]', "kinds = []", ("kinds", "is empty")),
    ('kinds = ["incident"]', 'kinds = "incident"', ("kinds", "is not a list")),
    (
        'kinds = ["incident"]',
        'kinds = [["incident"]]',
        ("kinds", "['incident'] is not a term of incident-kinds"),
    ),
    ('    "threat",', '    "menace",', ("techniques", "menace is not a term of techniques")),
    (
        'doubtful_attributions = ["state-tolerated"]',
        'doubtful_attributions = ["perhaps"]',
        ("doubtful_attributions", "perhaps is not a term of attributions"),
    ),
    (
        'unit = "incident"',
        'unit = "incident"\ntargets = ["hamster"]',
        ("targets", "hamster is not a term of targets"),
    ),
    ('unit = "incident"', 'unit = "incident"\nmotto = "x"', ("motto", "is not a key of a scheme")),
    ("[label]\nen =", "[label]\nfr =", ("label", "needs a text in en and in ru")),
    ("[definition]\nen =", "[definition]\nfr =", ("definition", "needs a text in en and in ru")),
    ("[leaves_out]\nen =", "[leaves_out]\nfr =", ("leaves_out", "needs a text in en and in ru")),
    ("[source]\ntitle =", "[source]\nname =", ("source", "needs a title")),
    ("[source]\n", "[source]\npage = 5\n", ("source", "holds texts only")),
    ("[scope]\n", '[scope]\nhosts = ["AQ"]\n', ("scope", "holds origins and years only")),
    ("[scope]\n", '[scope]\norigins = ["ZZ"]\n', ("scope.origins", "ZZ is not a territory")),
    ("[scope]\n", '[scope]\norigins = "BV"\n', ("scope.origins", "is not a list")),
    *(
        ("[1991, 2019]", years, ("scope.years", "is not [first] or [first, last]"))
        for years in ("1991", "[]", "[1, 2, 3]", '["1991"]', "[true]", "[0]", "[2019, 1991]")
    ),
]


def written(folder, text, name="aaad.toml"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def problems_of(path):
    with pytest.raises(InvalidVocabulary) as refused:
        read_scheme(path)
    assert refused.value.file == path.name
    return refused.value.problems


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_every_definition_that_ships_reads(path):
    read = read_scheme(path)

    assert read.id == path.stem
    assert read == schemes()[read.id]
    assert read.unit in UNITS
    assert read.place in PLACE_RULES
    assert read.minimum_standing >= Standing.CONTESTED
    assert read.kinds
    assert read.techniques
    assert not read.attributions & read.doubtful_attributions
    assert all(text for text in (*read.label.values(), *read.definition.values()))


def test_definitions_come_sorted_and_by_their_ids():
    assert list(schemes()) == sorted(schemes())
    assert scheme("aaad").publisher == "Alexander Dukalskis"


def test_the_scope_of_a_definition_may_be_open():
    assert scheme("aaad").years == (1991, 2019)
    assert scheme("freedom-house").years == (2014, None)
    assert scheme("cape").origins == {"KZ", "KG", "TJ", "TM", "UZ"}
    assert scheme("distance-is-not-a-shield").years is None


def test_a_definition_that_is_not_there_is_refused_with_those_that_are():
    with pytest.raises(NotFound, match=r"'aaa'.*aaad, cape"):
        scheme("aaa")


@pytest.mark.parametrize(("text", "instead", "problem"), MALFORMED)
def test_a_malformed_definition_is_refused_by_name(tmp_path, text, instead, problem):
    assert SHIPPED.count(text) == 1

    assert problem in problems_of(written(tmp_path, SHIPPED.replace(text, instead)))


def test_everything_that_is_wrong_is_said_at_once(tmp_path):
    path = written(tmp_path, 'id = "a"\nscope = 5\nmotto = "x"\n', "b.toml")

    assert {key for key, _ in problems_of(path)} == {
        *("publisher", "version", "unit", "place", "minimum_standing"),
        *("label", "definition", "leaves_out", "source", "id", "motto"),
        *("kinds", "techniques", "scope"),
    }


@pytest.mark.parametrize("octets", [b"id = ", b'id = "\xff"'])
def test_a_file_that_is_no_toml_is_refused(tmp_path, octets):
    path = tmp_path / "aaad.toml"
    path.write_bytes(octets)

    assert problems_of(path) == (("file", "is not TOML in UTF-8"),)


def test_line_endings_do_not_change_the_digest_and_words_do(tmp_path):
    path = tmp_path / "aaad.toml"
    digests = []
    for text in (SHIPPED, SHIPPED.replace("\n", "\r\n"), SHIPPED.replace("[1991, 2019]", "[1991]")):
        path.write_bytes(text.encode())
        digests.append(read_scheme(path).digest)

    assert digests[0] == digests[1] == scheme("aaad").digest
    assert digests[2] != digests[0]
