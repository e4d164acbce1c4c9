"""One project, as reports of this library print it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import attrs

from kommunal_nh.importing.own.days import Days
from kommunal_nh.importing.own.facts import fact
from kommunal_nh.importing.own.numbers import numbered
from kommunal_nh.importing.own.parts_of_projects import texts_of
from kommunal_nh.importing.own.sections import Part
from kommunal_nh.importing.own.tables import ListEntry
from kommunal_nh.importing.own.units import OwnUnits
from kommunal_nh.importing.own.values import frameworks_in, numbers_in
from kommunal_nh.manuscripts import Grid, Line
from kommunal_nh.model import ALL_MUNICIPALITIES, Cooperation, Project
from kommunal_nh.model import Part as ProjectPart
from kommunal_nh.patterns import Pattern
from kommunal_nh.profile import ExtraField, FieldKind, Profile

_NOTHING = Line(0, "")
_FIXED = ("responsible", "cooperation", "period", "sdgs", "frameworks")


class Projects:
    """Reads the sections of projects.

    Attributes:
        units: The responsible units that were found.
    """

    def __init__(
        self,
        profile: Profile,
        names: Mapping[str, Mapping[str, str]],
        entries: Mapping[str, ListEntry],
    ) -> None:
        self.units = OwnUnits(names.get("unit", {}))
        self.profile = profile
        self._places = names.get("municipality", {})
        self._entries = entries
        self._days = Days(profile.labels)
        self._pattern = Pattern(profile.numbering.project)
        self._marks = _marks(profile)
        self._tail = _tail(profile)

    def is_project(self, part: Part) -> bool:
        """Whether a section is that of a project: it begins with its status.

        Args:
            part: The section.

        Returns:
            True if it is.
        """
        if "status" in part.head.facets:
            return True
        first = part.blocks[0] if part.blocks else _NOTHING
        said = fact(first, self.profile.labels.status)
        return said is not None and _folded(said.words) in self._marks

    def project(self, part: Part, status: str) -> Project:
        """Read a project.

        Args:
            part: Its section.

            status: The status of the section that it stands in, if there is such a section.

        Returns:
            The project; references in its texts are not resolved yet.
        """
        blocks = list(part.blocks)
        said = fact(blocks[0], self.profile.labels.status) if blocks else None
        if said is not None and _folded(said.words) in self._marks:
            del blocks[0]
        facets = part.head.facets
        told = facets.get("status", ("",))[0] or status
        facts = self._facts(blocks)
        texts = texts_of(blocks, self.profile)
        entry = self._entries.get(part.anchor, ListEntry())
        own, parts = _own_part(texts.parts)
        project = Project(
            part.anchor,
            numbered(part.head.words, self._pattern).title,
            told or entry.status or self._marks[_folded(said.words if said else "")],
            description=own.description,
            progress=own.progress,
            parts=parts,
            extra=texts.extra,
        )
        return self._with_facts(project, facts, entry, facets)

    def _facts(self, blocks: list[Line | Grid]) -> dict[str, Line]:
        """The facts at the end, taken from the blocks; they stand in a fixed order."""
        found: dict[str, Line] = {}
        last = len(self._tail)
        while blocks:
            places = [place for place in range(last) if fact(blocks[-1], self._tail[place][1])]
            if not places:
                break
            last = places[-1]
            found[self._tail[last][0]] = fact(blocks.pop(), self._tail[last][1]) or _NOTHING
        return found

    def _with_facts(
        self,
        project: Project,
        facts: Mapping[str, Line],
        entry: ListEntry,
        facets: Mapping[str, tuple[str, ...]],
    ) -> Project:
        period = self._days.period(facts.get("period", _NOTHING).words) or (None, None)
        responsible = facts.get("responsible", _NOTHING).words
        ids = facets.get("unit", ())
        return attrs.evolve(
            project,
            responsible=self.units.of(responsible, entry.codes, ids) if responsible else (),
            cooperation=self._cooperation(facts.get("cooperation", _NOTHING), facets),
            sdgs=numbers_in(facts.get("sdgs", _NOTHING).words),
            frameworks=frameworks_in(facts.get("frameworks", _NOTHING).words),
            start=period[0],
            end=period[1],
            extra=self._extra(project.extra, facts),
        )

    def _extra(self, long: Mapping[str, str], facts: Mapping[str, Line]) -> dict[str, str]:
        found = {}
        for field in self.profile.fields:
            line = facts.get(f"extra.{field.key}")
            text = self._value(field, line) if line else long.get(field.key, "")
            if text:
                found[field.key] = text
        return found

    def _value(self, field: ExtraField, line: Line) -> str:
        if field.kind is FieldKind.DATE:
            return str(self._days.partial(line.words) or line.words)
        if field.kind is FieldKind.REFERENCE:
            return line.text  # resolved when every id is known
        return line.words

    def _cooperation(self, said: Line, facets: Mapping[str, tuple[str, ...]]) -> Cooperation:
        everyone = (ALL_MUNICIPALITIES,)
        if said.words == self.profile.labels.all_municipalities:
            return Cooperation("", everyone)
        ids = facets.get("municipality", ())
        if not ids:
            return Cooperation(said.text)
        names = ", ".join(self._places.get(one, one) for one in ids)
        if said.words == names:
            return Cooperation("", ids)
        text = _without_names(said, names)
        return Cooperation(said.text, everyone) if text is None else Cooperation(text, ids)


def _without_names(said: Line, names: str) -> str | None:
    """The text before the names of municipalities; nothing if it does not end with them."""
    ending = f" ({names})"
    if not said.words.endswith(ending):
        return None
    rest = len(re.sub(r"\s", "", ending))
    end = len(said.text)
    while end and rest:
        end -= 1
        if not said.text[end].isspace() and said.text[end] != "\\":
            rest -= 1
    return said.text[:end].rstrip(" ")


def _own_part(
    parts: Sequence[ProjectPart],
) -> tuple[ProjectPart, tuple[ProjectPart, ...]]:
    """Description and progress of the project itself, and its further parts."""
    if parts and not parts[0].title:
        return parts[0], tuple(parts[1:])
    return ProjectPart(), tuple(parts)


def _marks(profile: Profile) -> dict[str, str]:
    """Words of a mark with and without its symbol, and the status that they stand for."""
    found: dict[str, str] = {}
    for status in profile.statuses:
        words = status.column_title or status.label
        for said in (words, f"{status.symbol} {words}".strip()):
            found.setdefault(_folded(said), status.id)
    found.setdefault("", profile.statuses[0].id)
    return found


def _folded(words: str) -> str:
    """Words of a mark, in which formats make some spaces no-break spaces."""
    return " ".join(filter(None, words.replace("\u00a0", " ").split(" ")))


def _tail(profile: Profile) -> list[tuple[str, str]]:
    """The facts at the end of a project in their order, with their labels."""
    labels = profile.labels
    fixed = [(name, getattr(labels, name)) for name in _FIXED]
    fields = [one for one in profile.fields if one.kind is not FieldKind.MARKDOWN]
    extra = [(f"extra.{one.key}", one.label) for one in fields]
    reverse = [
        (f"reverse.{one.key}", one.reverse)
        for one in profile.fields
        if one.reverse and one.kind is FieldKind.REFERENCE
    ]
    return [*fixed, *extra, ("history", labels.history_fact), *reverse]
