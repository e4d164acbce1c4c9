"""Plain text for kommunal_nh."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from kommunal_nh import Document, Exporter, Options, hookimpl
from kommunal_nh import document as tree
from kommunal_nh.document import plain_text


class TextExporter:
    """Writes a document as plain text, one line for each paragraph, item and row."""

    format = "text"
    suffix = ".txt"
    media_type = "text/plain"

    def write(self, document: Document, target: Path, options: Options) -> None:
        """Write the document line by line, so that memory does not grow with it."""
        with target.open("w", encoding="utf-8", newline="\n") as out:
            out.writelines(f"{line}\n" for line in _lines(document, document.blocks))


def _lines(document: Document, blocks: Iterable[tree.Block]) -> Iterator[str]:
    """The lines of blocks that hold other blocks."""
    for block in blocks:
        match block:
            case tree.Section() | tree.Quote():
                yield from _lines(document, block.blocks)
            case tree.List():
                for item in block.items:
                    yield from (f"- {line}" for line in _lines(document, item))
            case tree.Chart():
                yield from _lines(document, (block.table,))
            case _:
                yield from _words(document, block)


def _words(document: Document, block: tree.Block) -> Iterator[str]:
    """The lines of all other blocks; plain text has no pages, so no breaks and no contents."""
    match block:
        case tree.TitlePage():
            yield from (block.title, block.subtitle, *block.lines)
        case tree.Heading():
            yield from ("", f"{block.number} {plain_text(block.content)}".strip())
        case tree.Paragraph():
            yield plain_text(block.content)
        case tree.Table():
            yield block.caption
            yield from (" | ".join(map(plain_text, row.cells)) for row in block.rows)
        case tree.Figure():
            yield f"[{block.alt}] {block.caption}"
        case tree.Legend():
            yield from (f"{s.symbol} {s.label}: {s.definition}" for s in document.statuses)


@hookimpl
def kommunal_nh_exporters() -> list[Exporter]:
    """Offer the format `text`."""
    return [TextExporter()]
