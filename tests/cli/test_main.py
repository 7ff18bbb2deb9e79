"""The start: help without click, the slow way with a setting, one console script for both.

It depends on the entry point; one test starts the installed program, the others stay in process.
That the packaged page is what click would print is asked here; `make bench` times the start.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from safeconduct import cli
from safeconduct.cli.help_pages import first_page

PAGE = Path(cli.__file__).with_name("help.txt")


def start(*arguments, settings=None):
    program = Path(sys.executable).with_name("safeconduct")
    return subprocess.run(
        [program, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "/usr/bin:/bin", **(settings or {})},
    )


def test_the_packaged_page_is_what_click_would_print():
    assert PAGE.read_text(encoding="utf-8") == first_page(), "python tools/cli_help.py"


@pytest.mark.parametrize("arguments", [[], ["--help"]])
def test_help_is_printed_without_loading_anything(arguments):
    code = f"import sys; sys.argv = {['safeconduct', *arguments]}; from safeconduct.cli import main"
    loaded = "print(sorted(name for name in ('click', 'pathlib', 'typing', 'dataclasses', 'babel')"
    code += f"; assert main() == 0; {loaded} if name in sys.modules))"

    done = subprocess.run(
        [sys.executable, "-S", "-c", f"import sys; sys.path.insert(0, {source()!r}); {code}"],
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout == f"{first_page()}[]\n"


def source():
    return str(Path(cli.__file__).parents[2])


def test_with_a_setting_the_slow_way_prints_the_same_page(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["safeconduct", "--help"])
    monkeypatch.setenv("SAFECONDUCT_CACHE", "on")

    assert cli.main() == 0
    assert capsys.readouterr().out == first_page()


def test_a_wrong_setting_stops_even_the_help(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["safeconduct"])
    monkeypatch.setenv("SAFECONDUCT_CASH", "on")

    assert cli.main() == 2
    assert "Did you mean SAFECONDUCT_CACHE?" in capsys.readouterr().err


def test_without_click_it_says_what_to_install(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["safeconduct", "schemes"])
    monkeypatch.setitem(sys.modules, "click", None)
    for name in [name for name in sys.modules if name.startswith("safeconduct.cli.")]:
        monkeypatch.delitem(sys.modules, name)

    assert cli.main() == 7
    assert "pip install 'safeconduct[cli]'" in capsys.readouterr().err


def test_the_console_script_answers_helps_and_refuses():
    helped = start("--help")
    answered = start("schemes", "uk-2025")
    refused = start("schemes", "uk")

    assert (helped.returncode, helped.stdout, helped.stderr) == (0, first_page(), "")
    assert answered.returncode == 0
    assert answered.stdout.startswith("uk-2025 (")
    assert (refused.returncode, refused.stdout) == (4, "")
    assert "Known schemes" in refused.stderr


def test_a_reader_who_goes_away_is_no_error():
    program = Path(sys.executable).with_name("safeconduct")
    with subprocess.Popen(
        [program, "vocabulary", "techniques", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as started:
        assert started.stdout
        assert started.stderr
        started.stdout.close()
        said = started.stderr.read()

    assert (started.returncode, said) == (141, b"")
