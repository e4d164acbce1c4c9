"""What can be counted in a Word file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pikepdf
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def facts(word: Path, pdf: Path) -> dict[str, str]:
    """Count what readers, screen readers and Word depend on.

    Args:
        word: The Word file.

        pdf: What LibreOffice made of it, with tags.

    Returns:
        Name and value of each fact, in the order in which they are to be read.
    """
    with ZipFile(word) as package:
        body = etree.fromstring(package.read("word/document.xml"))
        styles = etree.fromstring(package.read("word/styles.xml"))
    return {**_size(word, pdf), **_navigation(body), **_tables(body), "language": _language(styles)}


def _size(word: Path, pdf: Path) -> dict[str, str]:
    with pikepdf.open(pdf) as opened:
        pages = len(opened.pages)
        header_cells = sum(1 for tag in _tags(opened.Root.get("/StructTreeRoot")) if tag == "/TH")
    checker = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=0)
    result = checker.validate(str(word))
    return {
        "pages in LibreOffice": str(pages),
        "size": f"{word.stat().st_size // 1024} KB",
        "errors found by openxml-audit": str(len(result.errors)),
        "header cells in the tagged PDF": str(header_cells),
    }


def _tags(element: object) -> Iterator[str]:
    waiting = [element]
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.Array):
            waiting.extend(one)  # type: ignore[call-overload]
        elif isinstance(one, pikepdf.Dictionary):
            if "/S" in one:
                yield str(one.S)
            waiting.append(one.get("/K"))


def _navigation(body: etree._Element) -> dict[str, str]:
    anchors = {link.get(f"{_W}anchor") for link in body.iter(f"{_W}hyperlink")}
    marks = {mark.get(f"{_W}name") for mark in body.iter(f"{_W}bookmarkStart")}
    in_contents = [
        style
        for style in body.iter(f"{_W}pStyle")
        if (style.get(f"{_W}val") or "").startswith(("TOC", "Verzeichnis"))
    ]
    dangling = {anchor for anchor in anchors if anchor} - marks
    return {
        "lines in the table of contents": str(len(in_contents)),
        "targets of links": str(len(anchors - {None})),
        "links that lead nowhere": str(len(dangling)),
    }


def _tables(body: etree._Element) -> dict[str, str]:
    tables = [*body.iter(f"{_W}tbl")]
    with_header = sum(next(table.iter(f"{_W}tblHeader"), None) is not None for table in tables)
    described = sum(
        next(table.iter(f"{_W}tblDescription", f"{_W}tblCaption"), None) is not None
        for table in tables
    )
    return {
        "tables": str(len(tables)),
        "tables whose header is repeated": str(with_header),
        "tables with a description": str(described),
        "sections in landscape": str(
            sum(size.get(f"{_W}orient") == "landscape" for size in body.iter(f"{_W}pgSz"))
        ),
    }


def _language(styles: etree._Element) -> str:
    defaults = styles.find(f"{_W}docDefaults")
    found = None if defaults is None else next(defaults.iter(f"{_W}lang"), None)
    return "none" if found is None else found.get(f"{_W}val") or "none"
