"""Pictures: kept once each, as large as the page allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kommunal_nh.errors import UsageError
from kommunal_nh.labels import fill
from kommunal_nh_docx.xml import attribute

if TYPE_CHECKING:
    from docx.image.image import Image
    from docx.opc.part import Part

    from kommunal_nh.document import Figure

_PER_TWIP = 635  # English metric units in a twentieth of a point
_PER_INCH = 914_400
_USUAL_DPI = 72  # of pictures that say less than one dot to the inch
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"


class Pictures:
    """Adds pictures to the file while the body is written."""

    def __init__(self, part: Part, name: str) -> None:
        self._part = part
        self._name = name  # in Word's list of what is on a page
        self._known: dict[bytes, tuple[str, Image]] = {}
        self._count = 0

    def drawing(self, figure: Figure, width: int, height: int) -> str:
        """A picture in a run.

        Args:
            figure: The picture.

            width: Room for it, in twentieths of a point.

            height: Room for it, in twentieths of a point.

        Returns:
            A `w:r`.

        Raises:
            UsageError: The bytes are not a picture that Word shows.
        """
        relation, image = self._picture(figure)
        self._count += 1
        size = _fitted(image, width * _PER_TWIP, height * _PER_TWIP)
        known_as = f'id="{self._count}" name="{attribute(fill(self._name, nummer=self._count))}"'
        return _drawing(relation, f'{known_as} descr="{attribute(figure.alt)}"', *size)

    def _picture(self, figure: Figure) -> tuple[str, Image]:
        from hashlib import sha256  # loads OpenSSL; most reports never come here

        digest = sha256(figure.data).digest()
        if digest not in self._known:
            self._known[digest] = self._add(_read(figure))
        return self._known[digest]

    def _add(self, image: Image) -> tuple[str, Image]:
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.opc.packuri import PackURI
        from docx.parts.image import ImagePart

        number = len(self._known) + 1
        path = PackURI(f"/word/media/bericht{number}.{image.ext}")
        relation = f"bild{number}"
        part = ImagePart.from_image(image, path)
        self._part.rels.add_relationship(RELATIONSHIP_TYPE.IMAGE, part, relation)
        return relation, image


def _read(figure: Figure) -> Image:
    from docx.image.image import Image

    try:
        image = Image.from_blob(figure.data)
    except Exception as error:  # python-docx raises no narrower kind at some damages
        raise _unreadable(figure) from error
    if not (image.px_width > 0 and image.px_height > 0):
        raise _unreadable(figure)
    return image


def _unreadable(figure: Figure) -> UsageError:
    return UsageError(
        f"Das Bild „{figure.alt}“ lässt sich nicht lesen. "
        f"Bitte die Datei prüfen und als PNG oder JPEG speichern."
    )


def _fitted(image: Image, width: int, height: int) -> tuple[int, int]:
    """Never larger than the page, never larger than it is."""
    wide = image.px_width * _PER_INCH / (image.horz_dpi or _USUAL_DPI)
    high = image.px_height * _PER_INCH / (image.vert_dpi or _USUAL_DPI)
    shrink = min(1.0, width / wide, height / high)
    return max(1, round(wide * shrink)), max(1, round(high * shrink))


def _drawing(relation: str, known_as: str, width: int, height: int) -> str:
    extent = f'cx="{width}" cy="{height}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f"<wp:docPr {known_as}/>"
        f'<a:graphic xmlns:a="{_A}"><a:graphicData uri="{_PIC}"><pic:pic xmlns:pic="{_PIC}">'
        f"<pic:nvPicPr><pic:cNvPr {known_as}/><pic:cNvPicPr/>"
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/>'
        f"<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        f"</a:graphic></wp:inline></w:drawing></w:r>"
    )
