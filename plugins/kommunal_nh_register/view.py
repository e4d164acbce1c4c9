"""One report seen by the module, with its names and words."""

from __future__ import annotations

from functools import cached_property

from kommunal_nh import Names, Numbering, Project, Report
from kommunal_nh.labels import fill
from kommunal_nh_register.data import RegisterData
from kommunal_nh_register.texts import Texts


class View:
    """One report and the module's data.

    Attributes:
        report: The report.
        data: The data.
        names: What the things of the report are called.
    """

    def __init__(self, report: Report, numbering: Numbering, data: RegisterData) -> None:
        self.report = report
        self.data = data
        self.names = Names(report, numbering)

    @property
    def texts(self) -> Texts:
        """The words."""
        return self.data.texts

    @cached_property
    def projects(self) -> tuple[Project, ...]:
        """The projects in the order of the document."""
        return tuple(self.names.projects())

    def words(self, text: str, count: int | None = None, **values: object) -> str:
        """One of the module's texts, with the report's words for projects.

        Args:
            text: The text.

            count: How many projects it speaks of.

            **values: What else stands in it.

        Returns:
            The text, filled in.
        """
        level = self.report.profile.levels.project
        several = level.several if count is None else level.counted(count)
        return fill(text, projekt=level.singular, projekte=several, anzahl=count, **values)
