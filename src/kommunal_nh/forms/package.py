"""The parts of an Office file that came back; nothing is run, fetched or inflated unbounded."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
from lxml import etree

from kommunal_nh.errors import UsageError
from kommunal_nh.reasons import reason

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST = 16_000_000
"""Bytes of XML that are inflated from one file; a form has less than a million."""
_MOST_PARTS = 1000
_OLD = b"\xd0\xcf\x11\xe0"
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError,
            NotImplementedError, KeyError)  # fmt: skip
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


@attrs.frozen
class Kind:
    """A kind of file, in words.

    Attributes:
        program: What people open it with.
        saved_as: What they save it as, with the ending.
        old: The ending of the kind before it.
    """

    program: str
    saved_as: str
    old: str

    @property
    def again(self) -> str:
        """How to save it anew; the sentence goes on."""
        return f"Bitte die Datei in {self.program} oder LibreOffice öffnen und als {self.saved_as} "


EXCEL = Kind("Excel", "Excel-Arbeitsmappe (.xlsx)", ".xls")
WORD = Kind("Word", "Word-Dokument (.docx)", ".doc")


class Package:
    """The parts of a file.

    Attributes:
        name: Name of the file, for messages.
        kind: What kind of file it should be.
    """

    def __init__(self, source: Path, kind: Kind = EXCEL) -> None:
        self.name, self.kind = source.name, kind
        self._left = LARGEST
        self._parts = self._read(source)

    def root(self, part: str) -> _Element | None:
        """The XML of a part.

        Args:
            part: Its name.

        Returns:
            The root, or None if there is no such part.

        Raises:
            UsageError: It is damaged or declares a document type.
        """
        return self._parsed(self._parts[part]) if part in self._parts else None

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Where a part refers to.

        Args:
            part: Its name.

        Returns:
            The last word of the kind, and the name of the target, by id.
        """
        folder, file = posixpath.split(part)
        root = self.root(posixpath.join(folder, "_rels", f"{file}.rels"))
        found = () if root is None else root.iter("{*}Relationship")
        return {one.get("Id", ""): _relation(one, folder) for one in found}

    def damaged(self) -> UsageError:
        """The sentence for a file that makes no sense.

        Returns:
            The exception to raise.
        """
        return UsageError(
            f"{self.name} ist beschädigt oder keine {self.kind.program}-Datei. "
            f"{self.kind.again}neu speichern."
        )

    def _read(self, source: Path) -> dict[str, bytes]:
        try:
            with source.open("rb") as file:
                self._demand_zip(file.read(4))
            with zipfile.ZipFile(source) as archive:
                self._demand_harmless(archive)
                return {
                    info.filename: self._inflated(archive, info)
                    for info in archive.infolist()
                    if info.filename.endswith((".xml", ".rels"))
                }
        except OSError as problem:
            raise UsageError(f"{self.name} ist nicht lesbar: {reason(problem)}.") from problem
        except _DAMAGED as problem:
            raise self.damaged() from problem

    def _demand_zip(self, beginning: bytes) -> None:
        if beginning == _OLD:
            raise UsageError(
                f"{self.name} ist im alten Format ({self.kind.old}) oder mit einem Kennwort "
                f"geschützt. {self.kind.again}ohne Kennwort speichern."
            )
        if beginning[:2] != b"PK":
            raise self.damaged()

    def _demand_harmless(self, archive: zipfile.ZipFile) -> None:
        names = [name.lower() for name in archive.namelist()]
        if len(names) > _MOST_PARTS:
            raise self._too_large()
        if any("vbaproject" in name or "/macrosheets/" in name for name in names):
            raise UsageError(f"{self.name} enthält Makros. {self.kind.again}ohne Makros speichern.")
        if any("/externallinks/" in name for name in names):
            raise UsageError(
                f"{self.name} enthält Verknüpfungen mit anderen Dateien. Bitte kopierte Zellen als "
                "Werte einfügen, die Verknüpfungen löschen und die Datei noch einmal speichern."
            )

    def _inflated(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
        if info.file_size > self._left:
            raise self._too_large()
        if info.compress_type not in _METHODS:
            raise self.damaged()
        with archive.open(info) as file:
            data = file.read(self._left + 1)
        if len(data) > self._left:
            raise self._too_large()
        self._left -= len(data)
        return data

    def _too_large(self) -> UsageError:
        return UsageError(
            f"{self.name} enthält mehr als {LARGEST // 1_000_000} MB; so groß ist keine Rückfrage. "
            "Bitte die Datei prüfen und nur die beantwortete Rückfrage zurückgeben."
        )

    def _parsed(self, data: bytes) -> _Element:
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
            remove_pis=True,
        )  # fmt: skip
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as problem:
            raise self.damaged() from problem
        if root.getroottree().docinfo.internalDTD is not None:
            raise UsageError(
                f"{self.name} enthält eine Dokumenttypdefinition, die keine "
                f"{self.kind.program}-Datei braucht; sie wird nicht gelesen. "
                f"{self.kind.again}neu speichern."
            )
        return root


def _relation(one: _Element, folder: str) -> tuple[str, str]:
    kind, target = one.get("Type", "").rpartition("/")[2], one.get("Target", "")
    if one.get("TargetMode") == "External":
        return f"outside {kind}", target
    return kind, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
