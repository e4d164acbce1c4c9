"""What a house style says."""

from __future__ import annotations

from pathlib import Path

import attrs

from kommunal_nh.fields import key
from kommunal_nh.value import Value

PAPERS = ("A3", "A4", "A5", "Letter")
"""The sizes of paper that a house style can ask for."""


@attrs.frozen(eq=False, repr=False)
class HouseStyle(Value):
    """Colour, fonts, logo and paper of a municipality.

    Attributes:
        accent: Colour of headings, bands and lines as #rrggbb, dark enough for words on white.
        font: Family of running text; empty for the one that comes with the library.
        heading_font: Family of headings; empty for that of running text.
        font_folder: Folder with font files, relative to the file of the house style.
        logo: Picture for the title page (PNG or JPEG), relative to the file of the house style.
        logo_alt: What the logo shows, for those who can not see it.
        paper: Size of the paper, one of `PAPERS`.
        folder: Where the file of the house style is; None for a style made in Python.
    """

    accent: str = key(
        "akzent", default="#1d5b3c", doc="Farbe von Überschriften und Flächen, etwa '#1d5b3c'"
    )
    font: str = key("schrift", default="", doc="Name der Schrift für den Text")
    heading_font: str = key("ueberschriften", default="", doc="Name der Schrift für Überschriften")
    font_folder: str = key(
        "schriftordner", default="", doc="Ordner mit den Dateien der Schriften (TTF oder OTF)"
    )
    logo: str = key("logo", default="", doc="Bild für das Deckblatt (PNG oder JPEG)")
    logo_alt: str = key("logo_beschreibung", default="", doc="Was das Logo zeigt")
    paper: str = key("seitenformat", default="A4", doc="A3, A4, A5 oder Letter")
    folder: Path | None = None

    def path_of(self, name: str) -> Path:
        """Where a file or folder of the house style is.

        Args:
            name: `font_folder` or `logo`.

        Returns:
            Its path.
        """
        return (self.folder or Path()) / name
