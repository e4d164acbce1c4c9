"""What a thing says, text by text: so it can be printed, and compared with an earlier edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from kommunal_nh.assembly.context import Context, fact, words
from kommunal_nh.document import Block, Inline, Paragraph
from kommunal_nh.value import Value


@attrs.frozen(eq=False, repr=False)
class Passage(Value):
    """One text of a thing with the label that stands before it.

    Attributes:
        key: Which text it is, whatever the profile calls it; several can have the same.
        label: As printed; may be empty.
        blocks: The text below the label.
        line: The text on the same line as the label, instead of blocks.
        part: Title of the project part that it belongs to, where it has one.
    """

    key: str
    label: str
    blocks: tuple[Block, ...] = ()
    line: tuple[Inline, ...] = ()
    part: str = ""


def with_module_facts(
    context: Context, thing_id: str, passages: Iterable[Passage]
) -> Iterator[Passage]:
    """The facts of a thing with those of modules, which replace one with their key or follow.

    Args:
        context: The report.

        thing_id: Id of the thing.

        passages: The facts of the report itself, perhaps without a line.

    Yields:
        The facts that say something.
    """
    others = dict(context.module_facts.get(thing_id, ()))
    for passage in passages:
        fact = others.pop(passage.key, None)
        if fact:
            yield Passage(fact.key, fact.label, line=fact.content)
        elif passage.line:
            yield passage
    yield from (Passage(fact.key, fact.label, line=fact.content) for fact in others.values())


def printed(passages: Iterable[Passage]) -> Iterator[Block]:
    """The blocks of some passages.

    Args:
        passages: In their order.

    Yields:
        Each label and its text.
    """
    for passage in passages:
        if passage.line:
            yield fact(passage.label, passage.line)
        else:
            if passage.label:
                yield Paragraph(words(passage.label), role="label")
            yield from passage.blocks
