"""The page of benchmarks in sections, each of which can be measured anew while the others stay.

It depends on the standard library.
A section is what stands between its two marks; one that was never measured is added at the end.
"""

import re
from pathlib import Path

HEAD = (
    "# Benchmarks",
    "",
    (
        "Written by `make bench`, section by section (`python -m benchmarks SECTION`): medians; "
        "a ratio holds where an absolute time does not."
    ),
    "",
)
_SECTION = re.compile(r"<!-- (\w+) -->\n(.*?)\n<!-- end \1 -->", re.DOTALL)


def written(page: Path, measured: dict[str, list[str]]) -> str:
    """Return the page with the sections that were measured in place of the earlier ones."""
    text = page.read_text(encoding="utf-8") if page.exists() else ""
    sections = dict(_SECTION.findall(text))
    sections |= {name: "\n".join(lines).strip("\n") for name, lines in measured.items()}
    parts = [f"<!-- {name} -->\n{body}\n<!-- end {name} -->" for name, body in sections.items()]
    return "\n".join(HEAD) + "\n" + "\n\n".join(parts) + "\n"
