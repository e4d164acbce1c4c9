"""A report in the making, with the places where everything stood and the numbers printed there."""

from __future__ import annotations

from collections.abc import Container

import attrs

from kommunal_nh.importing.prose import Prose
from kommunal_nh.patterns import Number


@attrs.define(eq=False)
class ProjectDraft:
    """A project as the text has it.

    Attributes:
        at: Where its heading stands.
        title: Its name.
        printed: Its number as printed.
        number: The parts of that number.
        status: The status that its number or its field names.
        section: The section that it stands in.
        id: Its id, if the source has one.
        texts: Field and prose of each text, in their order.
        fields: Other fields, as printed.
    """

    at: int
    title: str
    printed: str = ""
    number: Number | None = None
    status: str = ""
    section: SectionDraft | None = None
    id: str = ""
    texts: list[tuple[str, Prose]] = attrs.field(factory=list)
    fields: dict[str, str] = attrs.field(factory=dict)
    cooperation: str = ""
    responsible: tuple[str, ...] = ()
    short_title: str = ""


@attrs.define(eq=False)
class SectionDraft:
    """The projects of one status, below one goal or theme.

    Attributes:
        at: Where its heading stands.
        status: The status that its title names.
        printed: Its number as printed.
        empty_at: Where a sentence says that it has no projects.
    """

    at: int
    status: str
    printed: str = ""
    number: Number | None = None
    empty_at: int = 0


@attrs.define(eq=False)
class GoalDraft:
    """A goal as the text has it."""

    at: int
    title: str = ""
    printed: str = ""
    number: Number | None = None
    id: str = ""
    statement: Prose = attrs.field(factory=Prose)
    goals: list[GoalDraft] = attrs.field(factory=list)
    projects: list[ProjectDraft] = attrs.field(factory=list)
    sections: list[SectionDraft] = attrs.field(factory=list)


@attrs.define(eq=False)
class ThemeDraft:
    """A theme as the text has it."""

    at: int
    title: str
    printed: str = ""
    number: Number | None = None
    id: str = ""
    dimension: str = ""
    lead: str = ""
    introduction: Prose = attrs.field(factory=Prose)
    goals: list[GoalDraft] = attrs.field(factory=list)
    projects: list[ProjectDraft] = attrs.field(factory=list)
    sections: list[SectionDraft] = attrs.field(factory=list)


@attrs.define(eq=False)
class ChapterDraft:
    """A chapter of running text; its level is that of its heading in the source, if it has one."""

    at: int
    title: str
    id: str = ""
    level: int = 0
    text: Prose = attrs.field(factory=Prose)


@attrs.define(eq=False)
class ListRow:
    """A row of a list of projects, of the archive, or of another table that the report is made of.

    Attributes:
        at: Where it stands.
        cells: Its words by what their columns hold.
        heading: What stands above the table.
        words: The whole row.
    """

    at: int
    cells: dict[str, str]
    heading: str = ""
    words: str = ""


@attrs.define(eq=False)
class Draft:
    """A report in the making.

    Attributes:
        front: Lines of the title page, with their places.
        contents: Entries of the table of contents, with their places.
        chapters: What stands before the themes.
        themes: The themes.
        rows: Rows of the lists of projects.
        archive: Rows of the archive.
        withdrawn: Rows of the projects that ended in another way.
        overview: Rows of tables of the themes.
        captions: What stands above lists, with its place.
        spellings: Names of themes in the chapters before them.
        previous: The day of the edition before, as an empty section names it.
        left: What was not recognised, with its place.
    """

    front: list[tuple[int, str]] = attrs.field(factory=list)
    contents: list[tuple[int, str]] = attrs.field(factory=list)
    chapters: list[ChapterDraft] = attrs.field(factory=list)
    themes: list[ThemeDraft] = attrs.field(factory=list)
    rows: list[ListRow] = attrs.field(factory=list)
    archive: list[ListRow] = attrs.field(factory=list)
    withdrawn: list[ListRow] = attrs.field(factory=list)
    overview: list[ListRow] = attrs.field(factory=list)
    captions: list[tuple[int, str]] = attrs.field(factory=list)
    spellings: list[str] = attrs.field(factory=list)
    previous: str = ""
    left: list[tuple[int, str]] = attrs.field(factory=list)

    def leave(self, at: int, words: str) -> None:
        """Keep what was not recognised.

        Args:
            at: Where it stands.

            words: What it says.
        """
        if words.strip():
            self.left.append((at, words.strip()))

    def leave_rest(self, row: ListRow, used: Container[str]) -> None:
        """Keep the cells of a row that the report does not take.

        Args:
            row: The row.

            used: What the columns hold that it takes.
        """
        self.leave(row.at, " ".join(cell for name, cell in row.cells.items() if name not in used))

    def all_left(self) -> tuple[tuple[tuple[int, ...], str], ...]:
        """Everything that was not recognised.

        Returns:
            Places and words by the first place; what pages repeat is named once.
        """
        places: dict[str, list[int]] = {}
        for at, words in sorted(self.left, key=lambda one: one[0]):
            places.setdefault(words, []).append(at)
        return tuple((tuple(at), words) for words, at in places.items())


def projects_below(parent: ThemeDraft | GoalDraft) -> list[ProjectDraft]:
    """Every project below a theme or goal.

    Args:
        parent: The theme or goal.

    Returns:
        The projects in the order of the text.
    """
    found = list(parent.projects)
    for goal in parent.goals:
        found += projects_below(goal)
    return sorted(found, key=lambda project: project.at)


def sections_below(parent: ThemeDraft | GoalDraft) -> list[SectionDraft]:
    """Every section below a theme or goal.

    Args:
        parent: The theme or goal.

    Returns:
        The sections in the order of the text.
    """
    found = list(parent.sections)
    for goal in parent.goals:
        found += sections_below(goal)
    return found
