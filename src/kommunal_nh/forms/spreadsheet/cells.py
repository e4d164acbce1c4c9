"""What stands in the cells of a sheet, with the look of the words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

import attrs

from kommunal_nh.characters import ILLEGAL
from kommunal_nh.forms.package import Package
from kommunal_nh.forms.spreadsheet.numbers import built_in, words_of
from kommunal_nh.surveying.rich import Line, RichText, Run, of_words, plain, trimmed

if TYPE_CHECKING:
    from lxml.etree import _Element

Place: TypeAlias = tuple[int, int]
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_RELATION_STRICT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


@attrs.frozen
class Cell:
    """What stands in a cell.

    Attributes:
        text: Its lines.
        number: Its value, if it is a number.
        broken: It is a formula or an error, so that what is seen is not what was written.
    """

    text: RichText
    number: float | None = None
    broken: bool = False

    @property
    def words(self) -> str:
        """Its words."""
        return plain(self.text).strip()


@attrs.frozen
class Sheet:
    """One sheet.

    Attributes:
        name: Its name.
        cells: The cells with something in them, by row and column from 1.
        merged: First and last cell of those that are one.
        notes: Words of comments, by place.
    """

    name: str
    cells: Mapping[Place, Cell]
    merged: Sequence[tuple[Place, Place]]
    notes: Sequence[tuple[Place, str]]

    def rows(self) -> dict[int, dict[int, Cell]]:
        """The cells by row and column.

        Returns:
            Only rows and cells with something in them, from the first to the last.
        """
        found: dict[int, dict[int, Cell]] = {}
        for (row, column), cell in sorted(self.cells.items(), key=lambda item: item[0]):
            found.setdefault(row, {})[column] = cell
        return found


@attrs.frozen
class Book:
    """What the sheets share.

    Attributes:
        strings: The texts.
        looks: Bold, italic and the code of the number format, by number of the style.
        from_1904: Days are counted from 1904.
    """

    strings: Sequence[RichText]
    looks: Sequence[tuple[bool, bool, str]]
    from_1904: bool


def sheets_of(package: Package) -> list[Sheet]:
    """Read all sheets.

    Args:
        package: The file.

    Returns:
        The sheets in their order, hidden ones too.

    Raises:
        UsageError: The file makes no sense.
    """
    main = _main(package)
    root = package.root(main)
    if root is None:
        raise package.damaged()
    relations = package.relations(main)
    targets = dict(relations.values())
    settings = next(root.iter("{*}workbookPr"), None)
    book = Book(
        _strings(package.root(targets.get("sharedStrings", ""))),
        _looks(package.root(targets.get("styles", ""))),
        settings is not None and settings.get("date1904") in ("1", "true"),
    )
    found = []
    for one in root.iter("{*}sheet"):
        part = relations.get(_relation_id(one), ("", ""))[1]
        content = package.root(part)
        if content is not None:
            found.append(_sheet(package, part, content, one.get("name", ""), book))
    return found


def _main(package: Package) -> str:
    for kind, target in package.relations("").values():
        if kind == "officeDocument":
            return target
    raise package.damaged()


def _relation_id(one: _Element) -> str:
    return one.get(_RELATION) or one.get(_RELATION_STRICT) or ""


def _strings(root: _Element | None) -> list[RichText]:
    return [] if root is None else [_rich(one, (False, False)) for one in root.iter("{*}si")]


def _looks(root: _Element | None) -> list[tuple[bool, bool, str]]:
    if root is None:
        return []
    fonts = [(_is_on(one, "b"), _is_on(one, "i")) for one in root.iterfind("{*}fonts/{*}font")]
    codes = {one.get("numFmtId"): one.get("formatCode", "") for one in root.iter("{*}numFmt")}
    found = []
    for one in root.iterfind("{*}cellXfs/{*}xf"):
        font, number = _whole(one.get("fontId")), one.get("numFmtId", "0")
        bold, italic = fonts[font] if 0 <= font < len(fonts) else (False, False)
        found.append((bold, italic, codes.get(number) or built_in(_whole(number))))
    return found


def _is_on(parent: _Element | None, name: str) -> bool:
    found = None if parent is None else parent.find(f"{{*}}{name}")
    return found is not None and found.get("val", "1") not in ("0", "false")


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else -1


def _rich(parent: _Element, look: tuple[bool, bool]) -> RichText:
    """The words of a string, those without a look of their own with that of the cell."""
    runs: list[Run] = []
    for one in parent.iterchildren("{*}t", "{*}r"):
        own = one.find("{*}rPr")
        bold, italic = look if own is None else (_is_on(own, "b"), _is_on(own, "i"))
        texts = [one] if one.tag.endswith("}t") else one.iterfind("{*}t")
        runs.append(Run("".join(_unescaped(text.text or "") for text in texts), bold, italic))
    return trimmed(_split(runs))


def _unescaped(text: str) -> str:
    """Words as they are; Excel writes some signs as their numbers, also such as nobody can see."""
    said = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return ILLEGAL.sub("", said.replace("\r", ""))


def _split(runs: Sequence[Run]) -> Iterator[Line]:
    line: list[Run] = []
    for run in runs:
        first, *others = run.text.replace("\u2028", "\n").replace("\v", "\n").split("\n")
        line.append(attrs.evolve(run, text=first))
        for words in others:
            yield tuple(one for one in line if one.text)
            line = [attrs.evolve(run, text=words)]
    yield tuple(one for one in line if one.text)


def _sheet(package: Package, part: str, root: _Element, name: str, book: Book) -> Sheet:
    relations = package.relations(part)
    cells = dict(_cells(root, book))
    for link in root.iter("{*}hyperlink"):
        kind, target = relations.get(_relation_id(link), ("", ""))
        place = place_of(link.get("ref", "").split(":")[0])
        if kind == "outside hyperlink" and place in cells:
            cells[place] = _linked(cells[place], target)
    notes = [
        note
        for kind, target in relations.values()
        if kind == "comments"
        for note in _notes(package.root(target))
    ]
    return Sheet(name, cells, list(_merged(root)), notes)


def _cells(root: _Element, book: Book) -> Iterator[tuple[Place, Cell]]:
    """Cells with their places; where a file leaves a place out, it is the next one."""
    row = 0
    for line in root.iterfind("{*}sheetData/{*}row"):
        row, column = max(_whole(line.get("r")), 0) or row + 1, 0
        for one in line.iterfind("{*}c"):
            place = place_of(one.get("r", ""))
            row, column = place or (row, column + 1)
            cell = _cell(one, book)
            if cell.text or cell.broken:
                yield (row, column), cell


def place_of(reference: str) -> Place | None:
    """Where a cell is.

    Args:
        reference: Such as C7.

    Returns:
        Row and column from 1; None for what is no reference.
    """
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        return None
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - 64
    return int(found[2]), column


def _cell(one: _Element, book: Book) -> Cell:
    style = _whole(one.get("s", "0"))
    bold, italic, code = book.looks[style] if 0 <= style < len(book.looks) else (False, False, "")
    kind, value = one.get("t", "n"), one.findtext("{*}v") or ""
    if one.find("{*}f") is not None:
        formula = one.findtext("{*}f") or ""
        return Cell(of_words(f"={formula}"), broken=True)
    if kind == "s":
        at = _whole(value)
        text = book.strings[at] if 0 <= at < len(book.strings) else ()
        return Cell(_in_look(text, bold, italic))
    if kind == "inlineStr":
        inline = one.find("{*}is")
        return Cell(() if inline is None else _rich(inline, (bold, italic)))
    if kind == "b":
        return Cell(of_words("ja" if value == "1" else "nein"))
    if kind in ("str", "e", "d"):
        return Cell(of_words(_unescaped(value)), broken=kind == "e")
    return _number(value, code, book)


def _in_look(text: RichText, bold: bool, italic: bool) -> RichText:
    """Words of which none has a look of its own have that of the cell."""
    if not (bold or italic) or any(run.bold or run.italic for line in text for run in line):
        return text
    return tuple(
        tuple(attrs.evolve(run, bold=bold, italic=italic) for run in line) for line in text
    )


def _number(value: str, code: str, book: Book) -> Cell:
    try:
        number = float(value)
    except ValueError:
        return Cell(of_words(value))
    return Cell(of_words(words_of(number, code, from_1904=book.from_1904)), number)


def _linked(cell: Cell, address: str) -> Cell:
    """A link lies on the whole cell; in a longer text its address stands behind."""
    if address in cell.words or not cell.text:
        return cell
    if len(cell.text) == 1 and len(cell.text[0]) == 1:
        return attrs.evolve(cell, text=((attrs.evolve(cell.text[0][0], url=address),),))
    return attrs.evolve(cell, text=(*cell.text, (Run(address, url=address),)))


def _merged(root: _Element) -> Iterator[tuple[Place, Place]]:
    for one in root.iter("{*}mergeCell"):
        first, _, last = one.get("ref", "").partition(":")
        start, end = place_of(first), place_of(last)
        if start and end:
            yield start, end


def _notes(root: _Element | None) -> Iterator[tuple[Place, str]]:
    for one in () if root is None else root.iter("{*}comment"):
        place = place_of(one.get("ref", ""))
        words = "".join(text.text or "" for text in one.iter("{*}t")).strip()
        if place and words:
            yield place, words
