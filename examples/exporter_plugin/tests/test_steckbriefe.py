"""The Steckbriefe keep the contract of exporters for all projects, each on a page of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

from kommunal_nh import Document, assemble, load, public_view
from kommunal_nh.document import Block, Section
from kommunal_nh.testing import ExporterContract
from kommunal_nh_steckbriefe import SteckbriefExporter

VOID = {"meta", "img", "br"}
INLINE = {"a", "code", "del", "em", "ins", "span", "strong"}


class Reader(HTMLParser):
    """Reads what a page shows with Python's own parser; every tag is closed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.words: list[str] = []
        self.articles: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, f"{name}={value}") for name, value in attrs]
        self.open += [] if tag in VOID else [tag]
        self.articles += [""] if tag == "article" else []
        self.add("" if tag in INLINE else "\n")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.add("" if tag in INLINE else "\n")

    def handle_data(self, data: str) -> None:
        if "head" not in self.open:
            self.add(data)

    def add(self, words: str) -> None:
        self.words.append(words)
        if "article" in self.open:
            self.articles[-1] += words


def read(file: Path) -> Reader:
    """A file, read to its end."""
    reader = Reader()
    reader.feed(file.read_text("utf-8"))
    reader.close()
    assert reader.open == []
    return reader


def projects(blocks: Iterable[Block]) -> Iterator[Section]:
    """All projects."""
    for block in blocks:
        if isinstance(block, Section):
            yield from [block] if block.kind == "project" else projects(block.blocks)


class TestSteckbriefe(ExporterContract):
    exporter = SteckbriefExporter()

    def read(self, file: Path) -> str:
        return "".join(read(file).words)

    def promised(self, document: Document) -> Iterable[Block]:
        """Of a document only the projects are shown."""
        return projects(document.blocks)


def written(document: Document, folder: Path) -> Reader:
    """A document, written and read."""
    target = folder / "steckbriefe.html"
    SteckbriefExporter().write(document, target, {})
    return read(target)


def small_report(folder: Path) -> Document:
    """A theme with one goal and two projects, the second of which speaks of the first."""
    (folder / "themen").mkdir(parents=True)
    (folder / "bericht.yaml").write_text(
        "titel: Report <A>\nherausgeber: Kreis Muster\nstand: 2024-10-01\nprofil: soest\n", "utf-8"
    )
    (folder / "themen" / "klima.yaml").write_text(
        "id: klima\ntitel: Klima & Energie\nziele:\n  - id: sparen\n    text: Wir sparen.\n"
        "    projekte:\n"
        "      - {id: allianz, titel: Klima-Allianz, status: umgesetzt}\n"
        "      - {id: dach, titel: Solardach, status: umgesetzt, "
        "beschreibung: 'Wie [](#allianz), zu [](#klima).'}\n",
        "utf-8",
    )
    return assemble(public_view(load(folder)))


def test_each_project_has_a_page_that_says_where_it_belongs(tmp_path: Path) -> None:
    """An article holds theme, goal, title and status of one project, and who answers for it."""
    first, second = written(small_report(tmp_path / "daten"), tmp_path).articles

    assert [line for line in first.split("\n") if line][:3] == [
        "1 Klima & Energie",
        "1.1 Strategisches Ziel 1 – Wir sparen.",
        "1.1.1.1 Klima-Allianz",
    ]
    assert "● Umgesetzt" in first
    assert "Kreis Muster · Report <A> · Stand: 01.10.2024" in first
    assert "1.1.1.2 Solardach" in second


def test_links_lead_to_pages_that_are_there(tmp_path: Path) -> None:
    """A reference to a project leads to its page; one to anything else is only words."""
    reader = written(small_report(tmp_path / "daten"), tmp_path)

    assert [value for tag, value in reader.attributes if tag == "a"] == ["href=#allianz"]
    assert ("article", "id=allianz") in reader.attributes
    assert "Wie 1.1.1.1, zu 1." in "".join(reader.words)


def test_the_language_of_the_document_is_that_of_the_page(tmp_path: Path) -> None:
    """Screen readers are told the language."""
    reader = written(small_report(tmp_path / "daten"), tmp_path)

    assert ("html", "lang=de-DE") in reader.attributes


def test_without_projects_the_page_says_so(tmp_path: Path) -> None:
    """A document without projects gives a page with its title and a sentence."""
    reader = written(Document("Leer", "Kreis Muster", date(2024, 10, 1), ()), tmp_path)

    assert "Leer" in "".join(reader.words)
    assert "Hier gibt es derzeit keine Einträge." in "".join(reader.words)
