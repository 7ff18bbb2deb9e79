"""How a release is cited: in a sentence, as CITATION.cff and as BibTeX.

It depends on releases only.
A further form is one more function here and its place on the page about citing.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from safeconduct.publish.release import Release
    from safeconduct.report.markup import Passage

_SPDX: Final = re.compile(r"[A-Za-z0-9.+-]+")
_CREATIVE_COMMONS: Final = re.compile(
    r"CC-(?P<terms>BY(?:-NC)?(?:-(?:SA|ND))?)-(?P<version>\d\.\d)"
)
_TEX: Final = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "{}%&$#_"},
}


def as_sentence(release: Release, *, title: Passage) -> str:
    """Publisher, title, version and year, with the digest that says which bytes are meant."""
    return (
        f"{release.publisher} ({release.made_on[:4]}). {title}. {release.id}, {release.version}. "
        f"SHA-256 {release.digest}."
    )


def as_cff(release: Release, *, title: Passage) -> str:
    """The text of a CITATION.cff; every text is quoted as JSON, which YAML reads as it is."""
    lines = [
        "cff-version: 1.2.0",
        'message: "Cite this release as it is described here."',
        "type: dataset",
        f"title: {_quoted(str(title))}",
        f"version: {_quoted(release.version)}",
        f"date-released: {release.made_on}",
        "authors:",
        f"  - name: {_quoted(release.publisher)}",
    ]
    if is_spdx(release.licence):
        lines.append(f"license: {release.licence}")
    elif licence_address(release.licence):
        lines.append(f"license-url: {_quoted(release.licence)}")
    lines += [
        "identifiers:",
        "  - type: other",
        f"    value: sha256:{release.digest}",
        f"    description: {_quoted(f'SHA-256 of release.json of {release.id}')}",
    ]
    return "\n".join(lines) + "\n"


def as_bibtex(release: Release, *, title: Passage) -> str:
    """A BibTeX entry, which every reference manager reads."""
    fields = {
        "author": f"{{{_tex(release.publisher)}}}",
        "title": f"{{{_tex(str(title))}}}",
        "year": release.made_on[:4],
        "date": release.made_on,
        "version": _tex(release.version),
        "note": f"Release {release.id}, SHA-256 {release.digest}",
    }
    width = max(map(len, fields))
    lines = [f"  {name.ljust(width)} = {{{text}}}" for name, text in fields.items()]
    return f"@misc{{{release.id},\n" + ",\n".join(lines) + "\n}\n"


def is_spdx(licence: str) -> bool:
    """Whether a licence is written as an identifier is, and not as an address or a sentence."""
    return bool(_SPDX.fullmatch(licence))


def licence_address(licence: str) -> str:
    """The address of a licence that has one for certain; "" otherwise."""
    if licence.startswith(("http://", "https://")):
        return licence
    if found := _CREATIVE_COMMONS.fullmatch(licence):
        terms, version = found["terms"].lower(), found["version"]
        return f"https://creativecommons.org/licenses/{terms}/{version}/"
    if licence == "CC0-1.0":
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    return ""


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _tex(text: str) -> str:
    return "".join(_TEX.get(letter, letter) for letter in " ".join(text.split()))
