"""What the reader of HTML finds on pages, well made or not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kommunal_nh import UsageError
from kommunal_nh.importers import Grid, Line, Manuscript, running_text
from kommunal_nh_readers import HtmlImporter

DEPTH, LARGE = 10_000, 100_000_000
TAGS = ("p", "div", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "td", "th", "blockquote",
        "b", "em", "a", "span", "pre", "h2", "section", "details", "summary", "figure")  # fmt: skip


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Pages with words between tags that fit together or do not."""
    pieces = st.lists(st.tuples(st.sampled_from(TAGS), st.booleans()), max_size=25)
    markup = [
        f"<{'/' * closing}{tag}>wort{place}x " for place, (tag, closing) in enumerate(draw(pieces))
    ]
    return "".join(markup)


def read(folder: Path, markup: str | bytes, name: str = "seite.html") -> Manuscript:
    """A page as a manuscript."""
    file = folder / name
    file.write_bytes(markup.encode() if isinstance(markup, str) else markup)
    return HtmlImporter().read(file)


def lines(manuscript: Manuscript) -> list[Line]:
    """The lines of a manuscript."""
    return [block for block in manuscript.blocks if isinstance(block, Line)]


def all_words(manuscript: Manuscript) -> str:
    """Every word of a manuscript."""
    return " ".join(
        block.words if isinstance(block, Line)
        else " ".join(cell for row in block.rows for cell in row.cells)
        for block in manuscript.blocks
    )  # fmt: skip


def test_headings_have_levels_and_anchors(tmp_path: Path) -> None:
    """A heading has its level, and the id that it, an anchor before it or its section has."""
    found = lines(
        read(
            tmp_path,
            '<h1 id="a">Eins</h1><p><a name="b"></a></p><h2>Zwei</h2>'
            '<section id="c"><h3>Drei</h3></section><h4><a name="d">Vier</a></h4>',
        )
    )
    assert [(line.level, line.anchor, line.words) for line in found] == [
        (1, "a", "Eins"), (2, "b", "Zwei"), (3, "c", "Drei"), (4, "d", "Vier"),
    ]  # fmt: skip


def test_places_are_lines_of_the_source(tmp_path: Path) -> None:
    """Each block and each row says in which line it begins."""
    page = (
        "<p>eins</p>\n\n<p>drei</p>\n<table>\n<tr><td>a</td><td>b</td></tr>\n"
        "<tr><td>c</td><td>d</td></tr></table>"
    )
    found = read(tmp_path, page)
    assert [block.at for block in found.blocks[:2]] == [1, 3]
    grid = found.blocks[2]
    assert isinstance(grid, Grid)
    assert [row.at for row in grid.rows] == [5, 6]
    assert found.place(3) == "Zeile 3"


def test_markup_inside_of_paragraphs_is_kept(tmp_path: Path) -> None:
    """Strong and emphasised words, code, links and line breaks become Markdown."""
    page = (
        "<p>So <b>fett</b>, <i>schräg</i>, <code>x</code>, "
        '<a href="https://e.de/?a=1&amp;b">da</a><br>und <a href="#ziel">dort</a>, Wir*alle.</p>'
    )
    assert lines(read(tmp_path, page))[0].text == (
        "So **fett**, *schräg*, `x`, [da](<https://e.de/?a=1&b>)\\\nund [dort](#ziel), Wir*alle."
    )


def test_lists_have_markers_and_depth(tmp_path: Path) -> None:
    """Items of nested lists, numbered or not, and second paragraphs in them come as Markdown."""
    page = "<ul><li>a<ol start=3><li>b<li>c</ol><li><p>d</p><p>e</p></ul><ul><li>f</ul>"
    found = lines(read(tmp_path, page))
    assert [(line.marker, line.depth, line.words) for line in found] == [
        ("-", 1, "a"), ("3.", 2, "b"), ("4.", 2, "c"), ("-", 1, "d"), ("", 1, "e"), ("*", 1, "f"),
    ]  # fmt: skip
    assert running_text(found) == "- a\n\n  3. b\n  4. c\n- d\n\n  e\n* f"


def test_tables_keep_rows_columns_and_what_reaches_over_them(tmp_path: Path) -> None:
    """A cell over several columns or rows is followed by empty ones; a caption stands above."""
    page = (
        "<table><caption>Titel</caption><tr><th>A<th colspan=2>B"
        "<tr><td rowspan=2>1<td>2|3<td><p>x</p><p>y</p><tr><td>4<td>5</table>"
    )
    caption, grid = read(tmp_path, page).blocks
    assert isinstance(grid, Grid)
    assert isinstance(caption, Line)
    assert caption.text == "**Titel**"
    assert [row.cells for row in grid.rows] == [
        ("A", "B", ""), ("1", "2|3", "x\ny"), ("", "4", "5"),
    ]  # fmt: skip
    assert grid.text.split("\n")[2] == "| 1 | 2\\|3 | x / y |"


def test_quotes_code_and_pairs_are_paragraphs(tmp_path: Path) -> None:
    """A quotation, code and names with values can be read as Markdown."""
    page = (
        "<blockquote><p>a</p><ul><li>b</ul></blockquote><pre>c\n  d</pre>"
        "<dl><dt>Stand:</dt><dd>läuft</dd></dl>"
    )
    found = [line.text for line in lines(read(tmp_path, page))]
    assert found == ["> a\n>\n> - b", "`c`\\\n`  d`", "**Stand:** läuft"]


