"""From the report to the document: the parts of a report in the order of its profile."""

from __future__ import annotations

from collections.abc import Iterator

from kommunal_nh.assembly.context import Context
from kommunal_nh.assembly.facets import facets_of
from kommunal_nh.assembly.parts import PARTS
from kommunal_nh.assembly.styles import styles_of
from kommunal_nh.document import Block, Deferred, Document, TableOfContents, outline
from kommunal_nh.labels import fill
from kommunal_nh.model import Report
from kommunal_nh.numbering import Numbering, number
from kommunal_nh.spaces import with_fixed_spaces

CONTENTS = "inhaltsverzeichnis"


def assemble(report: Report, numbering: Numbering | None = None) -> Document:
    """Make the document of a report.

    The texts become blocks only when an exporter comes to them, so a long report needs little
    memory. Nothing is checked and nothing is left out here: call `check` before, and hand over the
    `public_view` of what shall be published.

    Args:
        report: What to print.

        numbering: Its numbers; computed if left out.

    Returns:
        The document.

    Raises:
        NumberingError: Two things would print the same number.
    """
    numbering = numbering or number(report)
    if report.profile.fixed_spaces:
        report = with_fixed_spaces(report)
    context = Context(report, numbering)
    labels = report.profile.labels
    return Document(
        title=report.title,
        publisher=report.publisher,
        as_of=report.as_of,
        blocks=Deferred(lambda: _blocks(context)),
        subject=fill(labels.as_of, stand=labels.date(report.as_of)),
        language=report.language,
        labels=labels,
        statuses=styles_of(report.profile.statuses),
        facets=facets_of(context),
        chips=tuple(chip for module, data in context.modules for chip in module.chips(data)),
        project_word=report.profile.levels.project.several,
        theme_word=report.profile.levels.theme.several,
    )


def _blocks(context: Context) -> Iterator[Block]:
    for part in context.profile.parts:
        if part == CONTENTS:
            yield _contents(context)
        else:
            yield from PARTS[part](context)


def _contents(context: Context) -> TableOfContents:
    depth = context.profile.contents_depth
    others = [part for part in context.profile.parts if part != CONTENTS]
    bare = Context(context.report, context.numbering, for_contents=True)
    entries = Deferred(
        lambda: (
            entry for part in others for entry in outline(PARTS[part](bare)) if entry.level <= depth
        )
    )
    return TableOfContents(context.labels.contents, entries, depth)
