"""Transcripts: what a person types and what comes back, in one file with the files it needs.

It depends on the command line, which it calls in this process, and on the standard library.
A transcript begins with a sentence; `-- NAME --` begins a file of the working folder, and
`-- NAME filled --` a table that shows the columns it needs, the others being blank.
`$ safeconduct …` is typed, two blanks begin a line of stdout, `! ` one of stderr, `? ` the exit
code where it is not 0; a line `…` stands for any lines.
`python -m tests.cli.transcript` writes the answers anew.
"""

import contextlib
import csv
import io
import os
import re
import shlex
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from safeconduct.cli.program import run
from safeconduct.record.tables import TABLES

FOLDER = Path(__file__).parent / "transcripts"
ANY = "…"
WAITING = " …"
_FILE = re.compile(r"-- (\S+)( filled)? --")
# Digests change with every corpus and scheme; that they are there is enough here.
_DIGEST = re.compile(r"\b(?:[0-9a-f]{64}|(?=[0-9]*[a-f])[0-9a-f]{12})\b")
_SETTING = re.compile(r"[A-Z_]+=\S*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One command with what came back."""

    command: str
    answer: tuple[str, ...]

    @property
    def verb(self) -> str:
        """The verb that was called."""
        words = [word for word in shlex.split(self.command) if not _SETTING.fullmatch(word)]
        return words[1] if len(words) > 1 else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """One file: why it is kept, the files of the working folder by their heads, the steps."""

    path: Path
    opening: str
    files: Mapping[str, str]
    steps: tuple[Step, ...]


def transcripts() -> list[Transcript]:
    """Read every transcript, sorted by name."""
    return [read(path) for path in sorted(FOLDER.glob("*.txt"))]


def read(path: Path) -> Transcript:
    """Read one transcript."""
    before, _, after = path.read_text(encoding="utf-8").partition("\n$ ")
    opening, *rest = re.split(r"^(?=-- \S+(?: filled)? --$)", before, flags=re.MULTILINE)
    files = {}
    for part in rest:
        head, _, text = part.partition("\n")
        files[head] = text.rstrip("\n") + "\n"
    steps = []
    for part in f"\n{after}".split("\n$ "):
        command, *answer = part.strip("\n").split("\n")
        steps.append(Step(command=command, answer=tuple(answer)))
    return Transcript(path=path, opening=opening.strip(), files=files, steps=tuple(steps))


def play(step: Step) -> tuple[str, ...]:
    """Run one command in the working folder; return what comes back as a transcript shows it."""
    words = shlex.split(step.command)
    settings = dict(word.split("=", 1) for word in words if _SETTING.fullmatch(word))
    words = [word for word in words if not _SETTING.fullmatch(word)]
    target = words[words.index(">") + 1] if ">" in words else ""
    arguments = words[1 : words.index(">")] if target else words[1:]
    out, talk = io.StringIO(), io.StringIO()
    with _environment(settings), contextlib.redirect_stdout(out), contextlib.redirect_stderr(talk):
        code = run(arguments)
    if target:
        Path(target).write_text(out.getvalue(), encoding="utf-8")
        out = io.StringIO()
    said, talked = (_DIGEST.sub(_masked, stream.getvalue()) for stream in (out, talk))
    return (
        *(f"  {line}".rstrip() for line in said.rstrip("\n").splitlines()),
        # A line of waiting comes where work takes long, which is for the machine to say.
        *(f"! {line}".rstrip() for line in talked.splitlines() if not line.endswith(WAITING)),
        *([f"? {code}"] if code else []),
    )


def _masked(_digest: re.Match[str]) -> str:
    return "#" * 12


def lay_out(transcript: Transcript, folder: Path) -> None:
    """Write the files of a transcript into a folder."""
    for head, text in transcript.files.items():
        name, is_short = _FILE.fullmatch(head).groups()  # type: ignore[union-attr]
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(filled(path.stem, text) if is_short else text, encoding="utf-8")


def filled(table: str, text: str) -> str:
    """A table with every column it has to have, those that the text leaves out being blank."""
    given = list(csv.DictReader(io.StringIO(text)))
    out = io.StringIO()
    writer = csv.DictWriter(out, TABLES[table].headings, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(given)
    return out.getvalue()


def agrees(expected: tuple[str, ...], found: tuple[str, ...]) -> bool:
    """Say whether an answer is the one expected, `…` standing for any lines."""
    pattern = "\n".join(
        "(?s:.*)" if line.strip(" !") == ANY else re.escape(line.rstrip()) for line in expected
    )
    return re.fullmatch(pattern, "\n".join(found)) is not None


def written(transcript: Transcript) -> str:
    """Play a transcript in a new folder, and write it with what comes back now."""
    parts = [transcript.opening + "\n\n"]
    parts += [f"{head}\n{text}\n" for head, text in transcript.files.items()]
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        lay_out(transcript, Path(folder))
        for step in transcript.steps:
            found = play(step)
            kept = step.answer if agrees(step.answer, found) else found
            parts.append("\n".join((f"$ {step.command}", *kept)) + "\n\n")
    return "".join(parts).rstrip("\n") + "\n"


@contextlib.contextmanager
def _environment(settings: Mapping[str, str]) -> Iterator[None]:
    before = {name: text for name, text in os.environ.items() if name.startswith("SAFECONDUCT_")}
    for name in before:
        del os.environ[name]
    os.environ.update(settings)
    try:
        yield
    finally:
        for name in settings:
            os.environ.pop(name, None)
        os.environ.update(before)


def main() -> int:
    """Write the answers of every transcript anew, for a person to read in the diff."""
    for transcript in transcripts():
        transcript.path.write_text(written(transcript), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
