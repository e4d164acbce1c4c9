"""Word files: headings, numbers as Word prints them, lists, tables, and what stands beside."""

from __future__ import annotations

from pathlib import Path

from kommunal_nh.importers import Manuscript


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
        from kommunal_nh_readers.docx_body import Body  # loads lxml
        from kommunal_nh_readers.docx_package import Package

        with Package(source) as package:
            body = Body(package)
            return Manuscript(
                source.name,
                tuple(body.blocks()),
                unit="Absatz",
                is_own=body.is_own,
                language=body.language,
            )
