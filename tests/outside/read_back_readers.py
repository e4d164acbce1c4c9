"""Files read by other people's programs: pandoc, lxml, cmark-gfm, LibreOffice, Python's XML."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import cmarkgfm
import lxml.html
from cmarkgfm.cmark import Options
from tests.outside.read_back import Piece, Reading, plain, reading, squeezed, words_of
from tests.plugins.docx_reading import libreoffice, program, run
from tests.plugins.pdf_reading import spoken_words

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Found:
    """What one reader has found so far."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.links: list[tuple[str, str]] = []
        self.anchors: dict[str, list[str]] = {}
        self.open: list[str] = []

    def heading(self, level: int, words: str) -> None:
        self.add(("h", level, words))

    def paragraph(self, words: str) -> None:
        if words:
            self.add(("p", words))

    def add(self, piece: Piece) -> None:
        """The next piece, which is what all anchors before it name."""
        self.pieces.append(piece)
        for anchor in dict.fromkeys(self.open):
            self.anchors.setdefault(anchor, []).append(" ".join(words_of(piece)))
        self.open.clear()

    def reading(self) -> Reading:
        return reading(self.pieces, self.links, self.anchors)


# ----------------------------------------------------------------------------------------- pandoc


def pandoc() -> str:
    """The program of the package pypandoc_binary, as others may be too old."""
    try:
        import pypandoc  # type: ignore[import-untyped]

        return str(pypandoc.get_pandoc_path())
    except (ImportError, OSError):
        return program("pypandoc_binary")


def pandoc_docx(file: Path) -> Reading:
    """A DOCX file as pandoc reads it; title and subtitle at its beginning are metadata to it."""
    tree = _pandoc("docx", file)
    reader = Pandoc(own_anchors=True)
    for name in ("title", "subtitle"):
        if name in tree["meta"]:
            reader.found.paragraph(plain(reader.said(tree["meta"][name]["c"])))
    reader.blocks(tree["blocks"])
    return reader.found.reading()


def pandoc_html(file: Path) -> Reading:
    """A page as pandoc reads it: its main part, here without the form.

    Pandoc loses the ids of articles, so that this reader can not say where links lead.
    """
    spoken = file.with_suffix(".gesprochen.html")
    spoken.write_text(_drawings_spoken(file.read_text("utf-8")), "utf-8")
    (main,) = _pandoc("html", spoken)["blocks"]
    blocks = main["c"][1]
    (end,) = [place for place, one in enumerate(blocks) if _is(one, "outcome")]
    reader = Pandoc(shift=1)
    reader.blocks(blocks[end + 1 :])
    return reader.found.reading()


def pandoc_markdown(file: Path) -> Reading:
    """A Markdown file as pandoc reads it."""
    reader = Pandoc(shift=1)
    reader.blocks(_pandoc("gfm-gfm_auto_identifiers", file)["blocks"])
    return reader.found.reading()


def _pandoc(form: str, file: Path) -> Any:
    return json.loads(run((pandoc(), "-f", form, "-t", "json", str(file))))


BLOCKS_INSIDE: dict[str, Callable[[Any], list[Any]]] = {
    "BulletList": lambda inner: inner,
    "OrderedList": lambda inner: inner[1],
    "BlockQuote": lambda inner: [inner],
    "Div": lambda inner: [inner[1]],
    "Figure": lambda inner: [inner[2], inner[1][1]],
}
WORDS_INSIDE: dict[str, Callable[[Any], list[Any]]] = {
    "Emph": lambda inner: inner,
    "Strong": lambda inner: inner,
    "Span": lambda inner: inner[1],
    "Image": lambda inner: inner[1],
}


