"""Drawings: an SVG picture is let out as shapes and words only, whatever else the format can do.

It depends on the expat of the standard library.
An element or a property that the pictures of this project come to need is one more word in
`_ELEMENTS` or `_PROPERTIES`; all that is in neither is a part that cannot be let out.

Safety: a drawing that calls an address tells its owner who looks at it and when, and a program in
one runs on the machine of whoever opens the file from a release.

Source: W3C, "Scalable Vector Graphics (SVG) 2", https://www.w3.org/TR/SVG2/.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from safeconduct.publish.linter.decoding import texts_of
from safeconduct.publish.linter.passage import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

NAME: Final = "drawing"
NOT_DRAWN: Final = "is more than shapes and words; draw it without, or let it out as PNG"
NOT_READ: Final = "is no drawing that can be read; save it once more, or let it out as PNG"
_SVG: Final = "http://www.w3.org/2000/svg"
_XLINK: Final = "http://www.w3.org/1999/xlink"
_XML: Final = "http://www.w3.org/XML/1998/namespace"
_BETWEEN: Final = "\x1f"
_BEGINS: Final = re.compile(
    r"(?:\ufeff|\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)*<(?:[\w.-]+:)?svg[\s>/]",
    re.DOTALL | re.IGNORECASE,
)
_BEGINNING: Final = 100_000  # characters in which a drawing has to begin
_ELEMENTS: Final = frozenset(
    (
        *("svg", "g", "defs", "title", "desc", "symbol", "use", "switch", "marker", "mask"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"),
        *("textPath", "clipPath", "linearGradient", "radialGradient", "stop", "pattern"),
    )
)
# Properties by what they are about: the drawing, its lines, its words, those who cannot see it.
_PROPERTIES: Final = frozenset(
    (
        *("class", "id", "style", "version", "viewBox", "preserveAspectRatio", "transform"),
        *("width", "height", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "ry", "d"),
        *("dx", "dy", "fx", "fy", "points", "rotate", "pathLength", "offset", "opacity", "color"),
        *("fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity"),
        *("stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin"),
        *("stroke-miterlimit", "clip-path", "clip-rule", "mask", "display", "visibility"),
        *("overflow", "stop-color", "stop-opacity", "vector-effect", "shape-rendering"),
        *("paint-order", "mix-blend-mode", "pointer-events", "gradientUnits", "spreadMethod"),
        *("gradientTransform", "clipPathUnits", "maskUnits", "maskContentUnits", "patternUnits"),
        *("patternContentUnits", "patternTransform", "marker-start", "marker-mid", "marker-end"),
        *("markerWidth", "markerHeight", "markerUnits", "refX", "refY", "orient"),
        *("font-family", "font-size", "font-style", "font-weight", "font-variant", "font-stretch"),
        *("text-anchor", "text-rendering", "text-decoration", "dominant-baseline", "direction"),
        *("alignment-baseline", "baseline-shift", "letter-spacing", "word-spacing", "lang"),
        *("writing-mode", "unicode-bidi", "textLength", "lengthAdjust", "startOffset", "role"),
        *("white-space", "href", "image-rendering", "focusable", "tabindex", "baseProfile"),
        *(f"{_XLINK}{_BETWEEN}href", f"{_XML}{_BETWEEN}space", f"{_XML}{_BETWEEN}lang"),
    )
)
_SPOKEN: Final = re.compile(r"aria-[a-z]+")
_WITHIN: Final = re.compile(r"#[\w.-]+")
# A reference to a part of the same drawing; with any other, a brush or a shape is fetched.
_OWN_PART: Final = re.compile(r"""url\(\s*(["']?)#[\w.-]+\1\s*\)""", re.IGNORECASE)
# What a style sheet calls things by, and the signs under which it can hide that it does.
_CALLS: Final = re.compile(
    r"url|src|image|@|\\|/\*|expression|behavior|binding|element|attr\s*\(|var\s*\(|//|script:|data:",
    re.IGNORECASE,
)
_IS_WORDS: Final = frozenset(("class", "id", "role", "lang"))


def reads(name: str, octets: bytes) -> bool:
    """Whether it is a drawing, by its name or by how it begins."""
    return name.casefold().endswith(".svg") or any(
        _BEGINS.match(text[:_BEGINNING]) for text in texts_of(octets)
    )


def parts(octets: bytes) -> Iterator[Part]:
    """The places at which there is more than shapes and words; what they say is text like any."""
    found: list[Part] = []
    parser = expat.ParserCreate(namespace_separator=_BETWEEN)

    def note() -> None:
        found.append(Part(place=f"line {parser.CurrentLineNumber}", unread=NOT_DRAWN))

    def element(name: str, properties: Mapping[str, str]) -> None:
        space, _, plain = name.rpartition(_BETWEEN)
        is_drawn = space == _SVG and plain in _ELEMENTS
        if not is_drawn or any(not _is_harmless(*each) for each in properties.items()):
            note()

    def declared(*_: object) -> None:
        note()

    parser.StartElementHandler = element
    # What a document type declares can stand for any element, and an instruction can name a style
    # sheet.
    parser.StartDoctypeDeclHandler = declared
    parser.ProcessingInstructionHandler = declared
    try:
        parser.Parse(octets, True)  # noqa: FBT003 - the library takes it by place
    except (expat.ExpatError, ValueError, LookupError):
        yield Part(place=f"line {parser.ErrorLineNumber}", unread=NOT_READ)
    yield from dict.fromkeys(found)


def _is_harmless(name: str, value: str) -> bool:
    if name not in _PROPERTIES and not _SPOKEN.fullmatch(name):
        return False
    if name in ("href", f"{_XLINK}{_BETWEEN}href"):
        return _WITHIN.fullmatch(value.strip()) is not None
    is_word = name in _IS_WORDS or _SPOKEN.fullmatch(name)
    return bool(is_word) or not _CALLS.search(_OWN_PART.sub("", value))
