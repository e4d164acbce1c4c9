"""What the gallery shows: every format, and every example."""

from __future__ import annotations

import attrs

EXAMPLES = (
    "kreis_soest",
    "blaustein",
    "blaustein_handlungskonzept",
    "gnk_musterkommune",
    "minimal",
)
PRINTED = ("docx", "pdf")
_DESK, _PHONE = (1280, 900), (360, 1080)


@attrs.frozen
class Screen:
    """One look at a page in a browser.

    Attributes:
        format: The format of what was built.
        at: Id of what stands at the top; empty for the beginning.
        page: The page, if the format is a folder.
        size: Width and height of the screen, in pixels.
        dark: Whether the visitor prefers dark pages.
        examples: The examples that are looked at this way.
    """

    format: str
    at: str = ""
    page: str = ""
    size: tuple[int, int] = _DESK
    dark: bool = False
    examples: tuple[str, ...] = ("kreis_soest",)

    @property
    def width(self) -> int:
        """Width of the screen, in pixels."""
        return self.size[0]

    @property
    def height(self) -> int:
        """Height of the screen, in pixels."""
        return self.size[1]


SCREENS = (
    Screen("html", examples=EXAMPLES),
    Screen("html", at="klima-energie-umwelt"),
    Screen("html", at="klima-allianz", dark=True),
    Screen("html", at="nh-projektlisten"),
    Screen("html", size=_PHONE, examples=EXAMPLES),
    Screen("html", at="klima-allianz", size=_PHONE, examples=("kreis_soest",)),
    Screen("html", at="nh-kennzahlen", examples=("kreis_soest", "blaustein")),
    Screen("site", page="index.html"),
    Screen("site", page="klima-allianz.html"),
    Screen("site", page="suche.html"),
    Screen("site", page="index.html", size=_PHONE),
    Screen("wiki", page="README.md"),
    Screen("wiki", page="klima-energie-umwelt/README.md"),
    Screen("markdown", examples=EXAMPLES),
    Screen("markdown", at="klima-allianz"),
)
