"""How much a template may do, counted while it runs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

LONGEST = 100_000
"""Characters that one template may give."""
STEPS = 20_000
"""Turns that all loops of one template may take together."""
STEP = "schritt_der_schleife"
"""What is called in each turn of a loop; no template can call it itself."""


class TooMuch(Exception):
    """A template gives too much text, or loops too often."""


class Counter:
    """Counts the turns of loops."""

    def __init__(self) -> None:
        self.steps = 0

    def __call__(self) -> str:
        """Count one turn.

        Returns:
            No text.

        Raises:
            TooMuch: There were too many.
        """
        self.steps += 1
        if self.steps > STEPS:
            raise TooMuch
        return ""


def joined(pieces: Iterable[str]) -> str:
    """The text of a template, as far as it is allowed.

    Args:
        pieces: What the template gives.

    Returns:
        All of it.

    Raises:
        TooMuch: It is too long.
    """
    kept, length = [], 0
    for piece in pieces:
        length += len(piece)
        if length > LONGEST:
            raise TooMuch
        kept.append(piece)
    return "".join(kept)


def counted(nodes: Any, template: Any) -> Any:
    """Have a template count the turns of its loops.

    Args:
        nodes: The module `jinja2.nodes`.

        template: The parsed template; it is changed.

    Returns:
        The template.
    """
    for loop in template.find_all(nodes.For):
        call = nodes.Call(nodes.Name(STEP, "load"), [], [], None, None)
        loop.body.insert(0, nodes.Output([call]))
    return template.set_lineno(1) if template.lineno is None else template
