"""Texts of nothing but words and references; most texts are, and they need no parser."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kommunal_nh.document import Block, Inline, Paragraph, Text
from kommunal_nh.text.inlines import InlineReader, joined
from kommunal_nh.text.surroundings import Problem, Surroundings

_MARKUP = r"\\`*_\[\]<>&|~\r\f\v\x1c-\x1f\x85\u2028\u2029"
_INLINE_MARKUP = re.compile(f"[{_MARKUP}]")
_LINE_MARKUP = re.compile(
    r"\n(?:[ \t]*(?:[-+#=]|\d+[.)])"  # lists, headings, rules
    r"|    | {0,3}\t"  # code
    r"|(?<=[ \t]{2}\n)|(?<=\t\n))"  # hard line breaks
)
_REFERENCE = re.compile(rf"(?<!!)\[([^{_MARKUP}\n]*)\]\(#([A-Za-z0-9._-]+)\)")
_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n(?![ \t]*(?:\n|\Z))[^\n]*)*")


def is_plain(source: str) -> bool:
    """Whether a text has no character that could be markup, so that it is words and nothing else.

    Args:
        source: The text.

    Returns:
        True if reading it as Markdown would only find its paragraphs.
    """
    return not (_INLINE_MARKUP.search(source) or _LINE_MARKUP.search(f"\n{source}\n"))


def is_simple(source: str) -> bool:
    """Whether a text is words, apart from references.

    Args:
        source: The text.

    Returns:
        True if reading it as Markdown would only find paragraphs and references.
    """
    return is_plain(source) or ("](#" in source and is_plain(_REFERENCE.sub("x", source)))


def simple_blocks(source: str, around: Surroundings, problems: list[Problem]) -> Iterator[Block]:
    """Read a text for which `is_simple` holds.

    Args:
        source: The text.

        around: What references are looked up in.

        problems: Takes what is not allowed.

    Yields:
        Its paragraphs.
    """
    if "](#" not in source:  # most texts by far
        for paragraph in _PARAGRAPH.finditer(source):
            yield Paragraph((Text(_on_one_line(paragraph[0].rstrip())),))
        return
    reader = InlineReader(around, problems)
    for paragraph in _PARAGRAPH.finditer(source):
        if content := joined(_inlines(paragraph, reader)):
            yield Paragraph(content)


def _inlines(paragraph: re.Match[str], reader: InlineReader) -> Iterator[Inline]:
    source, place = paragraph.string, paragraph.start()
    end = place + len(paragraph[0].rstrip())
    for found in _REFERENCE.finditer(source, place, end):
        yield Text(_on_one_line(source[place : found.start()]))
        reader.line = source.count("\n", 0, found.start())
        yield from reader.reference(found[2], (Text(found[1]),) if found[1] else ())
        place = found.end()
    yield Text(_on_one_line(source[place:end]))


def _on_one_line(words: str) -> str:
    if "\n" not in words:
        return words
    first, *others, last = words.split("\n")
    middle = [line.strip(" \t") for line in others]
    return " ".join([first.rstrip(" \t"), *middle, last.lstrip(" \t")])
