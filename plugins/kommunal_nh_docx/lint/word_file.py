"""A Word file as its parts, and the small things that every rule asks of them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from zipfile import ZipFile

import attrs
from lxml import etree
from lxml.etree import _Element

from kommunal_nh_docx.unpacking import members_of
from kommunal_nh_docx.xml import R, name

BODY = "word/document.xml"
STYLES = "word/styles.xml"
_STORY = re.compile(r"word/(?:document|(?:header|footer)\d*)\.xml")
_LONGEST = 60


@attrs.frozen(eq=False, repr=False)
class WordFile:
    """A file that is being checked.

    Attributes:
        members: All members of the zip file.
    """

    members: Mapping[str, bytes]
    _trees: dict[str, _Element] = attrs.field(factory=dict, init=False)

    def tree(self, member: str) -> _Element:
        """A part as XML.

        Args:
            member: Its name.

        Returns:
            Its root; an empty element if there is no such part.

        Raises:
            SyntaxError: It is not well-formed.
        """
        if member not in self._trees:
            content = self.members.get(member, b"<none/>")
            parser = etree.XMLParser(resolve_entities=False, huge_tree=True)
            self._trees[member] = etree.fromstring(content, parser)
        return self._trees[member]

    def stories(self) -> Iterator[tuple[str, _Element]]:
        """The parts that hold text.

        Yields:
            Name and root of the body, the headers and the footers.
        """
        for member in sorted(self.members):
            if _STORY.fullmatch(member):
                yield member, self.tree(member)

    def relations(self, member: str) -> dict[str, str]:
        """What a part refers to.

        Args:
            member: The part.

        Returns:
            For each id the member that it leads to; nothing for addresses outside of the file.
        """
        folder, base = posixpath.split(member)
        found: dict[str, str] = {}
        for one in self.tree(f"{folder}/_rels/{base}.rels".lstrip("/")):
            is_outside = one.get("TargetMode") == "External"
            path = posixpath.normpath(posixpath.join("/", folder, one.get("Target", "")))
            found[one.get("Id", "")] = "" if is_outside else path.lstrip("/")
        return found


def open_file(path: Path) -> WordFile:
    """Read a file.

    Args:
        path: The file.

    Returns:
        Its parts.

    Raises:
        OSError: It can not be read.
        BadZipFile: It is no zip file.
        UsageError: It is too large.
    """
    with ZipFile(path) as package:
        return WordFile(members_of(package, path))


def value(element: _Element | None, key: str = "val") -> str:
    """An attribute of WordprocessingML.

    Args:
        element: The element, or None.

        key: The attribute.

    Returns:
        Its value, or nothing.
    """
    return "" if element is None else element.get(name(key), "")


def relation(element: _Element, key: str = "id") -> str:
    """The id of a relationship that an element uses.

    Args:
        element: The element.

        key: Such as `id` or `embed`.

    Returns:
        The id, or nothing.
    """
    return element.get(f"{{{R}}}{key}", "")


def words(element: _Element) -> str:
    """The words of an element, deleted ones too.

    Args:
        element: Such as a paragraph.

    Returns:
        Their text.
    """
    return "".join(one.text or "" for one in element.iter(name("t"), name("delText")))


def near(element: _Element) -> str:
    """Where in the text an element stands, for messages.

    Args:
        element: Any element of a story.

    Returns:
        The beginning of its paragraph or table in quotation marks.
    """
    around = next((one for one in _around(element) if words(one).strip()), None)
    if around is None:
        return "an einer Stelle ohne Text"
    text = " ".join(words(around).split())
    return f"bei „{text[:_LONGEST]}{'…' if len(text) > _LONGEST else ''}“"


def _around(element: _Element) -> Iterator[_Element]:
    tags = {name(tag) for tag in ("p", "tbl", "tc", "tr")}
    yield from (one for one in (element, *element.iterancestors()) if one.tag in tags)
