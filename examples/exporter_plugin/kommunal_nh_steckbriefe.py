"""Steckbriefe for kommunal_nh: each project on a page of its own, to be printed and handed out."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from html import escape
from itertools import takewhile
from pathlib import Path

from kommunal_nh import Document, Exporter, Options, hookimpl
from kommunal_nh import document as tree
from kommunal_nh.document import plain_text
from kommunal_nh.labels import fill


class SteckbriefExporter:
    """Writes the projects of a document as one HTML file that prints one page for each."""

    format = "steckbriefe"
    suffix = ".steckbriefe.html"
    media_type = "text/html"

    def write(self, document: Document, target: Path, options: Options) -> None:
        """Write page after page, so that memory does not grow with the number of projects."""
        with target.open("w", encoding="utf-8", newline="\n") as out:
            out.writelines(_file(document))


@hookimpl
def kommunal_nh_exporters() -> list[Exporter]:
    """Offer the format `steckbriefe`."""
    return [SteckbriefExporter()]


Place = tuple[str, ...]
"""The themes and goals that a project belongs to, from the outside in."""


def _projects(
    blocks: Iterable[tree.Block], place: Place = ()
) -> Iterator[tuple[tree.Section, Place]]:
    """Every project, and where it belongs; sections of other kinds are only walked through."""
    for block in blocks:
        if isinstance(block, tree.Section) and block.kind == "project":
            yield block, place
        elif isinstance(block, tree.Section):
            named = block.kind in ("theme", "goal")
            yield from _projects(block.blocks, (*place, _name(block)) if named else place)


def _name(section: tree.Section) -> str:
    """A theme or goal in a line: number, title, and what the goal says."""
    heading, *rest = takewhile(lambda block: not isinstance(block, tree.Section), section.blocks)
    title = _heading_text(heading) if isinstance(heading, tree.Heading) else ""
    statements = (
        plain_text(block.content)
        for block in rest
        if isinstance(block, tree.Paragraph) and block.role == "statement"
    )
    return " – ".join((title, *statements))


def _heading_text(heading: tree.Heading) -> str:
    return f"{heading.number} {plain_text(heading.content)}".strip()


TAGS = {tree.Strong: "strong", tree.Emphasis: "em", tree.Inserted: "ins", tree.Deleted: "del"}


class _Words:
    """Turns inlines into HTML."""

    def __init__(self, document: Document) -> None:
        self.statuses = {status.id: status for status in document.statuses}
        self.targets = {project.anchor for project, _ in _projects(document.blocks)} - {""}

    def inlines(self, content: Iterable[tree.Inline]) -> str:
        return "".join(map(self.inline, content))

    def inline(self, inline: tree.Inline) -> str:
        """Words; what leads to something that is not on these pages is only words."""
        match inline:
            case tree.Text() | tree.Chip():
                return escape(inline.text)
            case tree.Code():
                return f"<code>{escape(inline.text)}</code>"
            case tree.LineBreak():
                return "<br>"
            case tree.StatusMark():
                return self.mark(inline)
            case tree.Link():
                return f'<a href="{escape(inline.url)}">{self.inlines(inline.content)}</a>'
            case tree.Reference() if inline.anchor in self.targets:
                return f'<a href="#{escape(inline.anchor)}">{self.inlines(inline.content)}</a>'
            case _:
                words, tag = self.inlines(inline.content), TAGS.get(type(inline))
                return f"<{tag}>{words}</{tag}>" if tag else words

    def mark(self, mark: tree.StatusMark) -> str:
        """The words of a status beside its colour, so that they can be read on any colour."""
        style = self.statuses.get(mark.status)
        colour = f' style="border-color: {escape(style.colour)}"' if style else ""
        symbol = f"{escape(style.symbol)} " if style else ""
        return f'<span class="mark"{colour}>{symbol}{escape(mark.text)}</span>'


class _Blocks(_Words):
    """Turns blocks into HTML."""

    def blocks(self, blocks: Iterable[tree.Block]) -> str:
        return "".join(map(self.block, blocks))

    def block(self, block: tree.Block) -> str:
        """A block that holds other blocks, or one that has words itself."""
        match block:
            case tree.Section():
                return self.blocks(block.blocks)
            case tree.Quote():
                return f"<blockquote>\n{self.blocks(block.blocks)}</blockquote>\n"
            case tree.List():
                return self.items(block)
            case tree.Chart():
                return self.table(block.table)
            case tree.Table():
                return self.table(block)
            case _:
                return self.words(block)

    def words(self, block: tree.Block) -> str:
        """A block of words; within a page there are no page breaks, no contents and no title."""
        match block:
            case tree.Heading():
                return self.heading(block, "h3")
            case tree.Paragraph():
                return f'<p class="{escape(block.role)}">{self.inlines(block.content)}</p>\n'
            case tree.Figure():
                return self.figure(block)
            case tree.Legend():
                rows = (f"{one.label}: {one.definition}" for one in self.statuses.values())
                return "".join(f"<p>{escape(row)}</p>\n" for row in (block.title, *rows))
            case _:
                return ""

    def heading(self, heading: tree.Heading, tag: str) -> str:
        number = f"{escape(heading.number)} " if heading.number else ""
        return f"<{tag}>{number}{self.inlines(heading.content)}</{tag}>\n"

    def items(self, block: tree.List) -> str:
        items = "".join(f"<li>{self.blocks(item)}</li>\n" for item in block.items)
        return (
            f'<ol start="{block.start}">\n{items}</ol>\n'
            if block.ordered
            else f"<ul>\n{items}</ul>\n"
        )

    def table(self, table: tree.Table) -> str:
        titles = "".join(f'<th scope="col">{escape(column.title)}</th>' for column in table.columns)
        rows = "".join(self.row(table, row) for row in table.rows)
        caption = f"<caption>{escape(table.caption)}</caption>"
        return f"<table>\n{caption}\n<tr>{titles}</tr>\n{rows}</table>\n"

    def row(self, table: tree.Table, row: tree.Row) -> str:
        tags = ('th scope="row"' if column.header else "td" for column in table.columns)
        cells = zip(tags, row.cells, strict=True)
        inner = (f"<{tag}>{self.inlines(cell)}</{tag[:2]}>" for tag, cell in cells)
        return f"<tr>{''.join(inner)}</tr>\n"

    def figure(self, figure: tree.Figure) -> str:
        source = f"data:{figure.media_type};base64,{b64encode(figure.data).decode()}"
        picture = f'<img src="{source}" alt="{escape(figure.alt)}">'
        return f"<figure>{picture}<figcaption>{escape(figure.caption)}</figcaption></figure>\n"


class _Pages(_Blocks):
    """Turns projects into pages."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        labels = document.labels
        as_of = fill(labels.as_of, stand=labels.date(document.as_of))
        self.footer = escape(" · ".join(filter(None, (document.publisher, document.title, as_of))))

    def page(self, project: tree.Section, place: Place) -> str:
        """One project: where it belongs, its title, and all that is in it."""
        above = "".join(f"<p>{escape(name)}</p>\n" for name in place if name)
        anchor = f' id="{escape(project.anchor)}"' if project.anchor else ""
        heading, *rest = project.blocks
        title = self.heading(heading, "h2") if isinstance(heading, tree.Heading) else ""
        return (
            f"<article{anchor}>\n<hgroup>\n{above}{title}</hgroup>\n"
            f"{self.blocks(rest)}<footer>{self.footer}</footer>\n</article>\n"
        )


