"""The same documents in another guise: without what repeats headings, or made when asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TypeVar

import attrs

from kommunal_nh.document import Block, Deferred, Document, Section, Table, TableOfContents

_T = TypeVar("_T")


def bare(document: Document) -> Document:
    """A document without tables of contents and filters, which repeat its headings.

    Args:
        document: The document.

    Returns:
        The rest of it.
    """
    return attrs.evolve(document, facets=(), blocks=Deferred(lambda: _bare(document.blocks)))


def _bare(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Section):
            yield attrs.evolve(block, blocks=Deferred(partial(_bare, block.blocks)))
        elif not isinstance(block, TableOfContents):
            yield block


def deferred(document: Document) -> Document:
    """A document whose long fields can only be iterated, as those of large reports.

    Args:
        document: The document.

    Returns:
        An equal one.
    """
    return attrs.evolve(document, blocks=_made_anew(_deferred, document.blocks))


def _deferred(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        match block:
            case Section():
                yield attrs.evolve(block, blocks=_made_anew(_deferred, block.blocks))
            case Table():
                yield attrs.evolve(block, rows=_made_anew(iter, block.rows))
            case TableOfContents():
                yield attrs.evolve(block, entries=_made_anew(iter, block.entries))
            case _:
                yield block


def _made_anew(make: Callable[[Iterable[_T]], Iterator[_T]], items: Iterable[_T]) -> Deferred[_T]:
    return Deferred(partial(make, items))
