"""Defective exporters, each made from a good one by a single mistake that authors really make."""

from __future__ import annotations

import html
import secrets
import time
from collections.abc import Callable, Iterable
from functools import partial
from itertools import count
from pathlib import Path

import attrs

from kommunal_nh.document import (
    Block,
    Chart,
    Document,
    Figure,
    Heading,
    Inline,
    List,
    Paragraph,
    Row,
    Section,
    StatusMark,
    Table,
    Text,
)
from kommunal_nh.exporters import Exporter, Options

Change = Callable[[Document], Document]
Rewrite = Callable[[tuple[Block, ...]], Iterable[Block]]


def same(document: Document) -> Document:
    return document


def nothing(_: object) -> None:
    return None


@attrs.define
class Mutant:
    """An exporter that does something wrong before or after it writes like a good one.

    Attributes:
        base: The good exporter.
        change: What it does to the document.
        spoil: What it does to the file.
        needs: What it does to the options.
    """

    base: Exporter
    change: Change = same
    spoil: Callable[[Path], None] = nothing
    needs: Callable[[Options], None] = nothing

    format = "mutant"
    media_type = "text/plain"

    @property
    def suffix(self) -> str:
        return self.base.suffix

    def write(self, document: Document, target: Path, options: Options) -> None:
        self.needs(options)
        self.base.write(self.change(document), target, options)
        self.spoil(target)


# --------------------------------------------------------------------- changes of the document


def everywhere(rewrite: Rewrite, document: Document) -> Document:
    """The document with the blocks of each level rewritten, the innermost first."""
    return attrs.evolve(document, blocks=tuple(_everywhere(rewrite, document.blocks)))


def _everywhere(rewrite: Rewrite, blocks: Iterable[Block]) -> Iterable[Block]:
    return rewrite(tuple(_inside(rewrite, block) for block in blocks))


def _inside(rewrite: Rewrite, block: Block) -> Block:
    match block:
        case Section():
            return attrs.evolve(block, blocks=tuple(_everywhere(rewrite, block.blocks)))
        case List():
            items = tuple(tuple(_everywhere(rewrite, item)) for item in block.items)
            return attrs.evolve(block, items=items)
        case _:
            return block


def is_project(block: Block) -> bool:
    return isinstance(block, Section) and block.kind == "project"


def without_last_project(blocks: tuple[Block, ...]) -> Iterable[Block]:
    projects = [block for block in blocks if is_project(block)]
    return (block for block in blocks if block not in projects[2:])


def swapped(blocks: tuple[Block, ...]) -> Iterable[Block]:
    projects = [block for block in blocks if is_project(block)]
    others = iter([*projects[1::-1], *projects[2:]])
    return (next(others) if is_project(block) else block for block in blocks)


def twice(blocks: tuple[Block, ...]) -> Iterable[Block]:
    projects = [block for block in blocks if is_project(block)]
    return (*blocks, *projects[:1])


def without_second_paragraph(blocks: tuple[Block, ...]) -> Iterable[Block]:
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    return (block for block in blocks if all(block is not one for one in paragraphs[1:2]))


def without_last_item(blocks: tuple[Block, ...]) -> Iterable[Block]:
    return (
        attrs.evolve(block, items=block.items[:-1]) if isinstance(block, List) else block
        for block in blocks
    )


def without_last_cell(blocks: tuple[Block, ...]) -> Iterable[Block]:
    for block in blocks:
        if isinstance(block, Table):
            rows = tuple(Row((*row.cells[:-1], ())) for row in block.rows)
            yield attrs.evolve(block, rows=rows)
        else:
            yield block


def without_caption(blocks: tuple[Block, ...]) -> Iterable[Block]:
    return (
        attrs.evolve(block, caption="Tabelle") if isinstance(block, Table) else block
        for block in blocks
    )


def told_as_picture(blocks: tuple[Block, ...]) -> Iterable[Block]:
    """Calls every picture a picture, whatever it shows."""
    return (
        attrs.evolve(block, alt="Bild") if isinstance(block, Figure | Chart) else block
        for block in blocks
    )


