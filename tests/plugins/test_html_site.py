"""The site: pages side by side, each with its own title, its place and the way on."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from kommunal_nh import build
from kommunal_nh.document import (
    Block,
    Document,
    Facet,
    Figure,
    Heading,
    Paragraph,
    Reference,
    Section,
    StatusMark,
    StatusStyle,
    Text,
    TitlePage,
)
from kommunal_nh.testing.picture import PIXEL
from kommunal_nh.testing.sample import linked_document
from kommunal_nh_html import SiteExporter

EXAMPLES = Path(__file__).parents[2] / "examples"
Page = Any
"""A page as lxml reads it."""


def words(text: str) -> tuple[Text, ...]:
    return (Text(text),)


def to(anchor: str) -> Paragraph:
    return Paragraph((Reference(anchor, words("dorthin")),))


def project(name: str, number: str, title: str, *blocks: Block) -> Section:
    mark = Paragraph((Text("Status: "), StatusMark("idee", "Idee")), "facts")
    heading = Heading(4, number, words(title))
    return Section("project", name, (heading, mark, *blocks), {"status": ("idee",)})


def sample(*more: Block) -> Document:
    goal = Section(
        "goal",
        "ziel",
        (
            Heading(2, "1.1", words("Sparen")),
            project("dach", "1.1.1.1", "Dach", Paragraph(words("Das Dach <b> wird & warm."))),
            project("rad", "1.1.1.2", "Rad", to("dach"), to("ziel"), to("weg")),
        ),
    )
    return Document(
        "Bericht",
        "Kreis Muster",
        date(2024, 10, 1),
        (
            TitlePage("Bericht", "Stand: 01.10.2024", ("Kreis Muster",)),
            Section("overview", "nh-uebersicht", (Heading(1, "", words("Überblick")),)),
            Section("theme", "klima", (Heading(1, "1", words("Klima")), goal)),
            *more,
        ),
        subject="Stand: 01.10.2024",
        statuses=(StatusStyle("idee", "Ideen", "", "#d5d5d5", "○"),),
        facets=(Facet("status", "Status", (("idee", "Idee"),)),),
        theme_word="Handlungsfelder",
    )


def written(folder: Path, document: Document, **options: str) -> dict[str, Page]:
    """The pages of a document's site."""
    SiteExporter().write_folder(document, folder / "site", options)
    return {file.name: lxml.html.parse(file).getroot() for file in (folder / "site").glob("*.html")}


def text_of(page: Page, path: str) -> str:
    (found,) = page.xpath(path)
    return " ".join(found.text_content().split())


@pytest.fixture
def pages(tmp_path: Path) -> dict[str, Page]:
    """The pages of the sample."""
    return written(tmp_path, sample())


def test_each_part_is_a_page(pages: dict[str, Page]) -> None:
    """Themes and projects are pages beside each other, with a search and a page for the rest."""
    assert set(pages) == {
        "index.html", "klima.html", "dach.html", "rad.html", "suche.html", "404.html",
    }  # fmt: skip


def test_each_page_has_its_own_title_and_description(pages: dict[str, Page]) -> None:
    """What search engines and tabs show is that page's, and the title is its one h1."""
    assert text_of(pages["dach.html"], "//title") == "1.1.1.1 Dach – Bericht"
    assert text_of(pages["dach.html"], "//h1") == "1.1.1.1 Dach"
    assert pages["dach.html"].xpath("//meta[@name='description']/@content") == [
        "Das Dach <b> wird & warm."
    ]
    assert text_of(pages["index.html"], "//title") == "Bericht – Stand: 01.10.2024"
    titles = [text_of(page, "//title") for page in pages.values()]
    assert len(set(titles)) == len(titles)


def test_headings_below_the_title_begin_with_the_second_rank(pages: dict[str, Page]) -> None:
    """However deep a part stands in the document, its page has no gap in the headings."""
    assert text_of(pages["klima.html"], "//h2") == "1.1 Sparen"
    assert (
        text_of(pages["index.html"], "//h2[not(parent::*[@class='cards themes'])]") == "Überblick"
    )
    assert not pages["dach.html"].xpath("//main//h1")


