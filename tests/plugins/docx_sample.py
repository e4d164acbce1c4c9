"""A small document with every kind of block and inline, in the forms that reports have."""

from __future__ import annotations

import struct
import zlib
from datetime import date

from kommunal_nh.document import (
    Chart,
    Code,
    Column,
    ContentsEntry,
    Deferred,
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

LONG_WORD = "Nachhaltigkeitsberichterstattung" * 320
LONG_ANCHOR = "ein-sehr-langer-anker-der-laenger-ist-als-word-erlaubt"

STATUSES = (
    StatusStyle("umgesetzt", "umgesetzt", "Das Projekt ist fertig.", "#14532d", "●"),
    StatusStyle("in-bearbeitung", "in Bearbeitung", "", "#ffe7a0", "►"),
)


def png(width: int = 40, height: int = 20) -> bytes:
    """A grey picture."""
    rows = (b"\0" + b"\x80" * width) * height
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def words(*texts: str) -> tuple[Inline, ...]:
    """Plain words."""
    return tuple(Text(text) for text in texts)


def paragraph(text: str, role: str = "text") -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph(words(text), role)


def project(anchor: str, number: str, title: str, status: StatusStyle) -> Section:
    """A project as the assembly makes it."""
    mark = StatusMark(status.id, status.label)
    return Section(
        "project",
        anchor,
        (
            Heading(4, number, words(title)),
            Paragraph((Strong(words("Status:")), Text(" "), mark), "facts"),
            paragraph("Projektbeschreibung:", "label"),
            paragraph("Bürger*innen & Bürger <gemeinsam> sparen 80\u00a0% CO₂."),
            paragraph("Sachstand:", "label"),
            Paragraph((Emphasis(words("läuft")), LineBreak(), Code("x = 1\n\ty"))),
            Paragraph((Strong(words("Verantwortlich:")), Text(" 80.01")), "facts"),
        ),
        {"status": (status.id,)},
    )


def project_table() -> Table:
    """A project list."""
    columns = (
        Column("Nr.", 7),
        Column("Projekt", 26, header=True),
        Column("Bearbeitung", 10, "center"),
        Column("Umgesetzt", 10, "center"),
        Column("Zusammenarbeit mit Kommunen", 20),
        Column("Verantwortlichkeit", 11, "end"),
    )
    rows = (
        Row(
            (
                (Reference("klima-allianz", words("1.1.1.1")),),
                words("Klima-Allianz"),
                (),
                (StatusMark("umgesetzt", "Umgesetzt"),),
                words("Alle \u201eStädte\u201c"),
                words("80.01"),
            )
        ),
        Row(
            (
                (Reference(LONG_ANCHOR, words("1.1.2.1")),),
                words("Wärme"),
                (StatusMark("in-bearbeitung", "Bearbeitung"),),
                (),
                (),
                words(""),
            )
        ),
    )
    return Table("Projektliste „Klima“", columns, Deferred(lambda: rows))


def lists() -> List:
    """Lists in lists, with a table and a quote in one."""
    inner = List(((paragraph("eins"),), (paragraph("zwei"),)), ordered=True, start=3)
    table = Table("In der Liste", (Column("A"), Column("B")), (Row((words("a"), words("b"))),))
    quote = Quote((paragraph("Zitat in der Liste"), List(((paragraph("innen"),),))))
    return List(
        (
            (paragraph("Erstens"), paragraph("noch dazu"), inner),
            (inner,),
            (),
            (paragraph("Zuletzt"), table, quote),
        )
    )


def oddities() -> Section:
    """What may occur anywhere, and what should not make a file that Word repairs."""
    empty = Table("Leere Tabelle", (Column("Spalte"),), ())
    return Section(
        "chapter",
        "odd",
        (
            Heading(1, "", words("Besonderheiten")),
            paragraph(""),
            Paragraph(()),
            paragraph(f"Kante \x0b\ufffe\x00 {LONG_WORD}"),
            Paragraph(
                (
                    Link('https://example.org/a b?x="1"&y=<2>', words("Netz")),
                    Link("javascript:alert(1)", words(" unerlaubt ")),
                    Link("mailto:info@example.org", (Strong(words("Post")),)),
                    Link('https://example.org/a b?x="1"&y=<2>', words("noch einmal")),
                    StatusMark("unbekannt", "anders"),
                )
            ),
            Paragraph((Deleted(words("alte")), Inserted(words("neue")), Text(" Fassung"))),
            empty,
            Table("Ohne Spalten", (), ()),
            Section("", "ohne-ueberschrift", (paragraph("Ohne Überschrift"),)),
            Section("", "ganz-leer", ()),
            Heading(12, "1.2.3", words("Sehr tief")),
            Quote((paragraph("Gesagt ist gesagt."),)),
            Figure("image/png", png(), "Ein graues Feld", "Abbildung mit Text"),
            Figure("image/png", png(4000, 300), "Ein breites Feld"),
            Figure("image/png", png(), "Dasselbe „Feld“"),
            Chart({}, "Zahlen als Bild", Table("Zahlen", (Column("n"),), (Row((words("1"),)),))),
            PageBreak(),
            Table("Breit", (Column("a", 0), Column("b", 0)), (), landscape=True),
            Section("", "", (Heading(1, "", words("Danach")),)),
        ),
    )


def entries() -> tuple[ContentsEntry, ...]:
    """The lines of the table of contents."""
    return (
        ContentsEntry(1, "1", "Klima", "klima"),
        ContentsEntry(3, "1.1.1", "umgesetzte Projekte", ""),
        ContentsEntry(4, "1.1.1.1", "Klima-Allianz", "klima-allianz"),
        ContentsEntry(7, "", "zu tief", "klima"),
    )


def sample() -> Document:
    """The document."""
    goal = Section(
        "goal",
        "Ziel.Ä",
        (
            Heading(2, "1.1", words("Ziel")),
            paragraph("Weniger Energie.", "statement"),
            Heading(3, "1.1.1", words("umgesetzte Projekte")),
            project("klima-allianz", "1.1.1.1", "Klima-Allianz", STATUSES[0]),
            project(LONG_ANCHOR, "1.1.2.1", "Wärme", STATUSES[1]),
            paragraph("Derzeit keine Projekte.", "empty"),
        ),
    )
    theme = Section("theme", "klima", (Heading(1, "1", words("Klima")), goal, lists()))
    overview = Section("overview", "o", (Heading(1, "", words("Überblick")), Legend("Status")))
    project_lists = Section(
        "lists", "listen", (Heading(1, "", words("Projektlisten")), project_table()), landscape=True
    )
    return Document(
        title="Nachhaltigkeitsreport <Muster> & Co",
        publisher="Kreis Muster",
        as_of=date(2023, 10, 1),
        subject="Ziele und Projekte",
        statuses=STATUSES,
        blocks=(
            TitlePage("Nachhaltigkeitsreport", "Stand: 01.10.2023", ("Kreis Muster", "")),
            TableOfContents("Inhaltsverzeichnis", Deferred(entries)),
            overview,
            theme,
            project_lists,
            oddities(),
        ),
    )
