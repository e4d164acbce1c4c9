"""The exporter: DOCX by the command line's name for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from kommunal_nh import Labels
    from kommunal_nh.document import Document
    from kommunal_nh.exporters import Options


class DocxExporter:
    """Writes a document as a Word file.

    The option `template` names a `.docx` or `.dotx` file whose styles, header, footer, page size
    and cover are used. With `page-numbers` the table of contents has page numbers, which
    LibreOffice finds out. With `strict` the file is checked, and refused if anything is wrong.
    """

    format = "docx"
    suffix = ".docx"
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    template_suffixes = (".docx", ".dotx")

    def write(self, document: Document, target: Path, options: Options) -> None:
        # Each only here: what they load takes longer than writing a usual report.
        template = options.get("template")
        if options.get("page-numbers"):
            from kommunal_nh_docx.passes import write_with_page_numbers

            write_with_page_numbers(document, target, template)
        else:
            from kommunal_nh_docx.writer import write_document

            write_document(document, target, template)
        if options.get("strict"):
            from kommunal_nh_docx.strict import refuse_problems

            refuse_problems(target)

    def write_template(self, target: Path, labels: Labels) -> None:
        from kommunal_nh_docx.writer import write_template

        write_template(target, labels)
