"""Writes the page on schemes: what each definition admits and leaves out, in its own file's words.

It imports `safeconduct.figures.scheme` and the vocabulary; nothing imports it but
`tools/reference.py`. A new scheme file appears here by itself.
"""

from safeconduct.figures.scheme import Scheme, schemes

INTRODUCTION = """# Schemes

A scheme is somebody's definition of transnational repression, made runnable.
Facts are stored once; each scheme says of every incident whether it is in, out or undecided, and which clause decided.
Clauses are asked in this order: kind, standing, origins and years (on request), techniques, attribution, targets, place.
The first that says "out" decides; an incident that a clause cannot decide counts in the high bound only.
A place of which a source says `unknown:abroad` lies outside the origin state, named or not; where only weak statements say so, the place clause leaves it undecided.

A scheme file is TOML in `src/safeconduct/figures/schemes/`:

| key | holds |
| --- | --- |
| `id`, `publisher`, `version` | text; the id is the file's name |
| `unit` | `incident` or `person`: what the scheme counts unless another measure is asked for |
| `kinds` | kinds of incident that it admits; only the kind incident is ever counted |
| `minimum_standing` | `contested`, `alleged`, `reported`, `corroborated` or `established` |
| `techniques` | terms, at least one of which must be shown |
| `attributions`, `doubtful_attributions` | terms that it admits, and terms that it leaves undecided; none asks for no tie |
| `targets` | terms, at least one of which must be concerned; none admits every target |
| `place` | `anywhere`, `target-outside-origin` or `act-outside-origin` |
| `[source]` | title, and page, section or url |
| `[label]`, `[definition]`, `[leaves_out]` | a text in `en` and in `ru` |
| `[scope]` | `origins` and `years` of the scheme's own dataset, applied on request only |
"""


def page() -> str:
    """Return the page as Markdown."""
    return INTRODUCTION + "\n" + "\n".join(_section(scheme) for scheme in schemes().values())


def _section(scheme: Scheme) -> str:
    source = ", ".join(str(value) for value in scheme.source.values())
    lines = [
        f"## {scheme.id}",
        "",
        f"{scheme.label['en']}, {scheme.publisher}, version {scheme.version}.",
        scheme.definition["en"],
        f"It leaves out: {scheme.leaves_out['en']}",
        f"Source: {source}.",
        "",
        f"- unit: {scheme.unit}",
        f"- kinds: {_listed(scheme.kinds)}",
        f"- minimum standing: {scheme.minimum_standing.word}",
        f"- techniques: {_listed(scheme.techniques)}",
        f"- attributions: {_listed(scheme.attributions) or 'no tie is asked for'}",
        f"- undecided attributions: {_listed(scheme.doubtful_attributions) or 'none'}",
        f"- targets: {_listed(scheme.targets) or 'all'}",
        f"- place: {scheme.place}",
    ]
    if scheme.origins or scheme.years:
        years = "" if scheme.years is None else f"{scheme.years[0]}–{scheme.years[1] or ''}"
        lines.append(f"- own scope: {'; '.join(filter(None, (_listed(scheme.origins), years)))}")
    return "\n".join(lines) + "\n"


def _listed(words: frozenset[str]) -> str:
    return ", ".join(sorted(words))
