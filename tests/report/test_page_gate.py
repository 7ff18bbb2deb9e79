"""The page gate is not asleep: what is wrong with a planted page is found.

It depends on the gate only.
A new demand of the gate is one more planted fault here.
"""

import pytest

from tests.report.page_gate import broken_links, complaints

GOOD = """<!doctype html>
<html lang="en" dir="ltr">
<head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; x">
<title>Two sources differ – A corpus</title></head>
<body><main><h1>Two sources differ</h1>
<section aria-labelledby="a"><h2 id="a">Statements</h2><p>One &amp; two.</p>
<table><caption>Both</caption><thead><tr><th scope="col">x</th></tr></thead></table>
<img src="a.png" alt="A finding told in words." width="1" height="1">
<ul><li><a href="https://a.example" rel="noreferrer">a</a></li></ul></section></main></body></html>
"""


def test_a_good_page_passes():
    assert complaints(GOOD) == []


@pytest.mark.parametrize(
    ("good", "bad", "complaint"),
    [
        ("<!doctype html>\n", "", "doctype"),
        ("&amp;", "&", "ampersand"),
        ("</h2>", "", "closes nothing"),
        ("</body></html>", "", "never closed"),
        ("<p>One", "<p><div></div>One", "<div> in <p>"),
        ("<ul><li>", "<ul>loose<li>", "text in <ul>"),
        ('id="a"', 'id="a" id="a"', "stands twice"),
        ("<p>One", '<p id="a">One', "the id a stands twice"),
        ('labelledby="a"', 'labelledby="b"', "labelled by b"),
        ("<h1>Two sources differ</h1>", "", "one h1"),
        ("<title>Two", "<title>Three", "title does not begin"),
        ("h2", "h3", "skips from 1 to 3"),
        (">Statements</h2>", "></h2>", "empty h2"),
        (' dir="ltr"', "", "language or direction"),
        ("<main>", "<main></main><main>", "one main"),
        ("<ul>", "<nav></nav><ul>", "nav without a name"),
        ('<section aria-labelledby="a">', "<section>", "section without a name"),
        ("<caption>Both</caption>", "", "table without a caption"),
        (' scope="col"', "", "th without scope"),
        ("A finding told in words.", "picture", "without its finding"),
        (' width="1"', "", "without its size"),
        ("a.png", "a.svg", "no PNG"),
        ("<p>One", '<p style="x">One', "style="),
        ("<p>One", '<p onclick="x">One', "onclick="),
        ("<ul>", "<script></script><ul>", "<script>"),
        ("a.png", "https://a.example/a.png", "asks for"),
        (' rel="noreferrer"', "", "tells where"),
        ('href="https://a.example"', 'href="javascript:x"', "a link to javascript:"),
        ("default-src 'none'", "default-src *", "content security policy"),
        (">a</a>", '><a href="b">a</a></a>', "<a> within <a>"),
    ],
)
def test_a_planted_fault_is_found(good, bad, complaint):
    assert good in GOOD

    assert any(complaint in found for found in complaints(GOOD.replace(good, bad)))


def test_a_link_to_a_missing_file_or_place_is_found(tmp_path):
    page = GOOD.replace("</ul>", '<li><a href="b.html">b</a><a href="a.html#none">c</a></li></ul>')
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    (tmp_path / "a.png").write_bytes(b"")

    assert broken_links(tmp_path) == ["a.html: b.html", "a.html: a.html#none"]
