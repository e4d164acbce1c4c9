"""The module `sdg`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

from kommunal_nh import Fact, Finding, Module, Numbering, Report
from kommunal_nh.document import ChipStyle, Section
from kommunal_nh.sdgs import assigned_sdgs
from kommunal_nh_sdg.chapter import chapter
from kommunal_nh_sdg.data import SdgData
from kommunal_nh_sdg.facts import facts_of
from kommunal_nh_sdg.rules import KEY, findings
from kommunal_nh_sdg.view import STYLES, View


class SdgModule(Module):
    """Goals for sustainable development, with chips, matrix, index and gaps."""

    key = KEY
    data_class = SdgData

    def check(self, report: Report, data: SdgData) -> Iterable[Finding]:
        return findings(report, data)

    def public(self, report: Report, data: SdgData) -> SdgData:
        known = assigned_sdgs(report)
        return attrs.evolve(data, assignments=tuple(a for a in data.assignments if a.id in known))

    def chapters(self, report: Report, numbering: Numbering, data: SdgData) -> Iterable[Section]:
        return chapter(View(report, numbering, data))

    def facts(
        self, report: Report, numbering: Numbering, data: SdgData
    ) -> Mapping[str, Sequence[Fact]]:
        return facts_of(View(report, numbering, data)) if data.has_chips else {}

    def chips(self, data: SdgData) -> Iterable[ChipStyle]:
        return STYLES
