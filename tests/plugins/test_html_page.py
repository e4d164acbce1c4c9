"""The page as a whole: head, frame, policy, ids, form, and that it is the same every time."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from io import BytesIO, RawIOBase
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kommunal_nh.document import (
    Block,
    Deferred,
    Document,
    Facet,
    Heading,
    Paragraph,
    Reference,
    Section,
    StatusStyle,
    TableOfContents,
    Text,
    TitlePage,
)
from kommunal_nh.exporters import Exporter, FolderExporter
from kommunal_nh.labels import Labels
from kommunal_nh_html import HtmlExporter, kommunal_nh_exporters
from kommunal_nh_html.page import write_page
from kommunal_nh_html.styles import BEHAVIOUR, EARLY, LOOK, SITE_BEHAVIOUR, SITE_LOOK

SOEST = Path(__file__).parents[2] / "examples" / "kreis_soest"


def document(*blocks: Block, **fields: Any) -> Document:
    return Document("Report", "Musterkreis", date(2023, 10, 1), blocks, **fields)


def html(given: Document) -> str:
    out = BytesIO()
    write_page(given, out)
    return out.getvalue().decode()


def page(*blocks: Block, **fields: Any) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(html(document(*blocks, **fields)))


def project(anchor: str, title: str = "Titel") -> Section:
    return Section("project", anchor, (Heading(4, "1.1.1.1", (Text(title),)),))


class TestExporter:
    def test_keeps_the_protocol(self) -> None:
        """The plugin offers an exporter for one page and one for a site, named for the format."""
        exporter, site = kommunal_nh_exporters()

        assert isinstance(exporter, Exporter)
        assert (exporter.format, exporter.suffix, exporter.media_type) == (
            "html",
            ".html",
            "text/html",
        )
        assert isinstance(site, FolderExporter)
        assert (site.format, site.media_type) == ("site", "text/html")

    def test_writes_the_file(self, tmp_path: Path) -> None:
        """The exporter writes the page and nothing else, as UTF-8."""
        HtmlExporter().write(document(Paragraph((Text("Grüße"),))), tmp_path / "a.html", {"x": "y"})

        assert [path.name for path in tmp_path.iterdir()] == ["a.html"]
        assert "<p>Grüße</p>" in (tmp_path / "a.html").read_text(encoding="utf-8")

    def test_imports_little(self) -> None:
        """Loading the plugin does not load the writer."""
        code = "import sys, kommunal_nh_html; print('kommunal_nh_html.page' in sys.modules)"
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )

        assert done.stdout.strip() == "False"


class TestHead:
    def test_names_itself(self) -> None:
        """The page has its language, a title with the date, a viewport, author and description."""
        read = page(subject="Ziele und Projekte", language="de-AT")

        assert read.get("lang") == "de-AT"
        assert read.findtext("head/title") == "Report – Stand: 01.10.2023"
        metas = {meta.get("name"): meta.get("content") for meta in read.iter("meta")}
        assert metas["viewport"] == "width=device-width, initial-scale=1"
        assert metas["author"] == "Musterkreis"
        assert metas["description"] == "Ziele und Projekte"

    def test_policy_names_style_and_script(self) -> None:
        """The policy forbids everything but the one style and the two scripts, by their hashes."""
        read = page(statuses=(StatusStyle("a", "a", "", "#c9e7cf", "●"),))
        (policy,) = read.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        (style,) = read.iter("style")
        early, late = (f"'{digest(script.text or '')}'" for script in read.iter("script"))

        assert policy.startswith("default-src 'none';")
        assert f"style-src '{digest(style.text or '')}'" in policy
        assert f"script-src {early} {late};" in policy
        assert "unsafe" not in policy

    def test_loads_nothing(self) -> None:
        """No element names anything outside the page, or has a style or handler of its own."""
        read = page(TitlePage("Report"), project("a"))

        sources = read.xpath("//@src | //link/@href | //@action | //@poster | //@data")
        assert [source for source in sources if not source.startswith("data:")] == []
        assert read.xpath("//@style | //@*[starts-with(name(), 'on')]") == []
        assert "@import" not in html(document())


def digest(source: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()


class TestFrame:
    def test_has_landmarks_in_order(self) -> None:
        """Skip link, header, navigation, main and footer stand in this order, each once."""
        read = page(TitlePage("Report"), TableOfContents("Inhalt", ()), project("a"))
        parts = [one.tag for one in read.body.iter("a", "header", "nav", "main", "footer")]

        assert parts == ["a", "header", "nav", "main", "footer", "a"]
        assert read.body[0].get("class") == "skip"
        assert read.body[0].get("href") == "#" + read.xpath("//main/@id")[0]
        assert read.xpath("//nav/@aria-label") == ["Inhalt"]

    def test_title_page_is_the_head(self) -> None:
        """The first title page gives the only h1, its subtitle and its lines."""
        read = page(Paragraph(()), TitlePage("Titel", "Unter", ("eins", "zwei")), TitlePage("Noch"))

        assert [h1.text for h1 in read.iter("h1")] == ["Titel"]
        assert [p.text for p in read.xpath("//header//p")] == ["Unter", "eins", "zwei"]
        assert read.xpath("//main//*[@class='title-page']/p/text()") == ["Noch"]

    def test_needs_no_title_page(self) -> None:
        """Without a title page the document's title is the h1; without contents there is no nav."""
        read = page()

        assert [h1.text for h1 in read.iter("h1")] == ["Report"]
        assert read.xpath("//nav") == []

    def test_words_of_printed_pages(self) -> None:
        """The margins of printed pages count in the words of the labels."""
        style = html(document(labels=Labels(page="S. {seite}/{seiten}!")))

        assert r'content: "S. " counter(page) "/" counter(pages) "\000021"' in style


