"""What an import finds."""

from __future__ import annotations

import attrs

from kommunal_nh.findings import Finding
from kommunal_nh.model import Report


@attrs.frozen(eq=False)
class Imported:
    """An existing report as data.

    Attributes:
        report: The report.
        findings: What contradicts itself in the manuscript, by place.
        left: Places and words of everything that was not recognised, by the first place.
    """

    report: Report
    findings: tuple[Finding, ...]
    left: tuple[tuple[tuple[int, ...], str], ...]
