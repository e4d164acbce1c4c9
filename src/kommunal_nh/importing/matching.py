"""Which row of a list is about which project of the text: by number and by title."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from kommunal_nh.importing.drafts import ListRow, ProjectDraft
from kommunal_nh.importing.wording import folded

_SURE = 60
"""How alike title and short title must be, of 100, if the numbers agree."""
_ALIKE = 70
"""The same if they do not."""


def matched(
    projects: Sequence[ProjectDraft], rows: Sequence[ListRow]
) -> tuple[list[tuple[ProjectDraft, ListRow]], list[ProjectDraft], list[ListRow]]:
    """Find the row of each project.

    Args:
        projects: The projects of one theme, as the text has them.

        rows: The rows of its list.

    Returns:
        Pairs in the order of the text; projects without a row; rows without a project.
    """
    pairs = _by_number(projects, rows, _SURE)
    pairs |= _by_title(_without(projects, pairs), _rows_left(rows, pairs))
    pairs |= _by_number(_without(projects, pairs), _rows_left(rows, pairs), 0)
    found = [(project, pairs[id(project)]) for project in projects if id(project) in pairs]
    return found, _without(projects, pairs), _rows_left(rows, pairs)


def likeness(title: str, other: str) -> float:
    """How much two titles look like names of the same thing.

    Args:
        title: A title.

        other: Another one, perhaps shorter.

    Returns:
        From 0 to 100.
    """
    first, second = folded(title), folded(other)
    return max(fuzz.token_set_ratio(first, second), fuzz.ratio(first, second))


def _by_number(
    projects: Iterable[ProjectDraft], rows: Iterable[ListRow], least: float
) -> dict[int, ListRow]:
    waiting: dict[str, deque[ProjectDraft]] = defaultdict(deque)
    for project in projects:
        waiting[project.printed].append(project)
    pairs: dict[int, ListRow] = {}
    for row in rows:
        number = row.cells.get("number", "").rstrip(".")
        candidates = waiting.get(number) if number else None
        if candidates and likeness(candidates[0].title, row.cells.get("project", "")) >= least:
            pairs[id(candidates.popleft())] = row
    return pairs


def _by_title(projects: Sequence[ProjectDraft], rows: Sequence[ListRow]) -> dict[int, ListRow]:
    alike = (
        (likeness(project.title, row.cells.get("project", "")), project, row)
        for row in rows
        for project in projects
    )
    pairs: dict[int, ListRow] = {}
    used: set[int] = set()
    for score, project, row in sorted(alike, key=lambda one: (-one[0], one[1].at, one[2].at)):
        if score >= _ALIKE and id(project) not in pairs and id(row) not in used:
            pairs[id(project)] = row
            used.add(id(row))
    return pairs


def _without(projects: Iterable[ProjectDraft], pairs: dict[int, ListRow]) -> list[ProjectDraft]:
    return [project for project in projects if id(project) not in pairs]


def _rows_left(rows: Iterable[ListRow], pairs: dict[int, ListRow]) -> list[ListRow]:
    used = {id(row) for row in pairs.values()}
    return [row for row in rows if id(row) not in used]
