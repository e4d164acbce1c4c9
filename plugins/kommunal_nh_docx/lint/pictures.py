"""Pictures: each is described, is in the file and has a number of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kommunal_nh_docx.lint.problem import Problem
from kommunal_nh_docx.lint.word_file import BODY, WordFile, near, relation

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


def without_words(file: WordFile) -> Iterator[Problem]:
    """Pictures in the body without alternative text; those in headers are not read out.

    Args:
        file: The file.

    Yields:
        A problem for each.
    """
    for picture in file.tree(BODY).iter(f"{_DRAWING}docPr"):
        is_decorative = any(one.get("val") == "1" for one in picture.iter(_DECORATIVE))
        if not picture.get("descr", "").strip() and not is_decorative:
            text = (
                f"Das Bild „{picture.get('name', '')}“ {near(picture)} hat keinen Alternativtext."
            )
            yield Problem("picture-alt", text, BODY)


def missing(file: WordFile) -> Iterator[Problem]:
    """Pictures that are shown and not in the file.

    Args:
        file: The file.

    Yields:
        A problem for each.
    """
    for part, story in file.stories():
        relations = file.relations(part)
        for blip in story.iter(_BLIP):
            used = relation(blip, "embed")
            if used and relations.get(used, "") not in file.members:
                text = f"Ein Bild {near(blip)} fehlt in der Datei ({used})."
                yield Problem("picture-missing", text, part)


def ids_twice(file: WordFile) -> Iterator[Problem]:
    """Pictures with the same id.

    Args:
        file: The file.

    Yields:
        A problem for each id.
    """
    for part, story in file.stories():
        counts = Counter(one.get("id", "") for one in story.iter(f"{_DRAWING}docPr"))
        for number, count in counts.items():
            if count > 1:
                text = f"Die Kennung {number} gehört zu {count} Bildern."
                yield Problem("picture-id-twice", text, part)
