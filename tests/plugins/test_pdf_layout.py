"""Where things stand on the pages of a PDF."""

from __future__ import annotations

import re
import struct
import zlib
from datetime import date
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plugins.docx_reading import program, run
from tests.plugins.pdf_reading import tag_tree

from kommunal_nh.document import (
    Block,
    Column,
    Document,
    Figure,
    Heading,
    List,
    PageBreak,
    Paragraph,
    Row,
    Section,
    StatusMark,
    StatusStyle,
    Table,
    TableOfContents,
    Text,
    TitlePage,
)
from kommunal_nh_pdf import PdfExporter
from kommunal_nh_pdf.keeping import kept_together
from kommunal_nh_pdf.levels import Depths
from kommunal_nh_pdf.neighbours import beside_one_another, same_sort_of_theme
from kommunal_nh_pdf.tables import table_data


def pages(file: Path, *blocks: Block) -> list[tuple[int, int]]:
    """Width and height of each page in millimetres."""
    status = StatusStyle("fertig", "fertig", "", "#c5e8cd", "●")
    document = Document("Titel", "Kreis Muster", date(2023, 10, 1), blocks, statuses=(status,))
    PdfExporter().write(document, file, {})
    with pikepdf.open(file) as pdf:
        boxes = [[float(one) for one in page.MediaBox] for page in pdf.pages]
    return [(round(box[2] * 25.4 / 72), round(box[3] * 25.4 / 72)) for box in boxes]


UPRIGHT, LANDSCAPE = (210, 297), (297, 210)


def words(text: str) -> tuple[Text, ...]:
    return (Text(text),)


def chapter(title: str, *blocks: Block, **how: bool) -> Section:
    return Section("chapter", title, (Heading(1, "", words(title)), *blocks), **how)


def table(rows: int, *, landscape: bool = False) -> Table:
    made = tuple(Row((words(f"Zeile {place}"), words("x"))) for place in range(rows))
    return Table("Tabelle", (Column("A"), Column("B")), made, landscape=landscape)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "probe.pdf"


def test_no_page_is_empty(file: Path) -> None:
    """Title page, contents, chapters and landscape lists follow one another without blank pages."""
    contents = TableOfContents("Inhalt", ())
    wide = Section("lists", "l", (Heading(1, "", words("Listen")), table(2)), landscape=True)
    blocks = (TitlePage("Titel"), contents, chapter("eins"), chapter("zwei"), wide, chapter("drei"))
    found = pages(file, *blocks)
    assert found == [UPRIGHT, UPRIGHT, UPRIGHT, UPRIGHT, LANDSCAPE, UPRIGHT]


def test_page_breaks_at_the_end_make_no_page(file: Path) -> None:
    """A page break before nothing, or twice, makes no blank page."""
    assert len(pages(file, PageBreak(), chapter("eins"), PageBreak(), PageBreak())) == 1


def test_a_section_that_runs_on_begins_no_page(file: Path) -> None:
    """`runs_on` keeps a chapter on the page of the one before."""
    assert len(pages(file, chapter("eins"), chapter("zwei", runs_on=True))) == 1


def test_a_wide_table_has_pages_of_its_own(file: Path) -> None:
    """A table that is too wide stands on a landscape page, and what follows on an upright one."""
    found = pages(file, chapter("eins", table(2, landscape=True), Paragraph(words("danach"))))
    assert found == [UPRIGHT, LANDSCAPE, UPRIGHT]


