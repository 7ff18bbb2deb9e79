"""Measures the limits of the house style: how long files and functions are, how much is comment.

It depends on the standard library only and reads the source as text.
A new measure is one more line in `measures`.
"""

import ast
import io
import statistics
import sys
import tokenize
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def quantiles(numbers: list[int]) -> str:
    """Say median, ninth decile and maximum."""
    ninth = sorted(numbers)[int(0.9 * (len(numbers) - 1))]
    return f"median {statistics.median(numbers):.0f}, p90 {ninth}, max {max(numbers)}"


def spans(path: Path) -> list[tuple[int, str]]:
    """Return the length and place of every function of a file."""
    return [
        ((node.end_lineno or 0) - node.lineno + 1, f"{path.relative_to(ROOT)}:{node.name}")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def comment_lines(text: str) -> int:
    """Count the lines that hold a comment."""
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return len({token.start[0] for token in tokens if token.type == tokenize.COMMENT})


def measures(folder: Path) -> list[str]:
    """Return the measures of one folder, in words."""
    paths = sorted(folder.rglob("*.py"))
    texts = [path.read_text(encoding="utf-8") for path in paths]
    lengths = [text.count("\n") for text in texts]
    functions = sorted((span for path in paths for span in spans(path)), reverse=True)
    comments = sum(map(comment_lines, texts))
    longest = [f"    {length} {place}" for length, place in functions[:10]]
    return [
        f"{folder.relative_to(ROOT)}: {len(paths)} files, {sum(lengths)} lines",
        f"  files: {quantiles(lengths)} (limits 120, 300, 500)",
        f"  functions: {quantiles([length for length, _ in functions])} (limits 8, 30, 60)",
        f"  comments: {100 * comments / sum(lengths):.1f} % of lines (4 to 10)",
        "  longest functions:",
        *longest,
    ]


def main() -> int:
    """Print the measures of source and tests."""
    for folder in (ROOT / "src", ROOT / "tests"):
        print("\n".join(measures(folder)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
