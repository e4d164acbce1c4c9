"""Each block and each inline, read back with lxml."""

from __future__ import annotations

from base64 import b64decode
from datetime import date
from io import BytesIO
from typing import Any

import lxml.html
import pytest

from kommunal_nh.document import (
    Block,
    Chart,
    Code,
    Column,
    ContentsEntry,
    Deleted,
    Document,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Inserted,
    Legend,
    LineBreak,
    Link,
    List,
    PageBreak,
    Paragraph,
    Quote,
    Reference,
    Row,
    Section,
    StatusMark,
    StatusStyle,
    Strong,
    Table,
    TableOfContents,
    Text,
    TitlePage,
)
from kommunal_nh.labels import Labels
from kommunal_nh_html.page import write_page

STATUSES = (
    StatusStyle("fertig", "umgesetzt (neu)", "Das Projekt ist abgeschlossen.", "#c9e7cf", "●"),
    StatusStyle("idee", "Idee", "", "#123456", "○"),
)


def words(text: str) -> tuple[Inline, ...]:
    return (Text(text),)


def page(*blocks: Block, **fields: Any) -> lxml.html.HtmlElement:
    fields.setdefault("statuses", STATUSES)
    out = BytesIO()
    write_page(Document("Report", "Kreis", date(2023, 10, 1), blocks, **fields), out)
    return lxml.html.document_fromstring(out.getvalue().decode())


def main(*blocks: Block, **fields: Any) -> list[str]:
    """The markup of each block, without the filter before them."""
    (element,) = page(*blocks, **fields).iter("main")
    return [lxml.html.tostring(one, encoding="unicode").strip() for one in element[1:]]


def markup(*inlines: Inline) -> str:
    (paragraph,) = main(Paragraph(inlines))
    return paragraph.removeprefix("<p>").removesuffix("</p>")


class TestInlines:
    @pytest.mark.parametrize(
        ("inline", "expected"),
        [
            (Text("a < b & c"), "a &lt; b &amp; c"),
            (Strong(words("wichtig")), "<strong>wichtig</strong>"),
            (Emphasis((Strong(words("sehr")),)), "<em><strong>sehr</strong></em>"),
            (Code("<x>"), "<code>&lt;x&gt;</code>"),
            (LineBreak(), "<br>"),
            (StatusMark("idee", "Idee"), '<span class="mark status-2">Idee</span>'),
            (StatusMark("fremd", "?"), '<span class="mark status-0">?</span>'),
            (Reference("klima-allianz", words("1.1")), '<a href="#klima-allianz">1.1</a>'),
            (Link("https://a.de/?b=1&c", words("a")), '<a href="https://a.de/?b=1&amp;c">a</a>'),
            (Link("mailto:a@b.de", words("a")), '<a href="mailto:a@b.de">a</a>'),
        ],
    )
    def test_become_elements(self, inline: Inline, expected: str) -> None:
        """Each inline becomes the element that means the same."""
        assert markup(inline) == expected

    @pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//a.de", ""])
    def test_refuse_other_addresses(self, url: str) -> None:
        """An address that is none of http, https, mailto and tel is no link; its words stay."""
        assert markup(Link(url, words("Wort"))) == "Wort"

    @pytest.mark.parametrize(
        ("url", "expected"),
        [
            ("https://a.de/b c", "https://a.de/b%20c"),
            ("https://a.de/?x[y]=1", "https://a.de/?x%5By%5D=1"),
            ("https://[::1]/a", "https://[::1]/a"),
            ("https://a.de/100%", "https://a.de/100%25"),
            ("https://a.de/%C3%BC", "https://a.de/%C3%BC"),
            ("https://a.de/ü", "https://a.de/ü"),
        ],
    )
    def test_encode_addresses(self, url: str, expected: str) -> None:
        """Characters that an address can not hold are encoded, all others stay."""
        (link,) = page(Paragraph((Link(url, words("a")),))).xpath("//main/p/a")

        assert link.get("href") == expected

    def test_links_do_not_nest(self) -> None:
        """A link inside a link gives up being one; its words stay."""
        inner = Link("https://b.de", words("innen"))
        outer = Link("https://a.de", (Text("außen "), Strong((inner, Text("!")))))

        assert markup(outer) == '<a href="https://a.de">außen <strong>innen!</strong></a>'


