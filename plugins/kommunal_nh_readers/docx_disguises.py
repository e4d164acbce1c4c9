"""What a file is that is called DOCX and is none."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import IO

from kommunal_nh import UsageError

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = {
    b"\xff\xd8\xff": "ein Bild (JPEG)",
    b"\x89PNG": "ein Bild (PNG)",
    b"GIF8": "ein Bild (GIF)",
    b"II*\0": "ein Bild (TIFF)",
    b"MM\0*": "ein Bild (TIFF)",
    b"%PDF": "ein PDF",
    b"{\\rtf": "eine RTF-Datei",
}
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PROBE = 4_000_000
_END, _END_LENGTH, _LONGEST_COMMENT = b"PK\x05\x06", 22, 65_535
_LARGEST_LIST = 2_000_000
"""Bytes of the list of members; a Word file with a thousand pictures has some 100,000."""


def demand_zip(source: Path) -> None:
    """Refuse what is no zip file, and zip files with endless lists of members.

    Args:
        source: The file.

    Raises:
        UsageError: It is something else, with what it is and what to do.

        OSError: It can not be read.
    """
    with source.open("rb") as file:
        start = file.read(_PROBE)
        if not start.startswith(_ZIP):
            raise UsageError(f"{source.name} {_what_else(start)}")
        if _list_size(file) > _LARGEST_LIST:
            raise UsageError(
                f"{source.name} besteht aus ungewöhnlich vielen Teilen; so etwas wird nicht "
                "gelesen. Bitte die Datei in Word neu speichern."
            )


def _what_else(start: bytes) -> str:
    if not start:
        return "ist leer. Bitte die Datei neu kopieren."
    if start.startswith(_OLE) and _ENCRYPTED in start:
        return (
            "ist mit einem Kennwort geschützt. Bitte in Word öffnen und ohne Kennwort speichern "
            "(Datei → Informationen → Dokument schützen)."
        )
    if start.startswith(_OLE):
        return "ist im alten Format DOC. Bitte in Word öffnen und als DOCX speichern."
    kind = next((kind for magic, kind in _OTHERS.items() if start.startswith(magic)), "")
    if kind:
        return f"ist keine Word-Datei, sondern {kind}. Bitte die richtige Datei angeben."
    return (
        "ist keine Word-Datei, auch wenn sie so heißt. Bitte das Original in Word oder "
        "LibreOffice öffnen und als DOCX speichern."
    )


def _list_size(file: IO[bytes]) -> int:
    """Bytes of the list of members, as the end of the file gives them."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _END_LENGTH - _LONGEST_COMMENT))
    tail = file.read()
    place = tail.rfind(_END)
    if place < 0 or len(tail) < place + _END_LENGTH:
        return 0
    return int(struct.unpack_from("<L", tail, place + 12)[0])