class Pandoc:
    """Reads pandoc's tree.

    Whatever is not known here counts as words, so that it is noticed.
    """

    def __init__(self, shift: int = 0, *, own_anchors: bool = False) -> None:
        self.found = Found()
        self.shift = shift
        self.own_anchors = own_anchors

    def blocks(self, blocks: list[Any]) -> None:
        for block in blocks:
            self.block(block["t"], block.get("c"))

    def block(self, kind: str, inner: Any) -> None:
        if kind in {"Para", "Plain"}:
            self.found.paragraph(plain(self.said(inner)))
        elif kind == "Header":
            self.header(*inner)
        elif kind == "DefinitionList":
            self.facts(inner)
        elif kind == "Table":
            self.table(inner)
        elif kind in BLOCKS_INSIDE:
            self.open(inner[0] if kind == "Div" else [""])
            for blocks in BLOCKS_INSIDE[kind](inner):
                self.blocks(blocks)
        elif kind != "RawBlock" or not _is_comment(inner[1]):
            self.found.add((kind, json.dumps(inner)))

    def header(self, level: int, attributes: Any, content: Any) -> None:
        if self.own_anchors:
            self.open(attributes)
        self.found.heading(level - self.shift, plain(self.said(content)))

    def facts(self, pairs: list[Any]) -> None:
        """A name and what is said of it are one line."""
        for name, meanings in pairs:
            said = " ".join(self.said(one["c"]) for blocks in meanings for one in blocks)
            self.found.paragraph(plain(f"{self.said(name)} {said}"))

    def table(self, table: list[Any]) -> None:
        _, (_, caption), _, (_, head), bodies, (_, foot) = table
        self.blocks(caption)
        self.rows("head", head)
        for _, _, inner_head, rows in bodies:
            self.rows("row", [*inner_head, *rows])
        self.rows("foot", foot)

    def rows(self, kind: str, rows: list[Any]) -> None:
        for _, cells in rows:
            self.found.add((kind, tuple(self.cell(*cell) for cell in cells)))

    def cell(self, attributes: Any, align: Any, rows: int, columns: int, blocks: Any) -> str:
        merged = "" if rows == columns == 1 else f"({rows} × {columns})"
        return plain(merged + " ".join(self.said(block["c"]) for block in blocks))

    def said(self, inlines: Any) -> str:
        return "".join(self.inline(one["t"], one.get("c")) for one in inlines)

    def inline(self, kind: str, inner: Any) -> str:
        match kind:
            case "Str":
                return str(inner)
            case "Code":
                return str(inner[1])
            case "Space" | "SoftBreak" | "LineBreak":
                return " "
            case "Link":
                return self.link(*inner)
            case "RawInline":
                return self.raw(inner[1])
            case _ if kind in WORDS_INSIDE:
                self.open(inner[0] if kind == "Span" else [""])
                return self.said(WORDS_INSIDE[kind](inner))
            case _:
                return f"({kind}: {json.dumps(inner)})"

    def link(self, attributes: Any, content: Any, target: Any) -> str:
        words = self.said(content)
        if target[0].startswith("#"):
            self.found.links.append((plain(words), target[0][1:]))
        return words

    def raw(self, markup: str) -> str:
        if anchor := re.fullmatch(r'<a id="([^"]+)" name="\1">', markup):
            self.found.open.append(anchor[1])
            return ""
        known = markup in {"</a>", "<code>", "</code>"} or _is_comment(markup)
        return "" if known else f"({markup})"

    def open(self, attributes: Any) -> None:
        if attributes[0]:
            self.found.open.append(attributes[0])


def _is(block: Any, name: str) -> bool:
    return block["t"] == "Div" and name in block["c"][0][1]


def _is_comment(markup: str) -> bool:
    return bool(re.fullmatch(r"\s*<!-- -->\s*", markup))


# ------------------------------------------------------------------------------------------- HTML

REPEATED = "//*[@class='unseen']"
"""The names of folded contents, which repeat the line above for screen readers."""

INLINE = {"a", "b", "strong", "em", "i", "u", "code", "br", "span", "wbr", "font", "img"}


def _drawings_spoken(page: str) -> str:
    """A page with the name of each drawing in its place, as screen readers say it."""
    return re.sub(
        r'<svg role="img" aria-label="([^"]*)".*?</svg>', r"<p>\1</p>", page, flags=re.DOTALL
    )


def lxml_html(file: Path) -> Reading:
    """A page as lxml reads it: the navigation, and the main part without the form."""
    page: Any = lxml.html.document_fromstring(_drawings_spoken(file.read_bytes().decode()))
    for element in page.xpath(f"//main/form | {REPEATED}"):
        element.drop_tree()
    _facts_as_paragraphs(page)
    reader = Html()
    for part in page.xpath("//nav//ol[not(ancestor::ol)] | //main"):
        reader.blocks(part)
    return reader.found.reading()


def _facts_as_paragraphs(page: Any) -> None:
    """A name and what is said of it become one line."""
    for said in page.xpath("//dl/dd"):
        name = said.getprevious()
        name.tail = ""
        said.tail = ""
        said.text = f" {said.text or ''}"
        said.insert(0, name)
        name.tail, said.text = said.text, ""
        said.tag, name.tag = "p", "span"
    for facts in page.xpath("//dl"):
        facts.tag = "div"


def cmark_markdown(file: Path) -> Reading:
    """A Markdown file as cmark-gfm turns it into a page."""
    reader = Html()
    reader.blocks(_cmark(file))
    return reader.found.reading()