class TestChanges:
    LABELS = Labels(inserted="neu:", deleted="<weg>", change_end="(Ende)")

    @pytest.mark.parametrize(("kind", "tag"), [(Inserted, "ins"), (Deleted, "del")])
    def test_are_told_in_words(self, kind: Any, tag: str) -> None:
        """Changed words have their element, and unseen words before and behind them."""
        (change,) = page(Paragraph((kind(words("Wort")),)), labels=self.LABELS).iter(tag)
        before = {"ins": "neu: ", "del": "<weg> "}[tag]

        assert [(span.get("class"), span.text) for span in change] == [
            ("unseen", before),
            ("unseen", " (Ende)"),
        ]
        assert change.text_content() == f"{before}Wort (Ende)"

    def test_hold_all_inlines(self) -> None:
        """Whatever is inserted keeps its element, even a link."""
        link = Link("https://a.de", (Strong(words("a")),))
        (change,) = page(Paragraph((Inserted((link, Code("b"), LineBreak())),))).iter("ins")

        assert [one.tag for one in change] == ["span", "a", "code", "br", "span"]

    def test_nothing_is_no_change(self) -> None:
        """Changes without words leave no trace."""
        assert markup(Inserted(()), Deleted(words("")), Text("a")) == "a"

    def test_empty_labels_say_nothing(self) -> None:
        """Labels without words make no elements without words."""
        labels = Labels(inserted="", change_end=" ")

        assert main(Paragraph((Inserted(words("a")),)), labels=labels) == ["<p><ins>a</ins></p>"]

    def test_links_in_changes_do_not_nest(self) -> None:
        """A link in a change in a link gives up being one."""
        inner = Inserted((Reference("b", words("innen")),))
        (link,) = page(Paragraph((Link("https://a.de", (inner,)),))).xpath("//main//a")

        assert link.xpath("ins//text()")[1] == "innen"

    def test_cells_and_headings(self) -> None:
        """Changes stand in cells and headings as they do in paragraphs."""
        change = (Deleted(words("alt")), Inserted(words("neu")))
        table = Table("a", (Column("b", header=True),), (Row((change,)),))
        read = page(Section("project", "c", (Heading(1, "1", change), table)))

        assert len(read.xpath("//h2[del and ins] | //th[del and ins]")) == 2


class TestTexts:
    @pytest.mark.parametrize("role", ["statement", "label", "facts", "empty"])
    def test_roles_are_classes(self, role: str) -> None:
        """The role of a paragraph is its class; text and unknown roles have none."""
        assert main(Paragraph(words("a"), role)) == [f'<p class="{role}">a</p>']
        assert main(Paragraph(words("a")), Paragraph(words("b"), "neu")) == ["<p>a</p>", "<p>b</p>"]

    def test_facts_are_pairs(self) -> None:
        """Facts with names that follow one another are one list of names and what is said."""
        facts = [
            Paragraph((Strong(words(name)), Text(" "), *words(said)), "facts")
            for name, said in (("Status:", "Idee"), ("Zeitraum:", "ab 2024"))
        ]
        first = "<dt>Status:</dt> <dd>Idee</dd>"
        second = "<dt>Zeitraum:</dt> <dd>ab 2024</dd>"

        assert tight(main(*facts, Paragraph(words("a")), facts[0])) == [
            f'<dl class="facts">{first}{second}</dl>',
            "<p>a</p>",
            f'<dl class="facts">{first}</dl>',
        ]

    def test_other_facts_are_paragraphs(self) -> None:
        """Facts that do not begin with a name, or say nothing of it, stay what they are."""
        alone = Paragraph((Strong(words("Status:")),), "facts")
        changed = Paragraph((Inserted((Strong(words("a")), Text(" b"))), Text("c")), "facts")

        assert [one[:17] for one in main(alone, changed)] == ['<p class="facts">'] * 2

    def test_lists_hold_blocks(self) -> None:
        """Lists keep order, start and whatever blocks are in them."""
        inner = List(((Paragraph(words("tief")),),))
        bullets = "<ul><li><p>tief</p></li></ul>"
        ordered = List(((Paragraph(words("eins")), inner), (inner,)), ordered=True, start=3)

        assert tight(main(ordered)) == [
            f'<ol start="3"><li><p>eins</p>{bullets}</li><li>{bullets}</li></ol>'
        ]

    def test_quotes_and_page_breaks(self) -> None:
        """Quotes hold blocks; a page break is something to break at."""
        assert tight(main(Quote((Paragraph(words("a")),)), PageBreak())) == [
            "<blockquote><p>a</p></blockquote>",
            '<div class="page-break"></div>',
        ]


