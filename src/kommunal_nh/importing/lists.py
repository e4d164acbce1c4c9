"""What the lists of projects add to the text: status, responsibility, cooperation, short titles."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from kommunal_nh.importing.contradictions import check_lists
from kommunal_nh.importing.drafts import (
    Draft,
    ListRow,
    ProjectDraft,
    ThemeDraft,
    projects_below,
)
from kommunal_nh.importing.matching import likeness, matched
from kommunal_nh.importing.remarks import Remarks
from kommunal_nh.importing.units import Units
from kommunal_nh.importing.wording import Wording, folded

_ALIKE = 85
_USED = {"number", "project", "status", "responsible", "cooperation"}
_SHORTER = 0.85
"""A title of the list that is not longer than this part of the text's is a short title."""


def give_statuses(draft: Draft, wording: Wording) -> None:
    """The status of each project: that of its section, of its field, or of its number.

    Args:
        draft: The report in the making.

        wording: The words of the profile.
    """
    statuses = wording.profile.statuses
    for theme in draft.themes:
        for project in projects_below(theme):
            words = project.fields.get("status", "")
            printed = wording.statuses.get(folded(words).lstrip("●►□○ "))
            if printed:
                del project.fields["status"]
            by_number = project.number.status if project.number else 0
            if project.section:
                project.status = project.section.status
            elif printed:
                project.status = printed
            elif 0 < by_number <= len(statuses):
                project.status = statuses[by_number - 1].id


def use_lists(draft: Draft, wording: Wording, units: Units, remarks: Remarks) -> None:
    """Take from the lists what the text does not say.

    Args:
        draft: The report in the making.

        wording: The words of the profile.

        units: Collects the units.

        remarks: Where to say what contradicts itself.
    """
    rows = _by_theme(draft)
    pairs, without_row, without_project = [], [], []
    for theme in draft.themes:
        found, missing, extra = matched(projects_below(theme), rows.pop(theme.title, []))
        pairs += found
        without_row += missing if draft.rows else []
        without_project += extra
    without_project += [row for group in rows.values() for row in group]
    for project, row in pairs:
        _fill(project, row, units)
        draft.leave_rest(row, _USED)
    _fill_from_text(draft, units)
    for row in without_project:
        draft.leave(row.at, row.words)
    _leave_captions(draft, wording)
    check_lists(pairs, without_row, without_project, wording, remarks)


def _by_theme(draft: Draft) -> dict[str, list[ListRow]]:
    """The rows of each theme; its title stands in the heading of its list."""
    groups: dict[str, list[ListRow]] = defaultdict(list)
    names: dict[str, str] = {}
    by_number = {theme.printed: theme.title for theme in reversed(draft.themes)}
    for row in draft.rows:
        if row.heading not in names:
            names[row.heading] = _theme_in(row.heading, draft.themes)
        title = names[row.heading]
        if title == row.heading:  # it names no theme
            title = by_number.get(_first_part(row.cells.get("number", "")), title)
        groups[title].append(row)
    return groups


def _first_part(number: str) -> str:
    return re.split(r"(?<=\d)\D|(?<=\D)(?=\d)", number, maxsplit=1)[0]


def _theme_in(heading: str, themes: Iterable[ThemeDraft]) -> str:
    words = folded(heading)
    for theme in themes:
        if folded(theme.title) in words:
            return theme.title
    alike = [(likeness(heading, theme.title), theme.title) for theme in themes]
    best = max(alike, default=(0, heading))
    return best[1] if best[0] >= _ALIKE else heading


def _leave_captions(draft: Draft, wording: Wording) -> None:
    """Captions that name something else than a theme are left over."""
    titles = {theme.title for theme in draft.themes}
    for at, words in draft.captions:
        names = [one.fullmatch(folded(words)) for _, one in wording.captions]
        named = any(found and "thema" in found.groupdict() for found in names)
        if named and _theme_in(words, draft.themes) not in titles:
            draft.leave(at, words)


def _fill(project: ProjectDraft, row: ListRow, units: Units) -> None:
    cells = row.cells
    project.cooperation = cells.get("cooperation", "")
    project.responsible = units.ids(cells.get("responsible", ""), row.at)
    project.status = project.status or cells.get("status", "")
    title = cells.get("project", "")
    if 0 < len(title) < _SHORTER * len(project.title) and not title.endswith("…"):
        project.short_title = title


def _fill_from_text(draft: Draft, units: Units) -> None:
    for theme in draft.themes:
        for project in projects_below(theme):
            fields = project.fields
            if not project.responsible and "responsible" in fields:
                project.responsible = units.ids(fields.pop("responsible"), project.at)
            if not project.cooperation:
                project.cooperation = fields.pop("cooperation", "")
