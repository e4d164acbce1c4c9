"""What the words of a document look like in one file."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import attrs

from kommunal_nh.document import Figure


def same_file(anchor: str) -> str:
    """The address of an anchor of the same file.

    Args:
        anchor: The anchor.

    Returns:
        The address.
    """
    return f"#{anchor}"


@attrs.frozen(eq=False, repr=False)
class Looks:
    """What marks, references and pictures look like.

    Attributes:
        symbols: The symbol of each status, by its id.
        address: The address of an anchor; nothing if it leads nowhere.
        picture: The address of a picture; without it, pictures are told in words.
    """

    symbols: Mapping[str, str] = attrs.field(factory=dict)
    address: Callable[[str], str] = same_file
    picture: Callable[[Figure], str] | None = None


PLAIN = Looks()
"""For words without marks."""