def picture(width: int, height: int) -> bytes:
    """A grey PNG of some size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = zlib.compress((b"\0" + b"\x80" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize(("width", "height"), [(3000, 300), (300, 3000), (3000, 3000)])
@pytest.mark.parametrize("inside", [False, True])
def test_a_large_picture_fits_on_the_page(
    file: Path, width: int, height: int, inside: bool
) -> None:
    """A picture never sticks out, whether it stands alone or in a list."""
    figure: Block = Figure("image/png", picture(width, height), "Grau", "Ein graues Bild")
    pages(file, List(((figure,),)) if inside else figure)
    with pikepdf.open(file) as pdf:
        assert len(pdf.pages) == 1
        (found,) = tag_tree(pdf).every("/Figure")
        left, bottom, right, top = map(
            float, re.findall(r"\d+(?:\.\d+)?", found.attribute("/BBox"))
        )
    assert 70 < left < right < 526
    assert 60 < bottom < top < 780


def paragraph(role: str, text: str = "Text") -> dict[str, object]:
    return {"block": "paragraph", "role": role, "content": [text]}


def test_facts_stay_with_short_texts_and_below_headings() -> None:
    """Closing facts follow a short text on its page; those below a heading lead what follows."""
    heading = {"block": "heading"}
    found = list(kept_together([heading, paragraph("facts"), paragraph("label"), paragraph("text"),
                                paragraph("facts"), paragraph("facts"), heading]))  # fmt: skip
    assert [(one["block"], one.get("lead"), len(one.get("blocks", []))) for one in found] == [
        ("heading", None, 0), ("kept", True, 1), ("paragraph", None, 0), ("kept", False, 3),
        ("heading", None, 0),
    ]  # fmt: skip


def test_the_facts_of_a_goal_stay_with_its_first_project() -> None:
    """Heading, wording and facts of a goal lead what follows, and do not end a page alone."""
    goal = [{"block": "heading"}, paragraph("statement"), paragraph("facts"), {"block": "heading"}]
    assert [one.get("lead") for one in kept_together(goal)] == [None, None, True, None]


def test_facts_begin_with_room_above() -> None:
    """The first of the facts behind a text has room above, not the others nor any below heads."""
    listed = {"block": "list"}
    blocks = [{"block": "heading"}, paragraph("facts"), paragraph("facts"), paragraph("text"),
              paragraph("facts"), paragraph("facts"), listed, paragraph("facts")]  # fmt: skip
    found = list(beside_one_another(blocks))
    assert [place for place, one in enumerate(found) if one.get("begins")] == [4, 7]


def test_words_with_a_colon_stay_with_their_list() -> None:
    """What ends in a colon announces the list behind it, and nothing else."""
    listed, said = {"block": "list"}, paragraph("text", "Vorgesehen sind:")
    found = list(beside_one_another([said, listed, paragraph("text"), listed, said, said]))
    assert [place for place, one in enumerate(found) if one.get("announces")] == [0]


@pytest.mark.parametrize("lines", range(30, 38))
def test_a_short_list_is_not_cut(file: Path, lines: int) -> None:
    """Six short points stay on one page, with the words that announce them."""
    points = List(tuple((Paragraph(words(f"Punkt {place}")),) for place in range(6)))
    above = [Paragraph(words("Zeile")) for _ in range(lines)]
    last = len(pages(file, *above, Paragraph(words("Vorgesehen sind:")), points))
    found = run([program("pdftotext"), "-f", str(last), str(file), "-"])
    assert re.findall(r"sind:|Punkt", found) == ["sind:", *["Punkt"] * 6]


def theme(title: str, *blocks: Block, **how: bool) -> Section:
    return Section("theme", title, (Heading(1, "1", words(title)), *blocks), **how)


def test_themes_on_one_page_look_alike(file: Path) -> None:
    """Themes without content stand below one another, none of them with a band across the page."""
    none = Paragraph(words("noch nichts"))
    themes = [theme(f"Thema {place}", none, runs_on=place > 0) for place in range(9)]
    assert len(pages(file, *themes)) == 1
    made = [{"block": "heading", "depth": 1, "kind": "theme", "opens": opens}
            for opens in (True, True, False, False)]  # fmt: skip
    assert [one.get("compact", False) for one in same_sort_of_theme(made)] == [
        False, True, True, True,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "title",
    [
        "Familienfreundlichkeit und ausgewogene Bevölkerungsentwicklung",
        "Rahmen für eine nachhaltige, zukunftsfähige Kommunalentwicklung",
        "Ressourcen schützen, für Klimafolgen vorsorgen",
    ],
)
def test_no_title_sticks_out(file: Path, title: str) -> None:
    """A long title of a theme ends where the text ends, and so does the running header."""
    filler = [Paragraph(words("Zeile")) for _ in range(60)]
    pages(file, theme(title, *filler))
    places = run([program("pdftotext"), "-bbox", str(file), "-"])
    rights = [float(right) for right in re.findall(r'xMax="([\d.]+)"', places)]
    assert max(rights) < (210 - 25) * 72 / 25.4 + 0.5


def test_the_running_header_is_one_line(file: Path) -> None:
    """A long title of a chapter stands beside that of the report, and not in two lines above."""
    title = "Familienfreundlichkeit und ausgewogene Bevölkerungsentwicklung"
    pages(file, theme(title, *(Paragraph(words("Zeile")) for _ in range(60))))
    assert title in run([program("pdftotext"), "-layout", "-f", "2", str(file), "-"])


def test_long_texts_may_be_cut() -> None:
    """A long text is not kept whole for the sake of the facts below it."""
    found = list(kept_together([paragraph("text", "a" * 2000), paragraph("facts")]))
    assert [one["block"] for one in found] == ["paragraph", "paragraph"]


@given(st.lists(st.sampled_from(("text", "facts", "label", "heading"))))
def test_keeping_loses_nothing(kinds: list[str]) -> None:
    """Whatever comes, all blocks are there in their order."""
    blocks = [{"block": "heading"} if one == "heading" else paragraph(one, f"{place}")
              for place, one in enumerate(kinds)]  # fmt: skip
    found = [inner for one in kept_together(blocks) for inner in one.get("blocks", [one])]
    assert found == blocks


@given(st.lists(st.integers(-3, 40), min_size=1))
def test_depths_have_no_gaps(levels: list[int]) -> None:
    """The first heading is of depth 1, and none is more than one deeper than the one before."""
    depths = Depths()
    found = [depths.next(level) for level in levels]
    assert found[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(found))


def test_columns_of_marks_are_as_wide_as_the_marks() -> None:
    """A column with nothing but marks is not made narrower than a mark."""
    mark = (StatusMark("fertig", "Fertig"),)
    rows = (Row((words("a"), mark)), Row((words("b"), ())))
    made = table_data(Table("T", (Column("A"), Column("B")), rows), ())
    assert [column["tight"] for column in made["columns"]] == [False, True]


def test_short_tables_stay_whole() -> None:
    """A table of a few short rows is not cut at the end of a page; a long one is."""
    assert table_data(table(5), ())["whole"]
    assert not table_data(table(50), ())["whole"]


@pytest.mark.parametrize("lines", range(24, 36))
def test_no_row_of_a_long_table_is_alone(file: Path, lines: int) -> None:
    """At the beginning and at the end of a long table there are two rows at least on a page."""
    above = [Paragraph(words("Absatz")) for _ in range(lines)]
    rows = tuple(Row((words("Reihe"), words("so lang wie zwei Zeilen " * 3))) for _ in range(30))
    last = len(pages(file, *above, Table("Tabelle", (Column("A"), Column("B")), rows)))
    told = [run([program("pdftotext"), "-f", f"{one}", "-l", f"{one}", str(file), "-"])
            for one in range(1, last + 1)]  # fmt: skip
    counts = [one.count("Reihe") for one in told if "Reihe" in one]

    assert sum(counts) == 30
    assert min(counts) >= 2


def test_the_foot_is_of_low_rows() -> None:
    """Rows that can be tall are not kept with others, and a short table is whole anyway."""
    long, short = Row((words("a" * 120), ())), Row((words("a"), ()))
    columns = (Column("A"), Column("B"))
    cases = ([short] * 30, [*[short] * 29, long], [short] * 5, [long] * 30)
    feet = [table_data(Table("T", columns, tuple(rows)), ())["foot"] for rows in cases]

    assert feet == [2, 0, 0, 0]


@pytest.mark.parametrize("many", [2, 8])
def test_long_words_in_narrow_headers_do_not_meet(many: int, tmp_path: Path) -> None:
    """A word of a header that is wider than its column is hyphenated; others stay whole."""
    title = "Nachhaltigkeitsmanagement"
    columns = (Column("SDG", 1, header=True), *(Column(title, 1, "center") for _ in range(many)))
    table = Table("Matrix", columns, (Row(((Text("SDG 1"),), *((),) * many)),))
    pages(tmp_path / "x.pdf", table)

    places = run([program("pdftotext"), "-bbox", str(tmp_path / "x.pdf"), "-"])
    boxes = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)".*?>([^<]*)<', places)
    first = [(float(left), float(right), word) for left, top, right, word in boxes
             if word[:4] == title[:4] and top]  # fmt: skip
    assert len(first) == many
    assert all(one[1] < other[0] for one, other in pairwise(first))
    assert all((word == title) == (many == 2) for _, _, word in first)
