"""What a goal says, and goals that are the items of a list."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from kommunal_nh.assembly.context import Context, words
from kommunal_nh.assembly.passages import Passage, printed, with_module_facts
from kommunal_nh.document import Block, Heading, List, Paragraph, Section, Strong, Text
from kommunal_nh.model import Goal, Theme


def goal_passages(context: Context, goal: Goal) -> Iterator[Passage]:
    """The texts and facts of a goal itself.

    Args:
        context: The report.

        goal: The goal.

    Yields:
        What the data has, in the order of the document.
    """
    if blocks := tuple(_as_statement(block) for block in context.text(goal.statement)):
        yield Passage("statement", "", blocks)
    yield from fact_passages(context, goal)


def fact_passages(context: Context, thing: Theme | Goal) -> Iterator[Passage]:
    """The facts of a theme or goal: its goals for sustainable development, and those of modules.

    Args:
        context: The report.

        thing: The theme or goal.

    Returns:
        One line for each.
    """
    numbers = ", ".join(map(str, thing.sdgs))
    sdgs = Passage("sdgs", context.labels.sdgs, line=words(numbers))
    return with_module_facts(context, thing.id, [sdgs])


def goal_list(context: Context, parent: Theme | Goal, level: int) -> Section:
    """The goals of a theme or goal as one list.

    Args:
        context: The report.

        parent: The theme or goal; it has at least one goal.

        level: Level of the heading above the list.

    Returns:
        A section with the name of the level as its heading.
    """
    name = context.level(parent.goals[0]).several
    heading = Heading(level, "", words(name[:1].upper() + name[1:]))
    return Section("goals", context.list_anchor(parent), (heading, _list(context, parent)))


def _list(context: Context, parent: Theme | Goal) -> List:
    return List(tuple(tuple(_item(context, goal)) for goal in parent.goals))


def _item(context: Context, goal: Goal) -> Iterator[Block]:
    """Number, title and wording of a goal, then the goals below it."""
    blocks = list(printed(goal_passages(context, goal)))
    number, first = context.numbering[goal.id], blocks[0] if blocks else None
    if goal.title or not isinstance(first, Paragraph):
        yield Paragraph((Strong((Text(f"{number} {context.title(goal)}".strip()),)),))
    elif number:
        blocks[0] = attrs.evolve(first, content=(Text(f"{number} "), *first.content))
    yield from blocks
    if goal.goals:
        yield _list(context, goal)


def _as_statement(block: Block) -> Block:
    if isinstance(block, Paragraph) and block.role == "text":
        return attrs.evolve(block, role="statement")
    return block
