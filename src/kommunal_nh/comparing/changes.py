"""What changed between two editions, as data.

Changes ─┬─ Change ─┬─ Placed (then), Placed (now)
         │          └─ TextChange ── Line …
         ├─ TextChange …             (of the report itself)
         └─ ArchiveEntry, Withdrawn  (new rows that are about no project of the older edition)
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

import attrs

from kommunal_nh.assembly.context import Context, Thing
from kommunal_nh.comparing.alignment import changed_lines
from kommunal_nh.comparing.lines import Line
from kommunal_nh.document import StatusMark
from kommunal_nh.model import ArchiveEntry, Edition, Withdrawn
from kommunal_nh.value import Value


class Kind(Enum):
    """What a thing is."""

    CHAPTER = "chapter"
    THEME = "theme"
    GOAL = "goal"
    PROJECT = "project"


@attrs.frozen(eq=False, repr=False)
class Placed(Value):
    """A thing as one edition shows it.

    Attributes:
        kind: What it is.
        thing: Its data.
        number: Its number as printed; that of its goal before it where it alone names nothing.
        title: Its title as printed.
        home: Ids of all that it stands in, its theme first; nothing for themes and chapters.
        mark: Its status, for projects.
    """

    kind: Kind
    thing: Thing
    number: str
    title: str
    home: tuple[str, ...] = ()
    mark: StatusMark | None = None


@attrs.frozen(eq=False, repr=False)
class TextChange(Value):
    """One text that says something else than before.

    References in it are neutral: they say where they lead, not which number they print.

    Attributes:
        key: Which text it is, whatever the profile calls it.
        label: As the newer edition prints it before the text; may be empty.
        old: Lines of the older edition.
        new: Lines of the newer one.
        on_one_line: The text stands on the line of its label.
    """

    key: str
    label: str
    old: tuple[Line, ...]
    new: tuple[Line, ...]
    on_one_line: bool = False

    @property
    def lines(self) -> tuple[Line, ...]:
        """Both in one, with `Inserted` and `Deleted`."""
        return changed_lines(self.old, self.new, together=self.on_one_line)


@attrs.frozen(eq=False, repr=False)
class Change(Value):
    """What happened to one thing; several of the properties can be true at once.

    Attributes:
        id: Its id.
        old: Where and what it was; None if it is new.
        new: Where and what it is; None if it is gone.
        texts: Which of its texts and facts changed, its title included.
        ending: How a project ended, if the report says so.
    """

    id: str
    old: Placed | None
    new: Placed | None
    texts: tuple[TextChange, ...] = ()
    ending: ArchiveEntry | Withdrawn | None = None

    @property
    def kind(self) -> Kind:
        """What the thing is."""
        return self.latest.kind

    @property
    def latest(self) -> Placed:
        """The thing now or, if it is gone, as it was."""
        placed = self.new or self.old
        assert placed is not None  # noqa: S101 - a change is about something
        return placed

    @property
    def is_new(self) -> bool:
        """Whether the older edition does not have it."""
        return self.old is None

    @property
    def is_gone(self) -> bool:
        """Whether the newer edition does not have it."""
        return self.new is None

    @property
    def is_archived(self) -> bool:
        """Whether it is gone into the archive."""
        return self.is_gone and isinstance(self.ending, ArchiveEntry)

    @property
    def is_merged(self) -> bool:
        """Whether it became part of another project."""
        return self.is_gone and isinstance(self.ending, Withdrawn) and bool(self.ending.merged_into)

    @property
    def is_withdrawn(self) -> bool:
        """Whether it ended without being carried out or merged."""
        return self.is_gone and isinstance(self.ending, Withdrawn) and not self.is_merged

    @property
    def is_missing(self) -> bool:
        """Whether it is gone and the report does not say why."""
        return self.is_gone and self.ending is None

    @property
    def has_new_status(self) -> bool:
        """Whether its status is another one."""
        return self._differs(lambda placed: placed.mark and placed.mark.status)

    @property
    def is_moved(self) -> bool:
        """Whether it stands in another goal or theme; its own goals and projects go with it."""
        return self._differs(lambda placed: placed.home[-1:])

    @property
    def has_new_number(self) -> bool:
        """Whether its printed number is another one."""
        return self._differs(lambda placed: placed.number)

    @property
    def has_new_texts(self) -> bool:
        """Whether a text or fact of it says something else, as far as it is in both editions."""
        return bool(self.texts)

    @property
    def is_only_renumbered(self) -> bool:
        """Whether nothing but its number changed."""
        return self.has_new_number and not (
            self.has_new_status or self.is_moved or self.has_new_texts
        )

    def _differs(self, value: Callable[[Placed], object]) -> bool:
        if self.old is None or self.new is None:
            return False
        return value(self.old) != value(self.new)


@attrs.frozen(eq=False, repr=False)
class Changes(Value):
    """All that changed between two editions; false if nothing did.

    Attributes:
        old: The older edition.
        new: The newer one.
        things: The things that changed, in the order of the newer edition, gone ones at the end.
        entries: New rows of the archive and of the withdrawn projects that are about no project of
            the older edition.
        texts: What changed in the report's own facts: title, publisher, units and so on.
        notes: What else is different: `levels`, `statuses`, `numbering`, `fields`, `frame`,
            `modules`.
        contexts: Both editions as the assembly sees them, the newer one first.
    """

    old: Edition
    new: Edition
    things: tuple[Change, ...] = ()
    entries: tuple[ArchiveEntry | Withdrawn, ...] = ()
    texts: tuple[TextChange, ...] = ()
    notes: tuple[str, ...] = ()
    contexts: tuple[Context, Context] = attrs.field(kw_only=True, eq=False, repr=False)

    def __bool__(self) -> bool:
        return bool(self.things or self.entries or self.texts or self.notes)

    @property
    def projects(self) -> tuple[Change, ...]:
        """The projects that changed."""
        return tuple(change for change in self.things if change.kind is Kind.PROJECT)

    @property
    def frame(self) -> tuple[Change, ...]:
        """The chapters, themes and goals that changed."""
        return tuple(change for change in self.things if change.kind is not Kind.PROJECT)

    @property
    def new_projects(self) -> int:
        """How many projects are new."""
        return sum(change.is_new for change in self.projects)

    @property
    def gone_projects(self) -> int:
        """How many projects are gone, for whatever reason."""
        return sum(change.is_gone for change in self.projects)

    @property
    def renumbered_projects(self) -> int:
        """How many projects have another number and nothing else."""
        return sum(change.is_only_renumbered for change in self.projects)

    @property
    def changed_projects(self) -> int:
        """How many projects are in both editions and have more than another number."""
        others = self.new_projects + self.gone_projects + self.renumbered_projects
        return len(self.projects) - others
