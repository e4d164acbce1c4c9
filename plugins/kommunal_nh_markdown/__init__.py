"""Markdown for kommunal_nh: one file that reads the same on GitHub, in GitLab and with pandoc.

The dialect is GitHub-flavoured Markdown (`pandoc -f gfm`). What stands where:

    exporter    the exporter that the library calls
    lines       a document as lines: which function writes which block
    lowering    what Markdown has no word for, in words that it has
    contents    the table of contents
    tables      tables
    levels      depths of headings without gaps
    inlines     the words of a block, safe at the ends of their lines
    words       the words inside a line · merging: in as few parts as possible
    delimiters  strong and emphasised words
    addresses   addresses in running text, and links
    escaping    what keeps words from becoming markup
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kommunal_nh import hookimpl
from kommunal_nh_markdown.exporter import MarkdownExporter

if TYPE_CHECKING:
    from kommunal_nh.exporters import Exporter

__all__ = ["MarkdownExporter", "kommunal_nh_exporters"]


@hookimpl
def kommunal_nh_exporters() -> list[Exporter]:
    """Offer the format `markdown`.

    Returns:
        The exporter.
    """
    return [MarkdownExporter()]
