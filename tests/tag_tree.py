"""The tags of a PDF file as plain data, read by pikepdf: what a screen reader would find."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

import attrs
import pikepdf

Numbers: TypeAlias = dict[tuple[int, int], int]
"""The number of each page by the id of its object."""


@attrs.frozen
class Tag:
    """One tag.

    Attributes:
        kind: Its standard kind, such as `H1`, `TH` or `Figure`; other names are mapped by the file.
        alt: Its alternative text.
        name: What the file itself calls the kind, such as the name of a style.
        pages: The pages that show it, from 1.
        scope: Of a header cell: `Column`, `Row`, `Both`, or nothing.
        children: The tags in it, in the order of reading.
    """

    kind: str
    name: str = ""
    alt: str = ""
    pages: frozenset[int] = frozenset()
    scope: str = ""
    children: tuple[Tag, ...] = ()

    def walk(self) -> Iterator[Tag]:
        """This tag and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()

    def all(self, *kinds: str) -> list[Tag]:
        """The tags of some kinds, this one and all below it."""
        return [tag for tag in self.walk() if tag.kind in kinds]

    def count(self, *kinds: str) -> int:
        """How many tags of some kinds there are."""
        return len(self.all(*kinds))


@attrs.frozen
class Tagged:
    """What a PDF file tells assistive programs.

    Attributes:
        root: The tree of its tags.
        language: Of the whole file.
        title: Of the file, from its XMP properties.
        shows_title: A reader's window names the title, not the file.
        is_marked: The file says that it is tagged.
        part: The part of PDF/UA that it claims, or nothing.
        bookmarks: Level from 1, title and page from 1, in order.
        pages: How many pages it has.
        tabs: For each page the order of its links when one goes through them by key.
    """

    root: Tag
    language: str
    title: str
    shows_title: bool
    is_marked: bool
    part: str
    bookmarks: tuple[tuple[int, str, int], ...]
    pages: int
    tabs: tuple[str, ...]


def read_tags(path: Path) -> Tagged:
    """Read a PDF file; it fails if there are no tags at all."""
    with pikepdf.open(path) as pdf:
        root = pdf.Root
        roles = {str(k): str(v) for k, v in dict(root.StructTreeRoot.get("/RoleMap", {})).items()}
        with pdf.open_metadata() as data:
            title, part = str(data.get("dc:title", "")), str(data.get("pdfuaid:part", ""))
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        return Tagged(
            root=Tag("Root", children=tuple(_below(root.StructTreeRoot, roles, numbers))),
            language=str(root.get("/Lang", "")),
            title=title,
            shows_title=bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)),
            is_marked=bool(root.get("/MarkInfo", {}).get("/Marked", False)),
            part=part,
            bookmarks=tuple(_bookmarks(pdf)),
            pages=len(pdf.pages),
            tabs=tuple(str(page.obj.get("/Tabs", "")) for page in pdf.pages),
        )


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _below(element: Any, roles: dict[str, str], numbers: Numbers) -> Iterator[Tag]:
    for kid in _kids(element):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield _tag(kid, roles, numbers)


def _tag(element: Any, roles: dict[str, str], numbers: Numbers) -> Tag:
    kind, seen = str(element.S), set[str]()
    while kind in roles and kind not in seen:
        seen.add(kind)
        kind = roles[kind]
    children = tuple(_below(element, roles, numbers))
    return Tag(
        kind.lstrip("/"),
        str(element.S).lstrip("/"),
        str(element.get("/Alt", "")),
        _pages(element, numbers).union(*(child.pages for child in children)),
        _scope(element.get("/A", [])),
        children,
    )


def _pages(element: Any, numbers: Numbers) -> frozenset[int]:
    """The pages of what an element itself shows, its children left out."""
    found = set()
    for kid in _kids(element):
        page = kid.get("/Pg") if isinstance(kid, pikepdf.Dictionary) else None
        if isinstance(kid, int) or (page is None and "/MCID" in kid):
            page = element.get("/Pg")
        if page is not None and not (isinstance(kid, pikepdf.Dictionary) and "/S" in kid):
            found.add(numbers[page.objgen])
    return frozenset(found)


def _scope(attributes: Any) -> str:
    found = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
    scopes = (one.get("/Scope") for one in found if isinstance(one, pikepdf.Dictionary))
    return next((str(scope).lstrip("/") for scope in scopes if scope is not None), "")


def _bookmarks(pdf: pikepdf.Pdf) -> Iterator[tuple[int, str, int]]:
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    with pdf.open_outline() as outline:
        yield from _items(outline.root, 1, numbers)


def _items(items: Any, level: int, numbers: Numbers) -> Iterator[tuple[int, str, int]]:
    for item in items:
        target = item.destination
        if target is None and item.action is not None:
            target = item.action.get("/D")
        page = numbers.get(target[0].objgen, 0) if isinstance(target, pikepdf.Array) else 0
        yield level, item.title, page
        yield from _items(item.children, level + 1, numbers)
