"""Page numbers, which Word fills in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

_FIELDS = {"{seite}": "PAGE", "{seiten}": "NUMPAGES"}


def add_page_number(paragraph: Paragraph, text: str) -> None:
    """Add a line with page numbers, at the right.

    Args:
        paragraph: The paragraph of the footer.

        text: What it says, with `{seite}` and `{seiten}`.
    """
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for piece in re.split(r"(\{seite\}|\{seiten\})", text):
        if piece in _FIELDS:
            _add_field(paragraph, _FIELDS[piece])
        elif piece:
            paragraph.add_run(piece)


def _add_field(paragraph: Paragraph, name: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field: Any = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), f" {name} ")
    run: Any = paragraph.add_run("1")._r
    paragraph._p.remove(run)
    field.append(run)
    paragraph._p.append(field)
