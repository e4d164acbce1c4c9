"""What contradicts itself in an existing report, with both places."""

from __future__ import annotations

import attrs

from kommunal_nh.findings import Finding, Severity
from kommunal_nh.manuscripts import Manuscript


@attrs.define
class Remarks:
    """Collects what was found.

    Attributes:
        manuscript: Where it was found.
        findings: What was found, each with its first place.
    """

    manuscript: Manuscript
    findings: list[Finding] = attrs.field(factory=list)

    def warn(self, rule: str, at: int, message: str) -> None:
        """Something contradicts itself.

        Args:
            rule: Id of the rule.

            at: Where it stands.

            message: What is wrong.
        """
        self._add(rule, Severity.WARNING, at, message)

    def hint(self, rule: str, at: int, message: str) -> None:
        """Something is only worth a look.

        Args:
            rule: Id of the rule.

            at: Where it stands.

            message: What it is.
        """
        self._add(rule, Severity.INFO, at, message)

    def _add(self, rule: str, severity: Severity, at: int, message: str) -> None:
        self.findings.append(Finding(rule, message, severity, self.manuscript.name, at))

    def place(self, at: int) -> str:
        """A place in words.

        Args:
            at: Where.

        Returns:
            For example `Zeile 12`.
        """
        return self.manuscript.place(at)
