"""PDF files as a screen reader takes them: the tag tree, and the words that its leaves mark.

Read with pikepdf. Poppler's `pdfinfo -struct-text` does the same, but takes a hyphen at the end of
a line for one of the word, because it does not look at `ActualText`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import attrs
import pikepdf

INLINE = {"/Span", "/Link", "/Reference", "/Strong", "/Em", "/Code", "/Lbl"}
_CODES = re.compile(r"\[(U\+[0-9A-F]{4,6}(?: U\+[0-9A-F]{4,6})*)\]")
_HEX = rb"<([0-9A-Fa-f]+)>\s*"
_PAIR, _TRIPLE = re.compile(_HEX * 2), re.compile(_HEX * 3)


@attrs.frozen
class Tag:
    """An element of the tag tree.

    Attributes:
        name: Such as `/H1`.
        element: The element itself.
        parts: Tags and words inside it, in order.
        alt: Its alternative text.
    """

    name: str
    element: Any
    parts: tuple[Any, ...]
    alt: str = ""

    def every(self, *names: str) -> list[Tag]:
        """This tag and all below it that have one of some names."""
        found = [self] if self.name in names else []
        for part in self.parts:
            if isinstance(part, Tag):
                found += part.every(*names)
        return found

    def words(self) -> str:
        """What is read aloud, with a line feed where a block begins and ends."""
        inside = "".join(part.words() if isinstance(part, Tag) else part for part in self.parts)
        return inside if self.is_inline() else f"\n{inside}\n"

    def is_inline(self) -> bool:
        """Whether the words go on on the same line."""
        return self.name in INLINE and self.attribute("/Placement") != "/Block"

    def attribute(self, name: str) -> Any:
        """An attribute of layout or table; None without it."""
        classes = self.element.get("/A", pikepdf.Array())
        listed = classes if isinstance(classes, pikepdf.Array) else [classes]
        found = [
            str(one[name]) for one in listed if isinstance(one, pikepdf.Dictionary) and name in one
        ]
        return found[0] if found else None


def tag_tree(pdf: pikepdf.Pdf) -> Tag:
    """The tags of a file."""
    marked: dict[tuple[int, int], dict[int, str]] = {}
    for page in pdf.pages:
        marked[page.obj.objgen] = _Page(page).words
    return _tag(pdf.Root.StructTreeRoot, marked, (0, 0))


def artifacts(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Words that are not read aloud: headers, page numbers, symbols."""
    for page in pdf.pages:
        yield from _Page(page).artifacts


def spoken_words(file: Path) -> str:
    """What is read aloud of a file; signs that no font has instead of their codes."""
    with pikepdf.open(file) as pdf:
        return with_signs(tag_tree(pdf).words())


def with_signs(text: str) -> str:
    """A text with the signs that no font has instead of their codes."""
    return _CODES.sub(lambda found: _signs(found[1]), text)


def _signs(codes: str) -> str:
    return "".join(chr(int(code.removeprefix("U+"), 16)) for code in codes.split())


def _tag(element: Any, marked: Any, page: tuple[int, int]) -> Tag:
    page = element.Pg.objgen if "/Pg" in element else page
    below = element.get("/K", pikepdf.Array())
    listed = list(below) if isinstance(below, pikepdf.Array) else [below]
    parts = tuple(part for one in listed for part in _part(one, marked, page))
    return Tag(str(element.get("/S", "")), element, parts, str(element.get("/Alt", "")))


def _part(one: Any, marked: Any, page: tuple[int, int]) -> Iterator[Tag | str]:
    if isinstance(one, int):
        yield marked[page].get(one, "")
    elif one.get("/Type") == "/MCR":
        yield marked[one.Pg.objgen if "/Pg" in one else page].get(int(one.MCID), "")
    elif one.get("/Type") != "/OBJR":
        yield _tag(one, marked, page)


class _Page:
    """Reads the content of a page, one operator after another.

    Attributes:
        words: The words of each piece of marked content, by its number.
        artifacts: What the page repeats or shows for the eye only.
    """

    def __init__(self, page: pikepdf.Page) -> None:
        fonts = page.obj.Resources.get("/Font", {})
        self.words: dict[int, str] = {}
        self.artifacts: list[str] = []
        self._fonts = {name: _to_unicode(font) for name, font in fonts.items()}
        self._font: dict[bytes, str] = {}
        self._open: list[tuple[int | None, str | None]] = []
        self._said: list[str] = []
        for operands, operator in pikepdf.parse_content_stream(page):
            if step := self._STEPS.get(str(operator)):
                step(self, operands)

    def _begin(self, operands: Any) -> None:
        given = operands[1] if len(operands) > 1 else None
        mark = given if isinstance(given, pikepdf.Dictionary) else pikepdf.Dictionary()
        number = int(mark.MCID) if "/MCID" in mark else None
        if number is not None or not self._open:
            self._said = []
        self._open.append((number, str(mark.ActualText) if "/ActualText" in mark else None))

    def _end(self, _: Any) -> None:
        number, instead = self._open.pop()
        if not self._open and number is None:
            self.artifacts.append("".join(self._said))
        if instead is not None:
            self._said.append(instead)
        if number is not None:
            self.words[number] = "".join(self._said)

    def _choose(self, operands: Any) -> None:
        self._font = self._fonts[str(operands[0])]

    def _show(self, operands: Any) -> None:
        if any(instead is not None for _, instead in self._open):
            return
        shown = operands[0] if isinstance(operands[0], pikepdf.Array) else operands
        texts = [bytes(one) for one in shown if isinstance(one, pikepdf.String)]
        self._said += [_decoded(one, self._font) for one in texts]

    _STEPS: ClassVar = {
        "BDC": _begin, "BMC": _begin, "EMC": _end, "Tf": _choose, "Tj": _show, "TJ": _show,
    }  # fmt: skip


def _decoded(code: bytes, font: dict[bytes, str]) -> str:
    return "".join(font.get(code[at : at + 2], "\ufffd") for at in range(0, len(code), 2))


def _to_unicode(font: Any) -> dict[bytes, str]:
    known: dict[bytes, str] = {}
    table = font.ToUnicode.read_bytes() if "/ToUnicode" in font else b""
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, sign in _PAIR.findall(block):
            known[bytes.fromhex(code.decode())] = _sign(sign)
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, sign in _TRIPLE.findall(block):
            for step in range(int(last, 16) - int(first, 16) + 1):
                code = (int(first, 16) + step).to_bytes(len(first) // 2, "big")
                known[code] = chr(ord(_sign(sign)) + step)
    return known


def _sign(code: bytes) -> str:
    return bytes.fromhex(code.decode()).decode("utf-16-be", "replace")
