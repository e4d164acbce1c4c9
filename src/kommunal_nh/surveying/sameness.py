"""Words that people and programs write differently and mean the same."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

_SIGNS = str.maketrans({
    **dict.fromkeys("„“”‟«»‹›‘’‚'", '"'), **dict.fromkeys("‐‑‒–—−", "-"), "\xad": "", "…": "...",
})  # fmt: skip


def folded(words: str) -> str:
    """Words without what writing programs change: quotation marks, dashes, spaces, capitals.

    Args:
        words: Any words.

    Returns:
        The same for all that mean the same.
    """
    plain = unicodedata.normalize("NFKC", words.translate(_SIGNS)).translate(_SIGNS)
    return " ".join(plain.casefold().split())


def meant(words: str, known: Mapping[str, str]) -> str:
    """What is meant by words.

    Args:
        words: What was written.

        known: What it can mean, by its name.

    Returns:
        The value of the name that is the same; the words themselves if there is none.
    """
    by_name = {folded(name): value for name, value in known.items()}
    return by_name.get(folded(words), words.strip())
