"""Pages: nothing of a document is lost between them, and nothing is on two."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import attrs
import pytest
from hypothesis import given

from costs import dear
from kommunal_nh.document import (
    Block,
    Document,
    Figure,
    Heading,
    List,
    Page,
    PageBreak,
    Paragraph,
    Pictures,
    Quote,
    Reference,
    Section,
    Text,
    split,
)
from kommunal_nh.testing import documents
from kommunal_nh.testing.picture import PIXEL
from kommunal_nh.testing.sample import deep_document, project_section, usual_document


def section(kind: str, anchor: str, title: str = "Titel", *blocks: Block) -> Section:
    return Section(kind, anchor, (Heading(1, "", (Text(title),)), *blocks))


def document(*blocks: Block) -> Document:
    return Document("Bericht", "Kreis Muster", date(2024, 10, 1), blocks)


def sections(blocks: Iterable[Block]) -> Iterator[Section]:
    """All sections, those inside others too."""
    for block in blocks:
        if isinstance(block, Section):
            yield block
            yield from sections(block.blocks)


def put_back(blocks: Iterable[Block], pages: dict[str, Page]) -> Iterator[Block]:
    """Blocks with the projects that have their own pages where lists lead to them."""
    for block in blocks:
        if isinstance(block, Section) and block.kind == "projects":
            (items,) = block.blocks
            assert isinstance(items, List)
            for (item,) in items.items:
                assert isinstance(item, Paragraph)
                assert isinstance(item.content[0], Reference)
                yield from pages[item.content[0].anchor].blocks
        elif isinstance(block, Section):
            yield attrs.evolve(block, blocks=tuple(put_back(block.blocks, pages)))
        else:
            yield block


@dear
@given(documents())
def test_the_pages_together_are_the_document(document: Document) -> None:
    """The blocks of all pages are those of the document, each page's in the same order."""
    blocks = list(document.blocks)
    pages = split(document).pages
    of_pages = [block for page in pages for block in page.blocks]
    assert sorted(map(blocks.index, of_pages)) == sorted(map(blocks.index, blocks))
    assert len(of_pages) == len(blocks)
    for page in (pages[0], attrs.evolve(pages[0], blocks=of_pages[len(list(pages[0].blocks)) :])):
        places = [blocks.index(block) for block in page.blocks]
        assert places == sorted(places)


@dear
@given(documents())
def test_projects_can_be_put_back(document: Document) -> None:
    """With the projects in the places of their lists, every theme is what it was."""
    pages = split(document, projects=True).pages
    by_anchor = {page.anchor: page for page in pages if page.kind == "project"}
    whole = [page for page in pages[1:] if page.parent == "index"]
    put = [block for page in whole for block in put_back(page.blocks, by_anchor)]
    assert put == [block for page in split(document).pages[1:] for block in page.blocks]


@dear
@pytest.mark.parametrize("projects", [False, True])
@given(documents())
def test_every_anchor_is_on_one_page(projects: bool, document: Document) -> None:
    """Each anchor is in the index, with the one page that has its section."""
    pages = split(document, projects=projects)
    found = [(one.anchor, page.name) for page in pages.pages for one in sections(page.blocks)]
    known = {anchor: name for anchor, name in found if anchor}
    assert pages.places == known
    assert Counter(anchor for anchor, _ in found if anchor) == Counter(
        one.anchor for one in sections(document.blocks) if one.anchor
    )


@pytest.mark.parametrize("projects", [False, True])
@given(documents())
def test_names_are_different_and_simple(projects: bool, document: Document) -> None:
    """Names of pages can be names of files everywhere; parents are pages that come before."""
    seen = {""}
    for page in split(document, projects=projects).pages:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", page.name)
        assert page.name not in seen
        assert page.parent in seen
        seen.add(page.name)


