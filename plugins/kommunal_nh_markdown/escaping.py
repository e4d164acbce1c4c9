"""What keeps words from becoming markup.

The rules hold for CommonMark, for GitHub's and GitLab's dialects, for markdown-it and for
`pandoc -f gfm` at once: a character is escaped as soon as one of them would take it for markup.
"""

from __future__ import annotations

import re
from collections.abc import Callable

SPLIT = "<!-- -->"
"""Separates characters that a backslash can not: GitHub looks for mentions, numbers of issues and
emoji only after Markdown has been read, when the backslash is gone."""

_BACKSLASH = {
    "markup anywhere, or mathematics": r"[\\`*\[\]<~$^|{}]",
    "underscore at the edge of a word": r"(?<![^\W_])_|_(?![^\W_])",
    "start of an entity": r"&(?=#?[0-9A-Za-z]+;)",
    "address with a scheme": r":(?=//)",
    "address without a scheme": r"(?<=[Ww]{3})\.",
}
_SPLIT_AFTER = {
    "mention, or half a mail address": r"@(?=[\w-])",
    "number of an issue": r"#(?=\d)|\bGH-(?=\d)",
    "emoji by name": r":(?=[\w+-]+:)",
}
_LINE_START = {
    "item of a list, or a rule": r"[-+](?=\s|$)",
    "underline of a heading, or of a table's header": r"[-=:](?=[-=:\s]*$)",
    "heading": r"#{1,6}(?=\s|$)",
    "quote": r">",
}


def _any_of(patterns: dict[str, str]) -> str:
    return "|".join(f"(?:{pattern})" for pattern in patterns.values())


_MARKUP = re.compile(f"(?P<backslash>{_any_of(_BACKSLASH)})|(?P<split>{_any_of(_SPLIT_AFTER)})")
_START = re.compile(_any_of(_LINE_START))
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_HASHES_AT_END = re.compile(r"#(?=#*$)")
_SUSPECT = re.compile(r"[\\`*\[\]<~$^|{}_&:.@#-]")
_BLANK = re.compile("[\t\n\r \u2028\u2029]+")
_BLANKS = re.compile("[\t\n\r\u2028\u2029]|  ")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_SPACES = " \t\n\r\u2028\u2029"


def clean(text: str) -> str:
    """Text in one line: white space collapsed, and nothing in it that a text file can not carry.

    Args:
        text: Any text.

    Returns:
        The text; control characters and halves of characters have become U+FFFD.
    """
    if text.isprintable() and "  " not in text:
        return text
    if _BLANKS.search(text):
        text = _BLANK.sub(" ", text)
    return _CONTROL.sub("\ufffd", text)


def escaped(text: str) -> str:
    """Clean text with everything escaped that would be markup inside a line.

    Args:
        text: Clean text.

    Returns:
        Markdown that reads as exactly this text.
    """
    return _MARKUP.sub(_escape, text) if _SUSPECT.search(text) else text


def _escape(match: re.Match[str]) -> str:
    return "\\" + match[0] if match.lastgroup == "backslash" else match[0] + SPLIT


def at_start(line: str) -> str:
    """A line of a paragraph whose beginning does not open a block of another kind.

    Args:
        line: Markdown of one line, without leading spaces.

    Returns:
        The line, escaped where it is necessary.
    """
    if numbered := _NUMBERED.match(line):
        return f"{numbered[1]}\\{line[numbered.end(1) :]}"
    return "\\" + line if _START.match(line) else line


def at_heading_end(line: str) -> str:
    """The words of a heading whose end is not taken for its closing hashes.

    Args:
        line: Markdown of one line, without trailing spaces.

    Returns:
        The line, escaped where it is necessary.
    """
    return _HASHES_AT_END.sub(r"\\#", line) if line.endswith("#") else line


def trimmed(line: str) -> str:
    """A line without spaces around it, whose no-break and other special spaces survive.

    Some readers strip every kind of white space from a line, so those at its ends are written as
    character references.

    Args:
        line: Markdown of one line.

    Returns:
        The line.
    """
    line = line.strip(_SPACES)
    core = line.strip().strip("\ufeff").strip()
    if core == line:
        return line
    before, _, after = line.partition(core) if core else (line, "", "")
    return _references(before) + core + _references(after)


def _references(spaces: str) -> str:
    return "".join("&nbsp;" if space == "\xa0" else f"&#{ord(space)};" for space in spaces)


def cell(text: str) -> str:
    """Literal text, such as that of code, in the cell of a table.

    Args:
        text: Markdown of one line in which a backslash is no escape.

    Returns:
        The text with its pipes escaped, which the table undoes.
    """
    return text.replace("|", "\\|")


Escape = Callable[[str], str]
