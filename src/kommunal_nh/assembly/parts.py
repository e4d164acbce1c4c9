"""The parts that a report can have; a profile chooses them and their order."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kommunal_nh.assembly.chapters import chapters
from kommunal_nh.assembly.context import Context
from kommunal_nh.assembly.endings import archive, withdrawn
from kommunal_nh.assembly.lists import project_lists
from kommunal_nh.assembly.overview import legend, overview
from kommunal_nh.assembly.themes import themes
from kommunal_nh.document import Block, TitlePage
from kommunal_nh.labels import fill
from kommunal_nh.plugins import modules


def title_page(context: Context) -> Iterator[Block]:
    """The title page.

    Args:
        context: The report.

    Yields:
        One block.
    """
    report, labels = context.report, context.labels
    lines = [report.publisher]
    if report.council is not None:
        day = report.council.date
        lines.append(
            fill(
                labels.council,
                nummer=report.council.number,
                gremium=report.council.body,
                sitzung=labels.date(day) if day else "",
            ).rstrip(", ")
        )
    as_of = fill(labels.as_of, stand=labels.date(report.as_of))
    yield TitlePage(report.title, as_of, tuple(lines))


def module_chapters(context: Context) -> Iterator[Block]:
    """The chapters of all modules that are switched on.

    Args:
        context: The report.

    Yields:
        Their sections.
    """
    if not context.report.modules:
        return
    installed = modules()
    for key, data in context.report.modules.items():
        yield from installed[key].chapters(context.report, context.numbering, data)


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
    "uebersicht": overview,
    "themen": themes,
    "projektlisten": project_lists,
    "module": module_chapters,
    "entfallen": withdrawn,
    "archiv": archive,
}
