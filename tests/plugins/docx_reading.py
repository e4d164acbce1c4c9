"""Writes documents as DOCX, and reads the files with others' libraries."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.document import Document as Word
from lxml import etree

from kommunal_nh.document import Block, Document
from kommunal_nh_docx import DocxExporter

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_YES = '{"type":"boolean","value":"true"}'
_TAGS = ("PDFUACompliance", "UseTaggedPDF", "ExportBookmarks")
_OPTIONS = ",".join(f'"{tag}":{_YES}' for tag in _TAGS)
TAGGED_PDF = f"pdf:writer_pdf_Export:{{{_OPTIONS}}}"


def written(document: Document, folder: Path, template: Path | None = None) -> Path:
    """The document as a file."""
    target = folder / "bericht.docx"
    target.unlink(missing_ok=True)
    DocxExporter().write(document, target, {"template": str(template)} if template else {})
    return target


def document_of(*blocks: Block) -> Document:
    """A document with just these blocks."""
    return Document("Titel", "Kreis Muster", date(2023, 10, 1), blocks)


def read(*blocks: Block) -> Word:
    """These blocks, written and opened again by python-docx."""
    with tempfile.TemporaryDirectory() as folder:
        return docx.Document(str(written(document_of(*blocks), Path(folder))))


def part(path: Path, member: str = "word/document.xml") -> etree._Element:
    """A part of a file as XML."""
    with zipfile.ZipFile(path) as package:
        return etree.fromstring(package.read(member))


def parts(path: Path) -> dict[str, bytes]:
    """All parts of a file."""
    with zipfile.ZipFile(path) as package:
        return {member: package.read(member) for member in package.namelist()}


def styles_by_name(path: Path) -> dict[str, str]:
    """The ids of the styles of a file."""
    return {
        style.find(f"{W}name").get(f"{W}val"): style.get(f"{W}styleId")
        for style in part(path, "word/styles.xml").iter(f"{W}style")
    }


def style_names(path: Path) -> dict[str, str]:
    """The names of the styles of a file by id."""
    return {style_id: label for label, style_id in styles_by_name(path).items()}


def paragraphs(path: Path) -> list[tuple[str, str]]:
    """Name of the style and text of each paragraph, those in tables too."""
    names = style_names(path)
    return [
        (
            names[element[0]]
            if (element := p.xpath("w:pPr/w:pStyle/@w:val", namespaces=p.nsmap))
            else "",
            words(p),
        )
        for p in part(path).iter(f"{W}p")
    ]


def words(element: etree._Element) -> str:
    """The text of an element; a break is a line feed."""
    signs = {f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(
        child.text or "" if child.tag == f"{W}t" else signs.get(str(child.tag), "")
        for child in element.iter(f"{W}t", f"{W}br", f"{W}tab")
        if child.getparent().tag == f"{W}r"
    )


def program(*names: str) -> str:
    """A program that is needed; without it, the test is skipped here and fails in CI."""
    folders = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    found = next(filter(None, (shutil.which(name, path=folders) for name in names)), None)
    if found:
        return found
    if os.environ.get("CI") == "true":
        pytest.fail(f"{names[0]} is not installed")
    pytest.skip(f"{names[0]} is not installed")


def run(arguments: Iterable[str], accepted: Iterable[int] = (0,)) -> str:
    """What a program prints."""
    done = subprocess.run(
        list(arguments), capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert done.returncode in accepted, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout


def libreoffice(path: Path, target: str, folder: Path) -> Path:
    """The file as LibreOffice converts it."""
    profile = (folder / "profile").as_uri()
    out = folder / "converted"
    run(
        (
            program("soffice", "libreoffice"),
            "--headless",
            f"-env:UserInstallation={profile}",
            "--convert-to",
            target,
            "--outdir",
            str(out),
            str(path),
        )
    )
    return out / f"{path.stem}.{target.partition(':')[0]}"
