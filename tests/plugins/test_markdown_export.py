"""The exporter as the library and its users see it, with a real report."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.plugins import markdown_texts as nasty
from tests.plugins.markdown_expected import expected
from tests.plugins.markdown_reading import blocks, markdown, outline
from tests.plugins.test_markdown_texts import READERS, cmark_gfm

from kommunal_nh import Document, Exporter, FolderExporter, assemble, load, number, public_view
from kommunal_nh import document as tree
from kommunal_nh_markdown import MarkdownExporter, kommunal_nh_exporters

SOEST = Path(__file__).parents[2] / "examples" / "kreis_soest"
WRITE = """
from pathlib import Path
from kommunal_nh import assemble, load, number, public_view
from kommunal_nh_markdown import MarkdownExporter
import sys
report = public_view(load(Path(sys.argv[1])))
MarkdownExporter().write(assemble(report, number(report)), Path(sys.argv[2]), {})
"""


@pytest.fixture(scope="module")
def soest() -> Document:
    """A real report as a tree."""
    report = public_view(load(SOEST))
    return assemble(report, number(report))


@pytest.fixture(scope="module")
def text(soest: Document) -> str:
    """The same report as Markdown."""
    return markdown(soest)


def test_the_plugin_offers_the_format() -> None:
    """The library finds an exporter for files that end in .md, and one for folders of them."""
    one, folder = kommunal_nh_exporters()

    assert isinstance(one, Exporter)
    assert (one.format, one.suffix, one.media_type) == ("markdown", ".md", "text/markdown")
    assert isinstance(folder, FolderExporter)
    assert (folder.format, folder.media_type) == ("wiki", "text/markdown")


def test_importing_the_plugin_is_cheap() -> None:
    """Finding the plugin does not load what writes the file."""
    code = "import sys, kommunal_nh_markdown; print('kommunal_nh_markdown.lines' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "False\n"


@pytest.mark.parametrize("read", READERS.values(), ids=READERS)
def test_a_real_report_is_read_back(read: object, soest: Document, text: str) -> None:
    """Every heading, text, status, mark, link and cell is the one of the tree, in its order."""
    found = blocks(read(text))  # type: ignore[operator]
    contents = next(block for block in found if block[0] == "ul")

    assert [block for block in found if block is not contents] == expected(soest)


def test_the_outline_is_that_of_the_report(soest: Document, text: str) -> None:
    """Below the title and the contents stand the headings, one level deeper than in the tree."""
    entries = [
        (entry.level + 1, f"{entry.number} {entry.title}".strip())
        for entry in tree.outline(soest.blocks)
    ]
    found = outline(blocks(cmark_gfm(text)))

    assert found[0] == (1, soest.title)
    assert [entry for entry in found[1:] if entry != (2, soest.labels.contents)] == entries


def test_every_link_inside_the_file_has_a_target(text: str) -> None:
    """No reference points to nothing, and no anchor stands twice."""
    anchors = re.findall(r'<a id="([^"]*)"', text)
    targets = re.findall(r"\]\(<?#([^)>]*)", text)

    assert len(anchors) == len(set(anchors)) > 99
    assert set(targets) <= set(anchors)


def test_no_address_is_bare(text: str) -> None:
    """Readers of GitHub's dialect do not honour escapes in bare addresses, so there are none."""
    outside = re.sub(r"<[^>]*>", "", text)

    assert not re.search(r"(?<!\\)://|www\.", outside)


def test_rows_have_as_many_cells_as_columns(text: str) -> None:
    """Every row of a table is as long as its header."""
    tables = [block for block in blocks(cmark_gfm(text)) if block[0] == "table"]

    assert tables
    assert all(len({len(row) for row in rows}) == 1 for _, rows in tables)


def test_same_report_same_bytes(text: str, tmp_path: Path) -> None:
    """Processes with other hash seeds, time zones and folders write the same bytes."""
    for seed, zone in (("1", "UTC"), ("2", "Pacific/Kiritimati")):
        target = tmp_path / f"{seed}.md"
        surroundings = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone}
        command = [sys.executable, "-c", WRITE, str(SOEST), str(target)]
        subprocess.run(command, env=surroundings, cwd=tmp_path, check=True)

        assert target.read_bytes() == text.encode()


def test_memory_does_not_grow_with_the_document(tmp_path: Path) -> None:
    """Sections, rows and entries are written while they are made; none is kept."""
    peaks = [peak_of_writing(count, tmp_path / f"{count}.md") for count in (200, 5_000)]

    assert (tmp_path / "5000.md").stat().st_size > 5_000_000
    assert peaks[1] < peaks[0] + 100_000


def peak_of_writing(count: int, target: Path) -> int:
    document = nasty.document(tree.Deferred(lambda: long_blocks(count)))
    tracemalloc.start()
    try:
        MarkdownExporter().write(document, target, {})
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def long_blocks(count: int) -> Iterator[tree.Block]:
    words = (tree.Text("Die Bürger*innen im Kreis werden beraten. " * 20),)
    entry = tree.ContentsEntry(1, "1", "Klima", "klima")
    row = tree.Row((words,))
    yield tree.TableOfContents("Inhalt", tree.Deferred(lambda: (entry for _ in range(count))))
    yield tree.Table(
        "Liste", (tree.Column("A"),), tree.Deferred(lambda: (row for _ in range(count)))
    )
    for place in range(count):
        heading = tree.Heading(1, str(place), (tree.Text("Klima"),))
        yield tree.Section("project", f"p{place}", (heading, tree.Paragraph(words)))