def tight(markups: list[str]) -> list[str]:
    return [one.replace("\n", "") for one in markups]


class TestHeadings:
    @pytest.mark.parametrize(
        ("level", "expected"),
        [(0, "h2"), (1, "h2"), (4, "h5"), (5, "h6"), (6, "h6 7"), (9, "h6 10")],
    )
    def test_levels(self, level: int, expected: str) -> None:
        """Level 1 is h2; beyond h6 the level is told by an attribute."""
        (heading,) = page(Heading(level, "", words("a"))).xpath("//main/*[not(self::form)]")

        assert f"{heading.tag} {heading.get('aria-level', '')}".strip() == expected

    def test_numbers_stand_apart(self) -> None:
        """The number is in an element of its own, with a space before the words."""
        assert main(Heading(1, "1.2", words("Ziel"))) == [
            '<h2><span class="number">1.2</span> Ziel</h2>'
        ]

    def test_nothing_is_no_heading(self) -> None:
        """A heading without words is left out, and nothing refers to it."""
        read = page(Section("project", "a", (Heading(1, "", words(" ")), Paragraph(words("b")))))

        assert read.xpath("//main//h2 | //@aria-labelledby") == []


class TestSections:
    def test_projects_are_articles(self) -> None:
        """A project is an article with its id, named by its heading, coloured by its status."""
        facets = {"status": ("idee",), "unit": ("80.01", "65")}
        blocks = (Heading(4, "1.1.1.1", words("Titel")), Paragraph(words("Text")))
        (article,) = page(Section("project", "klima", blocks, facets)).iter("article")

        assert article.attrib == {
            "class": "project status-2",
            "id": "klima",
            "data-facets": "status:idee unit:80.01 unit:65",
            "aria-labelledby": "klima__titel",
        }
        assert article.findtext("h5[@id='klima__titel']/span") == "1.1.1.1"

    def test_others_are_sections(self) -> None:
        """Every other section is a section; the landscape ones are marked for printing."""
        inner = Section("goal", "ziel", (Heading(2, "1.1", words("Ziel")),))
        outer = Section("lists", "", (inner,), landscape=True)

        goal = '<section class="kind-goal" id="ziel"><h3><span class="number">1.1</span> Ziel</h3>'
        assert tight(main(outer)) == [
            f'<section class="kind-lists landscape">{goal}</section></section>'
        ]

    def test_some_run_on(self) -> None:
        """A section that stays on its sheet is marked for printing."""
        assert tight(main(Section("chapter", "", (), runs_on=True))) == [
            '<section class="kind-chapter runs-on"></section>'
        ]

    def test_project_without_heading(self) -> None:
        """A project that does not begin with a heading keeps its first block."""
        assert tight(main(Section("project", "", (Paragraph(words("a")),)))) == [
            '<article class="project status-0"><p>a</p></article>'
        ]


