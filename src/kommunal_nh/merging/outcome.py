"""What merging came to: changes, new ideas, conflicts, and how far each unit is."""

from __future__ import annotations

from datetime import date
from enum import Enum
from pathlib import Path

import attrs

from kommunal_nh.model import Project, Report
from kommunal_nh.value import Value


class Field(Enum):
    """What an answer can change."""

    STATUS = "Status"
    DESCRIPTION = "Beschreibung"
    PROGRESS = "Sachstand"
    COOPERATION = "Zusammenarbeit"


class State(Enum):
    """How far a unit is."""

    ANSWERED = "beantwortet"
    UNCHANGED = "unverändert"
    PARTLY = "teilweise beantwortet"
    MISSING = "fehlt"
    OVERDUE = "überfällig"


@attrs.frozen(eq=False, repr=False)
class Version(Value):
    """What one file says.

    Attributes:
        unit: Id of the unit.
        source: Name of the file.
        place: Where in the file.
        said: The words, or Markdown.
    """

    unit: str
    source: str
    place: str
    said: str


@attrs.frozen(eq=False, repr=False)
class Change(Value):
    """One field of one project or part that says something else.

    Attributes:
        key: The question, such as `klima-allianz` or `klima-allianz#2`.
        field: What changes.
        old: What the data said.
        new: What it says now: the id of a status, or Markdown.
        units: Ids of the units that say so.
    """

    key: str
    field: Field
    old: str
    new: str
    units: tuple[str, ...]


@attrs.frozen(eq=False, repr=False)
class NewIdea(Value):
    """An idea that becomes a project.

    Attributes:
        goal: Id of its goal or theme.
        project: The project.
    """

    goal: str
    project: Project


@attrs.frozen(eq=False, repr=False)
class Conflict(Value):
    """Something that a person has to decide; the data is as it was.

    Attributes:
        key: The question; empty for what belongs to none.
        title: Number and title of the project, or what it is about.
        what: What it is about: a field, or something else.
        message: What is wrong and what to do, a sentence or two.
        current: What the data says.
        versions: What the files say.
    """

    key: str
    title: str
    what: str
    message: str
    current: str
    versions: tuple[Version, ...]


@attrs.frozen(eq=False, repr=False)
class UnitState(Value):
    """How far one unit is.

    Attributes:
        unit: Its id.
        name: Its name.
        state: How far it is.
        files: Names of the files that came from it.
        answered: How many questions have an answer.
        open: Keys of the questions without an answer, where a file came back.
    """

    unit: str
    name: str
    state: State
    files: tuple[str, ...] = ()
    answered: int = 0
    open: tuple[str, ...] = ()


@attrs.frozen
class Merge:
    """What merging came to.

    Attributes:
        report: The report as it is afterwards.
        changes: What the data says differently.
        ideas: Projects that are new.
        conflicts: What was not taken over.
        states: How far each unit is, in the order of the data.
        due: Until when the units should have answered, as far as a file says so.
        files: The files of the data folder that were written; none after a preview.
        conflict_file: The file with the conflicts, if there are any.
    """

    report: Report
    changes: tuple[Change, ...]
    ideas: tuple[NewIdea, ...]
    conflicts: tuple[Conflict, ...]
    states: tuple[UnitState, ...]
    due: date | None
    files: tuple[Path, ...] = ()
    conflict_file: Path | None = None
