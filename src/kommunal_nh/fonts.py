"""The fonts that come with the library, so that every machine gives the same pages.

FiraGO sets the text, the Noto fonts what it lacks (symbols, signs of mathematics). All are under
the SIL Open Font License 1.1 and come with the package pymupdf-fonts.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

FAMILY = "FiraGO"
"""The family of running text and headings."""

FALLBACKS = ("Noto Sans", "Noto Sans Symbols", "Noto Sans Symbols2", "Noto Sans Math")
"""The families for what `FAMILY` has no sign for, in this order."""

_CODES = (
    *("figo", "figbo", "figit", "figbi"),
    *("notos", "notosbo", "notosit", "notosbi"),
    *("symbol1", "symbol2", "math"),
)


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
    for code in _CODES:
        (folder / f"{code}.ttf").write_bytes(pymupdf_fonts.myfont(code))
    return folder
