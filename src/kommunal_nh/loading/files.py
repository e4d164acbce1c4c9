"""The files of one data folder: only what lies inside it is read, and what went wrong is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias, TypeVar

import attrs

from kommunal_nh.findings import Finding
from kommunal_nh.inside import leads_out
from kommunal_nh.loading.source import SourceError, Value, parse_yaml, read_text

REPORT_FILE = "bericht.yaml"
_T = TypeVar("_T")
Mark: TypeAlias = tuple[int, int, int] | None
"""What a file has that another one in its place would not have; None for no file."""


def folder_of(folder: str | Path) -> Path:
    """The data folder that somebody means.

    Args:
        folder: The folder, or its bericht.yaml.

    Returns:
        The folder.
    """
    path = Path(folder)
    return path.parent if path.name == REPORT_FILE else path


class Files:
    """Reads files of a data folder.

    Attributes:
        folder: The data folder.
        changes: What shall be read instead of what is there, by path inside the folder; None for a
            file that is gone.
        findings: What went wrong.
    """

    def __init__(self, folder: Path, changes: Mapping[str, bytes | None] | None = None) -> None:
        self.folder = folder
        self.changes = changes or {}
        self.findings: list[Finding] = []
        self._unread: set[str] = set()
        self._marks: dict[str, Mark] = {}

    @property
    def whole(self) -> bool:
        """Whether every file that was asked for could be read."""
        return not self._unread

    @property
    def have_changed(self) -> bool:
        """Whether somebody changed files since they were read here."""
        return any(_mark(self.folder / name) != mark for name, mark in self._marks.items())

    def was_read(self, name: str) -> bool:
        """Whether a file could be read.

        Args:
            name: Its path inside the folder.

        Returns:
            False if a finding says why not.
        """
        return name not in self._unread

    def found(self, rule: str, message: str, name: str, line: int) -> None:
        """Note a finding.

        Args:
            rule: Id of the rule.

            message: What is wrong and what to do, in German.

            name: The file.

            line: The line.
        """
        self.findings.append(Finding(rule, message, file=name, line=line))

    def opened(self, item: Value, line: int) -> tuple[str, Value]:
        """What a file contains, or what stands in bericht.yaml instead of its name.

        Args:
            item: A file name, or the content itself.

            line: Line of bericht.yaml that says so.

        Returns:
            The name of the file with the content, and the content.
        """
        return (item, self.yaml(item, line)) if isinstance(item, str) else (REPORT_FILE, item)

    def yaml(self, name: str, line: int = 0, named_in: str = REPORT_FILE) -> Value:
        """Read a YAML file.

        Args:
            name: Its path inside the folder.

            line: Line that names it.

            named_in: The file that names it.

        Returns:
            Its content; None if it is empty or could not be read.
        """
        read = self._read(self._parsed, name, line, named_in)
        if read is None:
            return None
        value, findings = read
        self.findings += findings
        return value

    def text(self, name: str, line: int, named_in: str = REPORT_FILE) -> str | None:
        """Read a text file.

        Args:
            name: Its path inside the folder.

            line: Line that names it.

            named_in: The file that names it.

        Returns:
            Its text; None if it could not be read.
        """
        return self._read(self._text, name, line, named_in)

    def names(self, folder: str, ending: str) -> list[str]:
        """The files in a folder of the data folder.

        Args:
            folder: Its path.

            ending: How the names end.

        Returns:
            Paths inside the data folder, sorted.
        """
        self._marks[folder] = _mark(self.folder / folder)
        found = {f"{folder}/{path.name}" for path in (self.folder / folder).glob(f"*{ending}")}
        for name, content in self.changes.items():
            if name.startswith(f"{folder}/") and name.endswith(ending):
                (found.discard if content is None else found.add)(name)
        return sorted(found)

    def _text(self, name: str) -> str:
        return read_text(self.folder / name, name, self.changes.get(name))

    def _parsed(self, name: str) -> tuple[Value, list[Finding]]:
        return parse_yaml(self._text(name), name)

    def _read(self, read: Callable[[str], _T], name: str, line: int, named_in: str) -> _T | None:
        try:
            if self._is_inside(name):
                self._marks.setdefault(name, _mark(self.folder / name))
                return read(name)
            message = f"„{name}“ liegt nicht im Datenordner: bitte die Datei hineinkopieren."
            self.found("path-outside-folder", message, named_in, line)
        except SourceError as problem:
            finding = problem.finding
            if finding.rule == "missing-file" and line:
                finding = attrs.evolve(finding, file=named_in, line=line)
            self.findings.append(finding)
        self._unread.add(name)
        return None

    def _is_inside(self, name: str) -> bool:
        try:
            return not leads_out(self.folder, name)
        except (OSError, ValueError):
            return False


def _mark(path: Path) -> Mark:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size
