"""Cards of the first page: each theme with its statuses, and the other chapters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

import attrs

from kommunal_nh.document import Page, Section
from kommunal_nh.labels import fill
from kommunal_nh_html.escaping import text
from kommunal_nh_html.site.ways import Below, name_markup
from kommunal_nh_html.site.words import description, first_mark

if TYPE_CHECKING:
    from kommunal_nh_html.writer import Writer

_THEME = "theme"


@attrs.frozen(eq=False, repr=False)
class Share:
    """How many projects of a theme have a status.

    Attributes:
        look: The class of the status.
        count: The number of projects.
        words: What the status is called.
    """

    look: str
    count: int
    words: str


def write_theme_cards(below: Below, writer: Writer) -> None:
    """Write a card for each theme: its name, and how many projects have which status.

    Args:
        below: The pages below each page.

        writer: Where to.
    """
    themes = [page for page in _chapters(below) if page.kind == _THEME]
    cards = (_card(page, _counted(below.get(page.name, ()), writer)) for page in themes)
    document = writer.document
    title = fill(document.labels.cards, themen=document.theme_word)
    _write("themes", title, cards, writer)


def write_chapter_cards(below: Below, writer: Writer) -> None:
    """Write a card for each other chapter: its name, and how it begins.

    Args:
        below: The pages below each page.

        writer: Where to.
    """
    chapters = [page for page in _chapters(below) if page.kind != _THEME]
    cards = (_card(page, _begin(page)) for page in chapters)
    _write("chapters", writer.document.labels.more_chapters, cards, writer)


def _chapters(below: Below) -> Sequence[Page]:
    (front,) = below[""]
    return below.get(front.name, ())


def _write(kind: str, title: str, cards: Iterable[str], writer: Writer) -> None:
    items = "".join(cards)
    if items:
        writer.put(
            f'<section class="cards {kind}">\n<h2>{text(title)}</h2>\n<ul>\n{items}</ul>\n'
            "</section>\n"
        )


def _card(page: Page, below: str) -> str:
    link = f'<a href="{page.name}.html">{name_markup(page)}</a>'
    return f"<li>\n<h3>{link}</h3>\n{below}</li>\n"


def _begin(page: Page) -> str:
    words = description(page.blocks)
    return f"<p>{text(words)}</p>\n" if words else ""


def _counted(projects: Sequence[Page], writer: Writer) -> str:
    document = writer.document
    count = fill(
        document.labels.card_count, projekte=document.project_word, anzahl=str(len(projects))
    )
    counts = Counter(filter(None, map(_status, projects)))
    words = {mark.status: mark.text for page in projects if (mark := first_mark(page.blocks))}
    shares = [
        Share(writer.classes[one.id], counts[one.id], words.get(one.id, one.label))
        for one in document.statuses
        if counts[one.id]
    ]
    return f"<p>{text(count)}</p>\n" + (_bar(shares) + _marks(shares) if shares else "")


def _status(project: Page) -> str:
    sections = (block for block in project.blocks if isinstance(block, Section))
    return next((one for section in sections for one in section.facets.get("status", ())), "")


def _bar(shares: Sequence[Share]) -> str:
    """The shares as a picture; the marks say the same in words."""
    ends = [0, *accumulate(share.count for share in shares)]
    pieces = "".join(
        f'<rect class="{one.look}" x="{_percent(start, ends)}" width="{_percent(one.count, ends)}"'
        ' height="100%"/>'
        for one, start in zip(shares, ends, strict=False)
    )
    return f'<svg class="bar" aria-hidden="true">{pieces}</svg>\n'


def _percent(part: int, ends: Sequence[int]) -> str:
    return f"{100 * part / ends[-1]:.2f}%"


def _marks(shares: Iterable[Share]) -> str:
    items = "".join(
        f'<li><span class="mark {one.look}">{text(f"{one.words}: {one.count}")}</span></li>\n'
        for one in shares
    )
    return f'<ul class="marks">\n{items}</ul>\n'
