"""Criteria among the facts of themes, goals and projects, in the line on frameworks."""

from __future__ import annotations

from kommunal_nh import Fact, Project
from kommunal_nh.document import Inline, Reference, Text
from kommunal_nh.labels import fill
from kommunal_nh_bnk.chapter import ANCHOR, Chapter
from kommunal_nh_bnk.data import Criterion


def facts_of(chapter: Chapter) -> dict[str, tuple[Fact, ...]]:
    """The facts of all things that cover a criterion.

    Args:
        chapter: The chapter that the facts lead to.

    Returns:
        One fact for each, by id; it replaces the line on frameworks and says what that line said.
    """
    label = chapter.report.profile.labels.frameworks
    projects = {project.id: project for project in chapter.names.projects()}
    return {
        thing_id: (Fact("frameworks", label, _line(chapter, projects.get(thing_id), criteria)),)
        for thing_id, criteria in chapter.by_thing().items()
    }


def _line(
    chapter: Chapter, project: Project | None, criteria: list[Criterion]
) -> tuple[Inline, ...]:
    texts, names = chapter.data.texts, chapter.data.frameworks
    words = ", ".join(
        fill(texts.fact_criterion, nummer=one.number, titel=one.title) for one in criteria
    )
    text = fill(texts.fact, bezug=names[0] if names else "BNK", kriterien=words)
    others = {} if project is None else project.frameworks
    before = "".join(
        f"{name} {', '.join(numbers)}; " for name, numbers in others.items() if name not in names
    )
    link = Reference(f"{ANCHOR}-kriterien", (Text(text),))
    return (Text(before), link) if before else (link,)
