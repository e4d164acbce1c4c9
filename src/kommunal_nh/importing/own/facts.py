"""Lines with a label, as reports of this library print them."""

from __future__ import annotations

from kommunal_nh.document import Emphasis, Strong, Text
from kommunal_nh.manuscripts import Grid, Line
from kommunal_nh.text import markdown_of


def is_label(block: Line | Grid, label: str) -> bool:
    """Whether a block is nothing but a label.

    Args:
        block: The block.

        label: As the profile has it.

    Returns:
        True if it is this label.
    """
    return bool(label) and is_strong(block) and _said(block) == _words(label)


def is_strong(block: Line | Grid | None) -> bool:
    """Whether a block is nothing but strong words, as labels and captions are.

    Args:
        block: The block.

    Returns:
        True for such a line outside of lists.
    """
    if not isinstance(block, Line) or block.depth or block.level or not block.text:
        return False
    return block.text == markdown_of((Strong((Text(block.words),)),))


def is_emphasised(block: Line | Grid, words: str) -> bool:
    """Whether a block says that there is nothing to say.

    Args:
        block: The block.

        words: The sentence.

    Returns:
        True if it is this sentence, emphasised.
    """
    return isinstance(block, Line) and block.text == markdown_of((Emphasis((Text(words),)),))


def fact(block: Line | Grid, label: str) -> Line | None:
    """What stands after a label on the same line.

    Args:
        block: The block.

        label: The label.

    Returns:
        The rest of the line, as Markdown and in words; nothing if it has another label.
    """
    if not label or not isinstance(block, Line) or block.level:
        return None
    marked = markdown_of((Strong((Text(label),)),)) + " "
    if not block.text.startswith(marked):
        return None
    words = block.words.removeprefix(_words(label)).lstrip(" ")
    return Line(block.at, words, block.text[len(marked) :])


def last_fact(blocks: list[Line | Grid], label: str, after: str) -> str:
    """Take the last line away if it has a label.

    Args:
        blocks: Some blocks; the line is taken out of them.

        label: The label.

        after: Label of a line that a module may have put behind it; that line stays.

    Returns:
        What stands after the label, in words; nothing if there is no such line.
    """
    ends = bool(blocks) and fact(blocks[-1], after) is not None
    place = len(blocks) - 1 - ends
    said = fact(blocks[place], label) if place >= 0 else None
    if said is None:
        return ""
    del blocks[place]
    return said.words


def _said(block: Line | Grid) -> str:
    return block.words if isinstance(block, Line) else ""


def _words(text: str) -> str:
    return " ".join(filter(None, text.replace("\n", " ").split(" ")))