def without_last_word(blocks: tuple[Block, ...]) -> Iterable[Block]:
    for block in blocks:
        match block:
            case Paragraph(content=(*before, Text(text))):
                said = Text(text.rpartition(" ")[0] or text)
                yield attrs.evolve(block, content=(*before, said))
            case _:
                yield block


def without_duplicates(blocks: tuple[Block, ...]) -> Iterable[Block]:
    return (block for place, block in enumerate(blocks) if block not in blocks[:place])


def renumbered(number: Callable[[str], str], blocks: tuple[Block, ...]) -> Iterable[Block]:
    for block in blocks:
        match block:
            case Section(kind="project", blocks=(Heading() as heading, *rest)):
                heading = attrs.evolve(heading, number=number(heading.number))
                yield attrs.evolve(block, blocks=(heading, *rest))
            case _:
                yield block


def one_less(number: str) -> str:
    start, _, last = number.rpartition(".")
    return f"{start}.{int(last) - 1}"


def no_number(number: str) -> str:
    return ""


def numbers_of_neighbours(blocks: tuple[Block, ...]) -> Iterable[Block]:
    """Each project has the number of the next, the last that of the first."""
    numbers = [next(iter(block.blocks)).number for block in blocks if is_project(block)]  # type: ignore[union-attr]
    others = dict(zip(numbers, [*numbers[1:], *numbers[:1]], strict=True))
    return renumbered(others.__getitem__, blocks)


def marked_as_first(document: Document) -> Document:
    first = document.statuses[0]
    return everywhere(partial(_marked, StatusMark(first.id, first.label)), document)


def _marked(mark: StatusMark, blocks: tuple[Block, ...]) -> Iterable[Block]:
    def changed(inline: Inline) -> Inline:
        return mark if isinstance(inline, StatusMark) else inline

    for block in blocks:
        if isinstance(block, Paragraph):
            yield attrs.evolve(block, content=tuple(changed(inline) for inline in block.content))
        else:
            yield block


def looked_at_before(document: Document) -> Document:
    """Takes one iterator for looking through the blocks and for writing them."""
    blocks = iter(document.blocks)
    any(isinstance(block, Table) for block in blocks)
    return attrs.evolve(document, blocks=tuple(blocks))


def first_taken(document: Document) -> Document:
    """Takes for granted that there is a first block."""
    blocks = tuple(document.blocks)
    return attrs.evolve(document, blocks=(blocks[0], *blocks[1:]))


def without_blocks(document: Document) -> Document:
    return attrs.evolve(document, blocks=())


def six_levels(blocks: tuple[Block, ...]) -> Iterable[Block]:
    """Writes no headings below the sixth level, as HTML has no elements for them."""
    return (block for block in blocks if not isinstance(block, Heading) or block.level <= 6)


def taken_by_index(document: Document) -> Document:
    """Takes the blocks for a tuple."""
    return attrs.evolve(document, blocks=document.blocks[:])  # type: ignore[index]


# -------------------------------------------------------------------------- changes of the file


def with_comment(comment: Callable[[], str], file: Path) -> None:
    """Writes a comment at the end, as formats with markup have them."""
    with file.open("a", encoding="utf-8") as out:
        out.write(f"\n<!-- {comment()} -->\n")


def now() -> str:
    return f"{time.time_ns()}"


def today() -> str:
    return time.strftime("%Y-%m-%d")


def zone() -> str:
    return time.strftime("%z")


def chance() -> str:
    return secrets.token_hex(8)


_runs = count(1)


def runs() -> str:
    return f"{next(_runs)}"


def set_order() -> str:
    return " ".join({f"wort{place}" for place in range(20)})


def unescaped(file: Path) -> None:
    file.write_text(html.unescape(file.read_text("utf-8")), "utf-8")


def without_backslashes(file: Path) -> None:
    file.write_text(file.read_text("utf-8").replace("\\", ""), "utf-8")


def with_file_beside(file: Path) -> None:
    file.with_suffix(".css").write_text("p {}")


def with_file_in_working_folder(file: Path) -> None:
    Path("log.txt").write_text("geschrieben")


def with_own_name(file: Path) -> None:
    with_comment(lambda: file.stem, file)


# ------------------------------------------------------------------------ changes of the options


def only_template(options: Options) -> None:
    if unknown := set(options) - {"template"}:
        raise ValueError(f"unknown options {unknown}")
