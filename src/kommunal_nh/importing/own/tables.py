"""Lists of projects, archive and withdrawn projects of reports that this library wrote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

import attrs

from kommunal_nh.importing.own.days import Days, placeholders
from kommunal_nh.importing.own.sections import Part
from kommunal_nh.manuscripts import Grid, GridRow
from kommunal_nh.model import ArchiveEntry, Withdrawn
from kommunal_nh.profile import Profile

_LINK = re.compile(r"\[(?P<words>(?:\\.|[^\]\\])*)\]\(<?#(?P<anchor>[^)>\s]+)>?\)")


@attrs.frozen
class ListEntry:
    """What a list of projects adds to the text.

    Attributes:
        codes: The units, as short as the list names them.
        status: The status of the column in which the mark stands.
    """

    codes: str = ""
    status: str = ""


def list_entries(part: Part, profile: Profile) -> dict[str, ListEntry]:
    """The rows of the lists of projects.

    Args:
        part: The chapter with the lists.

        profile: Says what the columns are called.

    Returns:
        The rows by id of the project.
    """
    found = {}
    for grid in (block for block in part.blocks if isinstance(block, Grid)):
        heads, *rows = grid.rows
        for row in rows:
            link = next(filter(None, map(_LINK.match, row.texts)), None)
            if link is not None:
                found[link["anchor"]] = _entry(heads.cells, row.cells, profile)
    return found


def _entry(heads: tuple[str, ...], cells: tuple[str, ...], profile: Profile) -> ListEntry:
    count = len(profile.statuses)
    first = next((at for at in range(len(heads)) if heads[at : at + count] == _titles(profile)), 0)
    marks = [place for place, cell in enumerate(cells[first : first + count]) if cell]
    status = profile.by_stage[marks[0]].id if first and len(marks) == 1 else ""
    named = heads[-1:] == (profile.labels.column_responsible,)
    return ListEntry(cells[-1] if named else "", status)


def _titles(profile: Profile) -> tuple[str, ...]:
    titles = (status.column_title or status.label for status in profile.by_stage)
    return tuple(" ".join(filter(None, title.split(" "))) for title in titles)


def archive_of(part: Part, days: Days, themes: Mapping[str, str]) -> Iterator[ArchiveEntry]:
    """The entries of the archive.

    Args:
        part: Its chapter.

        days: Reads the days of editions.

        themes: Ids of the themes by title.

    Yields:
        The entries.
    """
    for row in _rows(part):
        theme, project, edition, number = (*row.cells, "", "", "", "")[:4]
        if day := days.day(edition):
            yield ArchiveEntry(themes.get(theme, theme), project, day, number)


def withdrawn_of(part: Part, days: Days, merged: str) -> Iterator[Withdrawn]:
    """The projects that ended in another way.

    Args:
        part: Their chapter.

        days: Reads the days of editions.

        merged: What stands after the reason, with a place for the other project.

    Yields:
        The entries.
    """
    for row in _rows(part):
        texts = (*row.texts, "", "", "")
        reason, into = _reason(texts[1], merged)
        yield Withdrawn(row.cells[0], reason, days.day((*row.cells, "", "")[2]), into)


def _reason(text: str, merged: str) -> tuple[str, str]:
    links = list(_LINK.finditer(text))
    if not links or links[-1].end() != len(text):
        return text, ""
    last = links[-1]
    said = re.sub(r"\\(.)", r"\1", last["words"])
    if not placeholders(merged, "projekt").fullmatch(said):
        return text, ""
    return text[: last.start()].rstrip(" "), last["anchor"]


def _rows(part: Part) -> Iterable[GridRow]:
    for grid in (block for block in part.blocks if isinstance(block, Grid)):
        yield from grid.rows[1:]
