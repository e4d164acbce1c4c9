"""What the importer of Word files makes of tables."""

from __future__ import annotations

from pathlib import Path

from tests.importing.word import STYLES, cells, num, p, r, read, tbl, tc, words

from kommunal_nh.importers import Grid


def test_merged_cells_say_their_words_once(tmp_path: Path) -> None:
    """A cell over several columns or rows leaves empty ones, so that columns stay in line."""
    wide = '<w:gridSpan w:val="2"/>'
    begin, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    table = tbl(
        tc("Nr.", properties=begin) + tc("Status", properties=wide) + tc("Wer"),
        tc("", properties=goes_on) + tc("Planung") + tc("Umgesetzt") + tc("65"),
    )
    (grid,) = read(tmp_path, table)
    assert cells(grid) == [("Nr.", "Status", "", "Wer"), ("", "Planung", "Umgesetzt", "65")]


def test_a_row_that_begins_later_keeps_its_columns(tmp_path: Path) -> None:
    """Columns that a row leaves out are empty."""
    table = tbl(tc("a") + tc("b"), '<w:trPr><w:gridBefore w:val="1"/></w:trPr>' + tc("nur rechts"))
    (grid,) = read(tmp_path, table)
    assert cells(grid) == [("a", "b"), ("", "nur rechts")]


def test_a_span_without_end_is_bounded(tmp_path: Path) -> None:
    """A number that no table has does not take all memory."""
    table = tbl(tc("a", properties='<w:gridSpan w:val="900000000"/>') + tc("b"))
    (grid,) = read(tmp_path, table)
    assert len(cells(grid)[0]) < 1000


def test_paragraphs_of_a_cell_stand_on_lines(tmp_path: Path) -> None:
    """What stands on lines of its own in a cell stays apart."""
    broken = p(inner=r("a") + "<w:r><w:br/></w:r>" + r("b"))
    (grid,) = read(tmp_path, tbl(tc("65", "80.01") + tc(broken)))
    assert cells(grid) == [("65\n80.01", "a\nb")]


def test_numbers_that_word_prints_in_cells_are_words(tmp_path: Path) -> None:
    """A column that Word numbers by itself has these numbers."""
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="4"/>'
        '<w:lvlText w:val="M%1"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    row = tc(p("", properties=num(1))) + tc("Projekt")
    (grid,) = read(tmp_path, tbl(row, row), parts={"numbering": numbering})
    assert cells(grid) == [("M4", "Projekt"), ("M5", "Projekt")]


def test_deleted_rows_are_gone(tmp_path: Path) -> None:
    """Tracked changes in tables are read as if all were accepted."""
    table = tbl(tc("a") + tc("b"), "<w:trPr><w:del/></w:trPr>" + tc("c") + tc("d"))
    (grid,) = read(tmp_path, table)
    assert cells(grid) == [("a", "b")]


def test_tables_that_only_arrange_text_are_text(tmp_path: Path) -> None:
    """A frame of one column, or cells with headings or tables, are read like text."""
    assert words(tmp_path, tbl(tc("eins"), tc("zwei"))) == ["eins", "zwei"]
    arranged = tbl(tc(p("Ziel", "berschrift1"), "Text") + tc("daneben"))
    assert words(tmp_path, arranged) == ["Ziel", "Text", "daneben"]
    outer = tbl(tc("links") + tc(tbl(tc("a") + tc("b")) + p()))
    line, grid = read(tmp_path, outer)
    assert not isinstance(line, Grid)
    assert line.words == "links"
    assert cells(grid) == [("a", "b")]


def test_markup_in_cells_is_kept(tmp_path: Path) -> None:
    """For tables in running text each cell has its Markdown, too."""
    (grid,) = read(
        tmp_path, tbl(tc("A") + tc("B"), tc("1") + tc(p(inner=r("x ") + r("y", "<w:i/>"))))
    )
    assert isinstance(grid, Grid)
    assert grid.rows[1].texts == ("1", "x *y*")


def test_boxes_and_pictures_in_cells_are_not_lost(tmp_path: Path) -> None:
    """What hangs on a cell comes behind the table."""
    picture = '<w:r><w:drawing><wp:docPr id="1" descr="Karte"/></w:drawing></w:r>'
    grid, line = read(tmp_path, tbl(tc(p("a", inner=picture)) + tc("b")))
    assert isinstance(grid, Grid)
    assert not isinstance(line, Grid)
    assert (line.words, line.aside) == ("Bild: Karte", True)


def test_rows_are_counted_as_places(tmp_path: Path) -> None:
    """Each row is one place, and so is each paragraph around the table."""
    body = p("davor") + tbl(tc("a") + tc("b"), tc("c") + tc("d")) + p("danach")
    found = read(tmp_path, body, styles=STYLES)
    grid = found[1]
    assert isinstance(grid, Grid)
    assert [found[0].at, *(row.at for row in grid.rows), found[2].at] == [1, 2, 3, 4]
