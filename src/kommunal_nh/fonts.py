"""The fonts that come with the library, so that every machine gives the same pages.

FiraGO sets the text, the Noto fonts what it lacks (symbols, signs of mathematics). All are under
the SIL Open Font License 1.1 and come with the package pymupdf-fonts.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from itertools import chain
from pathlib import Path

FAMILY = "FiraGO"
"""The family of running text and headings."""

FALLBACKS = ("Noto Sans", "Noto Sans Symbols", "Noto Sans Symbols2", "Noto Sans Math")
"""The families for what `FAMILY` has no sign for, in this order."""

_CODES = {
    FAMILY: ("figo", "figbo", "figit", "figbi"),
    "Noto Sans": ("notos", "notosbo", "notosit", "notosbi"),
    "Noto Sans Symbols": ("symbol1",),
    "Noto Sans Symbols2": ("symbol2",),
    "Noto Sans Math": ("math",),
}


@cache
def font_folder() -> Path:
    """A folder with the fonts as files, as programs that set text want them.

    Returns:
        The folder; it is made once a process and removed at its end.

    Raises:
        ModuleNotFoundError: The package pymupdf-fonts is not installed.
    """
    import pymupdf_fonts

    folder = Path(tempfile.mkdtemp(prefix="kommunal-nh-fonts-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for code in chain.from_iterable(_CODES.values()):
        (folder / f"{code}.ttf").write_bytes(pymupdf_fonts.myfont(code))
    return folder


def font_files(family: str) -> tuple[Path, ...]:
    """The files of one family.

    Args:
        family: `FAMILY` or one of `FALLBACKS`.

    Returns:
        The files, the upright one of normal weight first.

    Raises:
        ModuleNotFoundError: The package pymupdf-fonts is not installed.
    """
    return tuple(font_folder() / f"{code}.ttf" for code in _CODES[family])
