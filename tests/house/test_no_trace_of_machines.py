"""No file of the project names a machine: no home folder, no package index, no address of a lock.

It depends on the files as text.
A new kind of trace is one more pattern, with a planted example.
"""

import re

import pytest

from tests.house.checkout import ROOT, texts

TRACES = {
    "a folder of somebody's machine": re.compile(
        r"(?<![\w.])/(?:home|Users|root|work|opt|mnt|srv)/[\w.-]+/[\w.-]+|[A-Z]:\\Users\\"
    ),
    "a package index": re.compile(
        r"\b(?:pypi|pythonhosted|npmjs|registry)\.(?:org|com|io)\b|\b(?:extra-)?index-url\b"
    ),
    "a local wheel": re.compile(r"\bfile:///"),
    "an address of a private network": re.compile(
        r"\b(?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}\b"
    ),
}
# Each file that may hold a trace, and why.
ALLOWED = {
    "tests/house/test_no_trace_of_machines.py": "the planted examples",
    "tools/bare_box.sh": "copies the settings of the machine that runs it, at run time",
}


def traces(text: str) -> list[str]:
    return [
        f"{name}: {match.group()}"
        for name, trace in TRACES.items()
        for match in trace.finditer(text)
    ]


def test_no_file_names_a_machine():
    found = {path: traces(text) for path, text in texts() if path not in ALLOWED}

    assert {path: names for path, names in found.items() if names} == {}


def test_every_exception_is_still_needed():
    assert [path for path in ALLOWED if not traces((ROOT / path).read_text("utf-8"))] == []


@pytest.mark.parametrize(
    "planted",
    [
        "cd /home/anna/safeconduct",
        "open('/root/corpus/notes.csv')",
        "# see https://pypi.org/project/click",
        "--index-url something",
        "duckdb @ file:///wheels/duckdb.whl",
        "proxy = 10.0.3.7",
    ],
)
def test_a_planted_trace_is_found(planted):
    assert len(traces(planted)) >= 1


def test_a_place_on_the_web_or_on_loopback_is_no_trace():
    assert traces("https://example.org/home/a/b 127.0.0.1 ~/corpus version 10.2.3") == []
