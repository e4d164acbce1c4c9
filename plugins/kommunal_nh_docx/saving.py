"""Writes the file: first the parts that are ready, then the body, then what the body brought up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kommunal_nh.archives import Archive, open_archive
from kommunal_nh_docx.xml import DECLARATION, attribute

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.opc.part import Part

    from kommunal_nh_docx.links import Links
    from kommunal_nh_docx.numbering import Numbering

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DEFAULT_TYPES = {
    "bmp": "image/bmp",
    "gif": "image/gif",
    "jpg": "image/jpeg",
    "png": "image/png",
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "tiff": "image/tiff",
    "xml": "application/xml",
}


def save(
    word: Word,
    target: Path,
    write_body: Callable[[Callable[[str], None]], None],
    numbering: Numbering,
    links: Links,
) -> None:
    """Write the file.

    Args:
        word: The file with all but its body.

        target: Where to write it.

        write_body: Writes the whole document part; it is called once.

        numbering: Lists that the body made.

        links: Links that the body made.
    """
    settings = word.settings.element  # come last: the body has a say in them
    late = {word.part, numbering.part}
    ready = [part for part in _parts(word) if part not in late and not _has(part, settings)]
    with open_archive(target) as archive:
        archive.add("[Content_Types].xml", _content_types(_parts(word)).encode())
        archive.add("_rels/.rels", word.part.package.rels.xml)
        for part in ready:
            _add(archive, part)
        with archive.stream(_path(word.part)) as sink:
            write_body(sink.write)
        _stream(archive, _path(numbering.part), numbering.pieces())
        _add_relationships(archive, numbering.part)
        for part in _parts(word):
            if part not in late and part not in ready:
                _add(archive, part)
        path = word.part.partname.rels_uri.membername
        _stream(archive, path, _relationships(word.part, links.relationships()))


def _parts(word: Word) -> list[Part]:
    return sorted(word.part.package.iter_parts(), key=_path)


def _has(part: Part, element: object) -> bool:
    return getattr(part, "element", None) is element


def _path(part: Part) -> str:
    return str(part.partname.membername)


def _add(archive: Archive, part: Part) -> None:
    archive.add(_path(part), part.blob)
    _add_relationships(archive, part)


def _add_relationships(archive: Archive, part: Part) -> None:
    if part.rels:
        archive.add(part.partname.rels_uri.membername, part.rels.xml)


def _stream(archive: Archive, path: str, pieces: Iterable[str]) -> None:
    with archive.stream(path) as sink:
        for piece in pieces:
            sink.write(piece)


def _content_types(parts: Iterable[Part]) -> str:
    defaults = "".join(
        f'<Default Extension="{extension}" ContentType="{content_type}"/>'
        for extension, content_type in _DEFAULT_TYPES.items()
    )
    overrides = "".join(
        f'<Override PartName="{attribute(part.partname)}" ContentType="{part.content_type}"/>'
        for part in parts
        if _DEFAULT_TYPES.get(part.partname.ext) != part.content_type
    )
    return f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">{defaults}{overrides}</Types>'


def _relationships(part: Part, more: Iterable[str]) -> Iterator[str]:
    yield f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
    for key, relation in part.rels.items():
        mode = ' TargetMode="External"' if relation.is_external else ""
        yield (
            f'<Relationship Id="{key}" Type="{relation.reltype}" '
            f'Target="{attribute(relation.target_ref)}"{mode}/>'
        )
    yield from more
    yield "</Relationships>"
