"""How the paper looks: one font, dark grey and rules, as administrations print it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document as Word

FONT = "Arial"
INK, RULE, SHADE = "1A1A1A", "8A8A8A", "ECECEC"
_STYLES: dict[str, tuple[float, bool, float, float]] = {
    "Normal": (10.5, False, 0, 6),
    "Title": (20, True, 4, 2),
    "Subtitle": (12, True, 0, 10),
    "Heading 1": (13, True, 16, 4),
    "Heading 2": (11, True, 12, 3),
    "Caption": (10, True, 8, 3),
    "List Bullet": (10.5, False, 0, 3),
    "Header": (9, False, 0, 0),
    "Footer": (9, False, 0, 0),
}
"""Size in points, bold, and room before and after in points."""


def dress(word: Word, language: str) -> None:
    """Give a new file its styles, its paper and its language.

    Args:
        word: The file.

        language: Language tag of its texts.
    """
    from docx.shared import Cm, Pt, RGBColor

    for name, (size, bold, before, after) in _STYLES.items():
        style: Any = word.styles[name]
        _set_font(style.element.get_or_add_rPr())
        style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
        style.font.color.rgb = RGBColor.from_string(INK)
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
        _drop_borders(style.element)
    _underline(word.styles["Subtitle"].element)
    _speak(word, language)
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(2.5), Cm(2.0)
    section.top_margin, section.bottom_margin = Cm(2.0), Cm(2.0)


def _set_font(properties: Any) -> None:
    from docx.oxml.ns import qn

    fonts = properties.get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), FONT)


def _drop_borders(style: Any) -> None:
    from docx.oxml.ns import qn

    for border in style.findall(f"{qn('w:pPr')}/{qn('w:pBdr')}"):
        border.getparent().remove(border)


def _underline(style: Any) -> None:
    """The rule below the name of the municipality."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders, line = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "8"), ("space", "4"), ("color", RULE)):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    style.pPr.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")


def _speak(word: Word, language: str) -> None:
    """All text is in this language, unless somebody says otherwise."""
    from docx.oxml.ns import qn

    styles: Any = word.styles.element
    for element in styles.iter(qn("w:lang")):
        element.set(qn("w:val"), language)
    settings: Any = word.settings.element
    for element in settings.iter(qn("w:themeFontLang")):
        element.set(qn("w:val"), language)
