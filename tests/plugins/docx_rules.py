"""Rules that no schema knows; what breaks them makes Word ask, repair or mislead."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import etree
from tests.plugins.docx_reading import R, W, part, parts, style_names

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MAIN = "word/document.xml"


def breaches(path: Path, language: str = "de-DE") -> list[str]:
    """All breaches of all rules."""
    found = [f"{rule.__name__}: {breach}" for rule in RULES for breach in rule(path)]
    return found + [f"language: {breach}" for breach in languages(path, language)]


def content_types(path: Path) -> Iterator[str]:
    """Each part has a content type, and each content type a part."""
    members = parts(path)
    types = etree.fromstring(members["[Content_Types].xml"])
    given = {e.get("PartName", "").lstrip("/") for e in types if e.tag.endswith("Override")}
    endings = {e.get("Extension") for e in types if e.tag.endswith("Default")}
    for member in members.keys() - given - {"[Content_Types].xml"}:
        if member.rpartition(".")[2] not in endings:
            yield f"none for {member}"
    yield from (f"{member} is missing" for member in given - members.keys())


def relationships(path: Path) -> Iterator[str]:
    """Each relationship has its own id and a target that is there."""
    members = parts(path)
    for member in (member for member in members if member.endswith(".rels")):
        folder = posixpath.dirname(posixpath.dirname(member))
        elements = list(etree.fromstring(members[member]))
        if len({e.get("Id") for e in elements}) != len(elements):
            yield f"an id twice in {member}"
        for element in elements:
            target = element.get("Target", "")
            full = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            if element.get("TargetMode") != "External" and full not in members:
                yield f"{member} leads to {full}"


def used_relationships(path: Path) -> Iterator[str]:
    """What the body, the headers and the footers refer to is listed."""
    members = parts(path)
    for member in (member for member in members if re.match(r"word/\w+\.xml$", member)):
        rels = members.get(f"word/_rels/{member[5:]}.rels", b"<none/>")
        known = {e.get("Id") for e in etree.fromstring(rels)}
        for element in etree.fromstring(members[member]).iter():
            for key in (key for key in element.attrib if str(key).startswith(R)):
                if element.get(key) not in known:
                    yield f"{element.get(key)} in {member}"


def bookmarks(path: Path) -> Iterator[str]:
    """Bookmarks are unique, paired and named as Word allows; capitals make no difference."""
    body = part(path)
    starts = list(body.iter(f"{W}bookmarkStart"))
    names = Counter(start.get(f"{W}name", "").lower() for start in starts)
    yield from (f"{label} twice" for label, count in names.items() if count > 1)
    yield from (f"bad name {label}" for label in names if not re.match(r"[a-z]\w{0,39}$", label))
    ids = [start.get(f"{W}id") for start in starts]
    ends = [end.get(f"{W}id") for end in body.iter(f"{W}bookmarkEnd")]
    if len(set(ids)) != len(ids) or sorted(map(str, ids)) != sorted(map(str, ends)):
        yield "ids not paired"


def anchors(path: Path) -> Iterator[str]:
    """Links inside the document lead to a bookmark."""
    body = part(path)
    names = {start.get(f"{W}name") for start in body.iter(f"{W}bookmarkStart")}
    targets = {link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink")} - {None}
    yield from (f"{target} is missing" for target in targets - names)


def nested_links(path: Path) -> Iterator[str]:
    """No link is inside another."""
    yield from (
        "nested" for link in part(path).iter(f"{W}hyperlink") if len(list(link.iter(link.tag))) > 1
    )


def fields(path: Path) -> Iterator[str]:
    """Each field begins, separates and ends."""
    kinds = [e.get(f"{W}fldCharType") for e in part(path).iter(f"{W}fldChar")]
    if kinds != ["begin", "separate", "end"] * (len(kinds) // 3):
        yield str(kinds)


def used_styles(path: Path) -> Iterator[str]:
    """Each style that is used is defined, once."""
    defined = [
        style.get(f"{W}styleId") for style in part(path, "word/styles.xml").iter(f"{W}style")
    ]
    yield from (f"{style} twice" for style, count in Counter(defined).items() if count > 1)
    for member in (member for member in parts(path) if re.match(r"word/\w+\.xml$", member)):
        for element in part(path, member).iter(
            f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle", f"{W}basedOn"
        ):
            if element.get(f"{W}val") not in defined:
                yield f"{element.get(f'{W}val')} in {member}"


def used_lists(path: Path) -> Iterator[str]:
    """Each list that is used is defined, patterns before lists."""
    root = part(path, "word/numbering.xml")
    patterns = {e.get(f"{W}abstractNumId") for e in root.findall(f"{W}abstractNum")}
    lists = [e.get(f"{W}numId") for e in root.findall(f"{W}num")]
    if len(set(lists)) != len(lists):
        yield "a list twice"
    used = {e.get(f"{W}val") for e in part(path).iter(f"{W}numId")} - {"0"}
    yield from (f"list {number}" for number in used - set(lists))
    found = {e.get(f"{W}val") for e in root.iterfind(f"{W}num/{W}abstractNumId")}
    yield from (f"pattern {number}" for number in found - patterns)
    tags = [child.tag for child in root]
    if f"{W}abstractNum" in tags[tags.index(f"{W}num") :]:
        yield "a pattern behind a list"


def tables(path: Path) -> Iterator[str]:
    """Tables have a repeated header row, rows as wide as the grid, and a name."""
    for table in part(path).iter(f"{W}tbl"):
        grid = [
            int(column.get(f"{W}w", "0")) for column in table.iterfind(f"{W}tblGrid/{W}gridCol")
        ]
        if table.find(f"{W}tr/{W}trPr/{W}tblHeader") is None:
            yield "no header row"
        if table.find(f"{W}tblPr/{W}tblCaption") is None:
            yield "no name"
        if sum(grid) != int(table.find(f"{W}tblPr/{W}tblW").get(f"{W}w")):
            yield "grid is not as wide as the table"
        for row in table.findall(f"{W}tr"):
            cells = [int(c.get(f"{W}w", "0")) for c in row.iterfind(f"{W}tc/{W}tcPr/{W}tcW")]
            if cells != grid or row.find(f"{W}trPr/{W}cantSplit") is None:
                yield f"row {cells} in {grid}"
            yield from (
                "a cell without paragraph" for c in row.findall(f"{W}tc") if c[-1].tag != f"{W}p"
            )
        if table.getnext() is None or table.getnext().tag != f"{W}p":
            yield "no paragraph behind"


def pictures(path: Path) -> Iterator[str]:
    """Pictures are named, and numbered without doubles."""
    found = list(part(path).iter(f"{DRAWING}docPr"))
    yield from ("no words for a picture" for e in found if not e.get("descr"))
    if len({e.get("id") for e in found}) != len(found):
        yield "an id twice"


def questions(path: Path) -> Iterator[str]:
    """Nothing makes Word ask on opening, or open in compatibility mode."""
    settings = part(path, "word/settings.xml")
    for tag in ("updateFields", "attachedTemplate", "documentProtection", "trackRevisions"):
        yield from (tag for _ in settings.iter(f"{W}{tag}"))
    modes = settings.xpath(
        "//w:compatSetting[@w:name='compatibilityMode']/@w:val", namespaces={"w": W[1:-1]}
    )
    if modes != ["15"]:
        yield f"mode {modes}"
    yield from ("dirty" for e in part(path).iter() if e.get(f"{W}dirty") is not None)
    if settings.find(f"{W}autoHyphenation") is None:
        yield "words are not divided"


def zip_file(path: Path) -> Iterator[str]:
    """The zip file has no doubles, no dates, no ZIP64; content types come first."""
    with zipfile.ZipFile(path) as package:
        members = package.infolist()
    names = [member.filename for member in members]
    if names[0] != "[Content_Types].xml" or len(set(names)) != len(names):
        yield str(names)
    for member in members:
        if member.date_time != (1980, 1, 1, 0, 0, 0) or member.create_system != 3:
            yield f"{member.filename} tells when or where it was made"
        if member.extract_version >= 45 or member.flag_bits & 8:
            yield f"{member.filename} is ZIP64 or has a trailing descriptor"


def properties(path: Path) -> Iterator[str]:
    """Title, author and language are given."""
    core = {etree.QName(e).localname: e.text for e in part(path, "docProps/core.xml")}
    for key in ("title", "creator", "language", "created", "modified"):
        if not core.get(key):
            yield f"no {key}"


def languages(path: Path, language: str) -> Iterator[str]:
    """All text is in the language of the document."""
    styles = part(path, "word/styles.xml")
    found = {e.get(f"{W}val") for e in styles.iter(f"{W}lang")}
    found |= {e.get(f"{W}val") for e in part(path, "word/settings.xml").iter(f"{W}themeFontLang")}
    if found != {language}:
        yield str(found)


def body_end(path: Path) -> Iterator[str]:
    """The body ends in the settings of its last pages."""
    if part(path)[0][-1].tag != f"{W}sectPr":
        yield part(path)[0][-1].tag


def headings(path: Path) -> Iterator[str]:
    """No heading is empty, and no style numbers one once more."""
    names = style_names(path)
    for p in part(path).iter(f"{W}p"):
        style = p.find(f"{W}pPr/{W}pStyle")
        label = "" if style is None else names.get(style.get(f"{W}val"), "")
        if re.match(r"heading \d", label) and not "".join(p.itertext()).strip():
            yield "empty"


def changes(path: Path) -> Iterator[str]:
    """Changes have numbers of their own, an author and a date; each holds what it may hold."""
    body = part(path)
    found = list(body.iter(f"{W}ins", f"{W}del"))
    numbers = Counter(e.get(f"{W}id") for e in [*found, *body.iter(f"{W}bookmarkStart")])
    yield from (f"{number} twice" for number, count in numbers.items() if count > 1)
    for element in found:
        if not (element.get(f"{W}author") and element.get(f"{W}date")):
            yield "nobody's"
        if element.getparent().tag != f"{W}rPr" and {e.tag for e in element} != {f"{W}r"}:
            yield f"holds {[etree.QName(e).localname for e in element]}"
    for run in body.iter(f"{W}r"):
        is_deleted = run.getparent().tag == f"{W}del"
        yield from ("text" for _ in run.iter(f"{W}t") if is_deleted)
        yield from ("deleted text" for _ in run.iter(f"{W}delText") if not is_deleted)
    for properties in body.iter(f"{W}pPr"):
        if f"{W}rPr" in [e.tag for e in properties][:-1]:
            yield "the mark of a paragraph is not the last of its properties"


RULES: tuple[Callable[[Path], Iterator[str]], ...] = (
    content_types,
    relationships,
    used_relationships,
    bookmarks,
    anchors,
    nested_links,
    fields,
    used_styles,
    used_lists,
    tables,
    pictures,
    questions,
    zip_file,
    properties,
    body_end,
    headings,
    changes,
)
