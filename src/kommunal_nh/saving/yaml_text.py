"""Plain values as YAML that people like to read and that reads back as the same text.

Whatever another reader of YAML would take for a number, a date or a truth value stands in quotes.
Texts of several lines stand below a bar, long lines are folded.
"""

from __future__ import annotations

import io
import json
import re
import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

import yaml

STEP = 2
"""Spaces by which what belongs to a key stands further right."""
_WIDTH = 96
_STR = "tag:yaml.org,2002:str"
_STRANGE = "\x7f-\x9f\u2028\u2029\ufeff"
_NOT_IN_BLOCKS = re.compile(rf"[\t\r{_STRANGE}]|[ ](?:\n|\Z)|\A[ \n]|\n\n\Z")
_NOT_FOLDED = re.compile(rf"\A[ #]|  |\n|[ ]\Z|[\t\r{_STRANGE}]")
_LIKE_A_NUMBER = re.compile(r"[0-9][0-9.:+ _-]*")
_ESCAPED = re.compile(f"[{_STRANGE}]")


class Lines(tuple[str, ...]):
    """An item of a list that is written already, from its hyphen on."""

    __slots__ = ()


def lines_of(value: Any) -> list[str]:
    """A value as the lines of a block.

    Args:
        value: A mapping, a list or a single value.

    Returns:
        Lines without their ends, the first of them at the left edge.
    """
    if isinstance(value, dict) and value:
        return [line for key, item in value.items() for line in entry_lines(key, item)]
    if isinstance(value, list) and value:
        return [line for item in value for line in item_lines(item)]
    return [flow(value)]


def entry_lines(key: str, value: Any) -> list[str]:
    """A key and its value.

    Args:
        key: The key.

        value: Its value.

    Returns:
        The lines; those after the first stand further right.
    """
    name = flow(key)
    if _is_block(value):
        return [f"{name}:", *indented(lines_of(value), STEP)]
    first, *rest = _scalar_lines(value)
    return [f"{name}: {first}", *indented(rest, STEP)]


def item_lines(value: Any, *, in_line: bool = False) -> list[str]:
    """An item of a list.

    Args:
        value: The item.

        in_line: Write a mapping in braces, on one line.

    Returns:
        The lines, the first of them with a hyphen.
    """
    if isinstance(value, Lines):
        return [*value]
    first, *rest = (
        [flow(value)] if in_line else lines_of(value) if _is_block(value) else _scalar_lines(value)
    )
    return [f"- {first}", *indented(rest, STEP)]


def flow(value: Any) -> str:
    """A value on one line, as it can stand in brackets and braces.

    Args:
        value: Any plain value.

    Returns:
        The text.
    """
    if isinstance(value, dict):
        pairs = (f"{flow(key)}: {flow(item)}" for key, item in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    return single(value, in_flow=True)


def single(value: Any, style: str | None = None, *, in_flow: bool = False) -> str:
    """A single value on one line.

    Args:
        value: A text, number or date.

        style: Quotation mark, if it shall have one where that is possible.

        in_flow: It stands in brackets or braces.

    Returns:
        The text.
    """
    if not isinstance(value, str):
        return str(value)
    if style == "'" and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    if style != '"' and _can_be_plain(value, in_flow):
        return value
    quoted = json.dumps(value, ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def indented(lines: Iterable[str], by: int) -> list[str]:
    """Lines further right.

    Args:
        lines: The lines.

        by: How many spaces.

    Returns:
        The new lines; empty ones stay empty.
    """
    return [" " * by + line if line else line for line in lines]


def _is_block(value: Any) -> bool:
    if isinstance(value, list):
        return any(isinstance(item, dict | list | Lines) for item in value)
    return isinstance(value, dict) and bool(value)


def _scalar_lines(value: Any) -> list[str]:
    if isinstance(value, str):
        if "\n" in value and not _NOT_IN_BLOCKS.search(value):
            return ["|" if value.endswith("\n") else "|-", *value.removesuffix("\n").split("\n")]
        if len(value) > _WIDTH and not _NOT_FOLDED.search(value):
            return [">-", *_folded(value)]
    return [flow(value) if isinstance(value, dict | list) else single(value)]


def _folded(text: str) -> Iterator[str]:
    yield from textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)


def _can_be_plain(text: str, in_flow: bool) -> bool:
    """Whether text without quotation marks is read as this text, by us and by others."""
    resolver: Any = _RESOLVER
    if _LIKE_A_NUMBER.fullmatch(text):
        return False
    if resolver.resolve(yaml.ScalarNode, text, (True, False)) != _STR:
        return False
    analysis = _ANALYSER.analyze_scalar(text)
    fits = analysis.allow_flow_plain if in_flow else analysis.allow_block_plain
    return bool(fits) and not analysis.multiline


_RESOLVER = yaml.resolver.Resolver()
_ANALYSER = yaml.emitter.Emitter(io.StringIO(), allow_unicode=True)
