"""The document between report and file: a small closed set of frozen nodes.

    Document
    └─ blocks: Section · TitlePage · TableOfContents · Heading · Paragraph · List · Table · Figure ·
               Chart · Legend · Quote · PageBreak
       └─ inlines: Text · Strong · Emphasis · Code · Link · Reference · LineBreak · StatusMark ·
                   Chip · Inserted · Deleted

Exporters see nothing but this tree. Numbers, titles and marks are already in it as text, so they
can not come out differently in two formats. Where a field is an `Iterable`, it may be long: it can
be iterated any number of times and is then made anew (`Deferred`), so that a writer which streams
needs little memory.
"""

from __future__ import annotations

from kommunal_nh.document.blocks import (
    Block,
    Chart,
    Column,
    ContentsEntry,
    Figure,
    Heading,
    Legend,
    List,
    PageBreak,
    Paragraph,
    Quote,
    Row,
    Section,
    Table,
    TableOfContents,
    TitlePage,
)
from kommunal_nh.document.deferred import Deferred
from kommunal_nh.document.inlines import (
    Chip,
    Code,
    Deleted,
    Emphasis,
    Inline,
    Inserted,
    LineBreak,
    Link,
    Reference,
    StatusMark,
    Strong,
    Text,
    plain_text,
)
from kommunal_nh.document.lines import plain_lines
from kommunal_nh.document.outline import outline
from kommunal_nh.document.pages import Page, Pages, split
from kommunal_nh.document.pictures import Pictures
from kommunal_nh.document.whole import ChipStyle, Document, Facet, StatusStyle

__all__ = [
    "Block",
    "Chart",
    "Chip",
    "ChipStyle",
    "Code",
    "Column",
    "ContentsEntry",
    "Deferred",
    "Deleted",
    "Document",
    "Emphasis",
    "Facet",
    "Figure",
    "Heading",
    "Inline",
    "Inserted",
    "Legend",
    "LineBreak",
    "Link",
    "List",
    "Page",
    "PageBreak",
    "Pages",
    "Paragraph",
    "Pictures",
    "Quote",
    "Reference",
    "Row",
    "Section",
    "StatusMark",
    "StatusStyle",
    "Strong",
    "Table",
    "TableOfContents",
    "Text",
    "TitlePage",
    "outline",
    "plain_lines",
    "plain_text",
    "split",
]
