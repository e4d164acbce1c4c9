"""One project: heading, status, texts and facts."""

from __future__ import annotations

from collections.abc import Iterator

from kommunal_nh.assembly.context import Context, fact, words
from kommunal_nh.assembly.facets import municipalities, unit_name
from kommunal_nh.assembly.history import history
from kommunal_nh.assembly.passages import Passage, printed, with_module_facts
from kommunal_nh.assembly.relations import named, referring
from kommunal_nh.dates import parse_partial_date
from kommunal_nh.document import Block, Heading, Inline, Link, Text
from kommunal_nh.labels import fill
from kommunal_nh.model import ALL_MUNICIPALITIES, Project
from kommunal_nh.profile import ExtraField, FieldKind


def project_blocks(context: Context, project: Project, level: int) -> Iterator[Block]:
    """The blocks of a project.

    Args:
        context: The report.

        project: The project.

        level: Level of its heading.

    Yields:
        The heading first.
    """
    yield Heading(level, context.numbering[project.id], words(project.title))
    yield fact(context.labels.status, (context.mark(project.status),))
    yield from printed(project_passages(context, project))
    yield from referring(context, project)


def project_passages(context: Context, project: Project) -> Iterator[Passage]:
    """The texts and facts of a project, without its heading and status.

    Args:
        context: The report.

        project: The project.

    Yields:
        What the data has, in the order of the document.
    """
    yield from _described(context, project.description, project.progress)
    for part in project.parts:
        if part.title:
            yield Passage("part", part.title)
        yield from _described(context, part.description, part.progress, part.title)
    yield from _long_extras(context, project)
    yield from _facts(context, project)


def cooperation(context: Context, project: Project) -> tuple[Inline, ...]:
    """With whom a project works together, in words.

    Args:
        context: The report.

        project: The project.

    Returns:
        The text of the data, and the names of the municipalities unless it speaks of all of them.
    """
    text = context.line(project.cooperation.text)
    if ALL_MUNICIPALITIES in project.cooperation.municipalities:
        return text or words(context.labels.all_municipalities)
    known = context.report.municipalities
    names = ", ".join(known.get(name, name) for name in municipalities(context, project))
    if text and names:
        return (*text, Text(f" ({names})"))
    return text or words(names)


def _described(
    context: Context, description: str, progress: str, part: str = ""
) -> Iterator[Passage]:
    labels = context.labels
    if description.strip():
        blocks = tuple(context.text(description))
        yield Passage("description", labels.description, blocks, part=part)
    if progress.strip():
        yield Passage("progress", labels.progress, tuple(context.text(progress)), part=part)


def _long_extras(context: Context, project: Project) -> Iterator[Passage]:
    for field in context.profile.fields:
        value = project.extra.get(field.key, "")
        if value and field.kind is FieldKind.MARKDOWN:
            yield Passage(f"extra.{field.key}", field.label, tuple(context.text(value)))


def _facts(context: Context, project: Project) -> Iterator[Passage]:
    labels = context.labels
    units = ", ".join(unit_name(context, unit) for unit in project.responsible)
    frameworks = "; ".join(
        f"{name} {', '.join(criteria)}" for name, criteria in project.frameworks.items()
    )
    facts = [
        ("responsible", labels.responsible, words(units)),
        ("cooperation", labels.cooperation, cooperation(context, project)),
        ("period", labels.period, words(_period(context, project))),
        ("sdgs", labels.sdgs, words(", ".join(map(str, project.sdgs)))),
        ("frameworks", labels.frameworks, words(frameworks)),
        *((f"extra.{field.key}", field.label, _extra(context, project, field))
          for field in context.profile.fields),
        ("history", labels.history_fact, history(context, project)),
    ]  # fmt: skip
    passages = (Passage(key, label, line=line) for key, label, line in facts)
    yield from with_module_facts(context, project.id, passages)


def _period(context: Context, project: Project) -> str:
    labels, start, end = context.labels, project.start, project.end
    if start and end:
        both = {"beginn": labels.partial_date(start), "ende": labels.partial_date(end)}
        return fill(labels.until, **both)
    if start:
        return fill(labels.from_date, beginn=labels.partial_date(start))
    return fill(labels.to_date, ende=labels.partial_date(end)) if end else ""


def _extra(context: Context, project: Project, field: ExtraField) -> tuple[Inline, ...]:
    value = project.extra.get(field.key, "")
    if not value or field.kind is FieldKind.MARKDOWN:
        return ()
    if field.kind is FieldKind.REFERENCE:
        return named(context, value)
    if field.kind is FieldKind.LINK:
        return (Link(value, (Text(value),)),)
    if field.kind is FieldKind.DATE:
        return words(context.labels.partial_date(parse_partial_date(value)))
    return words(value)
