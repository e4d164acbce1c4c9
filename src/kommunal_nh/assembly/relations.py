"""What belongs together: fields that refer to something, and the same seen from the other side."""

from __future__ import annotations

from collections.abc import Iterator

from kommunal_nh.assembly.context import Context, fact, words
from kommunal_nh.document import Block, Inline, Reference, Text
from kommunal_nh.model import Project


def named(context: Context, thing_id: str) -> tuple[Inline, ...]:
    """A thing by number and title, leading to it.

    Args:
        context: The report.

        thing_id: Id of a theme, goal, project or chapter, or of a former project.

    Returns:
        A reference, or only the words if the thing is not in the document.
    """
    target = context.surroundings.target(thing_id)
    if target is None:
        return words(thing_id)
    name = f"{target.number} {target.title}".strip()
    return (Reference(target.anchor, (Text(name),)),) if target.anchor else words(name)


def referring(context: Context, project: Project) -> Iterator[Block]:
    """The projects that refer to a project.

    Args:
        context: The report.

        project: The project.

    Yields:
        One line for each field that has words for it.
    """
    for field in context.profile.fields:
        sources = context.references.get((field.key, project.id), ())
        if field.reverse and sources:
            names: list[Inline] = []
            for source in sources:
                names += [*words("; " if names else ""), *named(context, source)]
            yield fact(field.reverse, tuple(names))
