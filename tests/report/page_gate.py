"""The gate that every page passes: valid HTML, whole links, pictures in words, nothing foreign.

It depends on the standard library's parser and on the files of a site.
A page test inherits the gate by naming its site; a new demand is one more function in `DEMANDS`.
"""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

VOID = frozenset({"meta", "link", "img", "source", "br", "col"})
PHRASING = frozenset(
    {"a", "abbr", "b", "bdi", "cite", "code", "img", "picture", "q", "source", "span", "strong"}
)
FLOW = PHRASING | frozenset(
    {
        *("article", "details", "div", "dl", "figure", "footer", "h1", "h2", "h3", "header"),
        *("main", "nav", "ol", "p", "section", "table", "ul"),
    }
)
HEADINGS = ("h1", "h2", "h3")
# What may stand in what; an element that is missing here may not stand on a page at all.
CONTENT = {
    "html": frozenset({"head", "body"}),
    "head": frozenset({"meta", "title", "link"}),
    "title": frozenset(),
    "ul": frozenset({"li"}),
    "ol": frozenset({"li"}),
    "dl": frozenset({"div", "dt", "dd"}),
    "table": frozenset({"caption", "thead", "tbody"}),
    "thead": frozenset({"tr"}),
    "tbody": frozenset({"tr"}),
    "tr": frozenset({"th", "td"}),
    "picture": frozenset({"source", "img"}),
    "details": FLOW | {"summary"},
    "figure": FLOW | {"figcaption"},
    "summary": PHRASING | frozenset(HEADINGS),
    "div": FLOW | {"dt", "dd"},
    **dict.fromkeys(("p", "h1", "h2", "h3", "caption", "dt", "th"), PHRASING),
    **dict.fromkeys(PHRASING - {"img", "source", "picture"}, PHRASING),
    **dict.fromkeys(
        (
            *("body", "main", "header", "footer", "nav", "section", "article", "li", "dd", "td"),
            "figcaption",
        ),
        FLOW,
    ),
}
BARE_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|#\d{1,7}|#x[0-9a-fA-F]{1,6});)")


@dataclass
class Element:
    """One element of a page with its place in the source."""

    tag: str
    attributes: dict[str, str]
    line: int
    text: list[str] = field(default_factory=list)
    inside: tuple[str, ...] = ()


class Parsed(HTMLParser):
    """A page as its elements, and what is wrong with how they are nested."""

    def __init__(self, markup):
        super().__init__()
        self.elements = []
        self.problems = []
        self.open: list[Element] = []
        self.feed(markup)
        self.close()
        self.problems += [f"<{left.tag}> is never closed" for left in self.open]

    def handle_starttag(self, tag, attrs):
        """Take in an element and hold it against what may stand there."""
        names = [name for name, _ in attrs]
        element = Element(
            tag,
            {name: value or "" for name, value in attrs},
            self.getpos()[0],
            inside=tuple(each.tag for each in self.open),
        )
        if len(set(names)) != len(names):
            self.problems.append(f"line {element.line}: an attribute stands twice")
        parent = self.open[-1].tag if self.open else ""
        if parent and tag not in CONTENT.get(parent, ()):
            self.problems.append(f"line {element.line}: <{tag}> in <{parent}>")
        if tag in ("a", "details") and "a" in element.inside:
            self.problems.append(f"line {element.line}: <{tag}> within <a>")
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag):
        """Close the element that is open, and no other."""
        if not self.open or self.open[-1].tag != tag:
            self.problems.append(f"line {self.getpos()[0]}: </{tag}> closes nothing")
            return
        self.open.pop()

    def handle_data(self, text):
        """Give a text to every element around it."""
        for element in self.open:
            element.text.append(text)
        if text.strip() and self.open[-1].tag in ("ul", "ol", "dl", "table", "tr", "tbody"):
            self.problems.append(f"line {self.getpos()[0]}: text in <{self.open[-1].tag}>")

    def all(self, *tags):
        """The elements of some kinds."""
        return [element for element in self.elements if element.tag in tags]

    def with_(self, *names):
        """The elements that carry one of some attributes, each with its value."""
        return [
            (element, element.attributes[name])
            for element in self.elements
            for name in names
            if name in element.attributes
        ]


