"""A document whose words look like markup of many formats."""

from __future__ import annotations

from collections.abc import Iterator

from kommunal_nh.document import (
    Block,
    Chip,
    Code,
    Column,
    Document,
    Heading,
    Link,
    List,
    Paragraph,
    Quote,
    Row,
    Section,
    StatusMark,
    Strong,
    Table,
    Text,
    TitlePage,
)
from kommunal_nh.testing.sample import document_of, words

LIKE_MARKUP = (
    "<b>fett</b>", "&amp;", "&auml", "x < y > z", '"Anführung"', "it's", "<!-- weg -->", "]]>",
    "<script>weg()</script>", "</p>", "*Stern*", "**zwei**", "_x_", "a_b_c", "2*3*4", "`Code`",
    "~~durch~~", "|", "a|b", "[sic]", "](#x)", "[x](#y)", "![x](y)", "\\", "\\n", "\\*", "# eins",
    "1. eins", "- eins", "+ eins", "> eins", "---", "{x}", "{{ x }}", "{% x %}", "${x}", "$x$",
    "%s", "%", "~", "^", "@wer", "#wo", "://", "+1", "=1+1", "~50~", ":smile:", "[^1]", "\\LaTeX{}",
)  # fmt: skip
"""Words that must be read back as they are."""


def markup_document() -> Document:
    """A document with each of `LIKE_MARKUP` in every place that has words.

    Returns:
        The document.
    """
    sections = (_section(place, sign) for place, sign in enumerate(LIKE_MARKUP, 1))
    return document_of(TitlePage("Zeichen", "Titel {x} <b>", ("Zeile & *",)), *sections)


def _section(place: int, sign: str) -> Section:
    heading = Heading(1, str(place), words(f"{sign} Titel {sign}"))
    return Section("project", f"p-{place}", (heading, *_blocks(place, sign)))


def _blocks(place: int, sign: str) -> Iterator[Block]:
    around = f"vor {sign} nach {place}"
    yield Paragraph((StatusMark("idee", f"Idee {sign}"), Chip("see", f"See {sign}")), "facts")
    yield Paragraph(words(around))
    yield Paragraph(words(sign))
    yield Paragraph((Text(sign), Strong(words(around)), Code(f"c{sign}"), Text(sign)))
    yield Paragraph((Link("https://example.org/?a=1&b=<2>", words(around)),))
    yield List(((Paragraph(words(around)),), (Paragraph(words(sign)),)))
    yield Quote((Paragraph(words(around)),))
    columns = (Column(f"Spalte {sign}"), Column(sign))
    yield Table(f"Tabelle {sign}", columns, (Row((words(around), words(sign))),))
