"""Word files of different origin, as municipalities have them."""

from __future__ import annotations

import re
import zipfile
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

import docx
from docx.shared import Cm
from lxml import etree
from tests.plugins.docx_reading import W, libreoffice, parts
from tests.plugins.docx_sample import png

GERMAN_IDS = {
    **{f"Heading{level}": f"berschrift{level}" for level in range(1, 10)},
    **{f"TOC{level}": f"Verzeichnis{level}" for level in range(1, 10)},
    "Caption": "Beschriftung",
    "Footer": "Fuzeile",
    "Header": "Kopfzeile",
    "ListBullet": "Aufzhlungszeichen",
    "Normal": "Standard",
    "Quote": "Zitat",
    "Title": "Titel",
}
NUMBERED = (
    '<w:abstractNum w:abstractNumId="40"><w:multiLevelType w:val="multilevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
    '<w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
)

Edit = Callable[[str], str]


def changed(source: Path, target: Path, edits: dict[str, Edit]) -> Path:
    """A copy of a file with some of its parts edited."""
    with zipfile.ZipFile(target, "w") as package:
        for member, content in parts(source).items():
            edit = edits.get(member)
            package.writestr(member, edit(content.decode()) if edit else content)
    return target


def german(text: str) -> str:
    """With the ids of a German Word."""
    for english, local in GERMAN_IDS.items():
        text = text.replace(f'"{english}"', f'"{local}"')
    return text.replace('w:name w:val="Standard"', 'w:name w:val="Normal"')


def numbering_headings(text: str) -> str:
    """With headings that number themselves."""
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>'
    return re.sub(
        r'(<w:name w:val="heading \d"/>.*?)(<w:suppressAutoHyphens/>)', rf"\1{number}\2", text
    )


def with_number(text: str) -> str:
    """With the list that the headings number themselves by."""
    text = re.sub("(<w:numbering [^>]*>)", rf"\1{NUMBERED}", text)
    num = '<w:num w:numId="77"><w:abstractNumId w:val="40"/></w:num>'
    return text.replace("</w:numbering>", f"{num}</w:numbering>")


def numbering_all(text: str) -> str:
    """With headings that number themselves, whatever else they say."""
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>'
    return re.sub(
        r'(<w:name w:val="heading \d"/>.*?<w:keepNext ?/>\s*<w:keepLines ?/>)',
        rf"\1{number}",
        text,
        flags=re.DOTALL,
    )


def localised(text: str) -> str:
    """With German names of styles, and ids that tell nothing."""
    text = re.sub(r'w:val="heading (\d)"', r'w:val="Überschrift \1"', text)
    text = re.sub(r'w:val="toc (\d)"', r'w:val="Verzeichnis \1"', text)
    text = re.sub(r'"Heading(\d)"', r'"Ebene\1"', text)
    return text.replace('w:val="Title"', 'w:val="Titel"')


def few_styles(text: str) -> str:
    """With no style but that of plain text."""
    styles = etree.fromstring(text.encode())
    for style in styles.findall(f"{W}style"):
        if style.get(f"{W}styleId") not in {"Normal", "DefaultParagraphFont", "TableNormal"}:
            styles.remove(style)
    return etree.tostring(styles, encoding="unicode")


def plain(text: str) -> str:
    """Paragraphs without a style."""
    return re.sub("<w:pStyle [^>]*>", "", text)


def _started(folder: Path) -> Path:
    """Cover, logo and words in the header, a footer, pages of 18 by 26 cm."""
    word = docx.Document()
    section = word.sections[0]
    section.page_width, section.page_height = Cm(18), Cm(26)
    (folder / "logo.png").write_bytes(png())
    section.header.paragraphs[0].text = "Kopf "
    section.header.paragraphs[0].add_run().add_picture(str(folder / "logo.png"))
    section.footer.paragraphs[0].text = "Postfach 1"
    word.add_paragraph("Deckblatt {titel}", style="Title")
    word.add_paragraph("{inhalt}")
    word.add_paragraph("Hinweis")
    word.save(str(folder / "anfang.docx"))
    return folder / "anfang.docx"


_FLAT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
 <office:automatic-styles><style:page-layout style:name="Seite"><style:page-layout-properties
  fo:page-width="18cm" fo:page-height="26cm" fo:margin="2cm"/>
  <style:header-style><style:header-footer-properties fo:min-height="1cm"/></style:header-style>
  <style:footer-style><style:header-footer-properties fo:min-height="1cm"/></style:footer-style>
 </style:page-layout></office:automatic-styles>
 <office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Seite">
  <style:header><text:p>Kopf <draw:frame text:anchor-type="as-char" svg:width="1cm"
   svg:height="0.5cm"><draw:image><office:binary-data>LOGO</office:binary-data></draw:image>
   </draw:frame></text:p></style:header>
  <style:footer><text:p>Postfach 1</text:p></style:footer>
 </style:master-page></office:master-styles>
 <office:body><office:text>
  <text:h text:outline-level="1">Deckblatt {titel}</text:h><text:p>{inhalt}</text:p>
  <text:p>Hinweis</text:p>
 </office:text></office:body></office:document>"""


def _of_libreoffice(folder: Path) -> Path:
    flat = folder / "anfang.fodt"
    flat.write_text(_FLAT.replace("LOGO", b64encode(png()).decode()), "utf-8")
    return libreoffice(flat, "docx:MS Word 2007 XML", folder)


_PARTS = [f"word/{part}.xml" for part in ("styles", "numbering", "document", "header1", "footer1")]
_EDITS: dict[str, dict[str, Edit]] = {
    "german ids": dict.fromkeys(_PARTS, german),
    "german names": {"word/styles.xml": localised},
    "numbered headings": {"word/styles.xml": numbering_all, "word/numbering.xml": with_number},
    "missing styles": dict.fromkeys(_PARTS[1:], plain) | {"word/styles.xml": few_styles},
}
KINDS = (*_EDITS, "of LibreOffice")


def template_of(kind: str, suffix: str, folder: Path) -> Path:
    """A template of one kind as `.docx` or `.dotx`."""
    source = _started(folder) if kind in _EDITS else _of_libreoffice(folder)
    edits = dict(_EDITS.get(kind, {}))
    if suffix == ".dotx":
        edits["[Content_Types].xml"] = lambda text: text.replace("document.main+", "template.main+")
    return changed(source, folder / f"vorlage{suffix}", edits)
