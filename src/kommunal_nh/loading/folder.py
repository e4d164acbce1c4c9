"""Reads a data folder: bericht.yaml, its themes, chapters, profile, archive and modules."""

from __future__ import annotations

from collections import abc
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

import attrs

from kommunal_nh.findings import Finding
from kommunal_nh.journals import is_changing
from kommunal_nh.loading.files import REPORT_FILE, Files, folder_of
from kommunal_nh.loading.places import Place, Places
from kommunal_nh.loading.profiles import find_profile
from kommunal_nh.loading.source import Mapping, Sequence, Value
from kommunal_nh.loading.structure import structure
from kommunal_nh.model import ArchiveEntry, Chapter, Report, Theme, Withdrawn
from kommunal_nh.profile import Profile
from kommunal_nh.rules import PROFILE, REPORT, row

_SEPARATE = ("profil", "kapitel", "themen", "archiv", "entfallen", "module")
_TIMES = 10
_T = TypeVar("_T")
Changed: TypeAlias = abc.Mapping[str, bytes | None]


@attrs.frozen(eq=False, repr=False)
class Reading:
    """What was read from a folder.

    Attributes:
        report: The report as far as it could be read; None if there is nothing to check.
        findings: What kept parts of it from being read.
        places: Where everything stands.
        whole: Whether every file could be read, so that what is missing is really missing.
    """

    report: Report | None
    findings: list[Finding]
    places: Places
    whole: bool


def read_folder(folder: Path, changes: Changed | None = None) -> Reading:
    """Read a data folder without checking what the data says.

    A change of the folder that was interrupted is completed first. If somebody changes files while
    they are read, all are read again, so that they belong together.

    Args:
        folder: The folder with `bericht.yaml`, or that file.

        changes: What shall be read instead of what is there, by path inside the folder; None for a
            file that is gone.

    Returns:
        The report, its findings and its places.
    """
    folder = folder_of(folder)
    for _ in range(_TIMES):
        if is_changing(folder):
            from kommunal_nh.commits import recover  # most folders are at rest

            recover(folder)
        reader = _Reader(folder, changes)
        reading = reader.read()
        if not (is_changing(folder) or reader.files.have_changed):
            break
    return reading


