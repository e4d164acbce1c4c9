"""What readers see or hear of the files that exporters write, without markup and machine data."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
from lxml import etree, html
from tests.plugins.pdf_facts import bookmarks
from tests.plugins.pdf_reading import artifacts, tag_tree, with_signs

from kommunal_nh.document import Document
from kommunal_nh.plugins import exporters

FORMATS = ("docx", "html", "markdown", "pdf")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ATTRIBUTES = ("alt", "title", "aria-label", "label", "placeholder", "data-hits",
               "data-done", "data-failed")  # fmt: skip
_PROPERTIES = ("/Title", "/Author", "/Subject")
_IN_WORD = ("descr", "name", "title")


def visible(document: Document, form: str) -> list[str]:
    """The words of a document as one of the formats has them."""
    exporter = exporters()[form]
    with TemporaryDirectory() as folder:
        target = Path(folder) / f"report{exporter.suffix}"
        exporter.write(document, target, {})
        return list(_READERS[form](target))


def _docx(file: Path) -> Iterator[str]:
    with zipfile.ZipFile(file) as archive:
        for name in archive.namelist():
            if re.match(r"word/(document|header\d*|footer\d*)\.xml|docProps/core\.xml", name):
                yield from _xml(etree.fromstring(archive.read(name)))


def _xml(root: etree._Element) -> Iterator[str]:
    for element in root.iter():
        tag = str(element.tag)
        if tag in (f"{_W}tblCaption", f"{_W}tblDescription"):
            yield element.get(f"{_W}val", "")
        elif tag.rpartition("}")[2] in ("docPr", "cNvPr"):
            yield from (element.get(name, "") for name in _IN_WORD)
        elif element.text and tag.rpartition("}")[2] in ("t", "delText", "title", "subject",
                                                         "creator", "lastModifiedBy"):  # fmt: skip
            yield element.text


def _html(file: Path) -> Iterator[str]:
    root = html.fromstring(file.read_bytes())
    for element in root.iter():
        if element.tag == "style":
            contents = re.findall(r'content: "((?:[^"\\]|\\.)*)"', element.text or "")
            yield from (re.sub(r"\\[0-9a-f]{6}", "", words) for words in contents)
        elif element.tag == "meta" and element.get("name") in ("author", "description"):
            yield element.get("content", "")
        elif element.tag not in ("script", etree.Comment) and element.text:
            yield element.text
        yield element.tail or ""
        for name in _ATTRIBUTES:
            yield re.sub(r"\{(?:treffer|anzahl)\}", "", element.get(name, ""))  # for the script


def _markdown(file: Path) -> Iterator[str]:
    text = file.read_text("utf-8")
    text = re.sub(r"\]\((?:[^()\\]|\\.|\([^()]*\))*\)", "]", text)
    text = re.sub(r"(?<!\\)<[^<>]*>|&#?\w+;", "", text)
    yield from text.split("\n")


def _pdf(file: Path) -> Iterator[str]:
    with pikepdf.open(file) as pdf:
        tags = tag_tree(pdf)
        yield from with_signs(tags.words()).split("\n")
        yield from (with_signs(figure.alt) for figure in tags.every("/Figure"))
        yield from map(with_signs, bookmarks(pdf))
        said = (str(words) for name, words in pdf.docinfo.items() if name in _PROPERTIES)
        yield from map(with_signs, said)
        yield from map(with_signs, artifacts(pdf))


_READERS = {"docx": _docx, "html": _html, "markdown": _markdown, "pdf": _pdf}
