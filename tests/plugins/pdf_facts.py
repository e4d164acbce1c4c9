"""What a PDF must be like, counted in its tags and compared with the tree that it was made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pikepdf
from tests.plugins.pdf_reading import Tag, tag_tree

from kommunal_nh.document import (
    Chart,
    Document,
    Figure,
    Heading,
    Link,
    Reference,
    Table,
    TableOfContents,
    plain_text,
)
from trees import find


def breaches(pdf: pikepdf.Pdf, document: Document) -> list[str]:
    """What is wrong with a file, one sentence each.

    Args:
        pdf: The file.

        document: What it was made of; its headings leave no level out.
    """
    tags = tag_tree(pdf)
    return [*_root(pdf, document), *_counts(tags, document), *_details(tags), *_fonts(pdf)]


def _root(pdf: pikepdf.Pdf, document: Document) -> Iterator[str]:
    root = pdf.Root
    with pdf.open_metadata() as meta:
        facts = {
            "language": (str(root.get("/Lang")), document.language),
            "marked": (bool(root.MarkInfo.Marked), True),
            "shown title": (bool(root.ViewerPreferences.DisplayDocTitle), True),
            "title": (meta["dc:title"], document.title),
            "PDF/UA": (meta["pdfuaid:part"], "1"),
            "PDF/A": (meta["pdfaid:part"] + meta["pdfaid:conformance"], "2A"),
        }
    yield from (f"{name}: {is_} not {must}" for name, (is_, must) in facts.items() if is_ != must)
    if [*bookmarks(pdf)] != [*_headings(document)]:
        yield "the bookmarks are not the headings"
    unordered = [page for page in pdf.pages if "/Annots" in page and page.get("/Tabs") != "/S"]
    yield from ("a page with links has no order" for _ in unordered)


def _counts(tags: Tag, document: Document) -> Iterator[str]:
    tables = find(document, Table)
    wanted = Counter(f"/H{min(one.level, 7)}" for one in find(document, Heading))
    wanted["/H1"] += len(find(document, TableOfContents))
    wanted["/Table"] = wanted["/Caption"] = wanted["/THead"] = len(tables)
    wanted["/TH"] = sum(len(table.columns) for table in tables)
    wanted["/TD"] = sum(len(row.cells) for table in tables for row in table.rows)
    wanted["/Figure"] = len(find(document, Figure)) + len(_drawings(document))
    entries = [one for all_ in find(document, TableOfContents) for one in all_.entries]
    wanted["/TOCI"] = len(entries)
    wanted["/Link"] = len(entries) + len(find(document, Link)) + len(find(document, Reference))
    for name, number in wanted.items():
        if (found := len(tags.every(name))) != number:
            yield f"{found} {name} instead of {number}"


def _drawings(document: Document) -> list[Chart]:
    return [chart for chart in find(document, Chart) if chart.spec]


def _details(tags: Tag) -> Iterator[str]:
    yield from ("TH without Scope" for one in tags.every("/TH") if not one.attribute("/Scope"))
    yield from ("Figure without Alt" for one in tags.every("/Figure") if not one.alt.strip())


def _fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    for font in (font for page in pdf.pages for font in page.Resources.get("/Font", {}).values()):
        inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(inner.FontDescriptor.keys()):
            yield f"{font.BaseFont} is not embedded"


def bookmarks(pdf: pikepdf.Pdf) -> Iterator[str]:
    """The titles of the bookmarks, in order."""

    def below(items: Any) -> Iterator[str]:
        for item in items:
            yield item.title
            yield from below(item.children)

    with pdf.open_outline() as outline:
        yield from below(outline.root)


def _headings(document: Document) -> Iterator[str]:
    for heading in find(document, Heading):
        yield f"{heading.number} {plain_text(heading.content)}".strip()
