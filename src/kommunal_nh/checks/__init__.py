"""The rules about what a report says; each module holds those about one matter.

The table below is all there is: every rule is a function from the report to findings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kommunal_nh.checks.content import content_rules
from kommunal_nh.checks.identity import identity_rules
from kommunal_nh.checks.names import name_rules
from kommunal_nh.checks.numbers import number_rules
from kommunal_nh.checks.patterns import pattern_rules
from kommunal_nh.checks.profile import profile_rules
from kommunal_nh.checks.spaces import space_rules
from kommunal_nh.checks.texts import text_rules
from kommunal_nh.checks.wording import wording_rules
from kommunal_nh.findings import Finding
from kommunal_nh.model import Report

CHECKS: tuple[Callable[[Report], Iterable[Finding]], ...] = (
    profile_rules,
    wording_rules,
    identity_rules,
    name_rules,
    pattern_rules,
    number_rules,
    text_rules,
    content_rules,
    space_rules,
)


def check_report(report: Report) -> list[Finding]:
    """Apply all rules of the core to a report.

    Args:
        report: The whole report, private data included.

    Returns:
        Everything that was found, in the order of the rules.
    """
    return [finding for rules in CHECKS for finding in rules(report)]
