"""What every section of the change report needs."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from kommunal_nh.assembly.context import FRAME, Context, words
from kommunal_nh.comparing.changes import Changes
from kommunal_nh.comparing.names import Names
from kommunal_nh.document import Block, Heading, Section
from kommunal_nh.labels import Labels, fill


@attrs.frozen(eq=False)
class Sheet:
    """The changes, and the words to tell them in.

    Attributes:
        changes: What changed.
        names: What references print.
    """

    changes: Changes
    names: Names

    @classmethod
    def of(cls, changes: Changes) -> Sheet:
        """Prepare to print changes.

        Args:
            changes: What changed.

        Returns:
            The sheet.
        """
        return cls(changes, Names(*changes.contexts))

    @property
    def new(self) -> Context:
        """The newer edition."""
        return self.names.new

    @property
    def old(self) -> Context:
        """The older edition."""
        return self.names.old

    @property
    def labels(self) -> Labels:
        """The words of the frame, as the newer edition has them."""
        return self.new.labels

    def filled(self, label: str, **values: object) -> str:
        """A label with the words for projects, themes and goals, and with both dates.

        Args:
            label: The label.

            **values: What else stands in it; may be other words for `bisher` and `jetzt`.

        Returns:
            The text.
        """
        levels, day = self.new.profile.levels, self.labels.date
        usual = {
            "projekte": levels.project.several,
            "themen": levels.theme.several,
            "ziele": levels.goal(0).several,
            "bisher": day(self.old.report.as_of),
            "jetzt": day(self.new.report.as_of),
        }
        return fill(label, **{**usual, **values})

    def section(self, name: str, title: str, blocks: Iterable[Block], level: int = 2) -> Section:
        """A section of the change report.

        Args:
            name: Its name in anchors.

            title: A label.

            blocks: What is in it.

            level: Level of its heading.

        Returns:
            The section with its heading.
        """
        heading = Heading(level, "", words(self.filled(title)))
        return Section("changes", anchor(name), (heading, *blocks))


def anchor(name: str) -> str:
    """The anchor of a section of the change report.

    Args:
        name: Its name.

    Returns:
        The anchor.
    """
    return f"{FRAME}aenderungen.{name}"


def called(context: Context, thing_id: str) -> str:
    """A thing by number and title.

    Args:
        context: The edition.

        thing_id: Its id.

    Returns:
        For example "1.2 Strategisches Ziel 2"; the id where the edition does not have it.
    """
    target = context.target(thing_id)
    return f"{target.number} {target.title}".strip() if target else thing_id