class TestTables:
    COLUMNS = (Column("Nr."), Column("Projekt", 3, header=True), Column("Zahl", 1, "end"))

    def table(self, *rows: Row, **fields: Any) -> lxml.html.HtmlElement:
        table = Table("Liste „A“", fields.pop("columns", self.COLUMNS), rows, **fields)
        (region,) = page(table).xpath("//main/div")
        return region

    def test_have_caption_and_scopes(self) -> None:
        """A table has its caption, header cells with their scope, and cells in the right places."""
        region = self.table(Row((words("1"), words("Bus"), words("7"))))

        assert region.findtext("table/caption") == "Liste „A“"
        assert [(th.text, th.get("scope")) for th in region.iter("th")] == [
            ("Nr.", "col"),
            ("Projekt", "col"),
            ("Zahl", "col"),
            ("Bus", "row"),
        ]
        assert [(td.text, td.get("class")) for td in region.iter("td")] == [
            ("1", None),
            ("7", "end"),
        ]

    def test_scroll_in_a_named_region(self) -> None:
        """A table stands in a region that the keyboard can reach and that has a name."""
        region = self.table()

        assert region.attrib == {
            "class": "table-region",
            "role": "region",
            "tabindex": "0",
            "aria-label": "Tabelle: Liste „A“",
        }

    def test_wide_tables_are_marked(self) -> None:
        """Tables for landscape pages, and those with many columns, may scroll."""
        many = tuple(Column(str(number)) for number in range(8))

        assert self.table(landscape=True).get("class") == "table-region landscape"
        assert self.table(columns=many).get("class") == "table-region wide"

    def test_columns_of_numbers_do_not_make_a_table_wide(self) -> None:
        """Numbers need little room: with many columns of them a table still fits the page."""
        many = (Column("Thema"), *(Column(str(number), align="end") for number in range(8)))

        assert self.table(columns=many).get("class") == "table-region"

    def test_widths_are_not_more_than_the_whole(self) -> None:
        """Shares that would all be rounded up are rounded down: the last column keeps its part."""
        columns = tuple(Column(str(width), width) for width in (28, 43, 14, 14))

        assert self.table(columns=columns).xpath(".//col/@class") == ["w25", "w40", "w10", "w10"]

    def test_widths_are_classes(self) -> None:
        """Shares of the width become steps of 5 %; equal shares need none."""
        assert self.table().xpath(".//col/@class") == ["w20", "w60", "w20"]
        assert self.table(columns=(Column("a"), Column("b"))).xpath(".//col") == []

    def test_rows_carry_facets(self) -> None:
        """A row carries what it can be filtered by."""
        region = self.table(Row((words("1"),), {"status": ("idee",)}))

        assert region.xpath(".//tbody/tr/@data-facets") == ["status:idee"]

    def test_empty_cells_are_no_headers(self) -> None:
        """Cells without words are no header cells; rows without cells are left out."""
        region = self.table(Row(((), (), ())), Row(()), columns=(*self.COLUMNS[:2], Column(" ")))

        assert [th.text for th in region.iter("th")] == ["Nr.", "Projekt"]
        assert len(region.xpath(".//tbody/tr")) == 2

    def test_no_cell_is_lost(self) -> None:
        """Rows that are too short are filled up, and from rows that are too long nothing is cut."""
        region = self.table(Row((words("1"),)), Row(tuple(words(cell) for cell in "abcd")))

        assert [len(row) for row in region.iter("tr")] == [3, 3, 4]
        assert region.xpath(".//tr[3]//text()") == []
        assert "".join(region.xpath("(.//tr)[3]//text()")) == "abcd"


class TestMedia:
    def test_pictures_are_in_the_page(self) -> None:
        """A picture is carried as data, with its alternative and its caption."""
        (figure,) = page(Figure("image/png", b"\x89PNG", 'Bild "A"', "Abb. 1")).iter("figure")
        (image,) = figure.iter("img")
        kind, _, data = image.get("src", "").partition(";base64,")

        assert (kind, b64decode(data)) == ("data:image/png", b"\x89PNG")
        assert (image.get("alt"), figure.findtext("figcaption")) == ('Bild "A"', "Abb. 1")

    def test_charts_tell_their_figures(self) -> None:
        """A chart is told by its alternative text and its table."""
        chart = Chart(
            {}, "Die Zahl steigt.", Table("Zahlen", (Column("Jahr"),), (Row((words("1"),)),))
        )
        (figure,) = page(chart).iter("figure")

        assert figure.findtext("figcaption") == "Die Zahl steigt."
        assert figure.xpath(".//td/text()") == ["1"]

    def test_drawings_can_be_scrolled(self) -> None:
        """The drawing of a chart is in a region with a name that the keyboard can scroll."""
        spec = {"mark": "bar", "data": {"values": [{"a": 1}]}, "encoding": {"x": {"field": "a"}}}
        chart = Chart(spec, "Die Zahl steigt.", Table("Zahlen <1>", (Column("Jahr"),), ()))
        (region,) = page(chart).find_class("chart-region")

        assert (region.get("role"), region.get("tabindex")) == ("region", "0")
        assert region.get("aria-label") == "Bild: Zahlen <1>"
        assert [one.get("aria-label") for one in region.iter("svg")] == ["Die Zahl steigt."]

    def test_legend_shows_all_statuses(self) -> None:
        """The legend has the mark and the meaning of each status."""
        (legend,) = page(Legend("Status")).find_class("legend")

        assert legend.findtext("p") == "Status"
        assert [item.text_content() for item in legend.iter("li")] == [
            "umgesetzt (neu) Das Projekt ist abgeschlossen.",
            "Idee",
        ]


