"""The example report read back: the page says what the document says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import lxml.html
import pytest

from kommunal_nh import assemble, load, public_view
from kommunal_nh.document import (
    Block,
    Chart,
    Document,
    Heading,
    List,
    Paragraph,
    Quote,
    Section,
    Table,
    TableOfContents,
    plain_text,
)
from kommunal_nh_html.page import write_page

SOEST = Path(__file__).parents[2] / "examples" / "kreis_soest"


@pytest.fixture(scope="module")
def document() -> Document:
    return assemble(public_view(load(SOEST)))


@pytest.fixture(scope="module")
def page(document: Document) -> lxml.html.HtmlElement:
    out = BytesIO()
    write_page(document, out)
    return lxml.html.document_fromstring(out.getvalue().decode())


def everything(blocks: Iterable[Block]) -> Iterator[Block]:
    """All blocks, those inside others too, in the order of reading."""
    for block in blocks:
        yield block
        match block:
            case Section() | Quote():
                yield from everything(block.blocks)
            case Chart():
                yield block.table
            case List():
                for item in block.items:
                    yield from everything(item)


def sections(document: Document, kind: str) -> list[Section]:
    found = (block for block in everything(document.blocks) if isinstance(block, Section))
    return [section for section in found if section.kind == kind]


def test_outline_is_the_same(document: Document, page: lxml.html.HtmlElement) -> None:
    """All headings are there in order, with their level, number and words."""
    wanted = [
        (f"h{block.level + 1}", f"{block.number} {plain_text(block.content)}".strip())
        for block in everything(document.blocks)
        if isinstance(block, Heading)
    ]
    found = page.xpath("//main//*[self::h2 or self::h3 or self::h4 or self::h5 or self::h6]")

    assert [(heading.tag, heading.text_content()) for heading in found] == wanted
    assert len(wanted) > 250


def test_headings_have_no_gaps(page: lxml.html.HtmlElement) -> None:
    """No heading is more than one level below the one before, beginning with the only h1."""
    levels = [int(one.tag[1]) for one in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(lower <= upper + 1 for upper, lower in pairwise(levels))


def test_paragraphs_are_the_same(document: Document, page: lxml.html.HtmlElement) -> None:
    """All paragraphs are there in order, with all their words."""
    wanted = [
        plain_text(block.content).replace("\n", "")
        for block in everything(document.blocks)
        if isinstance(block, Paragraph)
    ]
    found = page.xpath(
        "//main//*[self::p or self::dt][not(ancestor::form | self::*[@class='legend-title'])]"
    )

    assert [said(paragraph) for paragraph in found] == wanted
    assert len(wanted) > 800


def said(element: lxml.html.HtmlElement) -> str:
    """The words of a paragraph, or the name of a fact with what is said of it."""
    words = element.text_content()
    return words if element.tag == "p" else f"{words} {element.getnext().text_content()}"


def test_projects_are_the_same(document: Document, page: lxml.html.HtmlElement) -> None:
    """Each project has its id, its facets and the mark of its status."""
    wanted = [
        (project.anchor, [f"{key}:{one}" for key, ids in project.facets.items() for one in ids])
        for project in sections(document, "project")
    ]
    places = {status.id: place for place, status in enumerate(document.statuses, start=1)}

    found = page.xpath("//article")
    assert [(one.get("id"), one.get("data-facets").split()) for one in found] == wanted
    for article, project in zip(found, sections(document, "project"), strict=True):
        colour = f"status-{places[project.facets['status'][0]]}"
        assert article.get("class") == f"project {colour}"
        assert article.xpath("string(dl[1]/dd/span/@class)") == f"mark {colour}"


def test_tables_are_the_same(document: Document, page: lxml.html.HtmlElement) -> None:
    """All tables are there with caption, header and every cell."""
    wanted = [
        [
            block.caption,
            tuple(column.title for column in block.columns),
            *(tuple(plain_text(cell) for cell in row.cells) for row in block.rows),
        ]
        for block in everything(document.blocks)
        if isinstance(block, Table)
    ]
    found = [
        [
            table.findtext("caption"),
            *(tuple(cell.text_content() for cell in row) for row in table.iter("tr")),
        ]
        for table in page.iter("table")
    ]

    assert found == wanted
    assert len(found) > 6


def test_rows_have_one_mark(page: lxml.html.HtmlElement) -> None:
    """Each row of a project list has exactly one status mark, and leads to its project."""
    rows = page.xpath("//section[@class='kind-lists landscape']//tbody/tr")
    targets = [href[1:] for row in rows for href in row.xpath("td[1]/a/@href")]

    assert {len(row.find_class("mark")) for row in rows} == {1}
    assert sorted(targets) == sorted(page.xpath("//article/@id"))


def test_contents_are_complete(document: Document, page: lxml.html.HtmlElement) -> None:
    """The navigation has every entry of the contents, in order."""
    (contents,) = [block for block in document.blocks if isinstance(block, TableOfContents)]
    wanted = [f"{entry.number} {entry.title}".strip() for entry in contents.entries]

    assert [line.xpath("string(a | span)") for line in page.xpath("//nav//li")] == wanted
    assert len(wanted) > 250


def test_links_lead_somewhere(page: lxml.html.HtmlElement) -> None:
    """Every link inside the page has a target, and every id is there once."""
    ids = page.xpath("//@id")

    assert len(set(ids)) == len(ids)
    assert {href[1:] for href in page.xpath("//a/@href") if href.startswith("#")} <= set(ids)


def test_legend_and_form_know_the_profile(document: Document, page: lxml.html.HtmlElement) -> None:
    """The legend shows all statuses, the form all facets with all options."""
    (legend,) = page.find_class("legend")
    marks = [mark.text_content() for mark in legend.find_class("mark")]
    options = [
        [(option.get("value"), option.text_content()) for option in select.iter("option")][1:]
        for select in page.iter("select")
    ]

    assert marks == [status.label for status in document.statuses]
    assert options == [
        [(f"{facet.key}:{one}", name) for one, name in facet.options] for facet in document.facets
    ]
