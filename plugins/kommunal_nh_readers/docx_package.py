"""The parts of a Word file; nothing is fetched, run or inflated without bounds."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self
from urllib.parse import unquote

from lxml import etree

from kommunal_nh import UsageError
from kommunal_nh_readers.docx_disguises import demand_zip
from kommunal_nh_readers.docx_names import STRICT, name

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST = 40_000_000
"""Bytes of XML that are inflated from one file; a district's report has less than a million."""

_MAIN = "/officeDocument"
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError,
            NotImplementedError)  # fmt: skip
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


class Relation(NamedTuple):
    """Where one part refers to.

    Attributes:
        kind: The last word of its type, such as `header`.
        target: Name of a part, or an address outside.
        outside: It leads out of the file.
    """

    kind: str
    target: str
    outside: bool


class Package:
    """The parts of a file; close it, or use it in a with statement.

    Attributes:
        main: Name of the part with the text.
        relations: What that part refers to, by id.
    """

    def __init__(self, source: Path) -> None:
        demand_zip(source)
        self._name = source.name
        self._left = LARGEST
        try:
            self._zip = zipfile.ZipFile(source)
        except _DAMAGED as problem:
            raise self._damaged() from problem
        try:
            self.main = self._find_main()
            self.relations = self._relations(self.main)
        except BaseException:
            self._zip.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def root(self, part: str) -> _Element | None:
        """The XML of a part.

        Args:
            part: Its name.

        Returns:
            The root, or None if there is no such part.

        Raises:
            UsageError: The part is damaged or too large.
        """
        data = self._bytes(part)
        return None if data is None else self._parsed(data)

    def related(self, kind: str) -> list[str]:
        """Parts that the text refers to.

        Args:
            kind: Such as `styles`.

        Returns:
            Their names, each once.
        """
        found = self.relations.values()
        return list(
            dict.fromkeys(one.target for one in found if one.kind == kind and not one.outside)
        )

    def properties(self, *names: str) -> list[str]:
        """What the file says of itself.

        Args:
            *names: Such as `title`.

        Returns:
            The words of each; empty for what it does not say.
        """
        relations = self._relations("").values()
        part = next((one.target for one in relations if one.kind == "core-properties"), "")
        root = self.root(part)
        found = () if root is None else root.iter("{*}*")
        said = {etree.QName(one).localname: one.text or "" for one in found}
        return [said.get(one, "").strip() for one in names]

    def _find_main(self) -> str:
        for relation in self._relations("").values():
            if relation.kind == _MAIN[1:] and self._has(relation.target):
                return relation.target
        raise UsageError(
            f"{self._name} enthält kein Word-Dokument. Bitte die Datei in Word oder LibreOffice "
            "öffnen und als DOCX speichern."
        )

    def _relations(self, part: str) -> dict[str, Relation]:
        folder, file = posixpath.split(part)
        root = self.root(posixpath.join(folder, "_rels", f"{file}.rels"))
        if root is None:
            return {}
        return {
            one.get("Id", ""): _relation(one, folder) for one in root.iter(name("pr:Relationship"))
        }

    def _has(self, part: str) -> bool:
        return part in self._zip.NameToInfo

    def _bytes(self, part: str) -> bytes | None:
        if not self._has(part):
            return None
        info = self._zip.getinfo(part)
        if info.file_size > self._left:
            raise self._too_large()
        if info.compress_type not in _METHODS:
            raise self._damaged()
        try:
            with self._zip.open(info) as file:
                data = file.read(self._left + 1)
        except _DAMAGED as problem:
            raise self._damaged() from problem
        if len(data) > self._left:
            raise self._too_large()
        self._left -= len(data)
        return data

    def _parsed(self, data: bytes) -> _Element:
        for strict, usual in STRICT.items():
            data = data.replace(strict.encode(), usual.encode())
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
            remove_pis=True,
        )  # fmt: skip
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as problem:
            raise self._damaged() from problem
        if root.getroottree().docinfo.internalDTD is not None:
            raise UsageError(
                f"{self._name} enthält eine Dokumenttypdefinition; in Word-Dateien ist das nicht "
                "erlaubt, und sie kann auf fremde Dateien verweisen. Bitte die Datei nur "
                "verwenden, wenn ihre Herkunft sicher ist, und in Word neu speichern."
            )
        return root

    def _damaged(self) -> UsageError:
        return UsageError(
            f"{self._name} ist unvollständig oder beschädigt und lässt sich nicht lesen. Bitte "
            "die Datei neu kopieren oder in Word öffnen, reparieren lassen und neu speichern."
        )

    def _too_large(self) -> UsageError:
        return UsageError(
            f"{self._name} enthält mehr als {LARGEST // 1_000_000} MB Text; so viel wird nicht "
            "gelesen. Bitte die Datei aufteilen."
        )


def _relation(element: _Element, folder: str) -> Relation:
    kind = element.get("Type", "").rpartition("/")[2]
    target = element.get("Target", "")
    if element.get("TargetMode") == "External":
        return Relation(kind, target, outside=True)
    path = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
    return Relation(kind, path, outside=False)
