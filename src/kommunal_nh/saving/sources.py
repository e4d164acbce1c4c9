"""A YAML file that is about to be changed: its text and where everything in it stands.

The parser tells where values begin. Where they end, with their comments and empty lines, is found
out here.
"""

from __future__ import annotations

import re
from typing import Any, TypeAlias

import yaml

from kommunal_nh.saving.edits import Edits

try:
    from yaml import CBaseLoader as _Loader
except ImportError:  # PyYAML without libyaml: slower, same result
    from yaml import BaseLoader as _Loader  # type: ignore[assignment]

Node: TypeAlias = Any
"""A node of PyYAML, which has no types."""

_BLANKS = " \t\r\n"
_KEEPING = re.compile(r"[|>][0-9]*\+")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_COMMENT = re.compile(r"[ \t]*#[^\r\n]*(?:\r\n|\r|\n)")


class Source:
    """One file.

    Attributes:
        name: Its path inside the data folder.
        text: Its text as it is, line ends included.
        root: The node of its content; None if it has none.
        edits: What shall be changed in it.
    """

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.root: Node = yaml.compose(text, Loader=_Loader)
        self.edits = Edits(text)

    @property
    def line_end(self) -> str:
        """What its lines end with."""
        found = re.search(r"\r\n|\r|\n", self.text)
        return found[0] if found else "\n"

    def line_start(self, place: int) -> int:
        """Where the line of a place begins.

        Args:
            place: Any place.

        Returns:
            The place of its first character.
        """
        if self.text[place - 1 : place + 1] == "\r\n":  # between the two, the line is not over
            place -= 1
        return max(self.text.rfind("\n", 0, place), self.text.rfind("\r", 0, place)) + 1

    def next_line(self, place: int) -> int:
        """Where the next line begins.

        Args:
            place: Any place.

        Returns:
            The place behind the line end, or the end of the text.
        """
        found = _LINE.match(self.text, place)
        return found.end() if found else len(self.text)

    def is_blank(self, place: int) -> bool:
        """Whether an empty line begins at a place.

        Args:
            place: The start of a line.

        Returns:
            False also at the end of the text.
        """
        end = self.next_line(place)
        return end > place and not self.text[place:end].strip(_BLANKS)

    def end_of(self, node: Node) -> int:
        """Where a value ends.

        Args:
            node: The value.

        Returns:
            The place behind its last character that means something.
        """
        end = int(node.end_mark.index)
        if isinstance(node, yaml.ScalarNode):
            return self._end_of_text(node) if node.style in ("|", ">") else end
        if node.flow_style or not node.value:
            return end
        last = node.value[-1]
        return self.end_of(last[1] if isinstance(node, yaml.MappingNode) else last)

    def _end_of_text(self, node: Node) -> int:
        start, end = int(node.start_mark.index), int(node.end_mark.index)
        if _KEEPING.match(self.text, start):
            return end
        return start + len(self.text[start:end].rstrip(_BLANKS))

    def dash(self, sequence: Node, position: int) -> int:
        """Where the hyphen of an item of a block sequence stands.

        Args:
            sequence: The sequence.

            position: Which item, from 0.

        Returns:
            The place of the hyphen.
        """
        place = int(sequence.value[position].start_mark.index)
        column = int(sequence.start_mark.column)
        while True:
            start = self.line_start(place)
            if self.text[start + column : start + column + 1] == "-":
                return start + column
            place = start - 1

    def item_start(self, sequence: Node, position: int) -> int:
        """Where an item of a block sequence begins, with the comments that belong to it.

        Comments right above an item belong to it; above the first one they speak of the list.

        Args:
            sequence: The sequence.

            position: Which item, from 0.

        Returns:
            The start of a line.
        """
        start = self.line_start(self.dash(sequence, position))
        if position == 0:
            return start
        before = self.item_end(sequence.value[position - 1])
        while start > before:
            above = self.line_start(start - 1)
            if above < before or not _COMMENT.match(self.text, above):
                break
            start = above
        return start

    def item_end(self, node: Node) -> int:
        """Where the lines of an item or entry end.

        Args:
            node: Its value.

        Returns:
            The start of the line after it.
        """
        end = self.end_of(node)
        return end if self.is_at_line_start(end) else self.next_line(end)

    def is_at_line_start(self, place: int) -> bool:
        """Whether a line begins at a place, as behind a text that keeps its empty lines.

        Args:
            place: Any place but the first.

        Returns:
            True if there is a line end before it.
        """
        return self.text[place - 1 : place] in ("\r", "\n")

    def is_spaced(self, sequence: Node) -> bool:
        """Whether the items of a block sequence stand apart by empty lines.

        Args:
            sequence: The sequence.

        Returns:
            True if there is an empty line between any two of them.
        """
        return any(self.is_blank(self.item_end(item)) for item in sequence.value[:-1])


def entry(mapping: Node, key: str) -> tuple[Node, Node] | None:
    """The key and value of an entry.

    Args:
        mapping: A mapping.

        key: The key.

    Returns:
        Their nodes, or None if there is no such key.
    """
    for name, value in mapping.value:
        if name.value == key:
            return name, value
    return None
