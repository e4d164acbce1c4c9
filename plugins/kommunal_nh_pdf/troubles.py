"""What Typst could not do, in words for people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import typst

    from kommunal_nh_pdf.pictures import Pictures

_LONG = "longer than 32767 characters"
_PICTURE = re.compile(r"\b(?:image|SVG|svg)\b")


def in_german(problem: typst.TypstError, folder: Path, pictures: Pictures) -> str:
    """A sentence for people.

    Args:
        problem: What Typst said.

        folder: Where the pictures are.

        pictures: The pictures of the document.

    Returns:
        What is wrong and what to do next.
    """
    if _PICTURE.search(problem.message):
        for file, alt in pictures.described.items():
            if not _can_be_read(file, folder):
                return (
                    f"Das Bild „{alt}“ lässt sich nicht lesen. "
                    "Bitte die Datei prüfen und als PNG oder JPEG speichern."
                )
    if _LONG in problem.message:
        return (
            "Das PDF lässt sich nicht setzen: ein Titel oder ein Wort ohne Leerzeichen ist länger "
            "als 32.767 Zeichen, und mehr kann PDF/A nicht. Bitte kürzen oder ein anderes Format "
            "bauen."
        )
    return (
        f"Das PDF lässt sich nicht setzen. Typst meldet: {problem.message}. "
        "Bitte diese Meldung den Entwicklern von kommunal_nh mitteilen."
    )


def _can_be_read(file: str, folder: Path) -> bool:
    import typst

    probe = folder / "probe.typ"
    probe.write_text(f'#image("{file}")', "utf-8")
    try:
        typst.compile(probe, root=folder, ignore_system_fonts=True)
    except typst.TypstError:
        return False
    return True
