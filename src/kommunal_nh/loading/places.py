"""Where things stand in the data folder, so that findings can name file and line."""

from __future__ import annotations

from collections import abc
from collections.abc import Iterator

import attrs

from kommunal_nh.findings import Finding
from kommunal_nh.loading.source import Mapping, Sequence

_DUPLICATE = "duplicate-id"


@attrs.frozen(eq=False, repr=False)
class Place:
    """Where one thing is written.

    Attributes:
        file: Path inside the data folder.
        source: The mapping, or the rows of a table, as it was read; None for a text file or a
            single line.
        line: Line in which it, or its text, begins.
        tables: Where those of its fields are written that are files of their own, by key.
    """

    file: str
    source: Mapping | Sequence | None
    line: int
    tables: abc.Mapping[str, Place] = attrs.field(factory=dict)

    def locate(self, finding: Finding) -> Finding:
        """Add file and line to a finding.

        Args:
            finding: A finding about this thing, perhaps about one of its fields.

        Returns:
            The finding with its place.
        """
        first, _, rest = finding.field.partition(".")
        if first in self.tables:
            inside = self.tables[first].locate(attrs.evolve(finding, field=rest))
            return attrs.evolve(finding, file=inside.file, line=inside.line)
        if self.source is None:
            line = self.line + finding.offset if finding.field == "text" else max(self.line - 1, 1)
        else:
            line = _line(self.source, finding.field.split("."), finding.offset)
        return attrs.evolve(finding, file=self.file, line=line)


def _line(source: Mapping | Sequence, path: list[str], offset: int) -> int:
    """The line at the end of a path such as `teile.1.sachstand`, as far as the path exists."""
    value: object = source
    line = source.line
    for step in path:
        if isinstance(value, Mapping) and step in value.lines:
            line = value.text_line(step) + (offset if step in value.blocks else 0)
            value = value.get(step)
        elif isinstance(value, Sequence) and step.isdigit() and int(step) < len(value):
            line, value = value.lines[int(step)], value[int(step)]
    return line


class Places:
    """The places of everything that has an id."""

    def __init__(self) -> None:
        self._places: dict[str, Place] = {}
        self._again: dict[str, list[Place]] = {}

    def add(self, thing_id: str, place: Place) -> None:
        """Remember where a thing is written.

        Args:
            thing_id: Its id, `REPORT`, `PROFILE` or a `row`.

            place: Where it is written.
        """
        if thing_id in self._places:
            self._again.setdefault(thing_id, []).append(place)
        else:
            self._places[thing_id] = place

    def add_tables(self, thing_id: str, tables: abc.Mapping[str, Place]) -> None:
        """Remember which fields of a thing are files of their own.

        Args:
            thing_id: Its id; its place is known.

            tables: The places, by key of the field.
        """
        self._places[thing_id] = attrs.evolve(self._places[thing_id], tables=tables)

    def add_tree(self, source: Mapping, name: str) -> None:
        """Remember where a theme and everything below it is written.

        Args:
            source: The theme as it was read.

            name: The file.
        """
        if isinstance(thing_id := source.get("id"), str):
            self.add(thing_id, Place(name, source, source.line))
        for key in ("ziele", "projekte"):
            inner = source.get(key)
            for item in inner if isinstance(inner, list) else ():
                if isinstance(item, Mapping):
                    self.add_tree(item, name)

    def locate(self, finding: Finding) -> Iterator[Finding]:
        """Add file and line to a finding that has none.

        Args:
            finding: Any finding.

        Yields:
            The finding, with its place if it is known; where an id is given more than once, one
            finding for each place after the first.
        """
        place = self._places.get(finding.about)
        if finding.file or place is None:
            yield finding
            return
        first = place.locate(finding)
        if finding.rule != _DUPLICATE or finding.about not in self._again:
            yield first
            return
        message = f"{finding.message} Zuerst steht sie in {first.file}:{first.line}."
        for other in self._again[finding.about]:
            yield other.locate(attrs.evolve(finding, message=message))