class TestForm:
    def test_has_a_field_for_each_facet(self) -> None:
        """The form is hidden, and has a labelled choice for each facet and a field for words."""
        read = page(facets=(Facet("unit", "Stelle", (("80.01", "Sachgebiet"), ("a b", "A & B"))),))
        (form,) = read.iter("form")

        assert form.get("hidden") is not None
        assert [label.text for label in form.iter("label")] == ["Suche im Text", "Stelle"]
        assert [label.get("for") for label in form.iter("label")] == form.xpath(
            ".//input/@id | .//select/@id"
        )
        assert [(option.get("value"), option.text) for option in form.iter("option")] == [
            ("", "alle"),
            ("unit:80.01", "Sachgebiet"),
            ("unit:a%20b", "A & B"),
        ]

    def test_options_and_projects_speak_alike(self) -> None:
        """A project carries the same word for an option as the form does."""
        facets = {"unit": ("a b", 'x"y'), "status": ("p",)}
        read = page(
            Section("project", "a", (), facets),
            facets=(Facet("unit", "Stelle", (("a b", ""), ('x"y', ""))),),
        )
        (carried,) = read.xpath("//article/@data-facets")

        assert set(read.xpath("//option/@value")) - {""} < set(carried.split())

    def test_hits_are_told_in_the_words_of_the_labels(self) -> None:
        """The script gets the words for the number of hits, with the projects' name filled in."""
        labels = Labels(hits="{treffer} von {anzahl} {projekte}!")
        read = page(project_word="Maßnahmen", labels=labels)

        assert read.xpath("//form//*[@role='status']/@data-hits") == [
            "{treffer} von {anzahl} Maßnahmen!"
        ]


@given(st.lists(st.text(), unique=True, max_size=8))
@example(["a", "a__titel", "seite__inhalt", "a b", "a__20__b"])
def test_anchors_are_unique_and_reached(anchors: list[str]) -> None:
    """Whatever anchors are called: all ids are valid and different, and each link finds its own."""
    named = [anchor for anchor in anchors if anchor]
    links = Paragraph(tuple(Reference(anchor, (Text("x"),)) for anchor in named))
    read = page(links, *(project(anchor) for anchor in [*named, "", ""]))
    ids = read.xpath("//@id")
    articles = read.xpath("//article/@id")
    hrefs = read.xpath("//main/p/a/@href")

    assert len(set(ids)) == len(ids)
    assert not any(re.search(r"\s", name) or not name for name in ids)
    assert [unquoted(href) for href in hrefs] == articles
    assert read.xpath("//article/@aria-labelledby") == read.xpath("//article/h5/@id")


def unquoted(href: str) -> str:
    from urllib.parse import unquote

    assert href.isascii()
    return unquote(href.removeprefix("#"))


@pytest.mark.parametrize("anchor", ["klima-allianz", "ziel.1", "a_b", "Möhnesee", "80:01"])
def test_plain_anchors_stay(anchor: str) -> None:
    """Anchors that are fit to be ids are not changed."""
    assert page(project(anchor)).xpath("//article/@id") == [anchor]


def test_same_bytes_everywhere(tmp_path: Path) -> None:
    """The same data give the same bytes, whatever the process, its hashes, time zone and folder."""
    pages = [
        built(tmp_path / zone.replace("/", "-"), PYTHONHASHSEED=seed, TZ=zone)
        for seed, zone in [("0", "Europe/Berlin"), ("4711", "Pacific/Auckland")]
    ]

    assert pages[0] == pages[1]
    assert len(pages[0]) > 100_000


def built(folder: Path, **environment: str) -> bytes:
    folder.mkdir()
    command = [sys.executable, "-m", "kommunal_nh", "build", str(SOEST), "-f", "html", "-o", "out"]
    environ = {**os.environ, **environment}
    subprocess.run(command, cwd=folder, env=environ, check=True, capture_output=True)
    (path,) = folder.glob("out/*.html")
    return path.read_bytes()


class Nowhere(RawIOBase):
    """Takes everything and keeps only its length."""

    length = 0

    def write(self, data: Any) -> int:
        self.length += len(data)
        return len(data)


def test_memory_does_not_grow() -> None:
    """A document ten times as long needs no more memory."""
    small, large = (peak(count) for count in (20_000, 100_000))

    assert large < small * 1.5


def peak(count: int) -> int:
    def paragraphs() -> Iterator[Block]:
        return (Paragraph((Text("Ein Satz, der immer wieder kommt. " * 4),)) for _ in range(count))

    out = Nowhere()
    tracemalloc.start()
    write_page(document(Section("chapter", "a", Deferred(paragraphs))), out)  # type: ignore[arg-type]
    highest = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert out.length > count * 100
    return highest


@pytest.mark.parametrize(
    ("folder", "named"),
    [("look", LOOK + SITE_LOOK), ("behaviour", EARLY + BEHAVIOUR + SITE_BEHAVIOUR)],
)
def test_each_part_is_used(folder: str, named: tuple[str, ...]) -> None:
    """Each style sheet and each script of the package is part of the page, once, and short."""
    parts = [Path(str(part)) for part in files("kommunal_nh_html").joinpath(folder).iterdir()]

    assert sorted(part.stem for part in parts) == sorted(named)
    assert {
        part.name: lines for part in parts if (lines := part.read_text().count("\n")) > 150
    } == {}
