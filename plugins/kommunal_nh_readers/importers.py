"""The importers that the library calls; what reads the files is loaded with the first of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from kommunal_nh.importers import Manuscript


class TextImporter:
    """Reads text files.

    Attributes:
        format: `text`.
        suffixes: `.txt`.
    """

    format = "text"
    suffixes: tuple[str, ...] = (".txt",)

    def read(self, source: Path) -> Manuscript:
        """Read a text file.

        Args:
            source: The file.

        Returns:
            Its lines, and rows of tables where there are tabs.

        Raises:
            UsageError: It is too large or no text.
        """
        from kommunal_nh_readers.text import read

        return read(source)


class MarkdownImporter:
    """Reads Markdown files.

    Attributes:
        format: `markdown`.
        suffixes: `.md` and `.markdown`.
    """

    format = "markdown"
    suffixes: tuple[str, ...] = (".md", ".markdown")

    def read(self, source: Path) -> Manuscript:
        """Read a Markdown file.

        Args:
            source: The file.

        Returns:
            Its headings, paragraphs, lists and tables.

        Raises:
            UsageError: It is too large, no text, or nested too deeply.
        """
        from kommunal_nh_readers.markdown import read

        return read(source)


class HtmlImporter:
    """Reads web pages.

    Attributes:
        format: `html`.
        suffixes: `.html` and `.htm`.
    """

    format = "html"
    suffixes: tuple[str, ...] = (".html", ".htm")

    def read(self, source: Path) -> Manuscript:
        """Read a page.

        Args:
            source: The file.

        Returns:
            Its headings, paragraphs, lists and tables.

        Raises:
            UsageError: It is too large, no text, or nested too deeply.
        """
        from kommunal_nh_readers.html import read

        return read(source)


class DocxImporter:
    """Reads Word files; their macros are neither read nor run.

    Attributes:
        format: `docx`.
        suffixes: `.docx` and `.docm`.
    """

    format = "docx"
    suffixes: tuple[str, ...] = (".docx", ".docm")

    def read(self, source: Path) -> Manuscript:
        """Read a Word file.

        Args:
            source: The file.

        Returns:
            Paragraphs and tables in their order, counted without the empty ones; then, as asides,
            headers, footers and comments, each text once.

        Raises:
            UsageError: It is no Word file, damaged, protected, or too large.
        """
        from kommunal_nh_readers.docx import read

        return read(source)