def test_a_page_says_where_it_is(pages: dict[str, Page]) -> None:
    """The trail leads to the pages above, the contents mark the page itself."""
    assert pages["rad.html"].xpath("//nav[@class='trail']//a/@href") == ["index.html", "klima.html"]
    assert pages["rad.html"].xpath("//nav[@class='contents']//a[@aria-current='page']/@href") == [
        "rad.html"
    ]
    assert not pages["index.html"].xpath("//nav[@class='trail']")


def test_the_first_page_shows_each_theme_with_its_statuses(pages: dict[str, Page]) -> None:
    """A card leads to the theme, and says in words and as a bar how many projects are where."""
    (card,) = pages["index.html"].xpath("//main/section[@class='cards themes']/ul/li")
    assert (
        text_of(pages["index.html"], "//main/section[@class='cards themes']/h2")
        == "Handlungsfelder"
    )
    assert [(a.get("href"), a.text_content()) for a in card.iter("a")] == [
        ("klima.html", "1 Klima")
    ]
    assert [one.text_content() for one in card.xpath("p | ul/li")] == ["Projekte: 2", "Idee: 2"]
    assert [one.get("width") for one in card.iter("rect")] == ["100.00%"]
    assert card.xpath("svg/@aria-hidden") == ["true"]


def test_the_first_page_leads_to_the_other_chapters(tmp_path: Path) -> None:
    """Chapters that are no themes stand below, with their first sentences."""
    heading = Heading(1, "", words("Wie es kam"))
    chapter = Section("chapter", "wie", (heading, Paragraph(words("Es war so <am> Anfang."))))
    front = written(tmp_path, sample(chapter))["index.html"]
    (card,) = front.xpath("//section[@class='cards chapters']/ul/li")

    assert card.xpath("h3/a/@href") == ["wie.html"]
    assert front.xpath("//section[@class='cards themes']//a/@href") == ["klima.html"]
    assert card.findtext("p") == "Es war so <am> Anfang."


def test_without_chapters_and_themes_there_are_no_empty_lists(tmp_path: Path) -> None:
    """A document of which all stands on the first page has no cards."""
    empty = Document("Bericht", "Kreis Muster", date(2024, 10, 1), ())
    assert not written(tmp_path, empty)["index.html"].xpath("//*[contains(@class, 'cards')]")


def test_pages_lead_to_their_neighbours(pages: dict[str, Page]) -> None:
    """Page by page one comes through the whole document."""
    assert pages["index.html"].xpath("//a[@rel='next']/@href") == ["klima.html"]
    assert pages["dach.html"].xpath("//a[@rel='prev']/@href") == ["klima.html"]
    assert pages["dach.html"].xpath("//a[@rel='next']/@href") == ["rad.html"]
    assert not pages["rad.html"].xpath("//a[@rel='next']")


def test_references_lead_from_page_to_page(pages: dict[str, Page]) -> None:
    """To a page, to a place on it, or, if there is nothing, nowhere."""
    assert pages["rad.html"].xpath("//main/div[@id='rad']//a/@href") == [
        "dach.html",
        "klima.html#ziel",
    ]
    assert "dorthin" in text_of(pages["rad.html"], "//main/div[@id='rad']")
    assert pages["klima.html"].xpath("//section[@id='ziel']//li//a/@href") == [
        "dach.html",
        "rad.html",
    ]


