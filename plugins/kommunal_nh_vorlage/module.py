"""The module `vorlage`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kommunal_nh import Finding, Module, Numbering, Options, Report, UsageError
from kommunal_nh.exporters import AnyExporter
from kommunal_nh_vorlage.data import PaperData
from kommunal_nh_vorlage.paper import Paper
from kommunal_nh_vorlage.rules import KEY, findings
from kommunal_nh_vorlage.templates import BadTemplate
from kommunal_nh_vorlage.word import Frame, write


class PaperExporter:
    """Writes the council paper.

    Attributes:
        data: The module's data.
        format: Name of the format.
        suffix: Ending of the file's name.
        media_type: The registered media type.
    """

    format = "vorlage"
    suffix = ".docx"
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    def __init__(self, data: PaperData) -> None:
        self.data = data

    def write_data(
        self, report: Report, numbering: Numbering, target: Path, options: Options
    ) -> None:
        paper = Paper.of(report, numbering, self.data)
        try:
            frame = Frame(
                report.publisher, paper.title, paper.subject, report.language, report.as_of,
                self.data.texts.page,
            )  # fmt: skip
            write(frame, list(paper.blocks()), target)
        except BadTemplate as problem:
            raise UsageError(
                f"Ein Vorlagentext des Moduls vorlage lässt sich nicht verwenden: {problem.words} "
                f"(Zeile {problem.line}). Bitte mit kommunal-nh check prüfen."
            ) from problem


class PaperModule(Module):
    """A paper for the council, as a Word file beside the report."""

    key = KEY
    data_class = PaperData
    needs_past = True

    def check(self, report: Report, data: PaperData) -> Iterable[Finding]:
        return findings(report, data)

    def exporters(self, data: PaperData) -> Iterable[AnyExporter]:
        return (PaperExporter(data),)
