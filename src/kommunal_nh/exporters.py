"""What an exporter is: a format, its names, and one method that writes a file or a folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol, TypeAlias, runtime_checkable

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
class FolderExporter(Protocol):
    """Writes a document as a folder of files, such as a website or the pages of a wiki.

    It is used only when somebody names its format: a folder is for publishing, and the default is
    for files that people open.

    Attributes:
        format: Name of the format on the command line.
        media_type: The registered media type of the pages.
    """

    format: str
    media_type: str

    def write_folder(self, document: Document, target: Path, options: Options) -> None:
        """Write the document as files in a folder; otherwise as `Exporter.write`.

        Names of files are made of ids and not of numbers, so that links from outside stay;
        `kommunal_nh.document.split` cuts a document into pages and names them.

        Args:
            document: What to write.

            target: The folder to make; it does not exist yet and is a temporary name.

            options: Options of this run; unknown ones are ignored.

        Raises:
            KommunalNHError: The format can not be written, with the reason and the remedy.
        """


@runtime_checkable
class DataFolderExporter(Protocol):
    """Writes a report as a folder of data files, such as a set of open data.

    Like a `FolderExporter`, it is used only when somebody names its format, or when a module that
    is switched on brings it.

    Attributes:
        format: Name of the format on the command line.
        media_type: The registered media type of the files, or of the most important one.
    """

    format: str
    media_type: str

    def write_data_folder(
        self, report: Report, numbering: Numbering, target: Path, options: Options
    ) -> None:
        """Write the public part of a report as files in a folder; otherwise as `Exporter.write`.

        Args:
            report: The report, without drafts and internal notes.

            numbering: Its numbers.

            target: The folder to make; it does not exist yet and is a temporary name.

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


AnyExporter: TypeAlias = Exporter | DataExporter | FolderExporter | DataFolderExporter
"""Whatever can write a format."""


def is_folder(exporter: AnyExporter | TemplateWriter) -> bool:
    """Whether what an exporter writes is a folder.

    Args:
        exporter: The exporter, or a writer of templates, which are files.

    Returns:
        True for a folder, false for a file.
    """
    return isinstance(exporter, FolderExporter | DataFolderExporter)


def suffix_of(exporter: AnyExporter) -> str:
    """How the name of what an exporter writes ends.

    Args:
        exporter: The exporter.

    Returns:
        The ending of its file's name; nothing for a folder.
    """
    return getattr(exporter, "suffix", "")
