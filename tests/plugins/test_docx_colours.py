"""The colours of our styles follow the theme, in Word and wherever the theme is not read."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest
from lxml import etree
from tests.plugins.docx_reading import W, document_of, parts, written
from tests.plugins.docx_sample import paragraph
from tests.plugins.docx_templates import changed

import kommunal_nh
from kommunal_nh.colours import READABLE, contrast
from kommunal_nh_docx.styles import ACCENT, base_styles
from kommunal_nh_docx.tints import tinted

PLACES = {"themeColor": ("color", "themeTint"), "themeFill": ("fill", "themeFillTint")}


def themed(styles: etree._Element) -> list[tuple[str, str]]:
    """Each colour of the theme: how light it is, and what others read."""
    found = []
    for element in styles.iter():
        for key, (plain, tint) in PLACES.items():
            if element.get(f"{W}{key}") == "accent1":
                value = "val" if element.tag == f"{W}color" else plain
                found.append((element.get(f"{W}{tint}", "FF"), element.get(f"{W}{value}")))
    return found


def styles_with(colour: str, folder: Path) -> etree._Element:
    """The styles of a report whose template has an accent of this colour and few styles."""
    docx.Document().save(str(folder / "alt.docx"))

    def edit(text: str) -> str:
        return re.sub(r'(<a:accent1>\s*<a:srgbClr val=")\w+', rf"\g<1>{colour}", text)

    assert colour in edit(parts(folder / "alt.docx")["word/theme/theme1.xml"].decode())
    template = changed(folder / "alt.docx", folder / "neu.docx", {"word/theme/theme1.xml": edit})
    path = written(document_of(paragraph("Text")), folder, template)
    styles = etree.fromstring(parts(path)["word/styles.xml"])
    for style in styles.findall(f"{W}style"):
        if style.find(f"{W}name").get(f"{W}val") not in {"Zielformulierung", "Reporttabelle"}:
            styles.remove(style)
    return styles


def test_base() -> None:
    """Beside each colour of the theme stands the same colour for readers without themes."""
    found = themed(base_styles())

    assert {tint for tint, _ in found} == {"FF", "14", "0D"}
    assert [(tint, tinted(ACCENT, tint)) for tint, _ in found] == found


def test_tints() -> None:
    """A tint keeps the hue; the full colour is itself, and none of it is white."""
    assert tinted("1F5C3A", "FF") == "1F5C3A"
    assert tinted("1F5C3A", "00") == "FFFFFF"
    assert tinted("800000", "80") == "FF3F3F"


@pytest.mark.parametrize("tint", ["FF", "14", "0D"])
def test_contrast(tint: str) -> None:
    """Words in the accent, and grey and black ones, can be read on every tint of it."""
    ground = "#ffffff" if tint == "FF" else f"#{tinted(ACCENT, tint)}"

    for words in (f"#{ACCENT}", "#595959", "#1A5F7A"):
        assert contrast(words, ground) >= READABLE


def test_missing_styles_follow_the_theme(tmp_path: Path) -> None:
    """Styles that a template lacks have its accent and tints of it."""
    found = themed(styles_with("0B5394", tmp_path))

    assert len(found) > 5
    assert [(tint, tinted("0B5394", tint)) for tint, _ in found] == found


def test_accent_that_can_not_be_read(tmp_path: Path) -> None:
    """An accent that is too light is not used, by no reader."""
    styles = styles_with("FFE066", tmp_path)

    assert themed(styles) == []
    assert b"FFE066" not in etree.tostring(styles)
    assert {e.get(f"{W}fill") for e in styles.iter(f"{W}shd")} == {
        tinted("000000", "0D"),
        tinted("000000", "14"),
    }


def test_template_to_start_from(tmp_path: Path) -> None:
    """In the template to start from, colours and fonts of the theme decide, as its hints say."""
    path = kommunal_nh.write_template(tmp_path / "vorlage.docx")
    styles = etree.fromstring(parts(path)["word/styles.xml"])
    plain = [e for e in styles.iter(f"{W}color") if e.get(f"{W}val") == ACCENT]

    assert all(e.get(f"{W}themeColor") == "accent1" for e in plain)
    fonts = [e for e in styles.iter(f"{W}rFonts") if e.get(f"{W}ascii") != "Courier New"]
    assert {e.get(f"{W}asciiTheme") for e in fonts} == {"majorHAnsi", "minorHAnsi"}
