"""The stylesheet: the files of `css/` in their cascade layers, as one file.

It depends on the files only; there is no build, and what stands in a file is what a browser reads.
A component's styles stand in `css/components/<name>.css`; colours and sizes stand in
`css/tokens.css`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER: Final = Path(__file__).parent / "css"
# The sign of a count with its bounds: a bar, and a line with ticks.
ICON: Final = FOLDER / "icon.png"
# Later layers win, whatever the weight of a selector; print comes last.
LAYERS: Final = ("tokens", "elements", "layout", "components", "scale", "print")
_PER_CENT: Final = 100
_MOST_COLUMNS: Final = 8


def stylesheet() -> str:
    """Write the stylesheet of a site."""
    parts = [f"@layer {', '.join(LAYERS)};\n"]
    for layer in LAYERS:
        parts.extend(f"@layer {layer} {{\n{text.rstrip()}\n}}\n" for text in _texts(layer))
    return "\n".join(parts)


def _texts(layer: str) -> Iterator[str]:
    if layer == "scale":
        yield _scale()
    elif layer == "components":
        for path in sorted((FOLDER / "components").glob("*.css")):
            yield path.read_text(encoding="utf-8")
    else:
        yield (FOLDER / f"{layer}.css").read_text(encoding="utf-8")


def _scale() -> str:
    """Write a class for every per cent: a page carries no inline style to place a bar with."""
    steps = range(_PER_CENT + 1)
    lines = [f".from-{step} {{ inset-inline-start: {step}%; }}" for step in steps]
    lines += [f".to-{step} {{ inset-inline-end: {_PER_CENT - step}%; }}" for step in steps]
    lines += [f".in-column-{number} {{ --column: {number}; }}" for number in range(_MOST_COLUMNS)]
    return "\n".join(lines)
