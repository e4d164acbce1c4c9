"""What a unit is asked; every format of a form shows the same `Questionnaire`.

What comes back are `Answers` (`kommunal_nh.merging.answers`).
"""

from __future__ import annotations

from datetime import date

import attrs

from kommunal_nh.surveying.fingerprints import Fingerprint
from kommunal_nh.surveying.rich import RichText
from kommunal_nh.value import Value


@attrs.frozen(eq=False, repr=False)
class Choice(Value):
    """One of several values, to be chosen from a list.

    Attributes:
        id: What the data says.
        label: What people read.
    """

    id: str
    label: str


@attrs.frozen(eq=False, repr=False)
class Question(Value):
    """What is asked about one project, or about one of its further parts.

    Attributes:
        project: Id of the project.
        part: 0 for the project itself, 1 for the first of its parts, and so on.
        number: Its number in this edition; empty for a draft.
        title: Its title; of a part, that of the project and its own.
        place: Where it stands: theme and goal in words.
        status: Id of its status; empty for a part, which has none.
        description: Its description, to be corrected.
        progress: The last progress, to be replaced by a new one.
        cooperation: Words about the cooperation, to be corrected; empty for a part.
        others: Names of the other units that are asked the same.
        fingerprint: Of all this.
    """

    project: str
    part: int
    number: str
    title: str
    place: str
    status: str
    description: RichText
    progress: RichText
    cooperation: RichText
    others: tuple[str, ...]
    fingerprint: Fingerprint

    @property
    def key(self) -> str:
        """Names it in a form: `klima-allianz`, or `klima-allianz#2` for its second part."""
        return key_of(self.project, self.part)


@attrs.frozen(eq=False, repr=False)
class Questionnaire(Value):
    """What one unit is asked.

    Attributes:
        report: Title of the report.
        edition: The day that the report speaks of.
        unit: Id of the unit.
        unit_name: Its name.
        due: Until when it shall answer, if there is a day.
        projects_word: What the municipality calls its projects, several of them.
        instructions: What to do, one short sentence each.
        statuses: The statuses to choose from.
        goals: The goals (or themes without goals) that a new idea can belong to.
        questions: One for each project and part, in the order of the report.
    """

    report: str
    edition: date
    unit: str
    unit_name: str
    due: date | None
    projects_word: str
    instructions: tuple[str, ...]
    statuses: tuple[Choice, ...]
    goals: tuple[Choice, ...]
    questions: tuple[Question, ...]


def key_of(project: str, part: int = 0) -> str:
    """The name of a question in a form.

    Args:
        project: Id of the project.

        part: 0 for the project itself, otherwise its part.

    Returns:
        The name.
    """
    return f"{project}#{part}" if part else project
