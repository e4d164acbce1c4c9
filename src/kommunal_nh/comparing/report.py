"""The change report: what a committee reads about two editions."""

from __future__ import annotations

from collections.abc import Iterator

from kommunal_nh.assembly.context import words
from kommunal_nh.assembly.parts import council_line
from kommunal_nh.assembly.styles import styles_of
from kommunal_nh.comparing import details, lists
from kommunal_nh.comparing.changes import Changes
from kommunal_nh.comparing.overview import overview, statuses_of
from kommunal_nh.comparing.sheet import Sheet, anchor
from kommunal_nh.document import Block, Deferred, Document, Heading, Paragraph, Section, TitlePage

_SECTIONS = (
    lists.ARCHIVED.section,
    details.new_projects,
    lists.STATUS.section,
    lists.MOVED.section,
    lists.WITHDRAWN.section,
    lists.MERGED.section,
    lists.MISSING.section,
    details.changed_texts,
    details.changed_frame,
    details.changed_report,
    lists.RENUMBERED.section,
)


def change_report(changes: Changes) -> Document:
    """Make a document of what changed.

    It stands alone: references in its texts are plain words, since what they lead to may not be in
    it. It never ends with something deleted.

    Args:
        changes: What changed.

    Returns:
        The document, in the words and with the statuses of the newer edition's profile.
    """
    sheet = Sheet.of(changes)
    report, labels = changes.new.report, sheet.labels
    return Document(
        title=f"{labels.changes}: {report.title}",
        publisher=report.publisher,
        as_of=report.as_of,
        blocks=Deferred(lambda: _blocks(sheet)),
        subject=sheet.filled(labels.changes_period),
        language=report.language,
        labels=labels,
        statuses=styles_of(statuses_of(sheet)),
        project_word=report.profile.levels.project.several,
        theme_word=report.profile.levels.theme.several,
    )


def _blocks(sheet: Sheet) -> Iterator[Block]:
    yield _title_page(sheet)
    yield overview(sheet)
    if sheet.changes:
        yield Section("changes", anchor("einzeln"), Deferred(lambda: _details(sheet)))


def _details(sheet: Sheet) -> Iterator[Block]:
    yield Heading(1, "", words(sheet.filled(sheet.labels.changes_details)))
    for section in _SECTIONS:
        yield from section(sheet)
    yield Paragraph(words(sheet.filled(sheet.labels.changes_basis)))


def _title_page(sheet: Sheet) -> TitlePage:
    report = sheet.new.report
    lines = filter(None, (report.title, report.publisher, council_line(sheet.new)))
    return TitlePage(sheet.labels.changes, sheet.filled(sheet.labels.changes_period), tuple(lines))
