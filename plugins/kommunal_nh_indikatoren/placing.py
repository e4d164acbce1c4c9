"""Where a finding about an indicator stands."""

from __future__ import annotations

from kommunal_nh import Finding, Severity
from kommunal_nh_indikatoren.data import Indicator

KEY = "indikatoren"
"""The key of the module."""


def found(
    rule: str,
    message: str,
    indicator: Indicator,
    field: str,
    severity: Severity = Severity.ERROR,
) -> Finding:
    """A finding about an indicator.

    Args:
        rule: The rule.

        message: What is wrong and what to do.

        indicator: The indicator.

        field: Its field, with positions in lists.

        severity: How bad it is.

    Returns:
        The finding; the library adds file and line.
    """
    return Finding(rule, message, severity, about=f"{KEY}/{indicator.id}", field=field)
