"""References of compared texts as plain words: what they lead to may not be in the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from kommunal_nh.assembly.context import Context
from kommunal_nh.comparing.contexts import NUMBER, SHORT_TITLE, TITLE
from kommunal_nh.document import (
    Block,
    Deleted,
    Emphasis,
    Inline,
    Inserted,
    Link,
    List,
    Paragraph,
    Quote,
    Reference,
    Row,
    Strong,
    Table,
    Text,
)
from kommunal_nh.text import Target


@attrs.frozen(eq=False)
class Names:
    """What references print in the newer and in the older edition.

    Attributes:
        new: The newer edition.
        old: The older one.
    """

    new: Context
    old: Context

    def plain(self, content: Iterable[Inline], *, then: bool = False) -> tuple[Inline, ...]:
        """Neutral content as words.

        Args:
            content: Inlines, some of them perhaps deleted or inserted.

            then: Say it in the words of the older edition; deleted words always are.

        Returns:
            The same without any reference.
        """
        return tuple(said for inline in content for said in self._said(inline, then))

    def plain_block(self, block: Block) -> Block:
        """A block of a text without references.

        Args:
            block: The block.

        Returns:
            The same block, its references as words of the newer edition.
        """
        match block:
            case Paragraph(content):
                return attrs.evolve(block, content=self.plain(content))
            case List(items):
                inner = tuple(tuple(map(self.plain_block, item)) for item in items)
                return attrs.evolve(block, items=inner)
            case Quote(blocks):
                return Quote(tuple(map(self.plain_block, blocks)))
            case Table(rows=rows):
                cells = (tuple(map(self.plain, row.cells)) for row in rows)
                return attrs.evolve(block, rows=tuple(map(Row, cells)))
            case _:
                return block

    def _said(self, inline: Inline, then: bool) -> Iterator[Inline]:
        match inline:
            case Reference(anchor, content):
                yield from _filled(content, self._target(anchor, then))
            case Deleted(content):
                yield Deleted(self.plain(content, then=True))
            case Inserted(content) | Strong(content) | Emphasis(content) | Link(_, content):
                yield attrs.evolve(inline, content=self.plain(content, then=then))
            case _:
                yield inline

    def _target(self, thing_id: str, then: bool) -> Target:
        first, second = (self.old, self.new) if then else (self.new, self.old)
        found = first.target(thing_id) or second.target(thing_id)
        return found or Target("", "", thing_id)


def _filled(content: Iterable[Inline], target: Target) -> Iterator[Inline]:
    for inline in content:
        match inline:
            case Text(text):
                short = target.short_title or target.title
                number = target.number or target.title
                text = text.replace(NUMBER, number).replace(TITLE, target.title)
                yield Text(text.replace(SHORT_TITLE, short))
            case Strong(inner) | Emphasis(inner):
                yield attrs.evolve(inline, content=tuple(_filled(inner, target)))
            case _:
                yield inline
