"""What Typst could not do, in words for people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typst

    from kommunal_nh_pdf.pictures import Pictures

_IMAGE = re.compile(r"failed to (?:decode|load|parse) (?:image|SVG|svg)|unknown image format")
_CALL = re.compile(r"bild-\d+\.\w+")


def in_german(problem: typst.TypstError, pictures: Pictures) -> str:
    """A sentence for people.

    Args:
        problem: What Typst said.

        pictures: The pictures of the document.

    Returns:
        What is wrong and what to do next.
    """
    if _IMAGE.search(problem.message):
        return _picture(problem, pictures)
    return (
        f"Das PDF lässt sich nicht setzen. Typst meldet: {problem.message} "
        "Bitte diese Meldung den Entwicklern von kommunal_nh mitteilen."
    )


def _picture(problem: typst.TypstError, pictures: Pictures) -> str:
    said = " ".join((problem.message, problem.diagnostic, *problem.trace))
    named = [pictures.described[name] for name in _CALL.findall(said) if name in pictures.described]
    which = (
        [*named, *pictures.described.values()][:1] if named or len(pictures.described) == 1 else []
    )
    name = f"Das Bild „{which[0]}“ lässt" if which else "Ein Bild lässt"
    return f"{name} sich nicht lesen. Bitte die Datei prüfen und als PNG oder JPEG speichern."
