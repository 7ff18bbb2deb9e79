"""The shape of files, functions, comments and names, as `docs/house-style.md` asks.

It depends on the source as text; nothing is imported.
A limit is changed here and in the house style together.
"""

import ast
import io
import re
import tokenize

import pytest

from tests.house.checkout import PACKAGES, ROOT, functions, modules
from tests.house.naming import words

LONGEST_FILE = 500
LONGEST_FUNCTION = 60
LONGEST_FUNCTION_OF_NUMBERS = 90  # in `estimate`, where a formula stands whole
MOST_ARGUMENTS = 6
MOST_BY_POSITION = 2
LONGEST_CONFTEST = 150
DRAWERS = frozenset(
    [
        "utils",
        "util",
        "helpers",
        "helper",
        "common",
        "misc",
        "core",
        "base",
        "manager",
        "handler",
        "processor",
        "service",
        "data",
        "info",
        "obj",
        "tmp",
    ]
)
# A proper name is no drawer: Data Package is the specification that a corpus folder follows.
PROPER_NAMES = frozenset({"data_package", "DataPackage"})
TODO = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
ISSUE = re.compile(r"\bissue \d+\b|#\d+\b")
# Folders below tests/ that mirror no package.
UNMIRRORED = frozenset({"house", "browser", "golden", "tools"})


def complaints(path: str, source: str) -> list[str]:
    """Say everything that is wrong with one file."""
    tree = ast.parse(source)
    found = [*file_complaints(path, source, tree), *comment_complaints(source)]
    for function in functions(tree):
        longest = LONGEST_FUNCTION_OF_NUMBERS if "/estimate/" in path else LONGEST_FUNCTION
        problems = function_complaints(function, longest)
        found += [f"line {function.lineno}: {text}" for text in problems]
    return found


