"""What leads from page to page: the trail, the contents, and page by page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from kommunal_nh.document import Page
from kommunal_nh.labels import Labels
from kommunal_nh_html.escaping import attribute, text
from kommunal_nh_html.headings import number_markup

Below: TypeAlias = Mapping[str, Sequence[Page]]
"""The pages below each page, by its name; the first page is below nothing."""


def name(page: Page) -> str:
    """How a page is called.

    Args:
        page: The page.

    Returns:
        Number and title, in plain words.
    """
    return f"{page.number} {page.title}".strip() or page.name


def name_markup(page: Page) -> str:
    """How a page is called, with its number set off.

    Args:
        page: The page.

    Returns:
        The markup.
    """
    # The column is narrow, and browsers do not break „Klima/Energie/Umwelt“ by themselves.
    words = text(page.title or page.name).replace("/", "/<wbr>")
    return f"{number_markup(page.number)} {words}" if page.number else words


def trail(above: Sequence[Page], labels: Labels) -> str:
    """The pages above, from the first one on.

    Args:
        above: The pages.

        labels: The words of the frame.

    Returns:
        The markup; nothing for the first page.
    """
    if not above:
        return ""
    steps = "".join(
        f'<li><a href="{page.name}.html">{_step(page, labels)}</a></li>\n' for page in above
    )
    return (
        f'<nav class="trail" aria-label="{attribute(labels.trail)}">\n<ol>\n{steps}</ol>\n</nav>\n'
    )


def _step(page: Page, labels: Labels) -> str:
    return text(labels.start_page) if page.kind == "front" else name_markup(page)


def contents(below: Below, current: Page | None, labels: Labels) -> str:
    """All pages of the first level, and the projects of the theme that is read.

    Args:
        below: The pages below each page.

        current: The page that is read, if it is one of them.

        labels: The words of the frame.

    Returns:
        The markup.
    """
    (front,) = below[""]
    entries = "".join(_entry(page, below, current, labels) for page in (front, *below[front.name]))
    title = labels.contents
    return (
        f'<nav class="contents" aria-label="{attribute(title)}">\n<details class="all" open>\n'
        f"<summary>{text(title)}</summary>\n<ol>\n{entries}</ol>\n</details>\n</nav>\n"
    )


def _entry(page: Page, below: Below, current: Page | None, labels: Labels) -> str:
    inner = "".join(_entry(one, {}, current, labels) for one in _unfolded(page, below, current))
    inner = f"\n<ol>\n{inner}</ol>\n" if inner else ""
    here = ' aria-current="page"' if page is current else ""
    return f'<li><a href="{page.name}.html"{here}>{_step(page, labels)}</a>{inner}</li>\n'


def _unfolded(page: Page, below: Below, current: Page | None) -> Sequence[Page]:
    if current is None or page.kind == "front" or page.name not in (current.name, current.parent):
        return ()
    return below.get(page.name, ())


def page_by_page(before: Page | None, behind: Page | None, labels: Labels) -> str:
    """The pages before and behind.

    Args:
        before: The page before, if there is one.

        behind: The page behind, if there is one.

        labels: The words of the frame.

    Returns:
        The markup; nothing if there is neither.
    """
    ways = ((before, "prev", labels.previous_page), (behind, "next", labels.next_page))
    links = "".join(_way(page, rel, words, labels) for page, rel, words in ways if page)
    if not links:
        return ""
    label = attribute(labels.turn_pages)
    return f'<nav class="turning" aria-label="{label}">\n{links}</nav>\n'


def _way(page: Page, rel: str, words: str, labels: Labels) -> str:
    return (
        f'<a rel="{rel}" href="{page.name}.html"><span class="way">{text(words)}</span> '
        f"{_step(page, labels)}</a>\n"
    )