def _file(document: Document) -> Iterator[str]:
    """The file in pieces."""
    title = escape(document.title)
    yield f'<!DOCTYPE html>\n<html lang="{escape(document.language)}">\n<head>\n'
    yield '<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{title} – Steckbriefe</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
    yield f"<header><h1>{title}</h1></header>\n<main>\n"
    if not any(True for _ in _projects(document.blocks)):
        yield f"<p>{escape(document.labels.no_entries)}</p>\n"
    pages = _Pages(document)
    yield from (pages.page(project, place) for project, place in _projects(document.blocks))
    yield "</main>\n</body>\n</html>\n"


STYLE = """
@page { size: A4; margin: 1.8cm 2cm }
body { font: 11pt/1.45 "Liberation Sans", Arial, sans-serif; margin: 0; color: #1a1a1a }
header, article { box-sizing: border-box; max-width: 17cm; margin: 0 auto; padding: 1cm 0 }
article { display: flex; flex-direction: column; overflow-wrap: anywhere }
header { padding-bottom: 0 }
article + article { border-top: 1px solid #767676 }
hgroup { border-bottom: 2pt solid #1a1a1a; margin-bottom: 1em }
hgroup p { margin: 0 0 .3em; font-size: 10pt; color: #4a4a4a }
h1, h2, h3 { line-height: 1.2; break-after: avoid }
h2 { font-size: 18pt; margin: .6em 0 .4em }
p { margin: 0 0 .6em; orphans: 3; widows: 3 }
ul, ol { margin: 0 0 .6em }
li p { margin: 0 0 .15em }
p.label { font-weight: bold; margin: .6em 0 .2em; break-after: avoid }
.mark { border-inline-start: 1.2em solid; padding-inline-start: .4em; print-color-adjust: exact }
table { border-collapse: collapse; margin-bottom: 1em }
caption { text-align: start; font-weight: bold }
th, td { border: 1px solid #767676; padding: .2em .5em; text-align: start; vertical-align: top }
tr, figure { break-inside: avoid }
img { max-width: 100%; max-height: 20cm }
article footer { margin-top: auto; break-before: avoid; padding-top: 1em }
article footer { font-size: 9pt; color: #4a4a4a }
@media print {
  body { font-size: 10pt; line-height: 1.4 }
  header { display: none }
  h2 { font-size: 16pt }
  article { max-width: none; padding: 0; min-height: 25.9cm }
  article + article { border: none; break-before: page }
}
"""
