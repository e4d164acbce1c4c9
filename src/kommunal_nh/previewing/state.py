"""What the preview shows: the last report that could be built, and what is wrong now."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from threading import Condition
from typing import Any

import attrs

from kommunal_nh.building import build
from kommunal_nh.errors import DataError, KommunalNHError
from kommunal_nh.exporters import Options
from kommunal_nh.findings import Finding, Severity
from kommunal_nh.reading import check


@attrs.frozen
class Shown:
    """What the browser shows.

    Attributes:
        version: Rises with every change.
        page: The report as HTML; nothing if none could be built yet.
        built: When the report was built.
        is_current: Whether the report is that of the data as they are.
        findings: What was found in the data.
        problem: Why there is no report, where no finding says so.
    """

    version: int = 0
    page: bytes = b""
    built: str = ""
    is_current: bool = False
    findings: tuple[Finding, ...] = ()
    problem: str = ""

    def as_data(self) -> dict[str, Any]:
        """What the page around the report needs to know.

        Returns:
            Plain data.
        """
        return {
            "version": self.version,
            "hasPage": bool(self.page),
            "built": self.built,
            "isCurrent": self.is_current,
            "problem": self.problem,
            "counts": {one.value: _count(self.findings, one) for one in Severity},
            "findings": [_said(one) for one in self.findings],
        }


def _count(findings: Iterable[Finding], severity: Severity) -> int:
    return sum(finding.severity is severity for finding in findings)


def _said(finding: Finding) -> dict[str, str]:
    place = f"{finding.file}:{finding.line}" if finding.line else finding.file
    return {
        "severity": finding.severity.value,
        "rule": finding.rule,
        "message": finding.message,
        "place": place,
        "anchor": finding.about,
    }


class State:
    """The state of one preview; one thread builds, others read and wait."""

    def __init__(self, folder: Path, options: Options | None = None) -> None:
        self._folder = folder
        self._options = options or {}
        self._changed = Condition()
        self.shown = Shown()

    def refresh(self) -> None:
        """Build the report of the data as they are, or say why that is not possible."""
        findings, problem, page = self._looked()
        before = self.shown
        now = time.strftime("%H:%M:%S")
        shown = Shown(
            version=before.version + 1,
            page=page or before.page,
            built=now if page else before.built,
            is_current=bool(page),
            findings=tuple(findings),
            problem=problem,
        )
        with self._changed:
            self.shown = shown
            self._changed.notify_all()

    def wait(self, version: int, seconds: float) -> Shown:
        """Wait until there is something newer.

        Args:
            version: What is known already.

            seconds: How long to wait at most.

        Returns:
            What is shown now; the same as before if nothing happened.
        """
        with self._changed:
            self._changed.wait_for(lambda: self.shown.version > version, seconds)
            return self.shown

    def _looked(self) -> tuple[list[Finding], str, bytes]:
        """Findings, what else is wrong, and the report if it can be built."""
        try:
            findings = check(self._folder)
            return findings, "", self._built()
        except DataError as problem:
            return list(problem.findings), "", b""
        except KommunalNHError as problem:
            return [], str(problem), b""

    def _built(self) -> bytes:
        with tempfile.TemporaryDirectory() as place:
            (file,) = build(self._folder, "html", Path(place) / "report.html", self._options)
            return file.read_bytes()
