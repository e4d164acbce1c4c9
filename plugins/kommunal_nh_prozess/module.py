"""The module `prozess`."""

from __future__ import annotations

from collections.abc import Iterable

from kommunal_nh import Finding, Module, Numbering, Report
from kommunal_nh.document import Section
from kommunal_nh_prozess.chapter import Chapter
from kommunal_nh_prozess.data import ProcessData
from kommunal_nh_prozess.rules import KEY, findings


class ProcessModule(Module):
    """The management cycle: phases, milestones and resolutions, actors."""

    key = KEY
    data_class = ProcessData

    def check(self, report: Report, data: ProcessData) -> Iterable[Finding]:
        return findings(report, data)

    def chapters(
        self, report: Report, numbering: Numbering, data: ProcessData
    ) -> Iterable[Section]:
        return (Chapter(report, data).section(),)
