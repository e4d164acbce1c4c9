"""What keeps words from becoming markup.

The rules hold for CommonMark, for GitHub's and GitLab's dialects, for markdown-it and for
`pandoc -f gfm` at once: a character is escaped as soon as one of them would take it for markup.
"""

from __future__ import annotations

import re

SPLIT = "<!-- -->"
"""Separates characters where a backslash is not enough: GitHub looks for mentions, numbers of
issues and emoji only after Markdown has been read, when the backslash is gone."""

_ALWAYS = "\\`*[]<~$^|{}"
"""Markup wherever they stand, `$` and `^` as mathematics."""

_SOMETIMES = {
    "_": ((r"(?<![^\W_])_|_(?![^\W_])", r"\_"),),  # at the edge of a word
    "&": ((r"&(?=#?[0-9A-Za-z]+;)", r"\&"),),  # an entity
    ":": (
        (r":(?=//)", r"\:"),  # an address with its scheme
        (r":(?!\d\d:)(?=[\w+-]+:)", f":{SPLIT}"),  # an emoji by its name, but not a time
    ),
    ".": ((r"(?<=[Ww]{3})\.", r"\."),),  # an address without its scheme
    "@": ((r"@(?=[\w-])", f"@{SPLIT}"),),  # a mention, or half a mail address
    "#": ((r"#(?=\d)", f"#{SPLIT}"),),  # the number of an issue
    "G": ((r"\bG(?=H-\d)", f"G{SPLIT}"),),  # the number of an issue, spelled differently
}
"""Markup only in some surroundings: for each character patterns, and what is written instead."""

_AT_START = (
    r"[-+](?=\s|$)",  # an item of a list, or a rule
    r"[-=:](?=[-=:\s]*$)",  # the underline of a heading, or of the header of a table
    r"#{1,6}(?=\s|$)",  # a heading
    r">",  # a quote
)
"""Opens another block when it begins a line."""

_RULES = {
    character: [(re.compile(pattern), replacement) for pattern, replacement in rules]
    for character, rules in _SOMETIMES.items()
}
_CANDIDATE = re.compile(f"[{re.escape(_ALWAYS + ''.join(_SOMETIMES))}]")
_START = re.compile("|".join(_AT_START))
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_HASHES_AT_END = re.compile(r"#(?=#*$)")

WHITE = "\t\n\r \u2028\u2029"
_WHITE_RUN = re.compile(f"[{WHITE}]+")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
SPACES = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "\ufeff"
"""All that some reader strips from the ends of a line; the last is space only in JavaScript."""


def clean(text: str) -> str:
    """Text in one line: white space collapsed, and nothing in it that a text file can not carry.

    Args:
        text: Any text.

    Returns:
        The text; control characters and halves of characters have become U+FFFD.
    """
    if text.isprintable() and "  " not in text:
        return text
    return _CONTROL.sub("\ufffd", _WHITE_RUN.sub(" ", text))


def escaped(text: str) -> str:
    """Clean text with everything escaped that would be markup inside a line.

    Args:
        text: Clean text.

    Returns:
        Markdown that reads as exactly this text.
    """
    return _CANDIDATE.sub(_replacement, text)


def _replacement(candidate: re.Match[str]) -> str:
    character = candidate[0]
    if character in _ALWAYS:
        return "\\" + character
    for pattern, replacement in _RULES[character]:
        if pattern.match(candidate.string, candidate.start()):
            return replacement
    return character


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

    Args:
        line: Markdown of one line.

    Returns:
        The line; special spaces at its ends are character references, which no reader strips.
    """
    line = line.strip(WHITE)
    core = line.strip(SPACES)
    if core == line:
        return line
    before, _, after = line.partition(core) if core else (line, "", "")
    return f"{_references(before)}{core}{_references(after)}"


def _references(spaces: str) -> str:
    return "".join("&nbsp;" if space == "\xa0" else f"&#{ord(space)};" for space in spaces)
