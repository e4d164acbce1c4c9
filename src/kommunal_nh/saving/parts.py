"""The parts of bericht.yaml that can stand in files of their own."""

from __future__ import annotations

from typing import Any

from kommunal_nh.loading.profiles import load_profile, shipped_profiles
from kommunal_nh.model import ArchiveEntry, Chapter, Report, Withdrawn
from kommunal_nh.profile import Profile
from kommunal_nh.saving.chapters import chapter_text
from kommunal_nh.saving.homes import Home, file_at, free_name, homes, named
from kommunal_nh.saving.opened import Opened
from kommunal_nh.saving.plain import plain
from kommunal_nh.saving.updating import ABSENT
from kommunal_nh.saving.yaml_text import lines_of

Rows = tuple[ArchiveEntry, ...] | tuple[Withdrawn, ...]


def update_profile(opened: Opened, old: Profile, new: Profile) -> None:
    """Change the profile.

    Args:
        opened: The data folder.

        old: The profile so far.

        new: The profile that there shall be.
    """
    if old == new:
        return
    file = file_at(opened.root, "profil")
    if file.endswith((".yaml", ".yml")):
        opened.updater(file).thing(opened.source(file).root, old, new)
    else:
        opened.entry("profil", file or old, profile_entry(new))


def profile_entry(profile: Profile) -> str | Profile:
    """What bericht.yaml says below `profil`.

    Args:
        profile: The profile.

    Returns:
        Its name if it is shipped with the library, otherwise the profile itself.
    """
    name = profile.name
    return name if name in shipped_profiles() and load_profile(name) == profile else profile


def update_chapters(opened: Opened, old: Report, new: Report) -> None:
    """Change the chapters.

    Args:
        opened: The data folder.

        old: The report so far.

        new: The report that there shall be.
    """
    value = opened.value("kapitel")
    where = homes(value, old.chapters) if value is not None else {}
    before = {chapter.id: chapter for chapter in old.chapters}
    now = {one.id: _chapter(opened, one, before.get(one.id), where) for one in new.chapters}
    update_homes(opened, "kapitel", where, now)


def _chapter(opened: Opened, chapter: Chapter, old: Chapter | None, where: dict[str, Home]) -> Home:
    home = where.get(chapter.id, f"kapitel/{chapter.id}.md")
    if not isinstance(home, str):
        return chapter
    if old == chapter:
        return home
    before = opened.text(home).replace("\r\n", "\n") if old else ""
    text = chapter_text(chapter, before)
    if text is None or (old is None and (opened.folder / home).exists()):
        return chapter
    opened.write(home, text)
    return home


def update_homes(opened: Opened, key: str, before: dict[str, Home], after: dict[str, Home]) -> None:
    """Change the list of files below a key, and remove those that no longer belong to the report.

    Args:
        opened: The data folder.

        key: `kapitel` or `themen`.

        before: Where everything stood, by id.

        after: Where everything stands now.
    """
    old = tuple(before.values()) if opened.value(key) is not None else ()
    if old != tuple(after.values()):
        opened.entry(key, old, tuple(after.values()))
    drop_files(opened, before, after)


def drop_files(opened: Opened, before: dict[str, Home], after: dict[str, Home]) -> None:
    """Remove the files that no longer belong to the report.

    Args:
        opened: The data folder.

        before: Where everything stood, by id.

        after: Where everything stands now.
    """
    kept = [home for home in after.values() if isinstance(home, str)]
    for home in before.values():
        if isinstance(home, str) and home not in kept:
            opened.write(home, None)


def update_rows(opened: Opened, key: str, before: Rows, after: Rows) -> None:
    """Change the archive or the withdrawn projects.

    Args:
        opened: The data folder.

        key: `archiv` or `entfallen`.

        before: The rows so far.

        after: The rows that there shall be.
    """
    if before == after:
        return
    value = opened.value(key)
    if value is not None and named(value):
        _update_file(opened, named(value), before, after)
    elif value is not None and value.value:
        opened.entry(key, before, after)
    else:
        name = free_name(f"{key}.yaml", opened.names())
        opened.write_yaml(name, after)
        opened.entry(key, "", name)


def _update_file(opened: Opened, name: str, before: Rows, after: Rows) -> None:
    source, updater = opened.source(name), opened.updater(name)
    if source.root is not None and source.root.value:
        updater.inside(source.root, before, after)
        return
    if source.root is not None:  # brackets with nothing in them
        source.edits.replace(source.root.start_mark.index, source.end_of(source.root), "")
    updater.insert_lines(len(source.text), updater.lines(lines_of(plain(after)), 0))


def update_modules(opened: Opened, old: Report, new: Report) -> None:
    """Change the data of modules.

    Args:
        opened: The data folder.

        old: The report so far.

        new: The report that there shall be.
    """
    value = opened.value("module")
    before: dict[str, Any] = {
        key: (file_at(value, key) if value is not None else "") or data
        for key, data in old.modules.items()
    }
    after: dict[str, Any] = {}
    for key, data in new.modules.items():
        home = before.get(key, data)
        after[key] = home if isinstance(home, str) else data
        if isinstance(home, str) and data != old.modules[key]:
            opened.write_yaml(home, data)
    if before != after:
        opened.entry("module", before, after or ABSENT)
