"""A graph is the same in Turtle and JSON-LD, and no text of it ends anything early.

It depends on nothing but the writer.
A judge that reads both forms is in `test_description`.
"""

import json

from safeconduct.report.public.graph import Iri, Literal, Node, as_json_ld, as_turtle

PREFIXES = {"x": "https://example.org/"}
NODE = Node(
    "x:Thing",
    (
        ("x:name", Literal('A "b"\n\\c\x7f', "en")),
        ("x:name", Literal("ворота", "ru")),
        ("x:size", Literal("3", datatype="integer")),
        ("x:part", Node("x:Part", (("x:name", Literal("plain")),))),
        ("x:at", Iri('a b<">')),
    ),
    "urn:x:1",
)


def test_turtle_escapes_texts_and_addresses():
    text = as_turtle([NODE], prefixes=PREFIXES).decode()

    assert text.startswith("@prefix x: <https://example.org/> .\n")
    assert r'x:name "A \"b\"\n\\c\u007F"@en' in text
    assert '"3"^^<http://www.w3.org/2001/XMLSchema#integer>' in text
    assert 'x:part [ a x:Part ;\n    x:name "plain" ]' in text
    assert "x:at <a%20b%3C%22%3E>" in text


def test_json_ld_carries_its_own_context():
    document = json.loads(as_json_ld([NODE], prefixes=PREFIXES))

    assert document["@context"] == PREFIXES
    (node,) = document["@graph"]
    assert node["x:name"][1] == {"@value": "ворота", "@language": "ru"}
    assert node["x:part"] == {"@type": "x:Part", "x:name": "plain"}
    assert node["x:at"] == {"@id": "a%20b%3C%22%3E"}
