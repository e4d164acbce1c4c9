"""Word files made by hand, part by part, so that each test shows the XML that it is about."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

from kommunal_nh.importers import Grid, Line
from kommunal_nh_readers import DocxImporter

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
"""


def p(words: str = "", style: str = "", properties: str = "", inner: str = "") -> str:
    """A paragraph with a style, more properties, and words or runs."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{r(words) if words else ''}{inner}</w:p>"


def r(words: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def num(list_id: int, level: int = 0) -> str:
    """The property that puts a paragraph in a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def tc(*paragraphs: str, properties: str = "") -> str:
    """A cell."""
    inner = "".join(one if one.startswith("<") else p(one) for one in paragraphs or ("",))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def tbl(*rows: str) -> str:
    """A table."""
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def write(
    file: Path,
    body: str,
    parts: Mapping[str, str] | None = None,
    links: Mapping[str, str] | None = None,
    styles: str = STYLES,
) -> Path:
    """Write a Word file.

    Args:
        file: Where.

        body: What is in `w:body`.

        parts: More parts by their kind, such as `numbering`; what is in their root.

        links: Addresses outside by the id of the relation.

        styles: What is in `w:styles`.
    """
    roots = {"header": "hdr", "footer": "ftr"}
    every = {"styles": styles, **(parts or {})}
    relations = "".join(_relation(kind, kind, f"{kind}.xml") for kind in every)
    relations += "".join(
        f'<Relationship Id="{key}" Type="{R}/hyperlink" Target="{target}" TargetMode="External"/>'
        for key, target in (links or {}).items()
    )
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        main = _relation("main", "officeDocument", "word/document.xml")
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{_PACKAGE}">{main}</Relationships>')
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{_PACKAGE}">{relations}</Relationships>',
        )
        archive.writestr(
            "word/document.xml", f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>"
        )
        for kind, inner in every.items():
            root = roots.get(kind, kind)
            archive.writestr(f"word/{kind}.xml", f"<w:{root} {_SPACES}>{inner}</w:{root}>")
    return file


def _relation(key: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{key}" Type="{R}/{kind}" Target="{target}"/>'


def read(folder: Path, body: str, **more: object) -> list[Line | Grid]:
    """What the importer finds in a body."""
    file = write(folder / "report.docx", body, **more)  # type: ignore[arg-type]
    return list(DocxImporter().read(file).blocks)


def lines(folder: Path, body: str, **more: object) -> list[Line]:
    """The same, if there are only lines."""
    return [block for block in read(folder, body, **more) if isinstance(block, Line)]


def words(folder: Path, body: str, **more: object) -> list[str]:
    """The words of all lines, with their markers."""
    return [f"{one.marker} {one.words}".strip() for one in lines(folder, body, **more)]


def cells(grid: Line | Grid) -> list[tuple[str, ...]]:
    """The cells of a table."""
    assert isinstance(grid, Grid)
    return [row.cells for row in grid.rows]
