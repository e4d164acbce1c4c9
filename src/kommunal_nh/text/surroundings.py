"""What texts need to know of the report around them, and what can be wrong with a text."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from kommunal_nh.value import Value


@attrs.frozen(eq=False, repr=False)
class Target(Value):
    """What a reference can point to.

    Attributes:
        anchor: Anchor of its section; empty if it is known but not in the document.
        number: Its printed number; empty if that number does not name it.
        title: Its title.
        short_title: Its short title, or the title.
    """

    anchor: str
    number: str
    title: str
    short_title: str = ""


@attrs.frozen(eq=False, repr=False)
class Problem(Value):
    """Something in a text that is not allowed.

    Attributes:
        rule: Id of the rule.
        message: What is wrong and what to do, in German.
        line: Line of the text, from 0.
        target: The id, address or path that it is about.
    """

    rule: str
    message: str
    line: int
    target: str = ""


def _nothing(_: str) -> None:
    return None


@attrs.frozen(eq=False, repr=False)
class Surroundings(Value):
    """What texts need to know of the report around them.

    Attributes:
        target: Finds what an id stands for.
        image: Finds the bytes of an image by its relative path.
    """

    target: Callable[[str], Target | None] = _nothing
    image: Callable[[str], bytes | None] = _nothing