class TestContents:
    ENTRIES = (
        ContentsEntry(1, "", "Einleitung", "einleitung"),
        ContentsEntry(1, "1", "Klima/Energie", "klima"),
        ContentsEntry(2, "1.1", "Ziel", "ziel"),
        ContentsEntry(3, "1.1.1", "umgesetzt", ""),
        ContentsEntry(4, "1.1.1.1", "Allianz", "allianz"),
        ContentsEntry(3, "1.1.2", "Ideen", ""),
        ContentsEntry(2, "1.2", "Anderes", "anderes"),
        ContentsEntry(1, "", "Archiv", "archiv"),
    )

    def nav(self, *entries: ContentsEntry, depth: int = 4) -> lxml.html.HtmlElement:
        (nav,) = page(TableOfContents("Inhalt", entries, depth)).iter("nav")
        return nav

    def test_has_all_entries(self) -> None:
        """Every entry is there in order, with its number; those with an anchor are links."""
        nav = self.nav(*self.ENTRIES)
        lines = [item.xpath("string(a | span)") for item in nav.iter("li")]

        assert lines == [f"{entry.number} {entry.title}".strip() for entry in self.ENTRIES]
        assert [href[1:] for href in nav.xpath(".//a/@href")] == [
            entry.anchor for entry in self.ENTRIES if entry.anchor
        ]

    def test_is_nested_by_level(self) -> None:
        """An entry stands as deep as its level says."""
        nav = self.nav(*self.ENTRIES)

        assert [int(item.xpath("count(ancestor::ol)")) for item in nav.iter("li")] == [
            entry.level for entry in self.ENTRIES
        ]

    def test_folds_what_is_below_goals(self) -> None:
        """Chapters, themes and goals are in sight; what is below a goal is folded, by its name."""
        nav = self.nav(*self.ENTRIES)
        folded = nav.xpath(".//details[not(@open)]")

        assert [details.findtext("summary/span") for details in folded] == ["1.1 Ziel"]
        assert len(folded[0].xpath(".//li")) == 3

    def test_keeps_to_its_depth(self) -> None:
        """Entries deeper than the contents' depth are left out."""
        assert len(self.nav(*self.ENTRIES, depth=2).xpath(".//li")) == 5

    @pytest.mark.parametrize("levels", [(2, 1, 3), (3, 1, 4, 2, 2, 4), (4, 3, 2, 1), (1, 4, 1), ()])
    def test_bears_jumps(self, levels: tuple[int, ...]) -> None:
        """Whatever the levels do, each entry is one item of one list."""
        entries = [ContentsEntry(level, "", f"T{n}", f"a{n}") for n, level in enumerate(levels)]
        nav = self.nav(*entries)

        assert [link.text for link in nav.xpath(".//ol/li/a")] == [entry.title for entry in entries]
        assert nav.xpath(".//ol/ol | .//li/li") == []

    def test_second_contents_stay_in_place(self) -> None:
        """Contents that are not the first stand where they are, and are no landmark."""
        read = page(TitlePage("x"), *(TableOfContents(title, self.ENTRIES) for title in "ab"))

        assert read.xpath("//nav/@aria-label") == ["a"]
        assert len(read.xpath("//main//div[@class='contents']//li")) == len(self.ENTRIES)
