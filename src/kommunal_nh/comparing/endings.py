"""How projects ended: the rows of the archive and of the withdrawn projects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

import attrs

from kommunal_nh.assembly.context import Context, words
from kommunal_nh.comparing.changes import TextChange
from kommunal_nh.comparing.lines import Line, simple
from kommunal_nh.document import Inline, Reference, Text
from kommunal_nh.labels import fill
from kommunal_nh.model import ArchiveEntry, Withdrawn

Entry: TypeAlias = ArchiveEntry | Withdrawn


@attrs.frozen(eq=False)
class Rows:
    """What happened to the rows of one table.

    Attributes:
        added: Rows about a project that had none.
        lost: Rows that are gone or were put into other words, as they were.
        corrected: The latter, as they are now.
    """

    added: tuple[Entry, ...]
    lost: tuple[Line, ...]
    corrected: tuple[Line, ...]


class Endings:
    """The new rows of both tables; those that a project is found for are taken out."""

    def __init__(self, old: Context, new: Context) -> None:
        before, after, self._labels = old.report, new.report, new.labels
        self._archive = _compared(old, new, before.archive, after.archive)
        self._withdrawn = _compared(old, new, before.withdrawn, after.withdrawn)
        entries: tuple[Entry, ...] = (*after.withdrawn, *after.archive)
        self._by_id = {entry.id: entry for entry in entries if entry.id}
        self._added = [*self._archive.added, *self._withdrawn.added]

    def of(self, project_id: str, title: str) -> Entry | None:
        """How a project ended that is no longer in the report.

        Args:
            project_id: Its id.

            title: Its title in the edition that still had it.

        Returns:
            The row with its id; otherwise a new row without id that has its title; otherwise None.
        """
        entry = self._by_id.get(project_id)
        if entry is None:
            named = (row for row in self._added if not row.id and row.project == title)
            entry = next(named, None)
        self._added = [row for row in self._added if row is not entry]
        return entry

    def others(self) -> tuple[Entry, ...]:
        """The new rows that are about none of the projects asked for.

        Returns:
            The rows, when all projects have been asked for.
        """
        return tuple(self._added)

    def corrections(self) -> Iterator[TextChange]:
        """Rows that say something else than before, and rows that were taken out.

        Yields:
            One change for the archive, one for the withdrawn projects, where there are such rows.
        """
        tables = (
            ("archive", self._labels.archive_fact, self._archive),
            ("withdrawn", self._labels.withdrawn_fact, self._withdrawn),
        )
        for key, label, rows in tables:
            if rows.lost or rows.corrected:
                yield TextChange(key, label, rows.lost, rows.corrected)


def _compared(old: Context, new: Context, before: Sequence[Entry], after: Sequence[Entry]) -> Rows:
    lost = [(_name(entry), _line(old, entry)) for entry in before]
    added: list[tuple[Entry, Line]] = []
    for entry in after:
        pair = _name(entry), _line(new, entry)
        if pair in lost:
            lost.remove(pair)
        else:
            added.append((entry, pair[1]))
    names = {name for name, _ in lost}
    return Rows(
        added=tuple(entry for entry, _ in added if _name(entry) not in names),
        lost=tuple(line for _, line in lost),
        corrected=tuple(line for entry, line in added if _name(entry) in names),
    )


def _name(entry: Entry) -> str:
    return entry.id or entry.project


def _line(context: Context, entry: Entry) -> Line:
    """A row as it was printed, but for its theme: what that is called is a change of the theme."""
    day = context.labels.date(entry.edition) if entry.edition else ""
    if isinstance(entry, ArchiveEntry):
        cells = [words(entry.project), words(entry.number), words(day)]
    else:
        cells = [words(entry.project), context.line(entry.reason), _merged(context, entry)]
        cells.append(words(day))
    content: list[Inline] = []
    for cell in filter(None, cells):
        content += [Text(" – "), *cell] if content else cell
    return Line(simple(tuple(content)), "item")


def _merged(context: Context, entry: Withdrawn) -> tuple[Inline, ...]:
    target = context.target(entry.merged_into)
    if target is None:
        return ()
    return (
        Reference(target.anchor, words(fill(context.labels.merged_into, projekt=target.title))),
    )
