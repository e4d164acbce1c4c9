"""Markdown for kommunal_nh: what reads the same on GitHub, in GitLab and with pandoc.

The dialect is GitHub-flavoured Markdown (`pandoc -f gfm`). What stands where:

    exporter    the exporters that the library calls: one file, or the folder of a wiki
    wiki        the pages of a folder · paths: where they lie
    lines       a document as lines: which function writes which block
    lowering    what Markdown has no word for, in words that it has
    contents    the table of contents
    tables      tables
    levels      depths of headings without gaps
    looks       what marks, references and pictures look like in a file
    inlines     the words of a block, safe at the ends of their lines
    words       the words inside a line · merging: in as few parts as possible
    delimiters  strong and emphasised words
    addresses   addresses in running text, and links
    escaping    what keeps words from becoming markup
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kommunal_nh import hookimpl
from kommunal_nh_markdown.exporter import MarkdownExporter, WikiExporter

if TYPE_CHECKING:
    from kommunal_nh.exporters import AnyExporter

__all__ = ["MarkdownExporter", "WikiExporter", "kommunal_nh_exporters"]


@hookimpl
def kommunal_nh_exporters() -> list[AnyExporter]:
    """Offer the formats `markdown` and `wiki`.

    Returns:
        The exporters.
    """
    return [MarkdownExporter(), WikiExporter()]
