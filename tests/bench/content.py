"""Makes a data folder of any number of projects out of the example's own texts.

Each theme is one pass through all goals of `examples/kreis_soest` (about 100 projects), with ids of
its own, the texts of a pass shared out anew among its projects, and references within and between
the themes. So lengths, markup, statuses and structure stay those of a real report, and texts repeat
only far apart, too far for deflate to notice. The same number always gives the same folder.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count, islice
from pathlib import Path
from typing import NamedTuple, TypeVar

import attrs
from workshop import SOEST, leave_out_charts

from kommunal_nh import Goal, Project, Report, load

_T = TypeVar("_T")
_STEP = 7  # shares no factor with the number of projects, so every text finds a place
_REFERENCE = re.compile(r"\]\(#([^)]+)\)")
_THEME = re.compile(r"thema: [^,]+,")
_SEE_EVERY = 10


class _Ids(NamedTuple):
    """The ids of all projects so far: in order, and where each stands."""

    order: list[str]
    places: dict[str, int]

    def add(self, names: Iterable[str]) -> None:
        begin = len(self.order)
        self.order.extend(names)
        self.places.update(zip(self.order[begin:], count(begin), strict=False))


def make_folder(folder: Path, projects: int) -> Path:
    """Write a data folder.

    Args:
        folder: The folder to make.

        projects: How many projects.

    Returns:
        The folder.
    """
    example = load(SOEST)
    (folder / "themen").mkdir(parents=True)
    (folder / "kapitel").mkdir()
    ids = _Ids([], {})
    for number, goals in enumerate(_passes(example, projects)):
        ids.add(project.id for goal in goals for project in goal.projects)
        text = "".join(_theme(example, number, goals, ids))
        (folder / "themen" / f"{number:04}.yaml").write_text(text, "utf-8")
    introduction = _referring((SOEST / "kapitel" / "einleitung.md").read_text("utf-8"), 0, ids)
    (folder / "kapitel" / "einleitung.md").write_text(introduction, "utf-8")
    shutil.copy(SOEST / "bericht.yaml", folder)
    leave_out_charts(folder)
    archive = (SOEST / "archiv.yaml").read_text("utf-8")
    (folder / "archiv.yaml").write_text(_THEME.sub("thema: thema-0,", archive), "utf-8")
    return folder


# ----------------------------------------------------------------------------------- structure


def _passes(example: Report, projects: int) -> Iterator[list[Goal]]:
    """The goals of each theme; the last theme has what is missing."""
    number = 0
    while projects > 0:
        goals = list(_pass(example, number, projects))
        projects -= sum(len(goal.projects) for goal in goals)
        number += 1
        yield goals


def _pass(example: Report, number: int, wanted: int) -> Iterator[Goal]:
    goals = [goal for theme in example.themes for goal in theme.goals]
    moved = iter(_moved([project for goal in goals for project in goal.projects], number))
    for goal in goals:
        if wanted <= 0:
            return
        projects = tuple(islice(moved, len(goal.projects)))[:wanted]
        wanted -= len(projects)
        yield attrs.evolve(goal, id=f"{goal.id}-{number}", projects=projects)


def _moved(projects: Sequence[Project], number: int) -> list[Project]:
    """The projects, each with its own title and facts but a neighbour's texts."""
    return [
        attrs.evolve(
            project,
            id=f"{project.id}-{number}",
            title=f"{project.title} {number + 1}",
            status=_shifted(projects, place + number).status,
            description=_shifted(projects, place + _STEP * number).description,
            progress=_shifted(projects, place + 2 * _STEP * number).progress,
        )
        for place, project in enumerate(projects)
    ]


def _shifted(items: Sequence[_T], place: int) -> _T:
    return items[place % len(items)]


# ---------------------------------------------------------------------------------------- text


def _theme(example: Report, number: int, goals: Sequence[Goal], ids: _Ids) -> Iterator[str]:
    title = _shifted(example.themes, number).title
    place = _shifted(list(example.municipalities.values()), number)
    yield _line(0, "id", f"thema-{number}")
    yield _line(0, "titel", f"{title} in {place} {number + 1}")
    yield "ziele:\n"
    for goal in goals:
        yield _line(2, "- id", goal.id)
        yield _block(4, "text", _referring(goal.statement, number, ids))
        yield "    projekte:\n" if goal.projects else ""
        for project in goal.projects:
            yield from _project(project, lambda text: _referring(text, number, ids), ids)


def _project(project: Project, referring: Callable[[str], str], ids: _Ids) -> Iterator[str]:
    yield _line(6, "- id", project.id)
    yield _line(8, "titel", project.title)
    yield _line(8, "kurztitel", project.short_title)
    yield _line(8, "status", project.status)
    yield _block(8, "beschreibung", referring(project.description))
    yield _block(8, "sachstand", referring(project.progress) + _see(project, ids))
    yield "        teile:\n" if project.parts else ""
    for part in project.parts:
        yield _line(10, "- titel", part.title, always=True)
        yield _block(12, "beschreibung", referring(part.description))
        yield _block(12, "sachstand", referring(part.progress))
    yield f"        verantwortlich: {json.dumps(project.responsible, ensure_ascii=False)}\n"
    yield "        zusammenarbeit:\n" if project.cooperation.text else ""
    yield _block(10, "text", referring(project.cooperation.text))
    if project.cooperation.text and project.cooperation.municipalities:
        yield f"          kommunen: {json.dumps(project.cooperation.municipalities)}\n"


def _see(project: Project, ids: _Ids) -> str:
    place = ids.places[project.id]
    if place % _SEE_EVERY:
        return ""
    return f"\n\nSiehe auch [Projekt {{nummer}}](#{ids.order[place // 2]}).\n"


def _referring(text: str, number: int, ids: _Ids) -> str:
    """The text, with its references to the projects of the same pass or else to the first one."""

    def anew(found: re.Match[str]) -> str:
        target = f"{found[1]}-{number}"
        return f"](#{target if target in ids.places else ids.order[0]})"

    return _REFERENCE.sub(anew, text)


def _line(indent: int, key: str, value: str, *, always: bool = False) -> str:
    if not value and not always:
        return ""
    return f"{' ' * indent}{key}: {json.dumps(value, ensure_ascii=False)}\n"


def _block(indent: int, key: str, text: str) -> str:
    if not text.strip():
        return ""
    margin = " " * (indent + 2)
    lines = [f"{margin}{line}" if line else "" for line in text.strip().split("\n")]
    return f"{' ' * indent}{key}: |\n" + "\n".join(lines) + "\n"


if __name__ == "__main__":
    make_folder(Path(sys.argv[1]), int(sys.argv[2]))
