"""Whether what a file says can be printed, also if somebody else than this library wrote it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kommunal_nh.checks.identity import identity_rules
from kommunal_nh.checks.names import name_rules
from kommunal_nh.checks.patterns import pattern_rules
from kommunal_nh.checks.profile import profile_rules
from kommunal_nh.findings import Finding
from kommunal_nh.model import Report

_NEEDED = {
    "no-status", "unknown-status", "unknown-part", "invalid-pattern", "invalid-colour",
    "invalid-id", "duplicate-id", "wrong-value",
}  # fmt: skip
"""Without these a report can not be numbered or assembled. Other rules may have come after the
edition was frozen, and it is printed all the same."""


def demand_printable(report: Report) -> None:
    """Make sure that a report can be printed.

    Args:
        report: The report of an edition.

    Raises:
        ValueError: It can not, with the first reason.
    """
    for finding in _findings(report):
        if finding.rule in _NEEDED:
            raise ValueError(str(finding))


def _findings(report: Report) -> Iterator[Finding]:
    yield from profile_rules(report)
    yield from pattern_rules(report)
    yield from identity_rules(report)
    yield from name_rules(report)


def texts_by_key(value: Mapping[str, Any]) -> dict[str, str]:
    """A mapping from text to text.

    Args:
        value: What the file says.

    Returns:
        The same.

    Raises:
        TypeError: One of its values is something else.
    """
    found = dict(value)
    if not all(isinstance(text, str) for text in found.values()):
        raise TypeError("not a text")
    return found
