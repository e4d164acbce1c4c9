"""The module as the library calls it."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from kommunal_nh import Fact, Finding, Module, Numbering, Report
from kommunal_nh.document import ChipStyle, Section
from kommunal_nh_indikatoren.chapter import chapter
from kommunal_nh_indikatoren.data import Indicator, Indicators
from kommunal_nh_indikatoren.facts import facts_of
from kommunal_nh_indikatoren.looks import styles
from kommunal_nh_indikatoren.placing import KEY, ids_of
from kommunal_nh_indikatoren.rules import findings

_PART = "module"


class IndicatorsModule(Module):
    """Indicators with values, targets and evaluation."""

    key = KEY
    data_class = Indicators

    def check(self, report: Report, data: Indicators) -> Iterator[Finding]:
        return findings(report, data)

    def public(self, report: Report, data: Indicators) -> Indicators:
        published = set(ids_of(report))
        kept = (_published(indicator, published) for indicator in data.indicators)
        return attrs.evolve(data, indicators=tuple(one for one in kept if one is not None))

    def facts(
        self, report: Report, numbering: Numbering, data: Indicators
    ) -> dict[str, list[Fact]]:
        return facts_of(data, linked=_PART in report.profile.parts)

    def chapters(self, report: Report, numbering: Numbering, data: Indicators) -> Iterator[Section]:
        yield chapter(report, numbering, data)

    def chips(self, data: Indicators) -> Iterator[ChipStyle]:
        return styles()


def _published(indicator: Indicator, published: set[str]) -> Indicator | None:
    """An indicator without drafts; None if it belongs to nothing but drafts."""
    things = tuple(thing for thing in indicator.things if thing in published)
    if indicator.things and not things:
        return None
    return attrs.evolve(indicator, things=things)
