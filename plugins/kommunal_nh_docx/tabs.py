"""Tab stops of one paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kommunal_nh_docx.xml import name

if TYPE_CHECKING:
    from lxml.etree import _Element


def right_tab(styles: _Element, style: str, width: int, leader: str = "") -> str:
    """One tab at the right; those that the style brings would come before it.

    Args:
        styles: The `w:styles` of the file.

        style: Id of the paragraph's style.

        width: Where the right side ends.

        leader: What fills the way to it, such as `dot`, or nothing.

    Returns:
        XML for the paragraph's properties.
    """
    path = f"{name('pPr')}/{name('tabs')}/{name('tab')}"
    own = (found for found in styles if found.get(name("styleId")) == style)
    positions = {tab.get(name("pos"), "") for found in own for tab in found.iterfind(path)}
    old = sorted(position for position in positions if position not in {"", str(width)})
    cleared = "".join(f'<w:tab w:val="clear" w:pos="{position}"/>' for position in old)
    filled = f' w:leader="{leader}"' if leader else ""
    return f'<w:tabs>{cleared}<w:tab w:val="right"{filled} w:pos="{width}"/></w:tabs>'
