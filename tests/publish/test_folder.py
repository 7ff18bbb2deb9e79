"""The folder form: the same files each time, read back the same, and any change is found.

It depends on `releases` and `corpora` beside it; every person, state and number is invented.
What else must hold is one more test here.
"""

import csv
import io
import json
from dataclasses import replace

import pytest

from safeconduct.errors import BrokenIntegrity, InvalidRecord, Refusal, Unavailable
from safeconduct.publish.folder import files, read, write
from safeconduct.publish.manifest import MANIFEST, manifest_of
from safeconduct.publish.release import ReleasedDimension, ReleasedText
from safeconduct.publish.release_reading import read_release
from tests.publish.releases import bare, grid, line, listed, protected, release
from tests.publish.test_release import PICTURE

WHOLE = release(
    protected(grid([[7, 2], [11, 0]], names=("technique", "year"))),
    bare(line([7, 2], identifier="hidden"), hidden={("h1",), ("total",)}),
    listed=(listed(2, host="h0"),),
    texts=(ReleasedText(name="summary", language="ru", body="Кратко.\n"),),
    pictures=(PICTURE,),
    method=(("en", "Counted are persons. Rounded."),),
    caveats=((("en", "Only what was reported."),),),
    reason=(),
    lineage=(("corpus, sealed", "0"),),
)


def test_a_release_has_the_same_files_each_time():
    made = files(WHOLE)

    assert made == files(WHOLE)
    assert sorted(made) == [
        "MANIFEST",
        "codebook.csv",
        "datapackage.json",
        "method.en.md",
        "pictures/a.png",
        "release.json",
        "tables/hidden.csv",
        "tables/public-list.csv",
        "tables/t.csv",
        "texts/summary.ru.md",
    ]
    assert made["tables/hidden.csv"] == (
        b"host,shown,low,high\nh0,7,7,7\nh1,not shown,0,\ntotal,not shown,0,\n"
    )


def test_a_release_is_read_back_as_it_was_written(tmp_path):
    folder = write(WHOLE, tmp_path)

    assert read(folder) == WHOLE
    assert folder.name == "release-quarter-0"
    assert [path.name for path in tmp_path.iterdir()] == [folder.name]


def test_a_release_is_never_written_over(tmp_path):
    write(WHOLE, tmp_path)

    with pytest.raises(Refusal, match="frozen"):
        write(WHOLE, tmp_path)


def test_a_place_that_cannot_be_written_is_said_to_be_unavailable(tmp_path):
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(Unavailable):
        write(WHOLE, tmp_path / "file")


@pytest.mark.parametrize("path", sorted(files(WHOLE)))
def test_one_changed_byte_anywhere_is_found(tmp_path, path):
    target = write(WHOLE, tmp_path) / path
    octets = target.read_bytes()
    target.write_bytes(octets[:-2] + bytes([octets[-2] ^ 1]) + octets[-1:])

    with pytest.raises(BrokenIntegrity):
        read(target.parents[path.count("/")])


def test_a_file_taken_away_added_or_linked_is_found(tmp_path):
    folder = write(WHOLE, tmp_path)
    (folder / "extra.txt").write_text("x", encoding="utf-8")
    with pytest.raises(BrokenIntegrity, match=r"extra\.txt"):
        read(folder)
    (folder / "extra.txt").unlink()
    (folder / "codebook.csv").unlink()
    with pytest.raises(BrokenIntegrity, match=r"codebook\.csv"):
        read(folder)
    (folder / "codebook.csv").symlink_to(folder / "release.json")
    with pytest.raises(BrokenIntegrity, match=r"codebook\.csv"):
        read(folder)


@pytest.mark.parametrize("path", ["tables/annex.csv", "tables/t.csv"])
def test_a_file_that_says_what_the_release_does_not_is_found_though_the_manifest_names_it(
    tmp_path, path
):
    """Safety: no attack looks at a table that only lies beside the release."""
    folder = write(WHOLE, tmp_path)
    (folder / path).write_bytes(b"name,host\nAda,AQ\n")
    content = {
        each.relative_to(folder).as_posix(): each.read_bytes()
        for each in folder.rglob("*")
        if each.is_file() and each.name != MANIFEST
    }
    (folder / MANIFEST).write_bytes(manifest_of(content))

    with pytest.raises(BrokenIntegrity, match=path):
        read(folder)


