"""Writes the page on formats: what each is made of, and where every column of the record goes.

It imports `safeconduct.exporters`; nothing imports it but `tools/reference.py`.
A new format appears here by itself.
"""

from collections.abc import Iterator

from safeconduct.exporters.kept_back import KEPT_BACK
from safeconduct.exporters.to_format import Format, all_formats
from safeconduct.record.permission import AUDIENCES
from safeconduct.vocabulary import ids

TEXT = """# Formats of other tools

`safeconduct export CORPUS --to FORMAT -o FILE` writes what may leave of a corpus or of a release.
The same thing gives the same bytes on every machine and every day; ids are UUIDs of the fifth version.

## What may leave

A corpus leaves for an audience and a purpose that its `corpus.toml` admits for all its records:

| setting | holds |
| --- | --- |
| `may_go_to` | the widest audience: {audiences}, from the narrowest to the widest |
| `for_purposes` | any of {purposes} |

Where a setting is blank, nothing leaves.
Formats made of incidents pass on the records of the kind `incident` that are contested, alleged, reported, corroborated or established; the rest stays, and the verb says how many.
Nobody is a person, a victim, a suspect or a threat actor in any format, and an organ is named from "corroborated" on.

These columns never leave:

| column | why |
| --- | --- |
{kept}
Of `statements.place_of_target` only the state leaves.
Of `statements.place_of_act` the locality leaves only where every act named was force against a body or its liberty to move, in no setting of the target's own (home, hostel, shelter, workplace, online), and nowhere that any record of the same persons gives as the place of a target.
Spyware, threats and other acts at a distance happen where their target is, so that only their state leaves.
A decision gives up what its field gives up.
In the labels, sayings and reasons of those incidents the locality gives way to `[…]`, in whatever alphabet it is written; the ids of records and the titles and addresses of sources are left as they are.

## The formats

| format | what it is | made of | written as |
| --- | --- | --- | --- |
{formats}{columns}
## Judges

`sh tools/judges.sh` makes an environment with programs that were not written here; `tests/exporters/formats/test_judges.py` asks them when it is there.
FollowTheMoney loads every entity and statement; `stix2` parses the bundle and the validator of OASIS finds no error; PyMISP loads the event; `misp-stix` converts it to STIX and back; libhxl reads and validates the hashtags; Frictionless validates the Data Package; LibreOffice opens the workbooks; DuckDB and Polars read Parquet.
The galaxy and the taxonomy are held to MISP's own schemas where their repositories are cloned.
No program of Uwazi was at hand: its table follows what its import is documented to read.
"""


def page() -> str:
    """Return the page as Markdown."""
    formats = all_formats()
    return TEXT.format(
        audiences=", ".join(f"`{each}`" for each in AUDIENCES),
        purposes=", ".join(f"`{each}`" for each in sorted(ids("purposes"))),
        kept="".join(f"| `{column}` | {reason} |\n" for column, reason in KEPT_BACK.items()),
        formats="".join(
            f"| `{name}` | {each.PLAIN} | {' or '.join(each.HOLDS)} "
            f"| {f'one `{each.ENDING}` file' if each.ENDING else 'a folder'} |\n"
            for name, each in formats.items()
        ),
        columns="".join(
            line for each in formats.values() if each.ROWS == "incidents" for line in _columns(each)
        ),
    )


def _columns(each: Format) -> Iterator[str]:
    yield f"\n## {each.NAME}\n\n| column | where it goes, or why it stays |\n| --- | --- |\n"
    for column, place in each.CARRIES.items():
        yield f"| `{column}` | {place} |\n"
    for column, reason in each.LEAVES.items():
        if column not in KEPT_BACK:
            yield f"| `{column}` | stays: {reason} |\n"
