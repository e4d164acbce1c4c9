"""What a module is: further data of a report, with chapters and checks of its own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol, runtime_checkable

from kommunal_nh.document import Section
from kommunal_nh.findings import Finding
from kommunal_nh.model import Report
from kommunal_nh.numbering import Numbering


@runtime_checkable
class Module(Protocol):
    """An optional part of a report.

    Attributes:
        key: The key below `module` that switches it on.
        data_class: The attrs class of its data; its fields are declared with `kommunal_nh.key`.
    """

    key: str
    data_class: type[Any]

    def check(self, report: Report, data: Any) -> Iterable[Finding]:
        """Check the module's data.

        Args:
            report: The whole report.

            data: An object of `data_class`.

        Returns:
            What was found.
        """

    def chapters(self, report: Report, numbering: Numbering, data: Any) -> Iterable[Section]:
        """Make the module's chapters.

        Args:
            report: The public part of the report.

            numbering: Its numbers.

            data: An object of `data_class`.

        Returns:
            Sections with a heading of level 1 each.
        """
