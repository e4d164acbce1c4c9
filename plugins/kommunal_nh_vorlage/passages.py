"""What a template gives becomes paragraphs and lists."""

from __future__ import annotations

import re
from itertools import groupby

from kommunal_nh.document import Block, List, Paragraph, Text

_BLANK = re.compile(r"\n[ \t]*\n")
_ITEM = "- "


def passages(text: str) -> list[Block]:
    """Paragraphs and lists.

    Args:
        text: Paragraphs with a blank line between them; lines that begin with `- ` are a list.

    Returns:
        The blocks in order; nothing for no text.
    """
    blocks: list[Block] = []
    for piece in _BLANK.split(text.strip()):
        lines = [line.strip() for line in piece.splitlines() if line.strip()]
        for is_list, group in groupby(lines, lambda line: line.startswith(_ITEM)):
            if is_list:
                items = (line.removeprefix(_ITEM).strip() for line in group)
                blocks.append(List(tuple((Paragraph((Text(item),)),) for item in items if item)))
            else:
                blocks.append(Paragraph((Text(" ".join(group)),)))
    return blocks
