"""What a module is: further data of a report, with chapters, facts, checks and files of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from kommunal_nh.document import ChipStyle, Inline, Section
from kommunal_nh.findings import Finding
from kommunal_nh.model import Report
from kommunal_nh.numbering import Numbering
from kommunal_nh.value import Value

if TYPE_CHECKING:
    from kommunal_nh.exporters import AnyExporter


@attrs.frozen(eq=False, repr=False)
class Fact(Value):
    """A line among the facts of a theme, goal or project.

    Attributes:
        key: What it is; a fact of the report itself with the same key, such as `sdgs` or
            `frameworks`, is replaced.
        label: The words before it, such as "Indikatoren:".
        content: What it says; never empty.
    """

    key: str
    label: str
    content: tuple[Inline, ...]


class Module:
    """An optional part of a report; a subclass says what there is of it.

    Attributes:
        key: The key below `module` that switches it on.
        data_class: The attrs class of its data; its fields are declared with `kommunal_nh.key`.
        needs_past: Whether it speaks of earlier editions, so that `Report.past` is needed.
    """

    key: str
    data_class: type[Any]
    needs_past: bool = False

    def check(self, report: Report, data: Any) -> Iterable[Finding]:
        """Check the module's data.

        A finding about `KEY/ID` gets file and line of the mapping in the module's data that has
        this id, one about `KEY` those of the data as a whole.

        Args:
            report: The whole report.

            data: An object of `data_class`.

        Returns:
            What was found.
        """
        return ()

    def public(self, report: Report, data: Any) -> Any:
        """Remove what must not leave the house; called before anything else but `check`.

        Args:
            report: The public part of the report.

            data: An object of `data_class`.

        Returns:
            Such an object without what is private, or what speaks of drafts.
        """
        return data

    def chapters(self, report: Report, numbering: Numbering, data: Any) -> Iterable[Section]:
        """Make the module's chapters.

        Args:
            report: The public part of the report.

            numbering: Its numbers.

            data: An object of `data_class`.

        Returns:
            Sections with a heading of level 1 each.
        """
        return ()

    def facts(
        self, report: Report, numbering: Numbering, data: Any
    ) -> Mapping[str, Sequence[Fact]]:
        """Say something among the facts of themes, goals and projects.

        Args:
            report: The public part of the report.

            numbering: Its numbers.

            data: An object of `data_class`.

        Returns:
            The facts, by id of the theme, goal or project.
        """
        return {}

    def chips(self, data: Any) -> Iterable[ChipStyle]:
        """How the chips look that the module's chapters and facts have.

        Args:
            data: An object of `data_class`.

        Returns:
            One style for each.
        """
        return ()

    def exporters(self, data: Any) -> Iterable[AnyExporter]:
        """The further files that are built while the module is on.

        Args:
            data: An object of `data_class`.

        Returns:
            An exporter for each.
        """
        return ()