def test_what_is_in_no_section_and_the_overview_are_on_the_first_page() -> None:
    """The first page gathers what is not a section, overview and figures, wherever they stand."""
    overview, chapter = section("overview", "nh-uebersicht"), section("chapter", "vorwort")
    figures = section("figures", "nh-kennzahlen")
    theme, text = section("theme", "klima"), Paragraph((Text("Am Ende."),))
    pages = split(document(PageBreak(), chapter, overview, figures, theme, text)).pages
    assert [page.name for page in pages] == ["index", "vorwort", "klima"]
    assert list(pages[0].blocks) == [PageBreak(), overview, figures, text]
    assert pages[0].title == "Bericht"


def test_names_come_from_ids_and_not_from_numbers() -> None:
    """A page is called like the id of its section, whatever its number."""
    theme = Section("theme", "klima.schutz_a", (Heading(1, "7", (Text("Klima"),)),))
    pages = split(document(theme, section("lists", "nh-projektlisten"))).pages
    assert [page.name for page in pages[1:]] == ["klima-schutz-a", "projektlisten"]
    assert (pages[1].number, pages[1].title, pages[1].kind) == ("7", "Klima", "theme")


def test_names_that_mean_something_are_not_given() -> None:
    """Pages are not called like the first page, nor as Windows calls devices, nor twice."""
    themes = (section("theme", name) for name in ("index", "404", "readme", "con", "a.b", "a-b"))
    names = [page.name for page in split(document(*themes)).pages]
    assert names == ["index", "index-2", "404-2", "readme-2", "con-2", "a-b", "a-b-2"]
    nameless = split(document(section("theme", "", "Über"), section("theme", "", "報")))
    assert [page.name for page in nameless.pages[1:]] == ["ueber", "theme"]


def test_sections_inside_lists_and_quotes_have_their_place() -> None:
    """An anchor is found wherever its section stands on the page."""
    listed, quoted = section("goal", "im-punkt"), section("goal", "im-zitat")
    theme = section("theme", "klima", "Klima", List(((listed,),)), Quote((quoted,)))
    assert split(document(theme)).places == {
        "klima": "klima",
        "im-punkt": "klima",
        "im-zitat": "klima",
    }


def test_a_list_names_number_title_and_status() -> None:
    """Where a project would stand, its number and title lead to it, with its mark."""
    pages = split(usual_document(), projects=True).pages
    (climate,) = (page for page in pages if page.name == "t-1")
    listed = [one for one in sections(climate.blocks) if one.kind == "projects"]
    (items,) = listed[0].blocks
    assert isinstance(items, List)
    first = items.items[0][0]
    assert isinstance(first, Paragraph)
    assert first.content[0] == Reference("p-1.1.1", (Text("1.1.1 Solardach"),))
    assert [page.title for page in pages if page.parent == "t-1"] == [
        "Solardach", "Klima-Allianz", "Radweg", "Radweg",
    ]  # fmt: skip


def test_projects_without_anchor_stay_where_they_are() -> None:
    """A project that nothing can lead to is no page of its own."""
    bare = attrs.evolve(project_section("1", "Ohne", "idee"), anchor="")
    pages = split(document(section("theme", "klima", "Klima", bare)), projects=True).pages
    assert [page.name for page in pages] == ["index", "klima"]
    assert bare in list(sections(pages[1].blocks))


def test_a_deep_document_is_split_like_any_other() -> None:
    """A project below thirty headings has its page below its theme's."""
    pages = split(deep_document(), projects=True).pages
    assert [(page.kind, page.parent) for page in pages if page.kind == "project"] == [
        ("project", "e-1")
    ]


def test_a_picture_is_one_file_however_often_it_is_shown(tmp_path: Path) -> None:
    """The name is made of the content: the same picture is written once, another beside it."""
    pictures = Pictures(tmp_path)
    pixel = Figure("image/png", PIXEL, "Punkt", "")
    names = [pictures.file(pixel), pictures.file(attrs.evolve(pixel, alt="Noch ein Punkt"))]
    other = pictures.file(Figure("image/jpeg", b"jpeg", "Foto", ""))

    assert names[0] == names[1] != other
    assert other.endswith(".jpg")
    assert {file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*.*")} == {
        names[0],
        other,
    }
    assert (tmp_path / names[0]).read_bytes() == PIXEL
