"""Ten hostile corpora: each is refused whole, every mistake named, and nothing is written anywhere.

It depends on the command line and on the tables as transcripts fill them.
A further kind of hostility is one more name in `HOSTILE`, with the places that must be named.
"""

import json

import pytest

from safeconduct.cli.program import run
from tests.cli.transcript import filled

SOUND = {
    "corpus.toml": 'title = "Two acts"\nlanguage = "en"\nvocabulary = "1"\n',
    "sources.csv": (
        "id,kind,locator_state,reliability,derived_from\n"
        "s1,press,no-locator,B,\n"
        "s2,press,no-locator,B,s1\n"
    ),
    "incidents.csv": "id,label,kind\ni1,Threat,incident\ni2,Assault,incident\n",
    "statements.csv": (
        "id,source,incident,mode,date,persons_min,persons_max,says\n"
        "t1,s1,i1,reports,2024-01,1,1,Says so.\n"
        "t2,s2,i2,reports,2024-02,2,3,Says so too.\n"
    ),
}
NAMED = "Maria of Almaty"


def swap(table, before, after):
    """Return the sound corpus with a text of one table replaced."""
    return {**SOUND, table: SOUND[table].replace(before, after)}


def octets(tables):
    """Return the files of a corpus as bytes, every table with all its columns."""
    return {
        name: (text if name.endswith(".toml") else filled(name[:-4], text)).encode()
        for name, text in tables.items()
    }


def wrong_header():
    files = octets(SOUND)
    files["statements.csv"] = files["statements.csv"].replace(b"persons_min", b"person_min", 1)
    return files


def unknown_column():
    files = octets(SOUND)
    lines = files["incidents.csv"].decode().splitlines()
    files["incidents.csv"] = "".join(f"{line},x\n" for line in lines).encode()
    return files


def mixed_encodings():
    files = octets(SOUND)
    files["sources.csv"] = b"\xef\xbb\xbf" + files["sources.csv"]
    files["statements.csv"] = files["statements.csv"].replace(
        b"Says so.", "Сказано.".encode("cp1251")
    )
    return files


def endless_cell():
    files = octets(SOUND)
    files["statements.csv"] = files["statements.csv"].replace(b"Says so.", b"x" * 200_000)
    return files


# What is wrong, and where each of its mistakes must be found.
HOSTILE = {
    "wrong header": (
        wrong_header(),
        {"statements.csv, row 1, column person_min", "statements.csv, row 1, column persons_min"},
    ),
    "unknown column": (unknown_column(), {"incidents.csv, row 1, column x"}),
    "cycle": (
        octets(swap("sources.csv", "s1,press,no-locator,B,", "s1,press,no-locator,B,s2")),
        {"sources.csv, row 2, column derived_from", "sources.csv, row 3, column derived_from"},
    ),
    "missing incident": (
        octets(swap("statements.csv", "t2,s2,i2", "t2,s2,i9")),
        {"statements.csv, row 3, column incident"},
    ),
    "impossible date": (
        octets(swap("statements.csv", "2024-02", "2023-02-30")),
        {"statements.csv, row 3, column date"},
    ),
    "maximum below minimum": (
        octets(swap("statements.csv", "2,3", "3,2")),
        {"statements.csv, row 3, column persons_max"},
    ),
    "duplicate ids": (
        octets(swap("incidents.csv", "i2,Assault", "i1,Assault")),
        {"incidents.csv, row 3, column id", "statements.csv, row 3, column incident"},
    ),
    "mixed encodings": (mixed_encodings(), {"statements.csv, row 2, column says"}),
    "endless cell": (
        endless_cell(),
        {"statements.csv, row 2, column says"},
    ),
    "formula": (
        octets(swap("statements.csv", "Says so.", f"=HYPERLINK({NAMED})")),
        {"statements.csv, row 2, column says"},
    ),
}


def everything():
    """Return a corpus with several hostilities at once, in three files."""
    tables = swap("statements.csv", "Says so.", f"@{NAMED}")
    tables["statements.csv"] = tables["statements.csv"].replace("2,3", "3,2")
    tables["incidents.csv"] = "id,label,kind\ni1,Threat,happening\ni2,Assault,incident\n"
    tables["sources.csv"] = tables["sources.csv"].replace("no-locator,B,s1", "located,G,s1")
    return octets(tables)


def laid_out(folder, files):
    for name, content in files.items():
        (folder / name).write_bytes(content)


def tree(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def places(text):
    return {problem["where"] for problem in json.loads(text)["error"]["problems"]}


def test_the_corpus_that_they_are_made_of_is_sound(tmp_path, capsys):
    laid_out(tmp_path, octets(SOUND))

    assert run(["check", str(tmp_path)]) == 0, capsys.readouterr()


@pytest.mark.parametrize("hostility", HOSTILE)
@pytest.mark.parametrize("verb", ["check", "count", "show"])
def test_a_hostile_corpus_is_refused_with_every_place_and_nothing_is_written(
    hostility, verb, tmp_path, monkeypatch, capsys
):
    monkeypatch.chdir(tmp_path)
    files, expected = HOSTILE[hostility]
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    laid_out(corpus, files)
    before = tree(tmp_path)

    code = run([verb, "corpus", *(["i1"] if verb == "show" else []), "--json"])

    said = capsys.readouterr()
    assert (code, said.out) == (3, "")
    assert places(said.err) >= expected
    assert tree(tmp_path) == before
    assert NAMED not in said.err


def test_all_mistakes_of_all_files_are_named_in_one_run(tmp_path, capsys):
    laid_out(tmp_path, everything())

    assert run(["check", str(tmp_path)]) == 3

    said = capsys.readouterr().err
    for place in (
        "sources.csv, row 3, column reliability",
        "incidents.csv, row 2, column kind",
        "statements.csv, row 2, column says",
    ):
        assert place in said
    assert NAMED not in said
    assert "allowed:" in said
    assert "nothing was written" in said


@pytest.mark.parametrize("hostility", HOSTILE)
def test_every_mistake_says_what_was_found_and_what_is_allowed(hostility, tmp_path, capsys):
    laid_out(tmp_path, HOSTILE[hostility][0])

    run(["check", str(tmp_path), "--json"])

    problems = json.loads(capsys.readouterr().err)["error"]["problems"]
    assert all(problem["found"] and problem["allowed"] for problem in problems)
    assert max(len(problem["found"]) for problem in problems) < 200
