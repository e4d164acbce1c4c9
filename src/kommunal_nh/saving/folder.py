"""Writes a report into its data folder: what changed is changed there, all else stays as it is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kommunal_nh.loading.files import REPORT_FILE
from kommunal_nh.loading.profiles import load_profile, shipped_profiles
from kommunal_nh.model import ArchiveEntry, Chapter, Report, Theme, Withdrawn
from kommunal_nh.profile import Profile
from kommunal_nh.saving.chapters import chapter_text
from kommunal_nh.saving.homes import Home, file_at, free_name, homes
from kommunal_nh.saving.moves import Moves
from kommunal_nh.saving.plain import fields_of, plain
from kommunal_nh.saving.sources import Source, entry
from kommunal_nh.saving.updating import ABSENT, Updater
from kommunal_nh.saving.yaml_text import lines_of

Rows = tuple[ArchiveEntry, ...] | tuple[Withdrawn, ...]
_BOM = "\ufeff"


class FolderUpdate:
    """Finds out which files have to change, and how.

    Attributes:
        folder: The data folder.
        old: What it says.
        new: What it shall say.
    """

    def __init__(self, folder: Path, old: Report, new: Report) -> None:
        self.folder = folder
        self.old = old
        self.new = new
        self._sources: dict[str, Source] = {}
        self._changes: dict[str, str | None] = {}
        self._moves = Moves(old, new, self._theme_source)
        self._root = self._source(REPORT_FILE)
        self._homes = self._homes_of("themen", old.themes)

    def changes(self) -> dict[str, bytes | None]:
        """What has to be written.

        Returns:
            New content by path inside the folder; None for a file that shall go.
        """
        self._updater(self._root).thing(self._root.root, self.old, self.new, apart=_APART)
        self._profile()
        self._chapters()
        self._themes()
        self._rows("archiv", self.old.archive, self.new.archive)
        self._rows("entfallen", self.old.withdrawn, self.new.withdrawn)
        self._modules()
        edited = {name: source.edits.result() for name, source in self._sources.items()}
        for name, text in edited.items():
            if text != self._sources[name].text:
                self._changes.setdefault(name, text)
        return {name: self._encoded(name, text) for name, text in self._changes.items()}

    # -------------------------------------------------------------------------------- parts

    def _profile(self) -> None:
        old, new = self.old.profile, self.new.profile
        if old == new:
            return
        file = file_at(self._root.root, "profil")
        if file.endswith((".yaml", ".yml")):
            source = self._source(file)
            self._updater(source).thing(source.root, old, new)
        else:
            self._entry("profil", file or old, profile_entry(new))

    def _chapters(self) -> None:
        old = {chapter.id: chapter for chapter in self.old.chapters}
        where = self._homes_of("kapitel", self.old.chapters)
        now = {chapter.id: self._chapter(chapter, old, where) for chapter in self.new.chapters}
        self._update_homes("kapitel", where, now)

    def _chapter(
        self, chapter: Chapter, old: Mapping[str, Chapter], where: dict[str, Home]
    ) -> Home:
        home = where.get(chapter.id, f"kapitel/{chapter.id}.md")
        if not isinstance(home, str):
            return chapter
        if old.get(chapter.id) == chapter:
            return home
        is_new = chapter.id not in old
        before = "" if is_new else self._text(home).replace("\r\n", "\n")
        text = chapter_text(chapter, before)
        if text is None or (is_new and (self.folder / home).exists()):
            return chapter
        self._changes[home] = text
        return home

    def _themes(self) -> None:
        old = {theme.id: theme for theme in self.old.themes}
        now: dict[str, Home] = {}
        for place, theme in enumerate(self.new.themes, 1):
            now[theme.id] = self._theme(place, theme, old.get(theme.id))
        listed = list(now.values())
        in_order = all(isinstance(home, str) for home in listed) and listed == sorted(listed)
        if entry(self._root.root, "themen") or not in_order:
            self._update_homes("themen", self._homes, now)
        else:
            self._drop_files(self._homes, now)

    def _theme(self, place: int, theme: Theme, old: Theme | None) -> Home:
        if old is None:
            taken = [*self._changes, *self._homes.values(), *self._theme_files()]
            home = free_name(f"themen/{place}-{theme.id}.yaml", taken)
            self._changes[home] = "\n".join([*lines_of(plain(theme, known=self._moves.lines)), ""])
            return home
        home = self._homes[theme.id]
        if not isinstance(home, str):
            return theme
        if old is not theme and old != theme:
            source = self._source(home)
            self._updater(source).thing(source.root, old, theme)
        return home

    def _rows(self, key: str, before: Rows, after: Rows) -> None:
        if before == after:
            return
        file = file_at(self._root.root, key)
        found = entry(self._root.root, key)
        if file:
            self._update_rows(self._source(file), before, after)
        elif found and found[1].value:
            self._entry(key, before, after)
        else:
            name = free_name(f"{key}.yaml", [path.name for path in self.folder.glob("*.yaml")])
            self._changes[name] = "\n".join([*lines_of(plain(after)), ""])
            self._entry(key, "", name)

    def _update_rows(self, source: Source, before: Rows, after: Rows) -> None:
        updater, text = self._updater(source), "\n".join([*lines_of(plain(after)), ""])
        if source.root is None or not source.root.value:
            start = len(source.text) if source.root is None else source.root.start_mark.index
            end = start if source.root is None else source.end_of(source.root)
            source.edits.replace(start, end, "")
            updater.insert_lines(len(source.text), text)
        else:
            updater.inside(source.root, before, after)

    def _modules(self) -> None:
        found = entry(self._root.root, "module")
        before: dict[str, Any] = {}
        after: dict[str, Any] = {}
        for key, data in self.old.modules.items():
            before[key] = (file_at(found[1], key) if found else "") or data
        for key, data in self.new.modules.items():
            home = before.get(key, data)
            after[key] = home if isinstance(home, str) else data
            if isinstance(home, str) and data != self.old.modules[key]:
                self._changes[home] = "\n".join([*lines_of(plain(data)), ""])
        if before != after:
            self._entry("module", before, after or ABSENT)

    # ------------------------------------------------------------------------------ helpers

    def _homes_of(self, key: str, parts: tuple[Any, ...]) -> dict[str, Home]:
        found = entry(self._root.root, key)
        if found:
            return homes(found[1], parts)
        return {part.id: name for part, name in zip(parts, self._theme_files(), strict=bool(parts))}

    def _update_homes(self, key: str, before: dict[str, Home], after: dict[str, Home]) -> None:
        old, new = tuple(before.values()), tuple(after.values())
        found = entry(self._root.root, key)
        if found is None:
            old = ()
        if old != new:
            self._entry(key, old, new)
        self._drop_files(before, after)

    def _drop_files(self, before: dict[str, Home], after: dict[str, Home]) -> None:
        kept = [home for home in after.values() if isinstance(home, str)]
        for home in before.values():
            if isinstance(home, str) and home not in kept:
                self._changes[home] = None

    def _theme_files(self) -> list[str]:
        return sorted(f"themen/{path.name}" for path in (self.folder / "themen").glob("*.yaml"))

    def _entry(self, key: str, before: Any, after: Any) -> None:
        self._updater(self._root).entry(self._root.root, key, before, after, _KEYS)

    def _theme_source(self, theme_id: str) -> tuple[Source, Any]:
        """The file of a theme and the node of the theme in it."""
        home = self._homes[theme_id]
        if isinstance(home, str):
            source = self._source(home)
            return source, source.root
        found = entry(self._root.root, "themen")
        assert found is not None  # noqa: S101 - where else would it stand
        return self._root, found[1].value[list(self._homes).index(theme_id)]

    def _updater(self, source: Source) -> Updater:
        return Updater(source, source.edits, self._moves.lines)

    def _source(self, name: str) -> Source:
        if name not in self._sources:
            self._sources[name] = Source(name, self._text(name).removeprefix(_BOM))
        return self._sources[name]

    def _text(self, name: str) -> str:
        return (self.folder / name).read_bytes().decode("utf-8")

    def _encoded(self, name: str, text: str | None) -> bytes | None:
        if text is None:
            return None
        path = self.folder / name
        marked = path.exists() and path.read_bytes().startswith(_BOM.encode())
        return ((_BOM if marked else "") + text).encode()


def profile_entry(profile: Profile) -> str | Profile:
    """What bericht.yaml says below `profil`.

    Args:
        profile: The profile.

    Returns:
        Its name if it is shipped with the library, otherwise the profile itself.
    """
    name = profile.name
    return name if name in shipped_profiles() and load_profile(name) == profile else profile


_APART = ("profil", "kapitel", "themen", "archiv", "entfallen", "module")
_KEYS = tuple(fields_of(Report))
