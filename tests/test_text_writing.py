"""Inline content back to Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest
from hypothesis import given, settings

from kommunal_nh.document import Code, Emphasis, Inline, LineBreak, Paragraph, Strong, Text
from kommunal_nh.testing import texts
from kommunal_nh.text import ParsedHeading, Surroundings, Target, blocks_of, markdown_of

AROUND = Surroundings(lambda name: Target(name, "1.1", "Titel"))


def squeezed(content: Iterable[Inline]) -> list[Inline]:
    """Content in which runs of spaces count as one, and none stands at its ends."""
    found: list[Inline] = []
    for inline in content:
        if isinstance(inline, Text):
            text = re.sub(r"[\t\n\r\f\v\x85\u2028\u2029 ]+", " ", inline.text)
            last = found.pop() if found and isinstance(found[-1], Text) else Text("")
            found.append(Text(last.text + text if isinstance(last, Text) else text))
        else:
            found.append(inline)
    if found and isinstance(found[-1], Text):
        found[-1] = Text(found[-1].text.rstrip(" "))
    if found and isinstance(found[0], Text):
        found[0] = Text(found[0].text.lstrip(" "))
    return found


@settings(deadline=None)
@given(text=texts(["a", "b"]))
def test_content_reads_as_it_was(text: str) -> None:
    """What is written from the content of any paragraph reads as the same content."""
    for block in blocks_of(text, AROUND):
        if isinstance(block, Paragraph | ParsedHeading) and (made := markdown_of(block.content)):
            (again,) = blocks_of(made, AROUND)
            assert isinstance(again, Paragraph)
            assert squeezed(again.content) == squeezed(block.content)


@pytest.mark.parametrize(
    "words",
    ["- a", "1. a", "# a", "> a", "=", "--- ", "a|b", "2*3*4", "_a_", "![a](b)", "&auml;", "<b>",
     "\\", "`", "\xa0a b\xa0", "1.1.1 a", "-5", "#1"],
)  # fmt: skip
def test_words_are_words(words: str) -> None:
    """Signs that could be markup are read as signs, at the beginning of a line too."""
    for content in ((Text(words),), (Text("a"), LineBreak(), Text(words))):
        (again,) = blocks_of(markdown_of(content), Surroundings())
        assert isinstance(again, Paragraph)
        assert squeezed(again.content) == squeezed(content)


def test_marks_inside_of_marks_are_kept() -> None:
    """Strong words in emphasised ones and the reverse read as they were; twice is once."""
    inner = (Text("a"),)
    for content in ((Strong((Emphasis(inner),)),), (Emphasis((Strong(inner),)),)):
        (again,) = blocks_of(markdown_of(content), Surroundings())
        assert isinstance(again, Paragraph)
        assert again.content == content
    assert markdown_of((Strong((Strong(inner),)), Strong(inner))) == "**aa**"


def test_what_can_not_be_marked_is_plain() -> None:
    """A strong part of a word has no Markdown in our rules: its letters stay, without marks."""
    assert markdown_of((Text("Wort"), Strong((Text("teil"),)))) == "Wortteil"
    assert markdown_of((Code("a`b"),)) == "``a`b``"
