"""What the reader of Markdown finds."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings

from kommunal_nh import UsageError
from kommunal_nh.document import Document, Heading
from kommunal_nh.importers import Grid, Line, Manuscript, running_text
from kommunal_nh.testing import texts
from kommunal_nh.text import ParsedHeading, Surroundings, blocks_of
from kommunal_nh_markdown.lines import Lines
from kommunal_nh_markdown.looks import PLAIN
from kommunal_nh_markdown.lowering import lowered_blocks
from kommunal_nh_readers import MarkdownImporter

LARGE = 100_000_000
EMPTY_ITEM = re.compile(r"^[> ]*(?:\d+[.)]|[-+*])[ \xa0]*$", re.MULTILINE)


def read(folder: Path, text: str) -> Manuscript:
    """A text as a manuscript."""
    file = folder / "text.md"
    file.write_bytes(text.encode())
    return MarkdownImporter().read(file)


def printed(text: str) -> str:
    """What a text prints, written by the exporter, so that it does not matter how it was said."""
    document = Document("", "", date(2024, 1, 1), ())
    blocks = [
        Heading(block.level, "", block.content) if isinstance(block, ParsedHeading) else block
        for block in blocks_of(text, Surroundings())
    ]
    return "\n".join(Lines(document, PLAIN).of(lowered_blocks(blocks, document)))


def test_places_are_lines_of_the_file(tmp_path: Path) -> None:
    """Headings, paragraphs, items and rows know their lines."""
    text = (
        "# Titel\n\nAbsatz\ngeht weiter\n\n- eins\n- zwei\n\n| a | b |\n| --- | --- |\n| c | d |\n"
    )
    *blocks, grid = read(tmp_path, text).blocks
    assert [block.at for block in blocks] == [1, 3, 6, 7]
    assert isinstance(grid, Grid)
    assert [row.at for row in grid.rows] == [9, 11]


def test_anchors_belong_to_what_follows(tmp_path: Path) -> None:
    """An empty `<a id>` is the anchor of the next heading, in both of its ways to be written."""
    for anchor in ('<a id="x" name="x"></a>\n', '<a name="x"></a>'):
        (line,) = read(tmp_path, f"{anchor}\n## Titel\n").blocks
        assert isinstance(line, Line)
        assert (line.anchor, line.level) == ("x", 2)


def test_html_in_markdown_is_read(tmp_path: Path) -> None:
    """Tables and emphasis that are written as HTML count as well."""
    text = "<table><tr><td>a</td><td>b</td></tr></table>\n\nSo <strong>fett</strong>.\n"
    grid, line = read(tmp_path, text).blocks
    assert isinstance(grid, Grid)
    assert isinstance(line, Line)
    assert line.text == "So **fett**."


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=texts())
def test_a_text_reads_as_it_was_written(tmp_path: Path, text: str) -> None:
    """The blocks of a Markdown file, put together again, print what the file prints."""
    assume(not EMPTY_ITEM.search(text))  # has no words
    assert printed(running_text(read(tmp_path, text).blocks)) == printed(text)


@pytest.mark.parametrize(
    "text", [">" * 10_000 + " x", "\n".join(f"{'  ' * n}- x" for n in range(500))]
)
def test_what_is_nested_too_deeply_is_refused(tmp_path: Path, text: str) -> None:
    """Quotes or lists in thousands of others are refused, not read by half."""
    with pytest.raises(UsageError, match="verschachtelt"):
        read(tmp_path, text)


def test_html_that_is_nested_too_deeply_is_refused(tmp_path: Path) -> None:
    """The same holds for HTML inside of Markdown."""
    with pytest.raises(UsageError, match="verschachtelt"):
        read(tmp_path, "<div>" * 10_000 + "x\n")


@pytest.mark.parametrize(
    "text",
    ["[" * 20_000, "[a](" * 10_000, "*a **b " * 10_000, "`" * 50_000 + " x", "*" * 50_000 + "a",
     "| a " * 2_000 + "|\n" + "| - " * 2_000 + "|\n"],
    ids=["brackets", "links", "stars", "backticks", "one run", "columns"],
)  # fmt: skip
def test_signs_without_end_are_read(tmp_path: Path, text: str) -> None:
    """Thousands of signs that could begin something end in a manuscript, in bounded time."""
    assert isinstance(read(tmp_path, text), Manuscript)


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    """A file with zero bytes is no Markdown."""
    with pytest.raises(UsageError, match="keine Textdatei"):
        read(tmp_path, "a\0b")


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    """100 MB are refused before they are read."""
    file = tmp_path / "gross.md"
    with file.open("wb") as out:
        out.truncate(LARGE)
    with pytest.raises(UsageError, match="größer als"):
        MarkdownImporter().read(file)