def file_complaints(path: str, source: str, tree: ast.Module) -> list[str]:
    found = []
    text = ast.get_docstring(tree) or ""
    if sentences(text) < 3 and not path.endswith("__init__.py"):
        found.append("the module docstring has fewer than three sentences")
    if not text:
        found.append("there is no module docstring")
    if source.count("\n") > LONGEST_FILE:
        found.append(f"the file has more than {LONGEST_FILE} lines")
    named = {part.removesuffix(".py").removeprefix("test_") for part in path.split("/")}
    named |= {node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
    found += [
        f"{name} is a drawer" for name in sorted(named - PROPER_NAMES) if DRAWERS & set(words(name))
    ]
    return found


def function_complaints(
    function: ast.FunctionDef | ast.AsyncFunctionDef, longest: int = LONGEST_FUNCTION
) -> list[str]:
    found = []
    if (function.end_lineno or 0) - function.lineno + 1 - docstring_lines(function) > longest:
        found.append(f"{function.name} has more than {longest} lines")
    by_position = [argument.arg for argument in function.args.posonlyargs + function.args.args]
    if by_position[:1] in (["self"], ["cls"]):
        by_position = by_position[1:]
    if len(by_position) + len(function.args.kwonlyargs) > MOST_ARGUMENTS:
        found.append(f"{function.name} has more than {MOST_ARGUMENTS} arguments")
    # What only its own file calls is read beside the call; a decorator's caller is not ours.
    apart = function.name.startswith("_") or function.decorator_list
    if len(by_position) > MOST_BY_POSITION and not apart:
        found.append(f"{function.name} takes more than {MOST_BY_POSITION} arguments by position")
    exact = {"data", "info", "obj", "tmp"} & {function.name, *by_position}
    found += [f"{name} is a drawer" for name in sorted(exact)]
    return found


def docstring_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count the lines of a docstring: what a reader must know makes no function long."""
    first = function.body[0]
    is_text = isinstance(first, ast.Expr) and ast.get_docstring(function) is not None
    return (first.end_lineno or 0) - first.lineno + 1 if is_text else 0


def comment_complaints(source: str) -> list[str]:
    return [
        f"line {token.start[0]}: a TODO names an issue"
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type == tokenize.COMMENT
        and TODO.search(token.string)
        and not ISSUE.search(token.string)
    ]


def sentences(text: str) -> int:
    """Count sentences, roughly: a full stop, colon or semicolon before a blank or the end."""
    return len(re.findall(r"[.:;!?](?=\s|$)", text))


def test_every_file_has_good_manners():
    found = {
        path: complaints(path, source) for path, source in modules("src", "tools", "benchmarks")
    }

    assert {path: texts for path, texts in found.items() if texts} == {}


def test_every_test_file_has_good_manners_too():
    # Fixtures come by name, so a test may take as many arguments as it needs.
    found = {
        path: [text for text in complaints(path, source) if "arguments" not in text]
        for path, source in modules("tests")
    }

    assert {path: texts for path, texts in found.items() if texts} == {}


THREE = '"""One. Two. Three."""\n'


@pytest.mark.parametrize(
    ("path", "source", "complaint"),
    [
        ("a.py", "x = 1\n", "there is no module docstring"),
        ("a.py", '"""One."""\n', "the module docstring has fewer than three sentences"),
        ("a.py", THREE + "\n" * 500, "the file has more than 500 lines"),
        ("common/a.py", THREE, "common is a drawer"),
        ("a.py", THREE + "class CaseManager: ...\n", "CaseManager is a drawer"),
        ("a.py", THREE + "def f(data): ...\n", "line 2: data is a drawer"),
        ("a.py", THREE + "def f(a, b, c): ...\n", "line 2: f takes more than 2 arguments"),
        ("a.py", THREE + "def f(*, a, b, c, d, e, f, g): ...\n", "more than 6 arguments"),
        ("a.py", THREE + "def f():\n" + " x\n" * 60, "line 2: f has more than 60 lines"),
        ("a.py", THREE + "# TODO soon\n", "line 2: a TODO names an issue"),
    ],
)
def test_bad_manners_are_noticed(path, source, complaint):
    assert any(complaint in text for text in complaints(path, source))


def test_good_manners_are_left_alone():
    source = THREE + "# TODO issue 7: soon\nclass A:\n def f(self, a, b, *, c): ...\n"
    source += "def _f(a, b, c): ...\n"

    assert complaints("record/a.py", source) == []


def test_the_folders_of_the_tests_mirror_those_of_the_source():
    tested = {path.name for path in (ROOT / "tests").iterdir() if path.is_dir()}
    packages = {path.name for path in (ROOT / "src" / "safeconduct").iterdir() if path.is_dir()}

    assert {name for name in tested - packages - UNMIRRORED if not name.startswith("_")} == set()


def test_no_test_patches_code_and_every_test_asserts():
    found = {
        path: silent(ast.parse(source)) for path, source in modules("tests") if "/test_" in path
    }

    assert {path: names for path, names in found.items() if names} == {}


def silent(tree: ast.Module) -> list[str]:
    """Return the tests that assert nothing, by themselves or through a function that says so."""
    return [
        function.name
        for function in functions(tree)
        if function.name.startswith("test_") and not any(map(asserts, ast.walk(function)))
    ]


def asserts(node: ast.AST) -> bool:
    """Say whether a node asserts: the statement, `pytest.raises`, or a call of `assert_…`."""
    match node:
        case ast.Assert():
            return True
        case ast.Call(func=ast.Attribute(attr=name)) | ast.Call(func=ast.Name(id=name)):
            return name in {"raises", "warns"} or name.startswith("assert_")
        case _:
            return False


@pytest.mark.parametrize(
    ("test", "is_silent"),
    [
        ("def test_a(): 1 + 1", True),
        ("def test_a(): assert 1", False),
        ("def test_a():\n with pytest.raises(ValueError): 1", False),
        ("def test_a(page): assert_accessible(page)", False),
    ],
)
def test_a_test_that_asserts_nothing_is_noticed(test, is_silent):
    assert bool(silent(ast.parse(test))) is is_silent


def test_every_package_that_is_checked_is_there_or_not_begun():
    assert {name for name in PACKAGES if (ROOT / name).is_dir()} >= {"src", "tests", "tools"}
