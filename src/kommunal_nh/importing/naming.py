"""Ids from titles: readable, valid, and each only once."""

from __future__ import annotations

import re

from kommunal_nh.slugs import slug

_LONGEST = 50
_VALID = re.compile(r"[a-z0-9][a-z0-9._-]*", re.IGNORECASE)
_CODE = re.compile(r"[0-9]+(?:\.[0-9]+)*")


class Names:
    """Gives ids, and remembers which are taken."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def new(self, given: str, *titles: str) -> str:
        """An id for something.

        Args:
            given: The id that the source gives it, if any; one that can not be an id is as good as
                none.

            *titles: Its names; the first one that makes an id is taken.

        Returns:
            An id that nothing else has.
        """
        wanted = _usable(given) or next(filter(None, map(_short, titles)), "") or "ohne-namen"
        count = self._taken[wanted] = self._taken.get(wanted, 0) + 1
        if count == 1:
            return wanted
        return self.new(f"{wanted}-{count}")


def _usable(given: str) -> str:
    is_frame = given.startswith("nh-") or given == "nh"
    return given if _VALID.fullmatch(given) and not is_frame else ""


def _short(title: str) -> str:
    text = slug(title)
    if text.startswith("nh-") or text == "nh":  # the library's own anchors
        text = f"x-{text}"
    if len(text) <= _LONGEST:
        return text
    return text[: text.rfind("-", 0, _LONGEST + 1)] if "-" in text[:_LONGEST] else text[:_LONGEST]


def unit_id(code: str) -> str:
    """The id of a unit.

    Args:
        code: As a list prints it, such as `80.01` or `Dez. 06`.

    Returns:
        The code itself if it is a number, otherwise a slug of it.
    """
    return code if _CODE.fullmatch(code) else slug(code)