def libreoffice_docx(file: Path, folder: Path) -> Reading:
    """A DOCX file as LibreOffice turns it into a page."""
    converted = libreoffice(file, "html:HTML (StarWriter)", folder)
    page: Any = lxml.html.document_fromstring(converted.read_bytes().decode())
    reader = Html(shift=0)
    reader.blocks(page.find("body"))
    return reader.found.reading()


def _cmark(file: Path) -> Any:
    html = cmarkgfm.github_flavored_markdown_to_html(
        file.read_bytes().decode(), options=Options.CMARK_OPT_UNSAFE
    )
    return lxml.html.document_fromstring(f"<body>{html}</body>").find("body")


class Html:
    """Reads elements of HTML."""

    def __init__(self, shift: int = 1) -> None:
        self.found = Found()
        self.shift = shift

    def blocks(self, parent: Any) -> None:
        """What is in an element; loose words are a paragraph."""
        self.open(parent)
        loose = parent.text or ""
        for child in parent:
            if not isinstance(child.tag, str) or child.tag in INLINE:
                loose += self.said(child)
            else:
                self.found.paragraph(plain(loose))
                self.block(child)
                loose = ""
            loose += child.tail or ""
        self.found.paragraph(plain(loose))

    def block(self, element: Any) -> None:
        if re.fullmatch("h[1-6]", element.tag):
            level = int(element.get("aria-level") or element.tag[1])
            self.found.heading(level - self.shift, plain(self.said(element)))
        elif element.tag == "table":
            self.table(element)
        elif element.tag in {"hr", "pre", "del"}:
            self.found.add((element.tag, lxml.html.tostring(element)))
        else:
            self.blocks(element)

    def table(self, table: Any) -> None:
        for caption in table.findall("caption"):
            self.found.paragraph(plain(self.said(caption)))
        for row in table.iter("tr"):
            kind = "head" if row.getparent().tag == "thead" else "row"
            self.found.add((kind, tuple(plain(self.said(cell)) for cell in row)))

    def said(self, element: Any) -> str:
        """The words of an element; a space wherever it breaks lines."""
        if not isinstance(element.tag, str):  # a comment
            return ""
        self.open(element)
        words = element.get("alt") or element.text or ""
        words += "".join(self.said(child) + (child.tail or "") for child in element)
        href = element.get("href") or ""
        if element.tag == "a" and href.startswith("#"):
            self.found.links.append((plain(words), unquote(href[1:])))
        return f" {words} " if element.tag in {"br", "p", "div", "li"} else words

    def open(self, element: Any) -> None:
        anchors = (element.get("id"), element.get("name") if element.tag == "a" else None)
        self.found.open += filter(None, anchors)


# ------------------------------------------------------------------------------------- whole text


def html_text(file: Path) -> str:
    """Every word of a page in order, without any space."""
    page: Any = lxml.html.document_fromstring(_drawings_spoken(file.read_bytes().decode()))
    for element in page.xpath(f"//script | //style | {REPEATED}"):
        element.drop_tree()
    for image in page.xpath("//img"):
        image.tail = f"{image.get('alt')}{image.tail or ''}"
    return squeezed([page.text_content()])


def markdown_text(file: Path) -> str:
    """Every word of a Markdown file in order, without any space."""
    return squeezed([_cmark(file).text_content()])


def pdf_text(file: Path) -> str:
    """The words between header and footer of upright pages, as poppler reads them."""
    area = ("-x", "0", "-y", "70", "-W", "600", "-H", "715")
    return printed(run([program("pdftotext"), *area, str(file), "-"]))


def printed(text: str) -> str:
    """A text as it can be compared with pages: without spaces, hyphens and the signs of points."""
    return re.sub("[-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{SOFT HYPHEN}•]", "", squeezed([text]))


def docx_text(file: Path) -> dict[str, str]:
    """Every word of every part of a DOCX file that holds words, without any space."""
    with zipfile.ZipFile(file) as package:
        parts = {name: package.read(name) for name in package.namelist() if name.endswith(".xml")}
    found = {Path(name).stem: squeezed(_xml_words(data)) for name, data in parts.items()}
    return {name: text for name, text in found.items() if text}


def _xml_words(data: bytes) -> Iterator[str]:
    drawing = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
    for element in ET.fromstring(data).iter():
        if element.tag == f"{W}t":
            yield element.text or ""
        elif element.tag == drawing:
            yield element.get("descr", "")


def all_bytes(file: Path) -> bytes:
    """Everything that stands anywhere in a file, packages unpacked."""
    if file.suffix == ".pdf":
        return spoken_words(file).encode()
    if not zipfile.is_zipfile(file):
        return file.read_bytes()
    with zipfile.ZipFile(file) as package:
        return b"\n".join(name.encode() + package.read(name) for name in package.namelist())
