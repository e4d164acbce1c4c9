"""Pieces of WordprocessingML."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from kommunal_nh.characters import ILLEGAL
from kommunal_nh.surveying.rich import Line, RichText, Run

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = f'xmlns:w="{W}" xmlns:r="{R}"'


class Links:
    """The addresses that a file leads to, by id."""

    def __init__(self) -> None:
        self.urls: dict[str, str] = {}

    def id(self, url: str) -> str:
        """The id of an address.

        Args:
            url: The address.

        Returns:
            The same for the same address.
        """
        return self.urls.setdefault(url, f"rIdLink{len(self.urls) + 1}")


def words(text: str) -> str:
    """Words between tags.

    Args:
        text: Any words.

    Returns:
        A `w:t`; signs that XML forbids are marked.
    """
    return f'<w:t xml:space="preserve">{escape(ILLEGAL.sub(chr(0xFFFD), text))}</w:t>'


def attribute(text: str) -> str:
    """Words as the value of an attribute, with quotation marks.

    Args:
        text: Any words.

    Returns:
        The value.
    """
    return quoteattr(ILLEGAL.sub("\ufffd", text))


def run(text: str, look: str = "") -> str:
    """A run of words.

    Args:
        text: The words.

        look: Its properties.

    Returns:
        A `w:r`.
    """
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{words(text)}</w:r>"


def paragraph(content: str, style: str = "") -> str:
    """A paragraph.

    Args:
        content: Its runs.

        style: Id of its style.

    Returns:
        A `w:p`.
    """
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{look}{content}</w:p>"


def rich(text: RichText, links: Links, style: str) -> str:
    """Lines of words as paragraphs.

    Args:
        text: The lines.

        links: Takes the addresses.

        style: Id of the paragraphs' style.

    Returns:
        One `w:p` for each line; one without words if there is none.
    """
    return "".join(paragraph(line_of(line, links), style) for line in text or ((),))


def line_of(line: Line, links: Links) -> str:
    """A line of words.

    Args:
        line: The line.

        links: Takes the addresses.

    Returns:
        Its runs.
    """
    return "".join(_run(one, links) for one in line)


def _run(one: Run, links: Links) -> str:
    look = "<w:b/>" * one.bold + "<w:i/>" * one.italic
    if not one.url:
        return run(one.text, look)
    inside = run(one.text, f'<w:rStyle w:val="Hyperlink"/>{look}')
    return f'<w:hyperlink r:id="{links.id(one.url)}" w:history="1">{inside}</w:hyperlink>'


def cell(width: int, content: str, look: str = "") -> str:
    """A cell of a table.

    Args:
        width: In twentieths of a point.

        content: Its paragraphs.

        look: Further properties.

    Returns:
        A `w:tc`.
    """
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{look}</w:tcPr>{content}</w:tc>'
