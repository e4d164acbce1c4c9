"""The module `register`."""

from __future__ import annotations

from collections.abc import Iterable

from kommunal_nh import Finding, Module, Numbering, Report
from kommunal_nh.document import Section
from kommunal_nh_register.chapter import chapter
from kommunal_nh_register.data import RegisterData
from kommunal_nh_register.rules import KEY, findings
from kommunal_nh_register.view import View


class RegisterModule(Module):
    """Projects by department, municipality and goal for sustainable development."""

    key = KEY
    data_class = RegisterData

    def check(self, report: Report, data: RegisterData) -> Iterable[Finding]:
        return findings(report, data)

    def chapters(
        self, report: Report, numbering: Numbering, data: RegisterData
    ) -> Iterable[Section]:
        return chapter(View(report, numbering, data))
