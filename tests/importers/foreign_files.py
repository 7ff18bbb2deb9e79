"""Files of other tools for the tests of importers: invented people, in the shape of each tool.

It depends on the standard library, and on the books of spreadsheets.
Where the shape comes from: `tests/importers/provenance.md`. A further tool is one more function.
"""

import json
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from safeconduct.errors import Problem, RejectedRows
from safeconduct.importers import foreign
from safeconduct.importers.foreign import TakenIn
from safeconduct.importers.mapping import SourceMapping, mapping_of, parsed

DIGEST = "ab" * 32
FREEDOM_HOUSE = (
    "Year,Origin country,Host country,Tactic,Target category,Individuals,Name of target,Source\n"
    "2019,Antarctica,Svalbard & Jan Mayen,Detention,Journalist,1,Invented Person,"
    "https://example.org/a\n"
    "2020,AQ,SJ,Assault; Physical intimidation,Activist,2,,"
    "https://example.org/a;https://example.org/b\n"
    "2021,AQ,SJ,Assassination,,,,\n"
)
AAAD = (
    "case_id,year,home_state,host_state,action,target_name,target_type,description,sources\n"
    "17,1999,AQ,SJ,Abducted,Invented Person,Opposition,Told at length,Example Herald 1999\n"
)
ODK = {
    "form.csv": "SubmissionDate,language,told_on,meta-instanceID,KEY,SubmitterID,DeviceID\n"
    "2024-01-02T10:00:00.000Z,en,2024-01-01,uuid:1,uuid:1,7,imei:1\n",
    "form-act.csv": "date,place,origin,hosts,techniques,targets,persons,PARENT_KEY,KEY\n"
    "2023-05,SJ,AQ,SJ TK,threat assault,activist,1,uuid:1,uuid:1/act[1]\n",
}
SHEET = (
    "link,archive status,destination folder,archive location,archive date,upload timestamp,"
    "upload title,hash,wacz\n"
    "https://example.org/post/1,wget: success,x,https://a.example/1,2024-02-03T04:05:06+00:00,"
    f"2024-01-01T00:00:00+00:00,Invented title,SHA-256:{DIGEST},\n"
    "https://example.org/post/2,Archive failed,,,,,,not-calculated,\n"
    f"https://example.org/post/3,,,,,,,{DIGEST},\n"
    "https://example.org/post/4,,,,,,,,\n"
)
DATABASE = (
    "status,metadata,media\n"
    "wget: success,\"{'_processed_at': datetime.datetime(2024, 2, 3, 4, 5, 6, 7, "
    "tzinfo=datetime.timezone.utc), 'url': 'https://example.org/post/1', 'title': 'It\\'s (one', "
    "'timestamp': datetime.datetime(2024, 1, 1, 0, 0)}\",\"[{'filename': '/x/1.mp4', '_key': None, "
    f"'urls': ['https://a.example/1'], 'properties': {{'hash': 'SHA-256:{DIGEST}'}}, "
    "'_stored': False}]\"\n"
)
FTM = [
    {
        "id": "e1",
        "schema": "Event",
        "properties": {
            "name": ["Editor held at the border"],
            "summary": ["Held; write to editor@example.org or +1 555 010 0199."],
            "startDate": ["2023-05"],
            "endDate": ["2023-06-02T00:00:00"],
            "keywords": ["techniques:arbitrary-detention", "origin:AQ", "Free: words", "plain"],
            "proof": ["a1"],
            "organizer": ["o1", {"id": "o2", "schema": "Company", "properties": {}}],
            "involved": ["p1"],
        },
        "datasets": ["invented"],
    },
    {
        "id": "a1",
        "schema": "Article",
        "properties": {"title": ["Report"], "sourceUrl": ["https://example.org/a"]},
    },
    {
        "id": "p1",
        "schema": "Person",
        "properties": {"name": ["Invented Person"], "birthDate": ["1980-01-02"]},
    },
    {"id": "o1", "schema": "PublicBody", "properties": {"name": ["Ministry"], "country": ["aq"]}},
]


def mapping(text: str) -> SourceMapping:
    return parsed(text, "own.toml")


def one_table(columns: str, *, head: str = "", table: str = "") -> SourceMapping:
    """A mapping of one table of incidents, given its columns as TOML."""
    return mapping(
        'form = "table"\nprefix = "own"\n' + head + '\n[source]\nkind = "dataset"\n'
        'reliability = "F"\n[[table]]\nmakes = "incidents"\n' + table + "\n[table.always]\n"
        '"incidents.kind" = "incident"\n"statements.mode" = "reports"\n[table.column]\n' + columns
    )


def put(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def taken(folder: Path, content: str | bytes, source: str | SourceMapping) -> TakenIn:
    name = source if isinstance(source, str) else source.id
    known = mapping_of(source) if isinstance(source, str) else source
    return foreign.read(put(folder, f"{name}.file", content), known)


def refused(folder: Path, content: str | bytes, source: str | SourceMapping) -> tuple[Problem, ...]:
    """Every problem with which a foreign file is refused."""
    with pytest.raises(RejectedRows) as rejected:
        taken(folder, content, source)
    return rejected.value.problems


def at(problems: tuple[Problem, ...]) -> list[tuple[str, int, str]]:
    return [(problem.file, problem.row, problem.column) for problem in problems]


def lines(things: list[object]) -> str:
    return "".join(json.dumps(thing, ensure_ascii=False) + "\n" for thing in things)


def zipped(parts: dict[str, str]) -> bytes:
    octets = BytesIO()
    with zipfile.ZipFile(octets, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return octets.getvalue()
