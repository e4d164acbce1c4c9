"""The exporters that the library calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from kommunal_nh.document import Document
    from kommunal_nh.exporters import Options


class MarkdownExporter:
    """Writes a document as one file of GitHub-flavoured Markdown.

    Attributes:
        format: Name of the format on the command line.
        suffix: Ending of the file's name.
        media_type: The registered media type.
    """

    format = "markdown"
    suffix = ".md"
    media_type = "text/markdown"

    def write(self, document: Document, target: Path, options: Options) -> None:
        from kommunal_nh_markdown.lines import document_lines

        with target.open("w", encoding="utf-8", newline="\n") as out:
            out.writelines(f"{line}\n" for line in document_lines(document))


class WikiExporter:
    """Writes a document as a folder of Markdown files: a folder per theme, a file per project.

    Attributes:
        format: Name of the format on the command line.
        media_type: The registered media type of the pages.
    """

    format = "wiki"
    media_type = "text/markdown"

    def write_folder(self, document: Document, target: Path, options: Options) -> None:
        from kommunal_nh_markdown.wiki import write_wiki

        write_wiki(document, target)