def words(element):
    return " ".join("".join(element.text).split())


def validity(page, markup):
    yield from page.problems
    if not markup.startswith("<!doctype html>\n<html "):
        yield "does not begin with a doctype and <html>"
    yield from (f"a bare ampersand: {found[0]!r}" for found in BARE_AMPERSAND.finditer(markup))


def identity(page, _markup):
    ids = [value for _, value in page.with_("id")]
    yield from (f"the id {each} stands twice" for each in {i for i in ids if ids.count(i) > 1})
    for name in ("aria-labelledby", "aria-describedby"):
        for element, value in page.with_(name):
            if value not in ids:
                yield f"<{element.tag}> is labelled by {value}, which is missing"


def headings(page, _markup):
    found = page.all(*HEADINGS)
    if [each.tag for each in found].count("h1") != 1 or found[0].tag != "h1":
        yield "does not begin with one h1"
    elif not words(page.all("title")[0]).startswith(words(found[0])):
        yield "its title does not begin with its h1"
    levels = [int(each.tag[1]) for each in found]
    yield from (
        f"a heading skips from {one} to {two}" for one, two in pairwise(levels) if two > one + 1
    )
    yield from (f"an empty {each.tag}" for each in found if not words(each))


def landmarks(page, _markup):
    root = page.all("html")[0].attributes
    if not root.get("lang") or root.get("dir") not in ("ltr", "rtl"):
        yield "has no language or direction"
    if len(page.all("main")) != 1:
        yield "has not one main"
    yield from ("a nav without a name" for each in page.all("nav") if not named(each))
    yield from ("a section without a name" for each in page.all("section") if not named(each))


def named(element):
    return element.attributes.get("aria-label") or element.attributes.get("aria-labelledby")


def tables(page, _markup):
    captions = [element for element in page.all("caption") if words(element)]
    if len(captions) < sum(not named(table) for table in page.all("table")):
        yield "a table without a caption"
    yield from ("a th without scope" for each in page.all("th") if "scope" not in each.attributes)


def pictures(page, _markup):
    for image in page.all("img"):
        if len(image.attributes.get("alt", "")) < 20:
            yield "a picture without its finding in words"
        if not all(image.attributes.get(side, "").isdigit() for side in ("width", "height")):
            yield "a picture without its size"
        if not image.attributes["src"].endswith(".png"):
            yield "a picture that is no PNG"


def safety(page, _markup):
    for element in page.elements:
        if element.tag in ("script", "style", "iframe", "object", "svg", "form"):
            yield f"<{element.tag}>"
        yield from (
            f"{name}="
            for name in element.attributes
            if name == "style" or (name.startswith("on") and name != "on")
        )
    for element, value in page.with_("src", "srcset", "href"):
        outside = ":" in value.split("/")[0]
        if outside and element.tag != "a":
            yield f"<{element.tag}> asks for {value}"
        if outside and "noreferrer" not in element.attributes.get("rel", ""):
            yield "a link that tells where it was followed"
        if outside and not value.startswith(("http://", "https://")):
            yield f"a link to {value}"
    policies = [
        element.attributes["content"]
        for element in page.all("meta")
        if element.attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    if not policies or not policies[0].startswith("default-src 'none'; style-src 'self';"):
        yield "no content security policy"


DEMANDS = (validity, identity, headings, landmarks, tables, pictures, safety)


def complaints(markup):
    """Say everything that is wrong with one page by itself."""
    page = Parsed(markup)
    return [problem for demand in DEMANDS for problem in demand(page, markup)]


def broken_links(site: Path):
    """Say which links, pictures and places of a site lead nowhere."""
    parsed = {
        path: Parsed(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))
    }
    places = {path: {value for _, value in page.with_("id")} for path, page in parsed.items()}
    broken = []
    for path, page in parsed.items():
        for _, value in page.with_("src", "srcset", "href"):
            if ":" in value.split("/")[0]:
                continue
            file, _, place = value.partition("#")
            target = (path.parent / unquote(file)).resolve() if file else path
            if not target.is_file() or (place and place not in places.get(target, set())):
                broken.append(f"{path.relative_to(site)}: {value}")
    return broken
