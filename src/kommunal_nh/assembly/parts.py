"""The parts that a report can have; a profile chooses them and their order."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kommunal_nh.assembly.chapters import chapters
from kommunal_nh.assembly.context import Context
from kommunal_nh.assembly.endings import archive, withdrawn
from kommunal_nh.assembly.figures import figures
from kommunal_nh.assembly.guide import guide
from kommunal_nh.assembly.history import histories
from kommunal_nh.assembly.lists import project_lists
from kommunal_nh.assembly.overview import legend, overview
from kommunal_nh.assembly.themes import themes
from kommunal_nh.document import Block, TitlePage
from kommunal_nh.labels import fill
from kommunal_nh.profile import CHANGES_PART, HISTORY_PART


def title_page(context: Context) -> Iterator[Block]:
    """The title page.

    Args:
        context: The report.

    Yields:
        One block.
    """
    report, labels = context.report, context.labels
    lines = filter(None, (report.publisher, council_line(context)))
    as_of = fill(labels.as_of, stand=labels.date(report.as_of))
    yield TitlePage(report.title, as_of, tuple(lines))


def council_line(context: Context) -> str:
    """The council paper on one line.

    Args:
        context: The report.

    Returns:
        The line; nothing for a report without one.
    """
    council, labels = context.report.council, context.labels
    if council is None:
        return ""
    day = labels.date(council.date) if council.date else ""
    line = fill(labels.council, nummer=council.number, gremium=council.body, sitzung=day)
    return line.rstrip(", ")


def module_chapters(context: Context) -> Iterator[Block]:
    """The chapters of all modules that are switched on.

    Args:
        context: The report.

    Yields:
        Their sections.
    """
    for module, data in context.modules:
        yield from module.chapters(context.report, context.numbering, data)


def changes(context: Context) -> Iterator[Block]:
    """The chapter on what changed since the edition before.

    Args:
        context: The report.

    Returns:
        One section.
    """
    from kommunal_nh.comparing.chapter import changes_chapter  # few reports have this chapter

    return changes_chapter(context)


def contents(context: Context) -> Iterator[Block]:
    """The place of the table of contents; `assemble` makes it, since it lists all other parts.

    Args:
        context: The report.

    Returns:
        Nothing.
    """
    return iter(())


PARTS: dict[str, Callable[[Context], Iterator[Block]]] = {
    "titelseite": title_page,
    "inhaltsverzeichnis": contents,
    "kapitel": chapters,
    "legende": legend,
    "lesehilfe": guide,
    "kennzahlen": figures,
    "uebersicht": overview,
    "themen": themes,
    "projektlisten": project_lists,
    "module": module_chapters,
    "entfallen": withdrawn,
    "archiv": archive,
    CHANGES_PART: changes,
    HISTORY_PART: histories,
}
