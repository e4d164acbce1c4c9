"""The tags of a PDF file as plain data, read by pikepdf: what a screen reader would find."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pikepdf


@attrs.frozen
class Tag:
    """One tag.

    Attributes:
        kind: Its standard kind, such as `H1`, `TH` or `Figure`; other names are mapped by the file.
        alt: Its alternative text.
        scope: Of a header cell: `Column`, `Row`, `Both`, or nothing.
        children: The tags in it, in the order of reading.
    """

    kind: str
    alt: str = ""
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
        return Tagged(
            root=Tag("Root", children=tuple(_below(root.StructTreeRoot, roles))),
            language=str(root.get("/Lang", "")),
            title=title,
            shows_title=bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)),
            is_marked=bool(root.get("/MarkInfo", {}).get("/Marked", False)),
            part=part,
            bookmarks=tuple(_bookmarks(pdf)),
            pages=len(pdf.pages),
            tabs=tuple(str(page.obj.get("/Tabs", "")) for page in pdf.pages),
        )


def _below(element: Any, roles: dict[str, str]) -> Iterator[Tag]:
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield _tag(kid, roles)


def _tag(element: Any, roles: dict[str, str]) -> Tag:
    kind, seen = str(element.S), set[str]()
    while kind in roles and kind not in seen:
        seen.add(kind)
        kind = roles[kind]
    return Tag(
        kind.lstrip("/"),
        str(element.get("/Alt", "")),
        _scope(element.get("/A", [])),
        tuple(_below(element, roles)),
    )


def _scope(attributes: Any) -> str:
    found = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
    scopes = (one.get("/Scope") for one in found if isinstance(one, pikepdf.Dictionary))
    return next((str(scope).lstrip("/") for scope in scopes if scope is not None), "")


def _bookmarks(pdf: pikepdf.Pdf) -> Iterator[tuple[int, str, int]]:
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    with pdf.open_outline() as outline:
        yield from _items(outline.root, 1, numbers)


def _items(
    items: Any, level: int, numbers: dict[tuple[int, int], int]
) -> Iterator[tuple[int, str, int]]:
    for item in items:
        target = item.destination
        if target is None and item.action is not None:
            target = item.action.get("/D")
        page = numbers.get(target[0].objgen, 0) if isinstance(target, pikepdf.Array) else 0
        yield level, item.title, page
        yield from _items(item.children, level + 1, numbers)