def test_nothing_on_a_page_stands_in_the_page_but_words(tmp_path: Path) -> None:
    """Styles and scripts are files, so that the strictest policy can allow them."""
    for page in written(tmp_path, linked_document()).values():
        assert not page.xpath("//style | //@style | //script[not(@src)]")
        assert not page.xpath("//@*[starts-with(name(), 'on')]")
        (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy


def test_nothing_comes_from_elsewhere(tmp_path: Path) -> None:
    """Whatever a page loads lies in its folder."""
    for page in written(tmp_path, linked_document()).values():
        for address in page.xpath("//script/@src | //img/@src | //link[@rel='stylesheet']/@href"):
            assert (tmp_path / "site" / address).is_file()


def test_a_picture_is_a_file_that_all_pages_share(tmp_path: Path) -> None:
    """The same picture on two pages is one file."""
    figure = Figure("image/png", PIXEL, "Turm")
    chapters = (Section("chapter", name, (Heading(1, "", words(name)), figure)) for name in "ab")
    pages = written(tmp_path, sample(*chapters))
    (first,), (second,) = (pages[f"{name}.html"].xpath("//img/@src") for name in "ab")
    assert first == second
    assert (tmp_path / "site" / first).read_bytes() == PIXEL


def index(folder: Path) -> list[dict[str, Any]]:
    source = (folder / "site" / "dateien" / "suchverzeichnis.js").read_text("utf-8")
    found = re.fullmatch(r"globalThis\.kommunalNhPages = (.*);\n", source, re.DOTALL)
    assert found
    entries: list[dict[str, Any]] = json.loads(found[1])
    return entries


def test_the_search_knows_titles_texts_statuses_and_facets(
    tmp_path: Path, pages: dict[str, Page]
) -> None:
    """Each page but the first is in the index, with all that one can look for."""
    assert [entry["address"] for entry in index(tmp_path)] == [
        "klima.html",
        "dach.html",
        "rad.html",
    ]
    assert index(tmp_path)[1] == {
        "address": "dach.html",
        "title": "1.1.1.1 Dach",
        "text": "Das Dach <b> wird & warm.",
        "facets": ["status:idee"],
        "status": "Idee",
        "class": "status-1",
    }


def test_lists_can_be_filtered(tmp_path: Path) -> None:
    """The page with the project lists has the form; other pages have none."""
    lists = Section("lists", "nh-projektlisten", (Heading(1, "", words("Projektlisten")),))
    pages = written(tmp_path, sample(lists))
    assert pages["projektlisten.html"].xpath("//form[@class='filter']")
    assert not pages["klima.html"].xpath("//form[@class='filter']")


def test_the_address_of_the_site_gives_a_map(tmp_path: Path) -> None:
    """With `base-url`, each page names its address, and the map lists those of the document."""
    pages = written(tmp_path, sample(), **{"base-url": "https://example.org/nh"})
    (address,) = pages["dach.html"].xpath("//link[@rel='canonical']/@href")
    source = (tmp_path / "site" / "sitemap.xml").read_text("utf-8")
    assert address == "https://example.org/nh/dach.html"
    assert f"<loc>{address}</loc><lastmod>2024-10-01</lastmod>" in source
    assert source.count("<url>") == 4


def test_without_the_address_there_is_no_map(tmp_path: Path, pages: dict[str, Page]) -> None:
    """A map needs whole addresses."""
    assert not (tmp_path / "site" / "sitemap.xml").exists()
    assert not pages["dach.html"].xpath("//link[@rel='canonical']")


def test_a_page_without_heading_has_a_title_all_the_same(tmp_path: Path) -> None:
    """A section that begins with text is called like its anchor."""
    page = written(tmp_path, sample(Section("chapter", "notiz", (to("dach"),))))["notiz.html"]
    assert text_of(page, "//h1") == "notiz"
    assert text_of(page, "//main/div/p") == "dorthin"


@pytest.mark.parametrize("example", ["blaustein", "gnk_musterkommune", "kreis_soest"])
def test_a_page_keeps_its_address_when_numbers_change(example: str, tmp_path: Path) -> None:
    """Files are named for ids; numbers are only in them."""
    (folder,) = build(EXAMPLES / example, "site", tmp_path / "site")
    names = [path.stem for path in folder.glob("*.html")]
    assert len(names) > 30
    assert not [name for name in names if re.match(r"\d+[-.]", name)]