def test_scripts_styles_and_controls_are_no_text(tmp_path: Path) -> None:
    """What shows nothing of the page is not read."""
    page = (
        "<head><title>T</title><style>a{}</style></head><script>x</script><p hidden>y</p>"
        "<select><option>z</select><h1>Da</h1><!-- k -->"
    )
    assert all_words(read(tmp_path, page)) == "Da"


def test_the_title_of_the_window_counts_if_there_is_no_heading(tmp_path: Path) -> None:
    """A page without a first heading is called what its window is called."""
    page = "<html><head><title>Bericht</title></head><body><p>Da</p></body></html>"
    assert all_words(read(tmp_path, page)) == "Bericht Da"


def test_items_of_word_processors_are_items(tmp_path: Path) -> None:
    """A sign and no-break spaces before a paragraph are how Word writes an item of a list."""
    page = "<p class=MsoListParagraph>·<span>&nbsp;&nbsp;&nbsp; </span>Eins</p>"
    (line,) = lines(read(tmp_path, page))
    assert (line.marker, line.words, line.depth) == ("·", "Eins", 1)


def test_a_table_of_contents_is_told_from_the_text(tmp_path: Path) -> None:
    """Several lines that are only links within the page are its contents."""
    page = "".join(f'<p><a href="#k{n}">{n} Kapitel</a></p>' for n in range(5)) + "<p>Text</p>"
    contents, text = read(tmp_path, page).blocks
    assert isinstance(contents, Grid)
    assert contents.contents
    assert len(contents.rows) == 5
    assert isinstance(text, Line)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(page=pages())
def test_no_word_is_lost(tmp_path: Path, page: str) -> None:
    """Every word that a page shows is read, in its order, however its tags fit together."""
    words = re.findall(r"wort\d+x", page)
    if not words:
        return
    assert re.findall(r"wort\d+x", all_words(read(tmp_path, page))) == words


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "latin-1"])
def test_encodings_are_found(tmp_path: Path, encoding: str) -> None:
    """Umlauts come through, whatever program wrote the page, and whatever it says it is."""
    declared = "" if encoding == "utf-16" else f"<meta charset={encoding.removesuffix('-sig')}>"
    page = f"<html><head>{declared}</head><body><p>Straße für Gemüse</p></body></html>"
    assert all_words(read(tmp_path, page.encode(encoding))) == "Straße für Gemüse"


def test_a_broken_encoding_is_read_as_well_as_possible(tmp_path: Path) -> None:
    """Bytes of no encoding become signs for unknown letters; the rest stays."""
    found = all_words(read(tmp_path, b"<meta charset=nonsense><p>Stra\xdfe \x81 gut</p>"))
    assert found.startswith("Straße")
    assert found.endswith("gut")


def test_entities_are_harmless(tmp_path: Path) -> None:
    """Entities that a page defines itself are not resolved, and no file is read."""
    secret = tmp_path / "geheim.txt"
    secret.write_text("GEHEIM")
    page = (
        f'<!DOCTYPE html [<!ENTITY a "AAAA"><!ENTITY b SYSTEM "file://{secret}">]>'
        "<p>x &a; &b; &auml;</p>"
    )
    found = all_words(read(tmp_path, page))
    assert "GEHEIM" not in found
    assert "AAAA" not in found
    assert found.endswith("ä")


@pytest.mark.parametrize("tag", ["div", "b", "ul><li", "blockquote", "table><tr><td"])
def test_what_is_nested_too_deeply_is_refused(tmp_path: Path, tag: str) -> None:
    """Thousands of elements in one another are refused, not read by half."""
    with pytest.raises(UsageError, match="zu tief verschachtelt"):
        read(tmp_path, f"<{tag}>" * DEPTH + "Ende")


@pytest.mark.parametrize("depth", [100, 200, 250])
def test_inline_elements_in_one_another_are_read_or_refused(tmp_path: Path, depth: int) -> None:
    """What the parser still takes is read to its end, or refused as nested too deeply."""
    try:
        found = all_words(read(tmp_path, "<span>" * depth + "<p>Ende</p>" * 3))
    except UsageError as problem:
        assert depth > 100
        assert "zu tief verschachtelt" in str(problem)
    else:
        assert found == "Ende Ende Ende"


def test_cells_that_claim_thousands_of_columns_are_bounded(tmp_path: Path) -> None:
    """A table can not make more cells than a report could have, and loses no word."""
    page = "<table><tr>" + "<td colspan=1000 rowspan=60000>a</td>" * 20 + "</tr><tr><td>b</table>"
    grid = read(tmp_path, page).blocks[0]
    assert isinstance(grid, Grid)
    assert max(len(row.cells) for row in grid.rows) < 500
    assert sum(cell == "a" for cell in grid.rows[0].cells) == 20


@pytest.mark.parametrize("data", [b"<p>a\0b", b"\x89PNG\r\n\x1a\n\0\0"])
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes) -> None:
    """A file with zero bytes, such as a photo with another name, is no page."""
    with pytest.raises(UsageError, match="keine Textdatei"):
        read(tmp_path, data)


def test_an_empty_page_is_refused(tmp_path: Path) -> None:
    """A page without anything says so."""
    with pytest.raises(UsageError, match="nichts, was gelesen werden kann"):
        read(tmp_path, "")


def test_a_page_that_is_too_large_is_refused(tmp_path: Path) -> None:
    """100 MB are refused before they are read."""
    file = tmp_path / "gross.html"
    with file.open("wb") as out:
        out.truncate(LARGE)
    with pytest.raises(UsageError, match="größer als"):
        HtmlImporter().read(file)