def test_a_codebook_of_an_earlier_vocabulary_is_no_breach(tmp_path):
    folder = write(WHOLE, tmp_path)
    (folder / "codebook.csv").write_bytes(b"table,column\n")
    content = {
        each.relative_to(folder).as_posix(): each.read_bytes()
        for each in folder.rglob("*")
        if each.is_file() and each.name != MANIFEST
    }
    (folder / MANIFEST).write_bytes(manifest_of(content))

    assert read(folder) == WHOLE


def test_a_table_opens_in_a_spreadsheet_without_running_anything():
    """Safety: a label that begins like a formula is shown, not run."""
    hostile = release(listed=(listed(1, host="=HYPERLINK(1)"),))
    rows = list(csv.reader(io.StringIO(files(hostile)["tables/public-list.csv"].decode())))

    assert "'=HYPERLINK(1)" in rows[1]


def test_the_codebook_names_the_terms_in_every_language():
    term = replace(
        line([7, 9], name="technique"),
        counts={("abduction",): 7, ("total",): 7},
        dimensions=(ReleasedDimension(name="technique", labels=("abduction",)),),
    )
    rows = files(release(protected(term)))["codebook.csv"].decode().splitlines()

    assert any(row.startswith("t,technique,abduction,") and "охи" in row.lower() for row in rows)


def test_the_data_package_names_every_table_with_its_columns():
    package = json.loads(files(WHOLE)["datapackage.json"])
    fields = {each["path"]: each["schema"]["fields"] for each in package["resources"]}

    assert {"name": "low", "type": "integer"} in fields["tables/t.csv"]
    assert len(fields) == 4


def _broken(change):
    """A release.json after a change to what it holds."""
    told = json.loads(WHOLE.canonical)
    change(told)
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, indent=1) + "\n"
    return {**files(WHOLE), "release.json": text.encode()}


@pytest.mark.parametrize(
    "change",
    [
        lambda told: told.pop("id"),
        lambda told: told.update(format="another"),
        lambda told: told.update(extra=1),
        lambda told: told.update(id=7),
        lambda told: told.update(kind="leak"),
        lambda told: told.update(title=[]),
        lambda told: told.update(tables={}),
        lambda told: told["tables"][0].update(adds_up=1),
        lambda told: told["tables"][0]["cells"][0].update(low=-1),
        lambda told: told["tables"][0]["cells"][0].update(low=True),
        lambda told: told["tables"][0]["cells"][0].update(high=1.5),
        lambda told: told["listed"][0].update(sources=[["one"]]),
        lambda told: told["pictures"][0].update(name="../../etc/passwd"),
        lambda told: told["pictures"][0].update(sha256="0"),
    ],
)
def test_whatever_this_program_did_not_write_is_refused(change):
    with pytest.raises(InvalidRecord, match=r"release\.json"):
        read_release(_broken(change))


@pytest.mark.parametrize("octets", [b"", b"[]", b"null", b"\xff", b"[" * 100_000])
def test_what_is_no_release_at_all_is_refused(octets):
    with pytest.raises(InvalidRecord):
        read_release({"release.json": octets})


def test_a_folder_without_a_manifest_or_with_a_broken_one_is_refused(tmp_path):
    with pytest.raises(BrokenIntegrity, match="release"):
        read(tmp_path)
    (tmp_path / MANIFEST).write_bytes(b"nonsense\n")
    with pytest.raises(BrokenIntegrity, match="MANIFEST"):
        read(tmp_path)


def test_a_manifest_is_what_sha256sum_writes():
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

    assert manifest_of({"b": b"", "a": b""}).decode() == f"{empty}  a\n{empty}  b\n"
