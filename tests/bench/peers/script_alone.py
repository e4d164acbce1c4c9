"""A script for one report: it reads the data folder and fills a Word file by docxtpl.

    python script_alone.py FOLDER TEMPLATE TARGET

This is what somebody would write for the report of Soest alone: PyYAML with its fast loader,
numbers by counting, lists by loops. It checks nothing, and marks in texts stay as they are.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import template_alone
import yaml

_STATUSES = {
    "umgesetzt": ("umgesetzte Projekte", "Umgesetzt"),
    "in-bearbeitung": ("Projekte in Bearbeitung", "Bearbeitung"),
    "in-planung": ("Projekte in Planung", "Planung"),
    "ideenspeicher": ("Ideenspeicher", "Ideenspeicher"),
}
_COLUMNS = ("ideenspeicher", "in-planung", "in-bearbeitung", "umgesetzt")
_REFERENCE = re.compile(r"\[([^\]]*)\]\(#([^)]+)\)")
Line = dict[str, Any]
Data = Mapping[str, Any]


def values(folder: Path) -> Line:
    """What the template is filled with.

    Args:
        folder: The data folder of Soest, or one like it.

    Returns:
        `title` and `lines`.
    """
    report = _read(folder / "bericht.yaml")
    themes = [_read(file) for file in sorted((folder / "themen").glob("*.yaml"))]
    numbers = _numbers(themes)
    chapters = [(folder / name).read_text("utf-8") for name in report["kapitel"]]
    lines = [
        *(line for chapter in chapters for line in _text(chapter, numbers)),
        *_overview(themes),
        *(line for place, theme in enumerate(themes, 1)
          for line in _theme(place, theme, report["einheiten"], numbers)),
        *_lists(themes, report["einheiten"], numbers),
        *_archive(_read(folder / "archiv.yaml"), themes),
    ]  # fmt: skip
    return {"title": report["titel"], "lines": lines}


def _read(file: Path) -> Any:
    """Without the types of YAML, as a unit 80.10 is no number."""
    return yaml.load(file.read_text("utf-8"), yaml.CBaseLoader)


# ---------------------------------------------------------------------------------------- numbers


def _numbers(themes: Sequence[Data]) -> dict[str, str]:
    numbers: dict[str, str] = {}
    for i, theme in enumerate(themes, 1):
        numbers[theme["id"]] = str(i)
        for j, goal in enumerate(theme["ziele"], 1):
            numbers[goal["id"]] = f"{i}.{j}"
            for k, status in enumerate(_STATUSES, 1):
                for m, project in enumerate(_projects(goal, status), 1):
                    numbers[project["id"]] = f"{i}.{j}.{k}.{m}"
    return numbers


def _projects(goal: Data, status: str) -> list[Data]:
    return [one for one in goal.get("projekte", ()) if one["status"] == status]


# ------------------------------------------------------------------------------------------- text


def _heading(level: int, text: str) -> Line:
    return {"kind": "heading", "level": level, "text": text}


def _text(text: str, numbers: Mapping[str, str]) -> Iterator[Line]:
    for paragraph in text.strip().split("\n\n"):
        words = _REFERENCE.sub(lambda found: _referred(found, numbers), " ".join(paragraph.split()))
        if words.startswith("#"):
            yield _heading(len(words) - len(words.lstrip("#")), words.lstrip("# "))
        elif words:
            yield {"kind": "paragraph", "text": words}


def _referred(found: re.Match[str], numbers: Mapping[str, str]) -> str:
    number = numbers.get(found[2], "")
    return found[1].replace("{nummer}", number) or number


def _theme(
    place: int, theme: Data, units: Mapping[str, str], numbers: Mapping[str, str]
) -> Iterator[Line]:
    yield _heading(1, f"{place} {theme['titel']}")
    yield from _text(theme.get("einleitung", ""), numbers)
    for j, goal in enumerate(theme["ziele"], 1):
        yield _heading(2, f"{place}.{j} Strategisches Ziel {j}")
        yield from _text(goal.get("text", ""), numbers)
        for k, (status, (title, _)) in enumerate(_STATUSES.items(), 1):
            yield _heading(3, f"{place}.{j}.{k} {title}")
            for project in _projects(goal, status):
                yield from _project(project, units, numbers)


def _project(project: Data, units: Mapping[str, str], numbers: Mapping[str, str]) -> Iterator[Line]:
    yield _heading(4, f"{numbers[project['id']]} {project['titel']}")
    yield from _text(f"Status: {_STATUSES[project['status']][1]}", numbers)
    for part in project.get("teile") or [project]:
        for key, label in (("beschreibung", "Projektbeschreibung:"), ("sachstand", "Sachstand:")):
            if part.get(key):
                yield from _text(f"{label}\n\n{part[key]}", numbers)
    named = [units.get(unit, unit) for unit in project.get("verantwortlich", ())]
    if named:
        yield from _text(f"Verantwortlich: {', '.join(named)}", numbers)
    if _cooperation(project):
        yield from _text(f"Zusammenarbeit mit Kommunen: {_cooperation(project)}", numbers)


def _cooperation(project: Data) -> str:
    value = project.get("zusammenarbeit", "")
    return str(value.get("text", "") if isinstance(value, dict) else value).strip()


# ----------------------------------------------------------------------------------------- tables


def _overview(themes: Sequence[Data]) -> Iterator[Line]:
    rows = [["Themenfeld", *(_STATUSES[status][1] for status in _COLUMNS), "Summe"]]
    for place, theme in enumerate(themes, 1):
        counts = [sum(len(_projects(goal, one)) for goal in theme["ziele"]) for one in _COLUMNS]
        rows.append([f"{place} {theme['titel']}", *map(str, counts), str(sum(counts))])
    yield {"kind": "table", "text": "", "rows": rows}


def _lists(
    themes: Sequence[Data], units: Mapping[str, str], numbers: Mapping[str, str]
) -> Iterator[Line]:
    head = ["Nr.", "Projekt", *(_STATUSES[status][1] for status in _COLUMNS),
            "Zusammenarbeit mit Kommunen", "Verantwortlichkeit"]  # fmt: skip
    yield _heading(1, "Projektlisten")
    for theme in themes:
        projects = (
            one for goal in theme["ziele"] for key in _STATUSES for one in _projects(goal, key)
        )
        rows = [head, *(_row(project, units, numbers) for project in projects)]
        yield _heading(2, theme["titel"])
        yield {"kind": "table", "text": "", "rows": rows}


def _row(project: Data, units: Mapping[str, str], numbers: Mapping[str, str]) -> list[str]:
    marks = [_STATUSES[one][1] if project["status"] == one else "" for one in _COLUMNS]
    named = ", ".join(units.get(unit, unit) for unit in project.get("verantwortlich", ()))
    return [numbers[project["id"]], project["titel"], *marks, _cooperation(project), named]


def _archive(entries: Iterable[Data], themes: Sequence[Data]) -> Iterator[Line]:
    titles = {theme["id"]: theme["titel"] for theme in themes}
    rows = [[titles[one["thema"]], one["projekt"], one["report"], one["nummer"]] for one in entries]
    yield _heading(1, "Archiv")
    head = ["Themenfeld", "Projekt", "Report", "Nummer im Report"]
    yield {"kind": "table", "text": "", "rows": [head, *rows]}


if __name__ == "__main__":
    folder, template, target = map(Path, sys.argv[1:])
    template_alone.fill(template, values(folder), target)
