"""What the code's docstrings say; a missing one is an error, so the site can not be built."""

from __future__ import annotations

import inspect
import re
from typing import Any


class Undescribed(LookupError):
    """Something public has no description."""


def sentence(thing: Any) -> str:
    """The first sentence of a docstring.

    Args:
        thing: A module, class, function or hook.

    Returns:
        The sentence in one line, as Markdown.

    Raises:
        Undescribed: It has no docstring.
    """
    first = (inspect.getdoc(thing) or "").partition("\n\n")[0]
    if not first:
        raise Undescribed(f"{getattr(thing, '__name__', thing)} has no docstring")
    return " ".join(first.split())


def meanings(cls: type[Any]) -> dict[str, str]:
    """What the section `Attributes` of a class says.

    Args:
        cls: The class.

    Returns:
        Each attribute with its description in one line, as Markdown.
    """
    section = (inspect.getdoc(cls) or "").partition("\nAttributes:\n")[2]
    found = re.findall(r"^    (\w+): (.+(?:\n {8}.+)*)", section, re.MULTILINE)
    return {name: " ".join(text.split()) for name, text in found}


def meaning(cls: type[Any], attribute: str) -> str:
    """What one attribute means.

    Args:
        cls: The class.

        attribute: The attribute's name.

    Returns:
        Its description, as Markdown.

    Raises:
        Undescribed: The class does not describe it.
    """
    described = meanings(cls)
    if attribute not in described:
        raise Undescribed(f"{cls.__name__}.{attribute} is not described below Attributes")
    return described[attribute]
