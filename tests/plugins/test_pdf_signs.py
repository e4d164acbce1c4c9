"""Which words come to be printed in a PDF when no font has some of their signs, by example."""

from __future__ import annotations

import pytest

from kommunal_nh_pdf.signs import codes, readable, readable_text


def no_uncommon(sign: str) -> bool:
    """A font that has only letters below U+3000, and says so of signs nobody can see, too."""
    return sign < "\u3000"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Maßnahme – „gut“", "Maßnahme – „gut“"),
        ("a\tb\r\n\u2028c", "a b c"),
        ("Rad 🚲!", "Rad [U+1F6B2]!"),
        ("中文 und 中", "[U+4E2D U+6587] und [U+4E2D]"),
        ("中 XYZ 文", "[U+4E2D] XYZ [U+6587]"),
        ("👩\u200d🚒", "[U+1F469 U+200D U+1F692]"),
        ("🚲\ufe0f.", "[U+1F6B2 U+FE0F]."),
        ("a\u200bb", "a\u200bb"),
        ("a\x07b\x9f", "a[U+0007]b[U+009F]"),
        ("\u0416\u00ad\u0416\u00ad", "\u0416\u00ad\u0416"),
        ("中]^\U00010000-", "[U+4E2D]]^[U+10000]-"),
    ],
)
def test_what_no_font_has_is_printed_as_its_code(text: str, printed: str) -> None:
    """White space is a space; signs without a font, and what joins them, are codes in brackets."""
    assert readable_text(text, no_uncommon) == printed


def test_signs_without_shape_need_no_font() -> None:
    """Signs that are never seen stay, even where no font has anything."""
    assert readable_text("\u200e\ufeff\u0416", lambda sign: False) == "\u200e\ufeff[U+0416]"


def test_codes_have_at_least_four_digits() -> None:
    """Codes are written as Unicode writes them."""
    assert codes("\x07\U0010ffff") == "[U+0007 U+10FFFF]"


def test_texts_in_any_depth_are_readable() -> None:
    """Texts in mappings and lists are made fit to print; keys, numbers and addresses stay."""
    data = {
        "中": ["中", {"text": "中", "level": 2}, None],
        "url": "https://例.example",
        "anchor": "中",
        "file": "中.png",
    }

    assert readable(data, no_uncommon) == {
        "中": ["[U+4E2D]", {"text": "[U+4E2D]", "level": 2}, None],
        "url": "https://例.example",
        "anchor": "中",
        "file": "中.png",
    }


def test_an_address_can_be_written_to_a_file() -> None:
    """Half a character in an address becomes a question mark; what is no text is looked into."""
    assert readable({"url": "a\ud800", "file": ["中"]}, no_uncommon) == {
        "url": "a?",
        "file": ["[U+4E2D]"],
    }
