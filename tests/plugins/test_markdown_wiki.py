"""The wiki: a folder for each theme, a file for each project, ways between them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kommunal_nh import build
from kommunal_nh.document import (
    Block,
    Document,
    Figure,
    Heading,
    Paragraph,
    Reference,
    Section,
    Text,
    TitlePage,
)
from kommunal_nh.testing.picture import PIXEL
from kommunal_nh.testing.sample import linked_document, usual_document
from kommunal_nh_markdown import WikiExporter

EXAMPLES = Path(__file__).parents[2] / "examples"


def written(folder: Path, *blocks: Block, document: Document | None = None) -> dict[str, str]:
    """The files of a document's pages, by path."""
    document = document or Document("Bericht", "Kreis Muster", date(2024, 10, 1), blocks)
    WikiExporter().write_folder(document, folder / "wiki", {})
    files = (path for path in (folder / "wiki").rglob("*") if path.is_file())
    return {
        path.relative_to(folder / "wiki").as_posix(): path.read_bytes().decode("utf-8", "replace")
        for path in files
    }


def theme(name: str, title: str, *blocks: Block) -> Section:
    return Section("theme", name, (Heading(1, "1", (Text(title),)), *blocks))


def project(name: str, title: str, *blocks: Block) -> Section:
    return Section("project", name, (Heading(4, "1.1.1.1", (Text(title),)), *blocks))


def to(anchor: str) -> Paragraph:
    return Paragraph((Reference(anchor, (Text("dorthin"),)),))


def test_themes_are_folders_and_projects_are_files_in_them(tmp_path: Path) -> None:
    """Each theme has a folder with a README.md and its projects; the rest lies beside."""
    files = written(tmp_path, document=usual_document())
    assert {name for name in files if name.endswith(".md")} == {
        "README.md", "vorwort.md", "legende.md",
        "t-1/README.md", "t-1/p-1-1-1.md", "t-1/p-1-1-2.md", "t-1/p-1-1-10.md", "t-1/p-1-2-1.md",
        "t-2/README.md", "t-2/p-2-1-1.md", "t-2/p-2-1-2.md",
    }  # fmt: skip


def test_a_page_begins_with_its_heading_and_the_ways_on(tmp_path: Path) -> None:
    """First the title, then one line with the pages before, above and behind."""
    files = written(
        tmp_path,
        TitlePage("Bericht", "", ()),
        theme("klima", "Klima", project("dach", "Dach"), project("rad", "Rad")),
    )
    assert files["klima/rad.md"] == (
        "# 1.1.1.1 Rad\n\n[← 1.1.1.1 Dach](dach.md) · [↑ 1 Klima](README.md)\n"
    )
    assert files["klima/README.md"] == (
        "# 1 Klima\n\n[← Bericht](../README.md) · [1.1.1.1 Dach →](dach.md)\n\n"
        "- [1.1.1.1 Dach](dach.md)\n- [1.1.1.1 Rad](rad.md)\n"
    )
    assert files["README.md"] == "# Bericht\n\n[1 Klima →](klima/README.md)\n"


def test_references_lead_from_page_to_page(tmp_path: Path) -> None:
    """A page needs no anchor, what is on a page does, and what leads nowhere is only words."""
    goal = Section("goal", "ziel", (Heading(2, "1.1", (Text("Ziel"),)),))
    chapter = Section(
        "chapter", "wort", (to("dach"), to("klima"), to("ziel"), to("weg"), to("wort"))
    )
    files = written(
        tmp_path, theme("klima", "Klima", goal, project("dach", "Dach", to("ziel"))), chapter
    )
    for link in ("klima/dach.md", "klima/README.md", "klima/README.md#ziel", "wort.md"):
        assert f"\n[dorthin]({link})\n" in files["wort.md"]
    assert "\ndorthin\n" in files["wort.md"]
    assert "[dorthin](README.md#ziel)" in files["klima/dach.md"]
    assert '<a id="ziel" name="ziel"></a>' in files["klima/README.md"]


def test_pictures_are_files(tmp_path: Path) -> None:
    """A picture lies once beside the pages, whatever number of pages shows it."""
    figure = Figure("image/png", PIXEL, "Ein [Turm]", "Am Markt")
    files = written(
        tmp_path, figure, theme("klima", "Klima", figure, project("dach", "Dach", figure))
    )
    (picture,) = (name for name in files if name.startswith("bilder/"))
    assert (tmp_path / "wiki" / picture).read_bytes() == PIXEL
    assert f"![Ein \\[Turm\\]]({picture})\n\nAm Markt\n" in files["README.md"]
    assert f"![Ein \\[Turm\\]](../{picture})" in files["klima/dach.md"]


def test_a_page_without_heading_has_the_title_of_the_document(tmp_path: Path) -> None:
    """Every page has a title, and what it holds stands below."""
    inner = Section("chapter", "b", (Heading(2, "", (Text("Darin"),)),))
    files = written(tmp_path, Section("chapter", "a", (Paragraph((Text("Text."),)), inner)))
    assert files["a.md"].startswith("# Bericht\n\n[← Bericht](README.md)\n\nText.\n")
    assert "\n## Darin\n" in files["a.md"]


def test_contents_lead_to_the_pages(tmp_path: Path) -> None:
    """The table of contents on the first page names every page by its file."""
    files = written(tmp_path, document=linked_document())
    for link in ("(t-1/README.md)", "(t-1/README.md#g-1.1)", "(t-2/p-2-1-1.md)", "(vorwort.md)"):
        assert link in files["README.md"]


@pytest.mark.parametrize("example", ["blaustein", "gnk_musterkommune", "kreis_soest"])
def test_a_page_keeps_its_address_when_numbers_change(example: str, tmp_path: Path) -> None:
    """No file is named for a number."""
    (folder,) = build(EXAMPLES / example, "wiki", tmp_path / "wiki")
    names = [path.stem for path in folder.rglob("*.md")]
    assert len(names) > 30
    assert not [name for name in names if name[0].isdigit() and "." in name]
