"""How a paragraph begins; there are few ways, so that each is made once."""

from __future__ import annotations

from functools import lru_cache

from kommunal_nh_docx.xml import attribute

_PAGES = {True: "<w:pageBreakBefore/>", False: '<w:pageBreakBefore w:val="0"/>', None: ""}
_APART = '<w:spacing w:before="600"/>'  # headings that begin a page need no space above


@lru_cache(maxsize=4096)
def opening(
    style: str = "",
    keep_next: bool = False,
    new_page: bool | None = None,
    number: tuple[int, int] | None = None,
    indent: int = 0,
    hanging: int = 0,
    align: str = "",
) -> str:
    """The beginning of a paragraph, up to its first run.

    Args:
        style: Id of its style, or nothing for plain text.

        keep_next: On the same page as the next paragraph.

        new_page: On a new page, or not even if its style says so; None leaves it to the style.

        number: Level and number of its list; (0, 0) switches a number off.

        indent: From the left, in twentieths of a point.

        hanging: How far its first line begins further left.

        align: `w:jc`, or nothing.

    Returns:
        XML that is not closed yet.
    """
    properties = "".join(
        (
            f'<w:pStyle w:val="{attribute(style)}"/>' if style else "",
            "<w:keepNext/>" if keep_next else "",
            _PAGES[new_page],
            _numbered(*number) if number else "",
            _APART if new_page is False else "",
            _indented(indent, hanging) if indent else "",
            f'<w:jc w:val="{align}"/>' if align else "",
        )
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>" if properties else "<w:p>"


def tracked(start: str, change: str) -> str:
    """The beginning of a paragraph that is itself new or gone.

    Args:
        start: The beginning of a paragraph.

        change: What its mark says of that.

    Returns:
        XML that is not closed yet.
    """
    properties = start.removeprefix("<w:p>").removesuffix("</w:pPr>") or "<w:pPr>"
    return f"<w:p>{properties}<w:rPr>{change}</w:rPr></w:pPr>"


def _numbered(level: int, number: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _indented(indent: int, hanging: int) -> str:
    return f'<w:ind w:left="{indent}"' + (f' w:hanging="{hanging}"/>' if hanging else "/>")
