"""The file to begin with: our own base, made of the parts in `base/`, or a template."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from kommunal_nh_docx.template import read_template
from kommunal_nh_docx.xml import W

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.opc.part import Part
    from docx.parts.document import DocumentPart
    from docx.parts.numbering import NumberingPart

_OFFICE = "application/vnd.openxmlformats-officedocument"
_WORD = f"{_OFFICE}.wordprocessingml"
_DOCUMENT, _TEMPLATE = f"{_WORD}.document.main+xml", f"{_WORD}.template.main+xml"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_BASE = {
    "fontTable": ("word/fontTable.xml", f"{_WORD}.fontTable+xml"),
    "settings": ("word/settings.xml", f"{_WORD}.settings+xml"),
    "styles": ("word/styles.xml", f"{_WORD}.styles+xml"),
    "theme": ("word/theme/theme1.xml", f"{_OFFICE}.theme+xml"),
}


def begin(template: str | None) -> Word:
    """A file without content.

    Args:
        template: A municipality's template, or None for our own base.

    Returns:
        The file, opened by python-docx.

    Raises:
        UsageError: The template can not be read.
    """
    word = read_template(Path(template)) if template else _empty(_DOCUMENT)
    _complete(word.part)
    return word


def begin_template(suffix: str) -> Word:
    """A file without content that shall be a template.

    Args:
        suffix: Ending of its name; `.dotx` is what Word calls a template.

    Returns:
        The file, opened by python-docx.
    """
    word = _empty(_TEMPLATE if suffix.lower() == ".dotx" else _DOCUMENT)
    _complete(word.part)
    return word


def numbering_part(word: Word) -> NumberingPart:
    """The part that defines lists; it is made if there is none.

    Args:
        word: The file.

    Returns:
        The part.
    """
    if not _has(word.part, "numbering"):
        _add(word.part, "numbering", "word/numbering.xml", f"{_WORD}.numbering+xml", _NO_LISTS)
    return cast("NumberingPart", word.part.part_related_by(f"{_RELATIONSHIPS}/numbering"))


_NO_LISTS = f'<w:numbering xmlns:w="{W}"/>'.encode()


def _empty(content_type: str) -> Word:
    from docx.opc.packuri import PackURI
    from docx.package import Package
    from docx.parts.document import DocumentPart

    package = Package()
    content = (Path(__file__).with_name("base") / "document.xml").read_bytes()
    main = DocumentPart.load(PackURI("/word/document.xml"), content_type, content, package)
    package.relate_to(main, f"{_RELATIONSHIPS}/officeDocument")
    return cast("Word", main.document)


def _complete(main: DocumentPart) -> None:
    """Add the parts of our base that are not there; LibreOffice, say, may write no theme."""
    base = Path(__file__).with_name("base")
    for relation, (member, content_type) in _BASE.items():
        if not _has(main, relation):
            _add(main, relation, member, content_type, (base / f"{relation}.xml").read_bytes())


def _has(main: DocumentPart, relation: str) -> bool:
    kind = f"{_RELATIONSHIPS}/{relation}"
    return any(found.reltype == kind for found in main.rels.values())


def _add(main: DocumentPart, relation: str, member: str, content_type: str, blob: bytes) -> None:
    from docx.opc.packuri import PackURI
    from docx.opc.part import PartFactory

    kind = f"{_RELATIONSHIPS}/{relation}"
    part = PartFactory(PackURI(f"/{member}"), content_type, kind, blob, main.package)
    main.relate_to(cast("Part", part), kind)
