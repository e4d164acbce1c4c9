"""A document as pages: for formats that are a folder of files and not one file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import groupby, islice
from typing import TypeGuard

import attrs

from kommunal_nh.devices import DEVICES
from kommunal_nh.document.blocks import Block, Heading, List, Paragraph, Quote, Section
from kommunal_nh.document.deferred import Deferred
from kommunal_nh.document.inlines import Inline, Reference, StatusMark, Text, plain_text
from kommunal_nh.document.whole import Document
from kommunal_nh.slugs import slug
from kommunal_nh.value import Value

FRONT = "index"
"""Name of the first page."""
PROJECTS = "projects"
"""Kind of the section that lists projects with pages of their own, where they would stand."""
_ON_FRONT = ("overview", "figures")
_FRAME = "nh-"  # anchors of the frame begin like this; those of the data never do
_TAKEN = {FRONT, "404", "home", "readme", "search", "suche", *DEVICES}
"""What pages are not called: files with a meaning, and names that Windows keeps for itself."""


@attrs.frozen(eq=False, repr=False)
class Page(Value):
    """A part of a document that is a file of its own.

    Attributes:
        name: Made from the id, so it stays when numbers change: small ASCII letters, digits and
            hyphens; unique among the pages.
        kind: `front` for the first page, else the kind of the page's section.
        title: The words of its heading; the title of the document for the first page.
        blocks: What is on it.
        number: The number of its heading, or empty.
        anchor: The anchor of its section, or empty.
        parent: Name of the page above; empty for the first page.
    """

    name: str
    kind: str
    title: str
    blocks: Iterable[Block]
    number: str = ""
    anchor: str = ""
    parent: str = ""


@attrs.frozen(eq=False, repr=False)
class Pages(Value):
    """All pages of a document.

    Attributes:
        pages: The first page, then the others in the order of the document.
        places: Name of the page that each anchor is on.
    """

    pages: tuple[Page, ...]
    places: Mapping[str, str]


def split(document: Document, *, projects: bool = False) -> Pages:
    """Cut a document into pages: a first one, and one for each of its outermost sections.

    On the first page stand the overview, the figures and whatever is in no section (title page,
    contents, legend), wherever the profile puts them. Everything else keeps its order.

    Args:
        document: The document.

        projects: Projects get pages of their own; where they would stand is a section of kind
            `projects` with a list that leads to them.

    Returns:
        The pages. Each section is on exactly one of them.
    """
    front = Page(FRONT, "front", document.title, Deferred(partial(_front, document)))
    naming = _Naming()
    cut = _below if projects else _whole
    sections = (block for block in document.blocks if _has_page(block))
    pages = (front, *(page for section in sections for page in cut(section, naming)))
    return Pages(pages, _places(pages))


def _has_page(block: Block) -> TypeGuard[Section]:
    return isinstance(block, Section) and block.kind not in _ON_FRONT


def _front(document: Document) -> Iterator[Block]:
    return (block for block in document.blocks if not _has_page(block))


def _whole(section: Section, naming: _Naming) -> Iterator[Page]:
    yield naming.page(section, (section,))


def _below(section: Section, naming: _Naming) -> Iterator[Page]:
    """The page of a section, then those of its projects."""
    if section.kind == "project":
        yield naming.page(section, (section,))
        return
    page = naming.page(section, (_listing(section),))
    yield page
    for project in _projects(section.blocks):
        yield naming.page(project, (project,), page.name)


def _is_page(block: Block) -> TypeGuard[Section]:
    return isinstance(block, Section) and block.kind == "project" and bool(block.anchor)


def _projects(blocks: Iterable[Block]) -> Iterator[Section]:
    for block in blocks:
        if _is_page(block):
            yield block
        elif isinstance(block, Section):
            yield from _projects(block.blocks)


def _listing(section: Section) -> Section:
    """A section with lists in the places of its projects."""
    return attrs.evolve(section, blocks=Deferred(partial(_listed, section.blocks)))


def _listed(blocks: Iterable[Block]) -> Iterator[Block]:
    for are_pages, run in groupby(blocks, _is_page):
        if are_pages:
            items = tuple(_item(one) for one in run if isinstance(one, Section))
            yield Section(PROJECTS, "", (List(items),))
        else:
            yield from (_listing(one) if isinstance(one, Section) else one for one in run)


def _item(project: Section) -> tuple[Block, ...]:
    number, title = _heading(project)
    words = f"{number} {title}".strip() or project.anchor
    marks = [item for mark in _marks(project) for item in (Text(" "), mark)]
    return (Paragraph((Reference(project.anchor, (Text(words),)), *marks)),)


def _marks(project: Section) -> Iterator[Inline]:
    """The mark of a project: the first in the lines below its heading."""
    below = islice(project.blocks, 1, 2)
    facts = (block.content for block in below if isinstance(block, Paragraph))
    marks = (inline for content in facts for inline in content if isinstance(inline, StatusMark))
    return islice(marks, 1)


def _heading(section: Section) -> tuple[str, str]:
    first = next(iter(section.blocks), None)
    if isinstance(first, Heading):
        return first.number, " ".join(plain_text(first.content).split())
    return "", ""


class _Naming:
    """Makes pages and gives each a name that no other has."""

    def __init__(self) -> None:
        self._taken = set(_TAKEN)

    def page(self, section: Section, blocks: tuple[Block, ...], parent: str = FRONT) -> Page:
        number, title = _heading(section)
        name = slug(section.anchor.removeprefix(_FRAME)) or slug(title) or slug(section.kind)
        return Page(
            self._free(name or "seite"), section.kind, title, blocks, number, section.anchor, parent
        )

    def _free(self, name: str) -> str:
        free, count = name, 1
        while free in self._taken:
            count += 1
            free = f"{name}-{count}"
        self._taken.add(free)
        return free


def _places(pages: Iterable[Page]) -> dict[str, str]:
    places: dict[str, str] = {}
    for page in pages:
        for anchor in _anchors(page.blocks):
            places.setdefault(anchor, page.name)
    return places


def _anchors(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Section():
                yield from [block.anchor] if block.anchor else []
                yield from _anchors(block.blocks)
            case Quote():
                yield from _anchors(block.blocks)
            case List():
                for item in block.items:
                    yield from _anchors(item)
