"""Inline content back to Markdown, so that reading it gives the same content again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import attrs

from kommunal_nh.document import (
    Chip,
    Code,
    Deleted,
    Emphasis,
    Inline,
    Inserted,
    LineBreak,
    Link,
    Reference,
    StatusMark,
    Strong,
    Text,
    plain_text,
)
from kommunal_nh.text.parser import parse

_MARKUP = re.compile(r"[\\`_\[\]<>|~]|(?<![^\W_])\*|\*(?![^\W_])|&(?=#?\w+;)")
_AT_START = re.compile(r"^(?:[-+#=:]|(\d{1,9})([.)])(?=\s|$))")
_WHITE = re.compile(r"[\t\n\r\f\v\x85\u2028\u2029 ]+")
_EDGES = re.compile(r"^[^\S ]+|[^\S ]+$")
_PLAIN_ANCHOR = re.compile(r"[\w.-]+")
_BACKTICKS = re.compile("`+")
_UNSAFE = re.compile(r"[\s<>\\\x00-\x1f]")


def markdown_of(content: Iterable[Inline]) -> str:
    """Inline content as Markdown of one paragraph.

    Args:
        content: The inlines.

    Returns:
        The Markdown. Strong and emphasised words that Markdown can not mark where they stand, such
        as a part of a word, are plain words in it.
    """
    content = _merged(content)
    text = _lines(_all(content, ""))
    if _is_marked(content) and not _reads_as(text, content):
        return _lines(_all(tuple(_plain(content)), ""))
    return text


def _merged(content: Iterable[Inline], inside: frozenset[type] = frozenset()) -> tuple[Inline, ...]:
    """Content in which neighbours of one kind are one, and nothing is marked twice."""
    joined: list[Inline] = []
    for inline in content:
        last = joined[-1] if joined else None
        kind = type(inline)
        if isinstance(inline, Strong | Emphasis) and kind in inside:
            joined += _merged(inline.content, inside)
        elif isinstance(inline, Text) and isinstance(last, Text):
            joined[-1] = Text(last.text + inline.text)
        elif isinstance(inline, Strong | Emphasis):
            before: tuple[Inline, ...] = ()
            if isinstance(last, Strong | Emphasis) and type(last) is kind:
                before = joined.pop().content  # type: ignore[union-attr]
            inner = _merged((*before, *inline.content), inside | {kind})
            joined.append(attrs.evolve(inline, content=inner))
        else:
            joined.append(inline)
    return tuple(joined)


def _lines(text: str) -> str:
    lines = [_at_start(_white_at_edges(line.strip(" "))) for line in text.split("\n")]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        del lines[0]
    return "\\\n".join(lines)


def _at_start(line: str) -> str:
    found = _AT_START.match(line)
    if not found:
        return line
    return f"{found[1]}\\{line[found.end(1) :]}" if found[1] else f"\\{line}"


def _white_at_edges(line: str) -> str:
    """No-break and other spaces that readers of Markdown would strip, as references."""
    return _EDGES.sub(lambda found: "".join(f"&#{ord(sign)};" for sign in found[0]), line)


def _all(content: Sequence[Inline], outside: str) -> str:
    text = ""
    for inline in content:
        piece = _WRITERS[type(inline)](inline, text[-1:] or outside)
        text += "\\" * (text.endswith("!") and piece.startswith("[")) + piece
    return text


def _words(text: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", _WHITE.sub(" ", text))


def _text(inline: Text, before: str) -> str:
    return _words(inline.text)


def _mark(inline: StatusMark | Chip, before: str) -> str:
    return _words(inline.text)


def _code(inline: Code, before: str) -> str:
    text = _WHITE.sub(" ", inline.text) if "\n" in inline.text else inline.text
    if not text.strip(" "):
        return ""
    fence = "`" * (1 + max(map(len, _BACKTICKS.findall(text)), default=0))
    space = " " if "`" in (text[0], text[-1]) or (text[0] == text[-1] == " ") else ""
    return f"{fence}{space}{text}{space}{fence}"


def _strong(inline: Strong, before: str) -> str:
    return _around("**", _all(inline.content, "*"))


def _emphasis(inline: Emphasis, before: str) -> str:
    inner = _all(inline.content, "_")
    beside_stars = before == "*" or inner.startswith("*") or inner.endswith("*")
    return _around("_" if beside_stars else "*", inner)


def _around(mark: str, text: str) -> str:
    """Marks stand beside words; spaces stay outside."""
    core = text.strip(" \n")
    if not core:
        return text
    start = text.index(core)
    return f"{text[:start]}{mark}{core}{mark}{text[start + len(core) :]}"


def _link(inline: Link, before: str) -> str:
    label = _all(tuple(_unlinked(inline.content)), "[")
    return f"[{label}](<{_UNSAFE.sub(_percent, inline.url)}>)"


def _reference(inline: Reference, before: str) -> str:
    label = _all(tuple(_unlinked(inline.content)), "[")
    if _PLAIN_ANCHOR.fullmatch(inline.anchor):
        return f"[{label}](#{inline.anchor})"
    return f"[{label}](<#{_UNSAFE.sub(_percent, inline.anchor)}>)"


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode())


def _line_break(inline: LineBreak, before: str) -> str:
    return "\n"


def _content(inline: Inserted | Deleted, before: str) -> str:
    return _all(inline.content, before)


_WRITERS: dict[type, Callable[[Any, str], str]] = {
    Text: _text,
    StatusMark: _mark,
    Chip: _mark,
    Code: _code,
    Strong: _strong,
    Emphasis: _emphasis,
    Link: _link,
    Reference: _reference,
    LineBreak: _line_break,
    Inserted: _content,
    Deleted: _content,
}


def _unlinked(content: Iterable[Inline]) -> Iterable[Inline]:
    """A link inside a link would end the outer one."""
    for inline in content:
        if isinstance(inline, Link | Reference):
            yield from _unlinked(inline.content)
        else:
            yield inline


def _is_marked(content: Iterable[Inline]) -> bool:
    return any(isinstance(inline, Strong | Emphasis) for inline in content)


def _plain(content: Iterable[Inline]) -> Iterable[Inline]:
    for inline in content:
        if isinstance(inline, Strong | Emphasis):
            yield from _plain(inline.content)
        else:
            yield inline


def _reads_as(text: str, content: Sequence[Inline]) -> bool:
    """Whether marks are read as marks: the words are the same, without any sign more."""
    tokens = [child for token in parse(text) for child in token.children or []]
    read = "".join(
        token.content for token in tokens if token.type in ("text", "text_special", "code_inline")
    )
    return _squeezed(read) == _squeezed(plain_text(content))


def _squeezed(text: str) -> str:
    return "".join(text.split())
