"""What pages of this library have around their text, and what it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING
from urllib.parse import unquote

from kommunal_nh.importers import Grid, Line
from kommunal_nh_readers.html_inlines import classes_of, line_of, tag_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_TOP, _MAIN = "seite__anfang", "seite__inhalt"
_FRAME = frozenset(("skip", "filter", "legend", "contents", "controls", "page-break"))


def is_own(root: _Element) -> bool:
    """Whether this library wrote a page.

    Args:
        root: The page.

    Returns:
        True if it has the head and main part that our pages have.
    """
    return all(root.find(f".//*[@id='{name}']") is not None for name in (_TOP, _MAIN))


def is_frame(element: _Element) -> bool:
    """Whether an element of such a page is made anew each time: navigation, filters, legend.

    Args:
        element: The element.

    Returns:
        True for what is no part of the report's data.
    """
    return tag_of(element) in ("nav", "footer") or bool(_FRAME & classes_of(element))


def facets_of(element: _Element) -> dict[str, tuple[str, ...]]:
    """What a section can be filtered by.

    Args:
        element: The element.

    Returns:
        Ids by facet.
    """
    found: dict[str, tuple[str, ...]] = {}
    for token in (element.get("data-facets") or "").split():
        key, _, option = token.partition(":")
        found[unquote(key)] = (*found.get(unquote(key), ()), unquote(option))
    return found


def filter_names(root: _Element) -> Mapping[str, Mapping[str, str]]:
    """The names of what can be filtered by.

    Args:
        root: The page.

    Returns:
        Names by facet and id.
    """
    found: dict[str, dict[str, str]] = {}
    for option in root.iterfind(".//form[@class='filter']//option"):
        key, _, value = (option.get("value") or "").partition(":")
        if value:
            found.setdefault(unquote(key), {})[unquote(value)] = "".join(
                map(str, option.itertext())
            )
    return found


def told_in_head(root: _Element, found: Sequence[Line | Grid], *, own: bool) -> Iterator[Line]:
    """What only the head of a page says.

    Args:
        root: The page.

        found: What its body says.

        own: This library wrote the page.

    Yields:
        Day and publisher of our own pages; the title of others that have no first heading.
    """
    title = root.find(".//head/title")
    if own:
        has_cover = root.find(f".//*[@id='{_TOP}']//p") is not None
        yield from () if has_cover else _meta(root)
    elif title is not None and not any(isinstance(one, Line) and one.level == 1 for one in found):
        words = " ".join((title.text or "").split())
        if words:
            yield Line(line_of(title, 1), words)


def _meta(root: _Element) -> Iterator[Line]:
    for name in ("description", "author"):
        meta = root.find(f".//head/meta[@name='{name}']")
        words = (meta.get("content") or "") if meta is not None else ""
        if meta is not None and words.strip():
            yield Line(line_of(meta, 1), words)
