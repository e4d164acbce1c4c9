"""Metadata for data portals: DCAT-AP.de, as JSON-LD and as Turtle.

Nothing in it is without an address, so that the same data gives the same text.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from kommunal_nh import Report
from kommunal_nh_opendata.data import OpenData
from kommunal_nh_opendata.licences import Licence, licence_of
from kommunal_nh_opendata.reports import written

JSON_LD, TURTLE = "metadaten.jsonld", "metadaten.ttl"
_EU = "http://publications.europa.eu/resource/authority"
_GEO = "http://dcat-ap.de/def/politicalGeocoding"
_LEVELS = {2: ("stateKey", "state"), 5: ("districtKey", "administrativeDistrict"),
           8: ("municipalityKey", "municipality")}  # fmt: skip
_TYPES = {
    "csv": ("CSV", "text/csv"),
    "json": ("JSON", "application/json"),
}
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatde": "http://dcat-ap.de/def/dcatde/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
Node = dict[str, Any]


def graph_of(
    report: Report, data: OpenData, files: Mapping[str, tuple[str, int]], description: str
) -> Node:
    """The metadata.

    Args:
        report: What is published.

        data: The module's data.

        files: Title and size of each file that can be downloaded, by name.

        description: What the data is.

    Returns:
        JSON-LD as plain data.
    """
    base = data.address.rstrip("/") + "/"
    nodes = [_catalogue(report, base), _dataset(report, data, files, base, description)]
    nodes += [_distribution(report, data, base, name, *one) for name, one in files.items()]
    nodes.append(_publisher(report, data, base))
    if data.contact is not None:
        nodes.append(_contact(data, base))
    return {"@context": CONTEXT, "@graph": nodes}


def turtle_of(graph: Node) -> str:
    """The same as Turtle.

    Args:
        graph: The metadata.

    Returns:
        The text of the file.
    """
    import json

    from rdflib import Graph

    made = Graph()
    with warnings.catch_warnings():  # its parser uses what the package itself calls outdated
        warnings.simplefilter("ignore", DeprecationWarning)
        made.parse(data=json.dumps(graph), format="json-ld")
    text: str = made.serialize(format="longturtle")
    return text.strip() + "\n"


def json_ld_of(graph: Node) -> str:
    """The metadata as JSON-LD.

    Args:
        graph: The metadata.

    Returns:
        The text of the file.
    """
    return written(graph)


def _catalogue(report: Report, base: str) -> Node:
    return {
        "@id": f"{base}#katalog",
        "@type": "dcat:Catalog",
        "dct:title": _words(report, report.title),
        "dct:description": _words(report, f"Offene Daten: {report.title}"),
        "dct:publisher": _at(f"{base}#herausgeber"),
        "dct:modified": _day(report),
        "dcat:dataset": _at(f"{base}#datensatz"),
    }


def _dataset(
    report: Report, data: OpenData, files: Iterable[str], base: str, description: str
) -> Node:
    node: Node = {
        "@id": f"{base}#datensatz",
        "@type": "dcat:Dataset",
        "dct:title": _words(report, report.title),
        "dct:description": _words(report, description),
        "dct:identifier": f"{base}#datensatz",
        "dct:issued": _day(report),
        "dct:modified": _day(report),
        "dct:publisher": _at(f"{base}#herausgeber"),
        "dct:accessRights": _at(f"{_EU}/access-right/PUBLIC"),
        "dcat:keyword": [_words(report, word) for word in dict.fromkeys(data.keywords)],
        "dcat:theme": [_at(f"{_EU}/data-theme/{code}") for code in dict.fromkeys(data.themes)],
        "dcat:landingPage": _at(base),
        "dcat:distribution": [_at(_place(base, name)) for name in files],
    }
    if data.contact is not None:
        node["dcat:contactPoint"] = _at(f"{base}#kontakt")
    if data.contributor:
        node["dcatde:contributorID"] = _at(data.contributor)
    return node | _area(report, data)


def _area(report: Report, data: OpenData) -> Node:
    if data.area is None or len(data.area.code) not in _LEVELS:
        return {}
    kind, level = _LEVELS[len(data.area.code)]
    node: Node = {
        "dcatde:politicalGeocodingURI": _at(f"{_GEO}/{kind}/{quote(data.area.code)}"),
        "dcatde:politicalGeocodingLevelURI": _at(f"{_GEO}/Level/{level}"),
    }
    if data.area.name:
        node["dcatde:geocodingDescription"] = _words(report, data.area.name)
    return node


def _distribution(
    report: Report, data: OpenData, base: str, name: str, title: str, size: int
) -> Node:
    licence: Licence = licence_of(data.licence)
    eu, media = _TYPES[name.rpartition(".")[2]]
    node = {
        "@id": _place(base, name),
        "@type": "dcat:Distribution",
        "dct:title": _words(report, title),
        "dct:issued": _day(report),
        "dct:license": _at(licence.uri),
        "dct:format": _at(f"{_EU}/file-type/{eu}"),
        "dcat:mediaType": _at(f"https://www.iana.org/assignments/media-types/{media}"),
        "dcat:accessURL": _at(f"{base}{quote(name)}"),
        "dcat:downloadURL": _at(f"{base}{quote(name)}"),
        "dcat:byteSize": {"@type": "xsd:nonNegativeInteger", "@value": str(size)},
    }
    if licence.needs_name:
        node["dcatde:licenseAttributionByText"] = _words(
            report, data.attribution or report.publisher
        )
    return node


def _publisher(report: Report, data: OpenData, base: str) -> Node:
    return {
        "@id": f"{base}#herausgeber",
        "@type": "foaf:Agent",
        "foaf:name": report.publisher,
        "foaf:homepage": _at(data.publisher_url or base),
    }


def _contact(data: OpenData, base: str) -> Node:
    contact = data.contact
    assert contact is not None  # noqa: S101 - asked before
    node: Node = {
        "@id": f"{base}#kontakt",
        "@type": "vcard:Organization",
        "vcard:fn": contact.office,
    }
    if contact.email:
        node["vcard:hasEmail"] = _at(f"mailto:{quote(contact.email, safe='@+')}")
    if contact.url:
        node["vcard:hasURL"] = _at(contact.url)
    return node


def _place(base: str, name: str) -> str:
    return f"{base}#{quote(name)}"


def _at(address: str) -> Node:
    return {"@id": address}


def _words(report: Report, text: str) -> Node:
    return {"@language": report.language.partition("-")[0].lower() or "de", "@value": text}


def _day(report: Report) -> Node:
    return {"@type": "xsd:date", "@value": report.as_of.isoformat()}
