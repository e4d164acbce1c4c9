"""A data folder while it is changed: its files, and what shall become of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from kommunal_nh.loading.files import REPORT_FILE
from kommunal_nh.model import Report
from kommunal_nh.saving.plain import fields_of, plain
from kommunal_nh.saving.sources import Node, Source, entry
from kommunal_nh.saving.updating import Updater
from kommunal_nh.saving.yaml_text import Lines, lines_of

_BOM = "\ufeff"

_FIRST = ("titel", "herausgeber", "stand", "letzter_stand")
REPORT_KEYS = (*_FIRST, *(key for key in fields_of(Report) if key not in _FIRST))
"""The keys of bericht.yaml in the order in which people read them."""


class Opened:
    """The files of a data folder.

    Attributes:
        folder: The data folder.
        moved: Finds the lines of an item that stood somewhere else before.
        root: The content of bericht.yaml.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.moved: Callable[[Any], Lines | None] = lambda thing: None
        self._sources: dict[str, Source] = {}
        self._written: dict[str, str | None] = {}
        self.root: Node = self.source(REPORT_FILE).root

    def changes(self) -> dict[str, bytes | None]:
        """What has to be written.

        Returns:
            New content by path inside the folder; None for a file that shall go.
        """
        texts = dict(self._written)
        for name, source in self._sources.items():
            if (text := source.edits.result()) != source.text:
                texts.setdefault(name, text)
        return {name: self._encoded(name, text) for name, text in texts.items()}

    def source(self, name: str) -> Source:
        """A YAML file, to be changed.

        Args:
            name: Its path inside the folder.

        Returns:
            The file; the same one each time.
        """
        if name not in self._sources:
            self._sources[name] = Source(name, self.text(name).removeprefix(_BOM))
        return self._sources[name]

    def text(self, name: str) -> str:
        """The text of a file as it is.

        Args:
            name: Its path inside the folder.

        Returns:
            The text, line ends included.
        """
        return (self.folder / name).read_bytes().decode("utf-8")

    def updater(self, name: str = REPORT_FILE) -> Updater:
        """What changes a YAML file.

        Args:
            name: Its path inside the folder.

        Returns:
            The updater.
        """
        source = self.source(name)
        return Updater(source, source.edits, self.moved)

    def entry(self, key: str, before: Any, after: Any) -> None:
        """Change an entry of bericht.yaml.

        Args:
            key: Its key.

            before: What it says.

            after: What it shall say.
        """
        self.updater().entry(self.root, key, before, after, REPORT_KEYS)

    def value(self, key: str) -> Node | None:
        """A value of bericht.yaml.

        Args:
            key: Its key.

        Returns:
            Its node; None if there is no such key.
        """
        found = entry(self.root, key)
        return found[1] if found else None

    def write(self, name: str, text: str | None) -> None:
        """Write a file anew.

        Args:
            name: Its path inside the folder.

            text: Its text; None if it shall go.
        """
        self._written[name] = text

    def write_yaml(self, name: str, value: Any) -> None:
        """Write a YAML file anew.

        Args:
            name: Its path inside the folder.

            value: What it says.
        """
        self.write(name, "\n".join([*lines_of(plain(value, known=self.moved)), ""]))

    def names(self, folder: str = "") -> list[str]:
        """The YAML files in a folder, with those that are about to be written.

        Args:
            folder: Its path inside the data folder.

        Returns:
            Their paths inside the data folder, sorted.
        """
        found = (path.relative_to(self.folder) for path in (self.folder / folder).glob("*.yaml"))
        return sorted({*(path.as_posix() for path in found), *self._written})

    def _encoded(self, name: str, text: str | None) -> bytes | None:
        if text is None:
            return None
        path = self.folder / name
        marked = path.exists() and path.read_bytes().startswith(_BOM.encode())
        return ((_BOM if marked else "") + text).encode()
