"""Writes a report into its data folder: what changed is changed there, all else stays as it is."""

from __future__ import annotations

from pathlib import Path

from kommunal_nh.loading.files import REPORT_FILE
from kommunal_nh.model import Report, Theme
from kommunal_nh.saving.homes import Home, free_name, homes
from kommunal_nh.saving.moves import Moves
from kommunal_nh.saving.opened import REPORT_KEYS, Opened
from kommunal_nh.saving.parts import (
    drop_files,
    update_chapters,
    update_homes,
    update_modules,
    update_profile,
    update_rows,
)
from kommunal_nh.saving.sources import Node, Source

_APART = ("profil", "kapitel", "themen", "archiv", "entfallen", "module")


def folder_changes(folder: Path, old: Report, new: Report) -> dict[str, bytes | None]:
    """Find out which files have to change, and how.

    Args:
        folder: The data folder.

        old: What it says.

        new: What it shall say.

    Returns:
        New content by path inside the folder; None for a file that shall go.
    """
    opened = Opened(folder)
    themes = _Themes(opened, old)
    opened.moved = Moves(old, themes.node).lines
    opened.updater().thing(opened.root, old, new, _APART, REPORT_KEYS)
    update_profile(opened, old.profile, new.profile)
    update_chapters(opened, old, new)
    themes.update(new)
    update_rows(opened, "archiv", old.archive, new.archive)
    update_rows(opened, "entfallen", old.withdrawn, new.withdrawn)
    update_modules(opened, old, new)
    return opened.changes()


class _Themes:
    """The themes, each in a file of its own or in bericht.yaml."""

    def __init__(self, opened: Opened, old: Report) -> None:
        self.opened = opened
        self.old = {theme.id: theme for theme in old.themes}
        value = opened.value("themen")
        if value is not None:
            self.homes = homes(value, old.themes)
        else:
            names = opened.names("themen") if old.themes else []
            self.homes = dict(zip(self.old, names, strict=True))

    def node(self, theme_id: str) -> tuple[Source, Node]:
        """The file of a theme and the node of the theme in it."""
        home = self.homes[theme_id]
        if isinstance(home, str):
            source = self.opened.source(home)
            return source, source.root
        value: Node = self.opened.value("themen")
        return self.opened.source(REPORT_FILE), value.value[list(self.homes).index(theme_id)]

    def update(self, new: Report) -> None:
        """Change them."""
        now = {theme.id: self._home(place, theme) for place, theme in enumerate(new.themes, 1)}
        listed = list(now.values())
        in_order = all(isinstance(home, str) for home in listed) and listed == sorted(listed)
        if self.opened.value("themen") is not None or not in_order:
            update_homes(self.opened, "themen", self.homes, now)
        else:  # all files of the folder count, by their names
            drop_files(self.opened, self.homes, now)

    def _home(self, place: int, theme: Theme) -> Home:
        old = self.old.get(theme.id)
        if old is None:
            taken = [*self.homes.values(), *self.opened.names("themen")]
            home = free_name(f"themen/{place}-{theme.id}.yaml", taken)
            self.opened.write_yaml(home, theme)
            return home
        home = self.homes[theme.id]
        if not isinstance(home, str):
            return theme
        if old is not theme and old != theme:
            self.opened.updater(home).thing(self.opened.source(home).root, old, theme)
        return home
