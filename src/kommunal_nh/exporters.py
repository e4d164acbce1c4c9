"""What an exporter is: a format, a suffix and one method that writes a file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol, runtime_checkable

from kommunal_nh.document import Document
from kommunal_nh.labels import Labels
from kommunal_nh.model import Report
from kommunal_nh.numbering import Numbering

Options = Mapping[str, str]
"""The options of one run by name, such as `template` with the file `hausstil.docx`."""


@runtime_checkable
class Exporter(Protocol):
    """Writes a document as one file.

    Attributes:
        format: Name of the format on the command line, such as `docx`.
        suffix: Ending of the file's name, such as `.docx`.
        media_type: The registered media type.
    """

    format: str
    suffix: str
    media_type: str

    def write(self, document: Document, target: Path, options: Options) -> None:
        """Write the document.

        The same document gives the same bytes on every machine and every day. The target does not
        exist yet; it is a temporary name that the library renames when all went well, so a writer
        need not clean up.

        Args:
            document: What to write.

            target: The file to make.

            options: Options of this run; unknown ones are ignored.

        Raises:
            KommunalNHError: The format can not be written, with the reason and the remedy.
        """


@runtime_checkable
class DataExporter(Protocol):
    """Writes a report as data (spreadsheet, JSON, CSV) instead of as a document.

    Attributes:
        format: Name of the format on the command line.
        suffix: Ending of the file's name.
        media_type: The registered media type.
    """

    format: str
    suffix: str
    media_type: str

    def write_data(
        self, report: Report, numbering: Numbering, target: Path, options: Options
    ) -> None:
        """Write the public part of a report; otherwise as `Exporter.write`.

        Args:
            report: The report, without drafts and internal notes.

            numbering: Its numbers.

            target: The file to make.

            options: Options of this run; unknown ones are ignored.

        Raises:
            KommunalNHError: The format can not be written, with the reason and the remedy.
        """


@runtime_checkable
class TemplateWriter(Protocol):
    """What an exporter has besides, if there are templates for its format to start from.

    Attributes:
        format: Name of the format on the command line.
        template_suffixes: Endings that a template's name can have, such as `.dotx`.
    """

    format: str
    template_suffixes: tuple[str, ...]

    def write_template(self, target: Path, labels: Labels) -> None:
        """Write a template; otherwise as `Exporter.write`.

        A report built with it, unchanged, looks like one built without a template.

        Args:
            target: The file to make; it ends like one of the suffixes.

            labels: The words of the frame.

        Raises:
            KommunalNHError: The template can not be written, with the reason and the remedy.
        """
