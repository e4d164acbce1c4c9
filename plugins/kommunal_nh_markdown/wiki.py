"""A document as the pages of a wiki or repository."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from kommunal_nh.document import Document, Heading, Page, Pictures, Section, plain_text, split
from kommunal_nh_markdown.addresses import reference
from kommunal_nh_markdown.escaping import clean, escaped
from kommunal_nh_markdown.lines import Lines, symbols
from kommunal_nh_markdown.looks import Looks
from kommunal_nh_markdown.lowering import Simple, Title, lowered, lowered_blocks
from kommunal_nh_markdown.paths import Paths


def write_wiki(document: Document, folder: Path) -> None:
    """Write a document as a folder of Markdown files.

    Args:
        document: The document.

        folder: The folder to make.
    """
    folder.mkdir()
    _Wiki(document, folder).write()


class _Wiki:
    """The pages of one document on their way into a folder."""

    def __init__(self, document: Document, folder: Path) -> None:
        self._document = document
        self._folder = folder
        pages = split(document, projects=True)
        self._pages = pages.pages
        self._by_name = {page.name: page for page in pages.pages}
        self._paths = Paths(pages)
        self._pictures = Pictures(folder)

    def write(self) -> None:
        for place, page in enumerate(self._pages):
            file = self._folder / self._paths.file(page.name)
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("w", encoding="utf-8", newline="\n") as out:
                out.writelines(f"{line}\n" for line in self._lines(page, place))

    def _lines(self, page: Page, place: int) -> Iterator[str]:
        if not place:
            return chain(self._front(page), _apart(self._ways(page, self._pages[1:2])))
        before, behind = self._pages[place - 1], self._pages[place + 1 : place + 2]
        first, *rest = self._body(page)
        ways = self._ways(page, behind, before)
        return chain([first], _apart(ways), rest)

    def _front(self, page: Page) -> Iterator[str]:
        return Lines(self._document, self._looks(page)).of(lowered(self._document, page.blocks))

    def _body(self, page: Page) -> Iterator[str]:
        """A page begins with the heading of its section, which needs no anchor of its own."""
        blocks = [inner for one in page.blocks if isinstance(one, Section) for inner in one.blocks]
        simple: Iterable[Simple] = lowered_blocks(blocks, self._document)
        titled = not _has_words(blocks)
        if titled:
            simple = chain([Title(page.title or self._document.title or page.name)], simple)
        return Lines(self._document, self._looks(page), titled=titled).of(simple)

    def _looks(self, page: Page) -> Looks:
        return Looks(
            symbols(self._document),
            lambda anchor: self._paths.anchor(anchor, page.name),
            lambda figure: self._paths.to(self._pictures.file(figure), page.name),
        )

    def _ways(self, page: Page, behind: Sequence[Page], before: Page | None = None) -> str:
        """One line that leads to the pages before, above and behind."""
        above = self._by_name.get(page.parent)
        ways = [
            *(("← {}", one) for one in (before,) if one),
            *(("↑ {}", one) for one in (above,) if one and one is not before),
            *(("{} →", one) for one in behind),
        ]
        return " · ".join(self._way(arrow, one, page) for arrow, one in ways)

    def _way(self, arrow: str, target: Page, page: Page) -> str:
        title = f"{target.number} {target.title}".strip() or target.name
        words = escaped(clean(arrow.format(title)))
        return reference(words, self._paths.to(self._paths.file(target.name), page.name))


def _apart(line: str) -> list[str]:
    return ["", line] if line else []


def _has_words(blocks: Sequence[object]) -> bool:
    first = blocks[0] if blocks else None
    if not isinstance(first, Heading):
        return False
    return bool(clean(f"{first.number}{plain_text(first.content)}").strip())
