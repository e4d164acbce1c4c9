"""Reads a data folder: bericht.yaml, its themes, chapters, profile, archive and modules."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import attrs

from kommunal_nh.fields import MISSING
from kommunal_nh.findings import Finding, suggestion
from kommunal_nh.loading.places import REPORT, Place, Places
from kommunal_nh.loading.profiles import find_profile
from kommunal_nh.loading.source import (
    Mapping,
    Sequence,
    SourceError,
    Value,
    read_text,
    read_yaml,
)
from kommunal_nh.loading.structure import structure
from kommunal_nh.model import ArchiveEntry, Chapter, Report, Theme, Withdrawn
from kommunal_nh.plugins import modules
from kommunal_nh.profile import Profile

REPORT_FILE = "bericht.yaml"
_SEPARATE = ("profil", "kapitel", "themen", "archiv", "entfallen", "module")
_T = TypeVar("_T")


@attrs.frozen
class Reading:
    """What was read from a folder.

    Attributes:
        report: The report as far as it could be read.
        findings: What kept parts of it from being read.
        places: Where everything stands.
    """

    report: Report
    findings: list[Finding]
    places: Places


def read_folder(folder: Path) -> Reading:
    """Read a data folder without checking what the data says.

    Args:
        folder: The folder with `bericht.yaml`, or that file.

    Returns:
        The report, its findings and its places.
    """
    folder = folder.parent if folder.name == REPORT_FILE else folder
    return _Folder(folder).read()


class _Folder:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.findings: list[Finding] = []
        self.places = Places()
        self.extra: frozenset[str] = frozenset()

    def read(self) -> Reading:
        raw = self._yaml(REPORT_FILE)
        if not isinstance(raw, Mapping):
            if not self.findings:
                self._found("wrong-value", "Die Datei enthält keinen Bericht.", REPORT_FILE, 1)
            raw = Mapping(1)
            raw.update(titel=MISSING, herausgeber=MISSING, stand="0001-01-01")
        self.places.add(REPORT, Place(REPORT_FILE, raw, raw.line))
        apart = {key: raw.pop(key) for key in _SEPARATE if key in raw}
        profile = self._profile(apart.get("profil"), raw)
        report = self._report(raw)
        report = attrs.evolve(
            report,
            profile=profile,
            folder=self.folder,
            chapters=self._chapters(apart.get("kapitel"), raw),
            themes=self._themes(apart.get("themen"), raw),
            archive=self._rows(apart.get("archiv"), ArchiveEntry, "archiv", raw),
            withdrawn=self._rows(apart.get("entfallen"), Withdrawn, "entfallen", raw),
            modules=self._modules(apart.get("module"), raw),
        )
        raw.update(apart)
        return Reading(report, self.findings, self.places)

    # -------------------------------------------------------------------------------- parts

    def _report(self, raw: Mapping) -> Report:
        report = self._structured(raw, Report, REPORT_FILE)
        if report is None:
            raw["stand"] = "0001-01-01"
            report, _ = structure(raw, Report, REPORT_FILE)
        assert report is not None  # noqa: S101 - the second try has all that a report needs
        return report

    def _profile(self, value: Value, raw: Mapping) -> Profile:
        line = raw.lines.get("profil", 1)
        profile, findings = find_profile(value, self.folder, line)
        self.findings += findings
        self.extra = frozenset(field.key for field in profile.fields)
        return profile

    def _themes(self, value: Value, raw: Mapping) -> tuple[Theme, ...]:
        if value is None and "themen" not in raw.lines:
            files = sorted((self.folder / "themen").glob("*.yaml"))
            value = _named([f"themen/{path.name}" for path in files])
        read = [self._theme(item, line) for item, line in self._entries(value, "themen", raw)]
        return tuple(theme for theme in read if theme is not None)

    def _theme(self, item: Value, line: int) -> Theme | None:
        name, source = self._opened(item, line)
        if source is None:
            return None
        if isinstance(source, Mapping):
            self._remember(source, name)
        return self._structured(source, Theme, name)

    def _chapters(self, value: Value, raw: Mapping) -> tuple[Chapter, ...]:
        read = [self._chapter(item, line) for item, line in self._entries(value, "kapitel", raw)]
        return tuple(chapter for chapter in read if chapter is not None)

    def _chapter(self, item: Value, line: int) -> Chapter | None:
        if isinstance(item, Mapping):
            self.places.add(str(item.get("id")), Place(REPORT_FILE, item, item.line))
            return self._structured(item, Chapter, REPORT_FILE)
        path = self._inside(str(item), line)
        try:
            text = read_text(path, str(item)) if path else ""
        except SourceError as problem:
            self._missing(problem, line)
            return None
        return self._chapter_file(text, Path(str(item))) if path else None

    def _chapter_file(self, text: str, path: Path) -> Chapter:
        lines = text.split("\n")
        first = next((number for number, line in enumerate(lines) if line.strip()), 0)
        titled = lines[first].startswith("# ")
        title = lines[first][2:].strip(" #") if titled else path.stem
        start = first + titled
        self.places.add(path.stem, Place(path.as_posix(), None, start + 1))
        return Chapter(path.stem, title, "\n".join(lines[start:]))

    def _rows(self, value: Value, cls: type[_T], key: str, raw: Mapping) -> tuple[_T, ...]:
        name, source = self._opened(value, raw.lines.get(key, 1))
        if source is None:
            return ()
        if not isinstance(source, Sequence):
            self._found("wrong-value", f"{key}: Hier wird eine Liste erwartet.", name, 1)
            return ()
        read = []
        for position, (item, line) in enumerate(zip(source, source.lines, strict=True)):
            if isinstance(item, Mapping):
                self.places.add(f"{key}.{position}", Place(name, item, line))
            read.append(self._structured(item, cls, name))
        return tuple(row for row in read if row is not None)

    def _modules(self, value: Value, raw: Mapping) -> dict[str, object]:
        if value is None:
            return {}
        line = raw.lines.get("module", 1)
        if not isinstance(value, Mapping):
            self._found("wrong-value", "module: Hier stehen Namen von Modulen.", REPORT_FILE, line)
            return {}
        installed = modules()
        data = {}
        for key, item in value.items():
            if key not in installed:
                message = f"Das Modul „{key}“ ist nicht installiert.{suggestion(key, installed)}"
                self._found("unknown-module", message, REPORT_FILE, value.lines[key])
                continue
            name, source = self._opened(item, value.lines[key])
            content = self._structured(source, installed[key].data_class, name)
            if content is not None:
                data[key] = content
        return data

    # -------------------------------------------------------------------------------- files

    def _entries(self, value: Value, key: str, raw: Mapping) -> list[tuple[Any, int]]:
        line = raw.lines.get(key, 1)
        if value is None:
            return []
        if isinstance(value, str):
            return [(value, line)]
        if isinstance(value, Sequence):
            return list(zip(value, value.lines, strict=True))
        self._found("wrong-value", f"{key}: Hier wird eine Liste erwartet.", REPORT_FILE, line)
        return []

    def _opened(self, item: Value, line: int) -> tuple[str, Value]:
        """The name of a file and its content, or what stands directly in bericht.yaml."""
        if not isinstance(item, str):
            return REPORT_FILE, item
        path = self._inside(item, line)
        return item, self._yaml(item, line) if path else None

    def _inside(self, name: str, line: int) -> Path | None:
        path = self.folder / name
        if path.resolve().is_relative_to(self.folder.resolve()):
            return path
        message = f"„{name}“ liegt nicht im Datenordner: bitte die Datei hineinkopieren."
        self._found("path-outside-folder", message, REPORT_FILE, line)
        return None

    def _yaml(self, name: str, line: int = 0) -> Value:
        try:
            value, findings = read_yaml(self.folder / name, name)
        except SourceError as problem:
            self._missing(problem, line)
            return None
        self.findings += findings
        return value

    def _missing(self, problem: SourceError, line: int) -> None:
        """A file that is not there is a mistake where it is named, not where it would be."""
        finding = problem.finding
        if finding.rule == "missing-file" and line:
            finding = attrs.evolve(finding, file=REPORT_FILE, line=line)
        self.findings.append(finding)

    def _structured(self, source: Value, cls: type[_T], name: str) -> _T | None:
        made, findings = structure(source, cls, name, self.extra)
        self.findings += findings
        return made

    def _remember(self, source: Mapping, name: str) -> None:
        if isinstance(thing_id := source.get("id"), str):
            self.places.add(thing_id, Place(name, source, source.line))
        for key in ("ziele", "projekte"):
            inner = source.get(key)
            for item in inner if isinstance(inner, list) else ():
                if isinstance(item, Mapping):
                    self._remember(item, name)

    def _found(self, rule: str, message: str, name: str, line: int) -> None:
        self.findings.append(Finding(rule, message, file=name, line=line))


def _named(files: list[str]) -> Sequence:
    sequence = Sequence(1)
    sequence.extend(files)
    sequence.lines = [1] * len(files)
    return sequence