class _Reader:
    def __init__(self, folder: Path, changes: Changed | None) -> None:
        self.folder = folder
        self.files = Files(folder, changes)
        self.places = Places()
        self.raw = Mapping(1)
        self.extra: frozenset[str] = frozenset()

    def read(self) -> Reading:
        raw = self.files.yaml(REPORT_FILE)
        report = self._report(raw) if isinstance(raw, Mapping) else None
        if not isinstance(raw, Mapping) and not self.files.findings:
            message = (
                "Die Datei enthält keinen Bericht: bitte titel, herausgeber und stand angeben."
            )
            self.files.found("wrong-value", message, REPORT_FILE, 1)
        return Reading(report, self.files.findings, self.places, self.files.whole)

    def _report(self, raw: Mapping) -> Report | None:
        self.raw = raw
        self.places.add(REPORT, Place(REPORT_FILE, raw, raw.line))
        apart = {key: raw.pop(key) for key in _SEPARATE if key in raw}
        profile = self._profile(apart.get("profil"))
        chapters = self._chapters(apart.get("kapitel"))
        themes = self._themes(apart.get("themen"))
        archive = self._rows(apart.get("archiv"), ArchiveEntry, "archiv")
        withdrawn = self._rows(apart.get("entfallen"), Withdrawn, "entfallen")
        chosen = self._modules(apart.get("module")) if "module" in apart else {}
        report = self._structured(raw, Report, REPORT_FILE, raw.line)
        raw.update(apart)
        if report is None or profile is None:
            return None
        return attrs.evolve(
            report,
            profile=profile,
            folder=self.folder,
            chapters=chapters,
            themes=themes,
            archive=archive,
            withdrawn=withdrawn,
            modules=chosen,
        )

    # -------------------------------------------------------------------------------- parts

    def _profile(self, value: Value) -> Profile | None:
        if value is None:
            return Profile()
        line = self.raw.lines["profil"]
        profile, place, findings = find_profile(value, self.files, line)
        self.files.findings += findings
        self.places.add(PROFILE, place)
        if profile is not None:
            self.extra = frozenset(field.key for field in profile.fields)
        return profile

    def _themes(self, value: Value) -> tuple[Theme, ...]:
        if value is None and "themen" not in self.raw.lines:
            value = _sequence(self.files.names("themen", ".yaml"))
        read = [self._theme(item, line) for item, line in self._entries(value, "themen")]
        return tuple(theme for theme in read if theme is not None)

    def _theme(self, item: Value, line: int) -> Theme | None:
        name, source = self.files.opened(item, line)
        if isinstance(source, Mapping):
            self.places.add_tree(source, name)
        elif source is None and self.files.was_read(name):
            message = "Die Datei enthält kein Thema: bitte id und titel angeben."
            self.files.found("wrong-value", message, name, 1)
        return None if source is None else self._structured(source, Theme, name, 1)

    def _chapters(self, value: Value) -> tuple[Chapter, ...]:
        read = [self._chapter(item, line) for item, line in self._entries(value, "kapitel")]
        return tuple(chapter for chapter in read if chapter is not None)

    def _chapter(self, item: Value, line: int) -> Chapter | None:
        if not isinstance(item, str):
            if isinstance(item, Mapping):
                self.places.add(str(item.get("id")), Place(REPORT_FILE, item, item.line))
            return self._structured(item, Chapter, REPORT_FILE, line)
        text = self.files.text(item, line)
        if text is None:
            return None
        chapter, start = chapter_of(text, Path(item).stem)
        self.places.add(chapter.id, Place(item, None, start + 1))
        return chapter

    def _rows(self, value: Value, cls: type[_T], key: str) -> tuple[_T, ...]:
        line = self.raw.lines.get(key, 1)
        name, source = self.files.opened(value, line)
        if source is None:
            return ()
        if not isinstance(source, Sequence):
            where = line if name == REPORT_FILE else 1
            message = f"{key}: Hier wird eine Liste erwartet: jeder Eintrag beginnt mit „- “."
            self.files.found("wrong-value", message, name, where)
            return ()
        read = []
        for position, (item, item_line) in enumerate(zip(source, source.lines, strict=True)):
            if isinstance(item, Mapping):
                self.places.add(row(key, position), Place(name, item, item_line))
                if item.get("id"):
                    self.places.add(str(item["id"]), Place(name, item, item_line))
            read.append(self._structured(item, cls, name, item_line))
        return tuple(one for one in read if one is not None)

    def _modules(self, value: Value) -> dict[str, object]:
        from kommunal_nh.loading.modules import ModuleReader  # most reports have none

        return ModuleReader(self.files, self.places).read(value, self.raw.lines["module"])

    # ------------------------------------------------------------------------------ helpers

    def _entries(self, value: Value, key: str) -> list[tuple[Any, int]]:
        line = self.raw.lines.get(key, 1)
        if value is None:
            return []
        if isinstance(value, str):
            return [(value, line)]
        if isinstance(value, Sequence):
            return list(zip(value, value.lines, strict=True))
        message = f"{key}: Hier wird eine Liste erwartet: jeder Eintrag beginnt mit „- “."
        self.files.found("wrong-value", message, REPORT_FILE, line)
        return []

    def _structured(self, source: Value, cls: type[_T], name: str, line: int) -> _T | None:
        made, findings = structure(source, cls, name, line, self.extra)
        self.files.findings += findings
        return made


def chapter_of(text: str, name: str) -> tuple[Chapter, int]:
    """A chapter from a Markdown file.

    Args:
        text: The file's text; its first line is the title, as `# Title`.

        name: The file's name without its ending; becomes the id, and the title if there is none.

    Returns:
        The chapter, and the number of lines before its text.
    """
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    titled = lines[first].startswith("# ")
    title = lines[first][2:].strip(" #") if titled else name
    start = first + titled
    return Chapter(name, title, "\n".join(lines[start:])), start


def _sequence(files: list[str]) -> Sequence:
    sequence = Sequence(1)
    sequence.extend(files)
    sequence.lines = [1] * len(files)
    return sequence
