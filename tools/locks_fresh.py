"""Finds a lock in `requirements/` that no longer follows from its `.in` file.

It needs uv and the package index; it depends on nothing of the package.
A new set is one new `.in` file, and its name in the Makefile.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

REQUIREMENTS = Path(__file__).resolve().parent.parent / "requirements"


def pins(lock: str) -> list[str]:
    """Return the pinned releases of a lock.

    Hashes are left out: an index may add a wheel to a release, which makes no lock stale.
    """
    return sorted(line.rstrip(" \\") for line in lock.splitlines() if "==" in line)


def compiled_anew(wanted: Path, lock: Path) -> str:
    """Compile a set again, starting from its present pins, and return the new lock."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / lock.name
        copy.write_text(lock.read_text(encoding="utf-8"), encoding="utf-8")
        command = ["uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"]
        options = ["--no-header", "--no-annotate", str(wanted), "--output-file", str(copy)]
        program = str(Path(sys.executable).parent / command[0])
        subprocess.run([program, *command[1:], *options], check=True, stdout=subprocess.DEVNULL)
        return copy.read_text(encoding="utf-8")


def main() -> int:
    """Say which locks are stale, and fail if there is one."""
    stale = [
        wanted.name
        for wanted in sorted(REQUIREMENTS.glob("*.in"))
        for lock in [wanted.with_suffix(".txt")]
        if pins(lock.read_text(encoding="utf-8")) != pins(compiled_anew(wanted, lock))
    ]
    for name in stale:
        print(f"requirements/{name}: the lock is stale: make locks", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
