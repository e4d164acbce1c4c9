"""Documents that are the same each time, made so that whatever an exporter loses is missed.

No two pieces say the same, unless it is on purpose: some paragraphs, cells and titles stand several
times, because an exporter that leaves out what it has seen before must be found, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from kommunal_nh.document import (
    Block,
    Chart,
    Chip,
    ChipStyle,
    Code,
    Column,
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
    outline,
)
from kommunal_nh.testing.picture import PIXEL

STATUSES = (
    StatusStyle("fertig", "fertiggestellt", "innerhalb des letzten Halbjahres", "#c5e8cd", "●"),
    StatusStyle("laeuft", "laufend", "hat begonnen", "#ffe7a0", "►"),
    StatusStyle("idee", "Idee", "noch ohne Beschluss", "#d5d5d5", "○"),
)
CHIPS = (ChipStyle("sonne", "#fcc30b"), ChipStyle("see", "#0a97d9"))
PROJECTS = (
    ("1.1.1", "Solardach", "fertig"),
    ("1.1.2", "Klima-Allianz", "laeuft"),
    ("1.1.10", "Radweg", "idee"),
    ("1.2.1", "Radweg", "laeuft"),
    ("2.1.1", "Blühwiese", "fertig"),
    ("2.1.2", "Solardach II", "idee"),
)
"""Number, title and status; two have one title, and one title begins with another."""
_TREES = ("Ahorn", "Birke", "Buche", "Eiche", "Erle", "Esche", "Fichte", "Hasel", "Kiefer", "Linde")


def words(text: str) -> tuple[Inline, ...]:
    """Plain words.

    Args:
        text: The words.

    Returns:
        Inline content.
    """
    return (Text(text),)


def document_of(*blocks: Block) -> Document:
    """A document with just these blocks, and the statuses and chips of all samples.

    Args:
        blocks: The blocks.

    Returns:
        The document.
    """
    return Document(
        "Musterreport",
        "Kreis Muster",
        date(2023, 10, 1),
        blocks,
        statuses=STATUSES,
        chips=CHIPS,
    )


def usual_document() -> Document:
    """A document with every kind of block and inline, two themes, three goals and six projects.

    Returns:
        The document.
    """
    return document_of(
        TitlePage("Musterreport", "vom Deckblatt", ("Kreis Muster", "Deckblattzeile")),
        Section("chapter", "vorwort", (Heading(1, "", words("Vorwort")), *_chapter())),
        Section("chapter", "legende", (Heading(1, "", words("Zeichen")), Legend("Legende"))),
        PageBreak(),
        _theme("1", "Klima", _goal("1.1", PROJECTS[:3]), _goal("1.2", PROJECTS[3:4])),
        _theme("2", "Natur", _goal("2.1", PROJECTS[4:])),
    )


def linked_document() -> Document:
    """A document with contents, and a chapter that leads to everything in it.

    Returns:
        The document.
    """
    blocks = tuple(usual_document().blocks)
    entries = tuple(outline(blocks))
    contents = TableOfContents("Inhalt", entries)
    references = (Reference(entry.anchor, words(f"zu {entry.title}")) for entry in entries)
    items = tuple((Paragraph((reference,)),) for reference in references)
    chapter = Section("chapter", "wege", (Heading(1, "", words("Wege")), List(items)))
    return document_of(blocks[0], contents, chapter, *blocks[1:])


def _chapter() -> Iterator[Block]:
    yield Paragraph(words("Dieser Absatz hat nur Text."))
    yield Paragraph(tuple(_inlines()))
    yield Paragraph((Chip("sonne", "7 Sonne"), Text(" und "), Chip("fehlt", "0 Farbe")))
    yield Quote((Paragraph(words("Zitiert wird dies.")), Paragraph(words("Und auch das."))))
    yield List((_item("Erstens."), _item("Zweitens."), (Paragraph(words("Drittens.")), _inner())))
    yield List((_item("Nummer sieben."), _item("Nummer acht.")), ordered=True, start=7)
    yield Figure("image/png", PIXEL, "Bild eines Turms", "Bildunterschrift zum Turm")
    yield Chart(_bars(), "Balken, die steigen", _table("Werte zum Diagramm", "Ulme"))
    yield Paragraph(words("Das Vorwort endet hier."))


def _bars() -> dict[str, Any]:
    """A drawing that has words of its own."""
    axes = {"x": {"field": "hoch", "type": "quantitative"}, "y": {"field": "baum"}}
    values = [{"hoch": height, "baum": name} for height, name in enumerate(_TREES[:3], 2)]
    return {"data": {"values": values}, "mark": "bar", "encoding": axes}


def _item(text: str) -> tuple[Block, ...]:
    return (Paragraph(words(text)),)


def _inner() -> List:
    return List((_item("Drittens, innen."), _item("Noch weiter innen.")))


def _inlines() -> Iterator[Inline]:
    yield from (Text("Es ist "), Strong(words("wichtig")), Text(", es ist "))
    yield from (Emphasis(words("betont")), Text(" und "), Code("wörtlich"), LineBreak())
    yield from (Link("https://example.org/seite", words("außerhalb")), Text(" oder "))
    yield from (Reference("p-0", words("Projekt 1.1.1")), Text(". Jetzt "))
    yield from (Deleted(words("nicht mehr ")), Inserted(words("erst recht.")))


def _theme(number: str, title: str, *goals: Section) -> Section:
    introduction = Paragraph(words(f"Worum es bei {title} geht."))
    return Section("theme", f"t-{number}", (Heading(1, number, words(title)), introduction, *goals))


def _goal(number: str, projects: Iterable[tuple[str, str, str]]) -> Section:
    statement = Paragraph(words(f"Was Ziel {number} verlangt."), "statement")
    sections = tuple(project_section(*project) for project in projects)
    return Section(
        "goal", f"g-{number}", (Heading(2, number, words("Ein Ziel")), statement, *sections)
    )


def project_section(number: str, title: str, status: str, level: int = 3) -> Section:
    """One project, as reports have them.

    Args:
        number: Its number.

        title: Its title.

        status: Id of its status.

        level: Level of its heading.

    Returns:
        A section with its heading, its status, texts, a list and a table.
    """
    label = next(style.label for style in STATUSES if style.id == status)
    return Section(
        "project",
        f"p-{number}",
        (
            Heading(level, number, words(title)),
            Paragraph((Text("Status: "), StatusMark(status, label)), "facts"),
            Paragraph(words("Beschreibung:"), "label"),
            Paragraph(words(f"Wovon {number} handelt.")),
            Paragraph(words(f"Zu {number} wird weiter berichtet.")),
            Paragraph(words(f"Zu {number} wird weiter berichtet.")),
            List((_item(f"Schritt eins von {number}"), _item(f"Schritt zwei von {number}"))),
            _table(f"Zahlen zu {number}", f"Zelle {number}"),
            Paragraph(words(f"Zuletzt zu {number}.")),
        ),
        {"status": (status,)},
    )


def _table(caption: str, name: str) -> Table:
    columns = (Column("Baum", header=True), Column("Höhe", align="end"), Column("Anmerkung"))
    rows = tuple(
        Row(
            (
                words(f"{name} {tree}"),
                words(f"{place},5 m"),
                words("wie zuvor") if place % 2 else (),
            )
        )
        for place, tree in enumerate(_TREES[:4], 3)
    )
    return Table(caption, columns, rows)


def deep_document(depth: int = 30) -> Document:
    """A project below many headings, and words inside many lists and quotes.

    Args:
        depth: Level of the project's heading.

    Returns:
        The document.
    """
    inner: Section = project_section("9.9.9", "Tiefbrunnen", "laeuft", depth)
    for level in range(depth - 1, 0, -1):
        heading = Heading(level, "", words(f"Ebene {level}."))
        inner = Section("goal" if level > 1 else "theme", f"e-{level}", (heading, inner))
    nested: Block = Paragraph(words("Ganz innen."))
    for level in range(8, 0, -1):
        nested = Quote((List(((Paragraph(words(f"Liste {level}.")), nested),)),))
    return document_of(inner, Section("chapter", "", (Heading(1, "", words("Listen")), nested)))
