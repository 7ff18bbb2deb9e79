"""A drawing is let out as shapes and words only, and the pictures of this project are such.

It depends on the linter, and on the pictures for what they draw.
A further trick of the format is one more row of `TRICKS`.
"""

import gzip

import pytest

from safeconduct.errors import Refusal
from safeconduct.publish.linter.readers import drawing
from safeconduct.publish.linter.search import lint, refuse_hits
from tests.pictures.samples import USUAL
from tests.pictures.test_conformance import draw

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">\n'
TRICKS = {
    "a script": "<script>alert(1)</script>",
    "a script by its prefix": '<s:script xmlns:s="http://www.w3.org/2000/svg">1</s:script>',
    "a script of another language": '<script xmlns="http://www.w3.org/1999/xhtml">1</script>',
    "a property that runs": '<rect onload="alert(1)"/>',
    "a property that runs, in capitals": '<rect OnClick="alert(1)"/>',
    "a picture from afar": '<image href="https://example.org/seen"/>',
    "a picture inside": '<image xlink:href="data:image/svg+xml,%3Csvg/%3E"/>',
    "a shape from afar": '<use href="https://example.org/a.svg#a"/>',
    "a shape from afar by the old name": '<use xlink:href="//example.org/a.svg#a"/>',
    "a link": '<a href="javascript:alert(1)"><text>x</text></a>',
    "a brush from afar": '<rect fill="url(https://example.org/a#b)"/>',
    "a brush from afar in a style": '<rect style="fill:url(//example.org/a)"/>',
    "a brush behind an escape": r'<rect style="fill:\75rl(//example.org/a)"/>',
    "a brush behind a remark": '<rect style="fill:u/**/rl(//example.org/a)"/>',
    "a brush behind an entity": '<rect style="fill:&#117;rl(//example.org/a)"/>',
    "a set of pictures": "<rect style=\"fill:image-set('//example.org/a' 1x)\"/>",
    "one brush of its own and one from afar": '<rect fill="url(#a) url(//example.org/a)"/>',
    "a style sheet": "<style>@import 'https://example.org/a.css';</style>",
    "a page inside": "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
    "a filter with a picture": '<filter id="f"><feImage href="https://example.org/a"/></filter>',
    "an animation that sets an address": '<set attributeName="href" to="javascript:alert(1)"/>',
    "another base": '<g xml:base="https://example.org/"><use href="#a"/></g>',
    "a cursor": '<rect cursor="url(//example.org/a.cur),auto"/>',
    "an instruction": '<?xml-stylesheet href="https://example.org/a.css"?>',
}
HARMLESS = (
    f'{HEAD}<defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs>'
    '<rect fill="url(#a)" style="stroke: #333; clip-path: url(&quot;#b&quot;)"/>'
    '<use href="#a"/><text aria-label="by url(x)" class="label">a url(b) and on@load</text></svg>'
)


def hits(octets, name="pictures/years.svg"):
    return lint({name: octets}, ())


@pytest.mark.parametrize("trick", TRICKS.values(), ids=TRICKS)
def test_a_drawing_that_is_more_than_one_is_not_let_out(trick):
    """Safety: whoever opens a file of a release must not be told on by it."""
    found = hits(f"{HEAD}<rect/>\n{trick}</svg>".encode())

    assert {(each.place, each.unread) for each in found} == {("line 3", drawing.NOT_DRAWN)}
    with pytest.raises(Refusal, match=r"years\.svg, line 3 holds a part that is more than shapes"):
        refuse_hits(found, "r")


@pytest.mark.parametrize(
    "octets",
    [
        f'<!DOCTYPE svg [<!ENTITY e "<script>1</script>">]>{HEAD}&e;</svg>'.encode(),
        f'<?xml-stylesheet href="//example.org/a.css"?>{HEAD}</svg>'.encode(),
        f"{HEAD}<script>1</script>".encode(),
        f"{HEAD}<script>1</script></svg>".encode("utf-16"),
        f"{HEAD}<rect onload=alert(1)></svg>".encode(),
        gzip.compress(f"{HEAD}<script>1</script></svg>".encode()),
        b"<html><script>1</script></html>",
        b"<?xml version='1.0' encoding='no-such'?><svg/>",
        b"<svg><script>1</script></svg>",
        b"",
    ],
)
def test_what_is_called_a_drawing_and_cannot_be_held_to_it_is_not_let_out(octets):
    assert hits(octets, "a.SVG") != ()


@pytest.mark.parametrize("name", ["pictures/years.txt", "years", "a.xml"])
def test_a_drawing_is_known_by_how_it_begins_whatever_its_name(name):
    trick = f"\ufeff<?xml version='1.0'?><!-- drawn -->\n{HEAD}<script>1</script></svg>"

    assert hits(trick.encode(), name) != ()
    assert hits(gzip.compress(trick.encode()), name) != ()
    assert hits(b"a text about <svg> and <script>", name) == ()


def test_shapes_words_and_references_within_are_let_out():
    assert hits(HARMLESS.encode()) == ()
    assert hits(f"<?xml version='1.0'?>{HARMLESS}".encode("utf-16")) == ()


@pytest.mark.parametrize("kind", USUAL)
def test_the_pictures_of_this_project_are_such_drawings(kind):
    assert hits(draw(kind, USUAL[kind]()).svg) == ()
