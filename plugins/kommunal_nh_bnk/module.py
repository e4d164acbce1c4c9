"""The module `bnk`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

from kommunal_nh import Fact, Finding, Module, Numbering, Report
from kommunal_nh.document import ChipStyle, Section
from kommunal_nh_bnk.chapter import STYLES, Chapter
from kommunal_nh_bnk.coverage import ids_of
from kommunal_nh_bnk.data import Answer, BnkData
from kommunal_nh_bnk.facts import facts_of
from kommunal_nh_bnk.rules import KEY, findings


class BnkModule(Module):
    """Criteria of the Berichtsrahmen Nachhaltige Kommune: covered, explained or open."""

    key = KEY
    data_class = BnkData

    def check(self, report: Report, data: BnkData) -> Iterable[Finding]:
        return findings(report, data)

    def public(self, report: Report, data: BnkData) -> BnkData:
        known = set(ids_of(report))
        return attrs.evolve(data, answers=tuple(_public(one, known) for one in data.answers))

    def chapters(self, report: Report, numbering: Numbering, data: BnkData) -> Iterable[Section]:
        return (Chapter(report, numbering, data).section(),)

    def facts(
        self, report: Report, numbering: Numbering, data: BnkData
    ) -> Mapping[str, Sequence[Fact]]:
        return facts_of(Chapter(report, numbering, data)) if data.has_facts else {}

    def chips(self, data: BnkData) -> Iterable[ChipStyle]:
        return STYLES


def _public(answer: Answer, known: set[str]) -> Answer:
    """An answer that names nothing but what is published."""
    return attrs.evolve(answer, covered_by=tuple(one for one in answer.covered_by if one in known))
