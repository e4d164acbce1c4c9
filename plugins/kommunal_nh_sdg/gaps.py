"""The gaps: goals for sustainable development without projects, themes and projects without any."""

from __future__ import annotations

from collections.abc import Iterator

from kommunal_nh.document import Block, Heading, Inline, Paragraph, Text
from kommunal_nh.sdgs import SDGS
from kommunal_nh_sdg.view import View, joined, labelled


def gaps(view: View) -> Iterator[Block]:
    """Say what is missing.

    Args:
        view: The report.

    Yields:
        Heading and one line for each kind of gap, or the sentence that there is none.
    """
    texts = view.data.texts
    yield Heading(2, "", (Text(view.words(texts.gaps)),))
    lines = [(label, line) for label, line in _lines(view) if line]
    for label, line in lines:
        yield labelled(view.words(label), line)
    if not lines:
        yield Paragraph((Text(view.words(texts.no_gaps)),))


def _lines(view: View) -> Iterator[tuple[str, tuple[Inline, ...]]]:
    texts, assigned = view.data.texts, view.assigned
    missing = missing_sdgs(view)
    chosen = [number for number in missing if number in view.data.chosen]
    yield texts.gap_chosen, view.chips(chosen)
    yield texts.gap_sdgs, view.chips(number for number in missing if number not in chosen)
    themes = [one.id for one in view.report.themes if not assigned[one.id].own]
    yield texts.gap_themes, joined(map(view.names.link, themes))
    projects = [one.id for one in view.projects if not assigned[one.id].all]
    yield texts.gap_projects, joined(map(view.names.link, projects))


def missing_sdgs(view: View) -> list[int]:
    """The goals for sustainable development that no project serves.

    Args:
        view: The report.

    Returns:
        Their numbers.
    """
    served = {number for one in view.projects for number in view.assigned[one.id].all}
    return [sdg.number for sdg in SDGS if sdg.number not in served]
