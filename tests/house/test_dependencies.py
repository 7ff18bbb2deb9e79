"""What the package needs, what the locks install and what the pages say about it agree.

It depends on `pyproject.toml`, `requirements/` and `CITATION.cff`.
A new set of requirements is found by itself.
"""

import re
import tomllib

import safeconduct
from tests.house.checkout import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
REQUIREMENTS = ROOT / "requirements"
NAME = re.compile(r"^([a-z0-9][a-z0-9._-]*)")


def wanted(file: str) -> dict[str, str]:
    """Return the packages of an `.in` file, each with the reason on its line."""
    lines = (REQUIREMENTS / file).read_text(encoding="utf-8").splitlines()
    parted = [line.partition("#") for line in lines if NAME.match(line)]
    return {name.strip(): reason.strip() for name, _, reason in parted}


# What an extra offers and a plain install leaves out, and why; the tests need it all the same.
APART = {"openmined-psi": "its wheels ask for a newer glibc than everything else"}


def declared() -> set[str]:
    extras = [one for extra in PROJECT["optional-dependencies"].values() for one in extra]
    names = {NAME.match(one)[0] for one in [*PROJECT["dependencies"], *extras]}  # type: ignore[index]
    return names - {"safeconduct"}


def test_the_base_set_is_what_the_package_declares_and_what_builds_it():
    assert set(wanted("base.in")) == declared() - set(APART) | {"hatchling", "editables"}
    assert set(APART) <= set(wanted("test.in"))


def test_the_core_set_is_what_the_package_needs_without_extras():
    assert set(wanted("core.in")) == {NAME.match(one)[0] for one in PROJECT["dependencies"]}  # type: ignore[index]


def test_every_requirement_has_its_reason_on_the_line():
    unexplained = [
        name
        for file in REQUIREMENTS.glob("*.in")
        for name, reason in wanted(file.name).items()
        if not reason
    ]

    assert unexplained == []


def test_every_pin_of_every_lock_has_a_hash_and_no_address():
    for lock in REQUIREMENTS.glob("*.txt"):
        text = lock.read_text(encoding="utf-8")
        lines = [line for line in text.splitlines() if not line.startswith("    --hash=sha256:")]

        assert text.count(" \\\n    --hash=sha256:") >= len(lines) > 0, lock.name
        assert all("==" in line and line.endswith(" \\") for line in lines), lock.name
        assert "://" not in text, lock.name


def test_every_set_has_a_lock_and_every_lock_a_set():
    assert {path.stem for path in REQUIREMENTS.glob("*.in")} == {
        path.stem for path in REQUIREMENTS.glob("*.txt")
    }


def test_the_same_package_has_the_same_pin_in_every_lock():
    pins: dict[str, set[str]] = {}
    for lock in REQUIREMENTS.glob("*.txt"):
        for line in lock.read_text(encoding="utf-8").splitlines():
            if "==" in line:
                pins.setdefault(line.split("==")[0] + line.partition(";")[2], set()).add(line)

    assert [name for name, lines in pins.items() if len(lines) > 1] == []


def test_the_citation_names_the_version_of_the_package():
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")

    assert f"\nversion: {safeconduct.__version__}\n" in citation
