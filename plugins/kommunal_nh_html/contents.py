"""The navigation: chapters, themes and goals in sight, what is below them folded away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kommunal_nh_html.escaping import attribute, text
from kommunal_nh_html.headings import number_markup

if TYPE_CHECKING:
    from collections.abc import Callable

    from kommunal_nh.document import ContentsEntry, TableOfContents
    from kommunal_nh_html.writer import Writer

_IN_SIGHT = 2


def write_contents(contents: TableOfContents, writer: Writer) -> None:
    """Write the table of contents as the page's navigation.

    Args:
        contents: The table of contents.

        writer: Where to.
    """
    writer.put(
        f'<nav class="contents" aria-label="{attribute(contents.title)}">\n'
        f'<details class="all" open>\n<summary>{text(contents.title)}</summary>\n'
    )
    _write_entries(contents, writer)
    writer.put("</details>\n</nav>\n")


def write_contents_again(contents: TableOfContents, writer: Writer) -> None:
    """Write a table of contents that is not the first, where it stands.

    Args:
        contents: The table of contents.

        writer: Where to.
    """
    writer.put(f'<div class="contents">\n<p class="label">{text(contents.title)}</p>\n')
    _write_entries(contents, writer)
    writer.put("</div>\n")


def _write_entries(contents: TableOfContents, writer: Writer) -> None:
    tree = _Tree(writer)
    for entry in contents.entries:
        if entry.level <= contents.depth:
            tree.add(entry)
            writer.flush_when_full()
    tree.close()


class _Tree:
    """Lists within lists, made from entries that only know their level."""

    def __init__(self, writer: Writer) -> None:
        self._put = writer.put
        self._address = writer.setting.address
        self._open: list[tuple[int, str]] = []
        self._last: ContentsEntry | None = None

    def add(self, entry: ContentsEntry) -> None:
        """Write an entry below the last one that stands higher."""
        if self._last is None or entry.level > self._open[-1][0]:
            self._deepen(entry)
        else:
            self._climb(entry)
        self._put(f"<li>{_line(entry, self._address)}")
        self._last = entry

    def close(self) -> None:
        """End all lists."""
        for _, end in reversed(self._open):
            self._put(f"</li>\n{end}")
        self._open.clear()

    def _deepen(self, entry: ContentsEntry) -> None:
        folded = self._last is not None and self._last.level == _IN_SIGHT
        if self._last is not None and folded:
            name = f"{self._last.number} {self._last.title}".strip()
            self._put(f'<details>\n<summary><span class="unseen">{text(name)}</span></summary>')
        self._put("\n<ol>\n")
        self._open.append((entry.level, "</ol>\n</details>\n" if folded else "</ol>\n"))

    def _climb(self, entry: ContentsEntry) -> None:
        self._put("</li>\n")
        while len(self._open) > 1 and entry.level <= self._open[-2][0]:
            self._put(f"{self._open.pop()[1]}</li>\n")


def _line(entry: ContentsEntry, address_of: Callable[[str], str]) -> str:
    # The column is narrow, and browsers do not break „Klima/Energie/Umwelt“ by themselves.
    words = text(entry.title).replace("/", "/<wbr>")
    if entry.number:
        words = f"{number_markup(entry.number)} {words}"
    address = address_of(entry.anchor) if entry.anchor else ""
    return f'<a href="{address}">{words}</a>' if address else f"<span>{words}</span>"
