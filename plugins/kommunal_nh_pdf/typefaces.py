"""The fonts of a file: those that come with the library, before them those of the house."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kommunal_nh import HouseStyle, UsageError
from kommunal_nh.fonts import Span, font_folder, has_sign, spans_of

if TYPE_CHECKING:
    import typst

_ENDINGS = {".ttf", ".otf", ".ttc", ".otc"}


class Typefaces:
    """Which fonts there are and which signs they have; those of the machine are not used.

    Attributes:
        fonts: The fonts, as Typst wants them.
    """

    def __init__(self, style: HouseStyle) -> None:
        own = (style.path_of(style.font_folder),) if style.font_folder else ()
        self._folders = (*own, font_folder())
        self.fonts = _fonts(self._folders)
        for name in filter(None, (style.font, style.heading_font)):
            self._demand(name)

    def has_sign(self, sign: str) -> bool:
        """Whether one of the fonts has a sign.

        Args:
            sign: One character.

        Returns:
            True if it can be shown.
        """
        return _has_sign(self._folders, sign)

    def _demand(self, name: str) -> None:
        families = self.fonts.families()
        if name.lower() not in {family.lower() for family in families}:
            raise UsageError(
                f"Die Schrift „{name}“ aus dem Hausstil gibt es nicht: bitte ihre Dateien in den "
                f"schriftordner legen. Vorhanden sind: {', '.join(families)}."
            )


@cache
def _fonts(folders: tuple[Path, ...]) -> typst.Fonts:
    import typst

    paths = [str(folder) for folder in folders]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=paths)


@cache
def _spans(folders: tuple[Path, ...]) -> tuple[Span, ...]:
    return tuple(span for file in _files(folders) for span in spans_of(file))


def _files(folders: tuple[Path, ...]) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(one for one in folder.rglob("*") if one.suffix.lower() in _ENDINGS)


@cache
def _has_sign(folders: tuple[Path, ...], sign: str) -> bool:
    return has_sign(_spans(folders), sign)
