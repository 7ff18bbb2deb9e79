"""The site described for programs: schema.org Dataset, and a DCAT catalogue.

It depends on the history, on what can be taken and on the graph.
A release that was taken back stays described, without anything to take. Addresses of files are
relative to where the description lies, because the site may live on any host; a release is named by
a UUID that follows from its digest.

Sources: DCAT 3, https://www.w3.org/TR/vocab-dcat-3/; schema.org, https://schema.org/Dataset.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from safeconduct.exporters.handover import stable_id
from safeconduct.report.public.citation import licence_address
from safeconduct.report.public.graph import Iri, Literal, Node, as_json_ld, as_turtle

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from safeconduct.publish.release import Release, Wording
    from safeconduct.report.public.deliverables import Deliverable
    from safeconduct.report.public.graph import Object
    from safeconduct.report.public.history import History, Published

    Taken = Mapping[str, tuple[Deliverable, ...]]

FOLDER: Final = "metadata"
SCHEMA_ORG: Final = f"{FOLDER}/schema-org.jsonld"
DCAT_JSON: Final = f"{FOLDER}/dcat.jsonld"
DCAT_TURTLE: Final = f"{FOLDER}/dcat.ttl"
_MEDIA: Final = "https://www.iana.org/assignments/media-types/"
_LANGUAGES: Final = "http://id.loc.gov/vocabulary/iso639-1/"  # as DCAT 3, 6.4.7 asks
_SCHEMA: Final = {"schema": "https://schema.org/"}
_DCAT: Final = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "spdx": "http://spdx.org/rdf/terms#",
}


def descriptions(history: History, taken: Taken) -> Mapping[str, bytes]:
    """Every description by its file; `taken` holds what can be taken, by id of the release."""
    catalogue = _dcat(history, taken)
    return {
        SCHEMA_ORG: as_json_ld(_schema_org(history, taken), prefixes=_SCHEMA),
        DCAT_JSON: as_json_ld(catalogue, prefixes=_DCAT),
        DCAT_TURTLE: as_turtle(catalogue, prefixes=_DCAT),
    }


def urn(release: Release) -> str:
    """The name of a release, which follows from its digest."""
    return f"urn:uuid:{stable_id('release', release.digest)}"


def status(published: Published, history: History) -> str:
    """What became of a release, in one word for programs."""
    if published.is_withdrawn:
        return "withdrawn"
    return "current" if published is history.current else "superseded"


def _data(history: History) -> Iterator[Published]:
    """The releases that hold data or held it: withdrawals are acts, no described_releases."""
    return (each for each in history.newest_first if each.release.kind != "withdrawal")


def _worded(name: str, words: Wording) -> Iterator[tuple[str, Object]]:
    return ((name, Literal(text, language)) for language, text in words)


def _reason(published: Published) -> Wording:
    return published.ended_by.reason if published.ended_by else ()


def _schema_org(history: History, taken: Taken) -> list[Node]:
    return [_schema_release(each, history, taken) for each in _data(history)]


def _schema_release(published: Published, history: History, taken: Taken) -> Node:
    release = published.release
    address = licence_address(release.licence)
    licence: Object = Iri(address) if address else Literal(release.licence)
    publisher = Node("schema:Organization", (("schema:name", Literal(release.publisher)),))
    said = _reason(published) if published.is_withdrawn else release.method
    properties: list[tuple[str, Object]] = [
        *_worded("schema:name", release.title),
        *_worded("schema:description", said or release.title),
        ("schema:identifier", Literal(f"sha256:{release.digest}")),
        ("schema:version", Literal(release.version)),
        ("schema:datePublished", Literal(release.made_on, datatype="date")),
        ("schema:license", licence),
        ("schema:publisher", publisher),
        ("schema:creator", publisher),
        ("schema:isAccessibleForFree", Literal("true", datatype="boolean")),
        ("schema:creativeWorkStatus", Literal(status(published, history))),
        *(("schema:inLanguage", Literal(language)) for language in release.languages),
    ]
    if not published.is_withdrawn:
        properties += _measured(release)
    properties += [("schema:distribution", _schema_file(each)) for each in taken[release.id]]
    return Node("schema:Dataset", tuple(properties), urn(release))


def _measured(release: Release) -> Iterator[tuple[str, Object]]:
    for table in release.tables:
        for _, title in table.title:
            yield ("schema:variableMeasured", Literal(title))


def _schema_file(given: Deliverable) -> Node:
    return Node(
        "schema:DataDownload",
        (
            ("schema:contentUrl", Iri(_address(given))),
            ("schema:encodingFormat", Literal(given.media_type)),
            ("schema:contentSize", Literal(f"{len(given.octets)} B")),
            ("schema:sha256", Literal(given.sha256)),
            ("schema:name", Literal(given.name)),
        ),
    )


def _dcat(history: History, taken: Taken) -> list[Node]:
    described_releases = [_dcat_release(each, history, taken) for each in _data(history)]
    last = history.last.release
    catalogue = Node(
        "dcat:Catalog",
        (
            *_worded("dct:title", (history.current or history.last).release.title),
            ("dct:publisher", _agent(last)),
            ("dct:modified", Literal(last.made_on, datatype="date")),
            *(("dcat:dataset", Iri(each.address)) for each in described_releases),
        ),
        f"urn:uuid:{stable_id('history', history.published[0].release.digest)}",
    )
    return [catalogue, *described_releases]


def _agent(release: Release) -> Node:
    return Node("foaf:Agent", (("foaf:name", Literal(release.publisher)),))


def _dcat_release(published: Published, history: History, taken: Taken) -> Node:
    release = published.release
    before = history.before(published)
    said = _reason(published) if published.is_withdrawn else release.method
    properties: list[tuple[str, Object]] = [
        *_worded("dct:title", release.title),
        *_worded("dct:description", said or release.title),
        ("dct:identifier", Literal(f"sha256:{release.digest}")),
        ("dcat:version", Literal(release.version)),
        ("dct:issued", Literal(release.made_on, datatype="date")),
        ("dct:publisher", _agent(release)),
        ("adms:versionNotes", Literal(status(published, history))),
        *(("dct:language", Iri(f"{_LANGUAGES}{language}")) for language in release.languages),
        _licence(release),
    ]
    if before is not None and not published.is_withdrawn:
        properties.append(("dcat:previousVersion", Iri(urn(before.release))))
    properties += [("dcat:distribution", _dcat_file(each, release)) for each in taken[release.id]]
    return Node("dcat:Dataset", tuple(properties), urn(release))


def _licence(release: Release) -> tuple[str, Object]:
    address = licence_address(release.licence)
    if address:
        return ("dct:license", Iri(address))
    stated = Node("dct:RightsStatement", (("rdfs:label", Literal(release.licence)),))
    return ("dct:rights", stated)


def _dcat_file(given: Deliverable, release: Release) -> Node:
    digest_node = Node(
        "spdx:Checksum",
        (
            ("spdx:algorithm", Iri("http://spdx.org/rdf/terms#checksumAlgorithm_sha256")),
            ("spdx:checksumValue", Literal(given.sha256, datatype="hexBinary")),
        ),
    )
    return Node(
        "dcat:Distribution",
        (
            ("dct:title", Literal(given.name)),
            ("dcat:accessURL", Iri(_address(given))),
            ("dcat:downloadURL", Iri(_address(given))),
            ("dcat:mediaType", Iri(f"{_MEDIA}{given.media_type}")),
            ("dcat:byteSize", Literal(str(len(given.octets)), datatype="nonNegativeInteger")),
            ("spdx:checksum", digest_node),
            _licence(release),
        ),
    )


def _address(given: Deliverable) -> str:
    return f"../{quote(given.path)}"
