"""The list of all rules, each with a link to its section in regeln.md."""

from __future__ import annotations

from kommunal_nh import Severity
from kommunal_nh.rules import RULES
from kommunal_nh_site.markdown import code, german, page

CONSEQUENCES = {
    Severity.ERROR: "Nothing is built or frozen while there is one.",
    Severity.WARNING: "The report is built; the place should be changed.",
    Severity.INFO: "A suggestion.",
}


def findings() -> str:
    """All rules of the core.

    Returns:
        A section for each severity.
    """
    return page(*map(_section, Severity))


def _section(severity: Severity) -> str:
    rules = [rule for rule, its in RULES.items() if its is severity]
    return page(
        f"## {code(f'Severity.{severity.name}')}",
        f"{CONSEQUENCES[severity]} Printed as {german(severity.value)}.",
        "\n".join(f"- {_link(rule)}" for rule in rules),
    )


def _link(rule: str) -> str:
    """Leads to the heading `rule` (severity); where that is missing, the strict build fails."""
    return f"[{code(rule)}](../regeln.md#{rule}-{RULES[rule].value.lower()})"
