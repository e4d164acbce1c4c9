"""A report as the files of a new data folder."""

from __future__ import annotations

from typing import Any

from kommunal_nh.loading.files import REPORT_FILE
from kommunal_nh.model import Report
from kommunal_nh.saving.chapters import chapter_text
from kommunal_nh.saving.opened import REPORT_KEYS
from kommunal_nh.saving.parts import profile_entry
from kommunal_nh.saving.plain import plain
from kommunal_nh.saving.yaml_text import lines_of


def new_folder(report: Report) -> dict[str, bytes]:
    """The files of a report.

    Args:
        report: The report.

    Returns:
        The content of each file by its path: bericht.yaml, a file for each theme and chapter, and
        one each for the archive and the withdrawn projects.
    """
    files: dict[str, bytes] = {}
    root = {key: value for key, value in plain(report).items() if key not in ("kapitel", "themen")}
    root["profil"] = plain(profile_entry(report.profile))
    for key in ("archiv", "entfallen"):
        if key in root:
            files[f"{key}.yaml"] = _yaml(root[key])
            root[key] = f"{key}.yaml"
    root["kapitel"] = _chapters(report, files)
    root["themen"] = _themes(report, files)
    ordered = {key: root[key] for key in REPORT_KEYS if root.get(key)}
    return {REPORT_FILE: _yaml(ordered), **files}


def _chapters(report: Report, files: dict[str, bytes]) -> list[Any]:
    entries: list[Any] = []
    for chapter in report.chapters:
        name, text = f"kapitel/{chapter.id}.md", chapter_text(chapter)
        entries.append(plain(chapter) if text is None else name)
        if text is not None:
            files[name] = text.encode()
    return entries


def _themes(report: Report, files: dict[str, bytes]) -> list[str]:
    """The themes as files; bericht.yaml names them only where their names are not in order."""
    width = len(str(len(report.themes)))
    names = [f"themen/{i:0{width}}-{theme.id}.yaml" for i, theme in enumerate(report.themes, 1)]
    files.update(
        (name, _yaml(plain(theme))) for name, theme in zip(names, report.themes, strict=True)
    )
    return [] if names == sorted(names) else names


def _yaml(value: Any) -> bytes:
    return "\n".join([*lines_of(value), ""]).encode()
