"""The fonts that come with the library, so that every machine gives the same pages.

FiraGO sets the text, the Noto fonts what it lacks (symbols, signs of mathematics). All are under
the SIL Open Font License 1.1 and come with the package pymupdf-fonts. `coverage` says which signs
a font has.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from kommunal_nh.fonts.coverage import Span, has_sign, spans_of

__all__ = ["FALLBACKS", "FAMILY", "Span", "font_files", "font_folder", "has_sign", "spans_of"]

FAMILY = "FiraGO"
"""The family of running text and headings."""

FALLBACKS = ("Noto Sans", "Noto Sans Symbols", "Noto Sans Symbols2", "Noto Sans Math")
"""The families for what `FAMILY` has no sign for, in this order."""

# Normal and bold, then italic and bold italic.
_CODES = {
    FAMILY: ("figo", "figbo", "figit", "figbi"),
    "Noto Sans": ("notos", "notosbo", "notosit", "notosbi"),
    "Noto Sans Symbols": ("symbol1",),
    "Noto Sans Symbols2": ("symbol2",),
    "Noto Sans Math": ("math",),
}


@cache
def _root() -> Path:
    """A folder of this process, removed at its end."""
    folder = Path(tempfile.mkdtemp(prefix="kommunal-nh-fonts-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def _file(family: str, code: str) -> Path:
    """One font as a file; unpacking takes longer than most of what is done with a font."""
    import pymupdf_fonts

    folder = _root() / family
    folder.mkdir(exist_ok=True)
    file = folder / f"{code}.ttf"
    file.write_bytes(pymupdf_fonts.myfont(code))
    return file


def font_folder() -> Path:
    """A folder with the fonts as files, as programs that set text want them.

    Returns:
        The folder, with one for each family in it; it is made once a process and removed at its
        end.

    Raises:
        ModuleNotFoundError: The package pymupdf-fonts is not installed.
    """
    for family in (FAMILY, *FALLBACKS):
        font_files(family)
    return _root()


def font_files(family: str, *, italic: bool = True) -> tuple[Path, ...]:
    """The files of one family.

    Args:
        family: `FAMILY` or one of `FALLBACKS`.

        italic: Whether its slanted fonts are among them.

    Returns:
        The files, the upright one of normal weight first; all are in one folder.

    Raises:
        ModuleNotFoundError: The package pymupdf-fonts is not installed.
    """
    return tuple(_file(family, code) for code in _CODES[family][: None if italic else 2])
