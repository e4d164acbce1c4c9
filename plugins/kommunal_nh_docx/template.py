"""A municipality's template: its styles, header, footer, page size and cover."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from kommunal_nh.colours import READABLE, contrast
from kommunal_nh.errors import UsageError
from kommunal_nh_docx.controls import fill_controls
from kommunal_nh_docx.cover import keep_cover
from kommunal_nh_docx.fields import properties_shown, refresh_fields
from kommunal_nh_docx.placeholders import demand_known, fill_in, values_of
from kommunal_nh_docx.styles import BLACK
from kommunal_nh_docx.tidying import relations_of, tidy
from kommunal_nh_docx.unpacking import members_of
from kommunal_nh_docx.xml import R, name

if TYPE_CHECKING:
    from docx.document import Document as Word
    from lxml.etree import _Element

    from kommunal_nh.document import Document

_TYPES = "[Content_Types].xml"
_MAIN_PART = re.compile(
    rb"application/vnd\.(?:openxmlformats-officedocument\.wordprocessingml\.template"
    rb"|ms-word\.(?:document|template)\.macroEnabled(?:Template)?)\.main\+xml"
)
_DOCUMENT = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

# What the styles, headers and footers need. All else belongs to the old content, or tells of the
# people and machines that made it.
_KEPT = {"styles", "numbering", "settings", "theme", "fontTable", "webSettings"}
_ACCENT = re.compile(rb'<a:accent1>\s*<a:srgbClr val="([0-9A-Fa-f]{6})"')
_PAPER = "#ffffff"

# All that python-docx, lxml and zipfile raise at files that are damaged or something else.
_BROKEN = (
    AttributeError,
    AssertionError,
    BadZipFile,
    EOFError,
    IndexError,
    KeyError,
    NotImplementedError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    zlib.error,
)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Whatever goes wrong with a template, say so to people.

    Args:
        path: The template.

    Yields:
        Nothing; it is for the code that reads the template.

    Raises:
        UsageError: There is no such file, or it can not be used.
    """
    try:
        yield
    except FileNotFoundError as error:
        raise UsageError(
            f"Die Vorlage „{path}“ gibt es nicht. Bitte den Namen der Datei prüfen."
        ) from error
    except OSError as error:
        what = "ist ein Ordner" if path.is_dir() else "lässt sich nicht lesen"
        raise UsageError(
            f"Die Vorlage „{path}“ {what}. Bitte eine Word-Datei angeben, die Sie öffnen dürfen."
        ) from error
    except _BROKEN as error:
        raise UsageError(
            f"Die Vorlage „{path.name}“ ist keine lesbare Word-Datei. "
            f"Bitte in Word öffnen und neu als .docx oder .dotx speichern."
        ) from error


def read_template(path: Path) -> Word:
    """Open a template.

    Args:
        path: A `.docx` or `.dotx` file.

    Returns:
        The file; of its body there is only the cover, and the settings of the report's pages.
    """
    from docx import Document

    word = Document(BytesIO(_as_document(path)))
    tidy(word.element.body, word.part.rels)
    keep_cover(word.element.body)
    _forget_content(word)
    package = word.part.package
    # What can not be written is to be found now, not half way.
    _ = package.rels.xml, [(part.blob, part.rels.xml) for part in package.iter_parts()]
    return word


def _as_document(path: Path) -> bytes:
    """A template differs from a document in one content type only; python-docx reads documents."""
    result = BytesIO()
    with ZipFile(BytesIO(path.read_bytes())) as old, ZipFile(result, "w") as new:
        for member, part in members_of(old, path).items():
            new.writestr(member, _MAIN_PART.sub(_DOCUMENT, part) if member == _TYPES else part)
    return result.getvalue()


def _forget_content(word: Word) -> None:
    package = word.part.package
    for key, relation in list(package.rels.items()):
        if not relation.reltype.endswith("/officeDocument"):
            del package.rels[key]
    from docx.opc.constants import RELATIONSHIP_TYPE

    wanted = set(references(word).values()) | relations_of(word.element.body)
    relations = word.part.rels
    for key, relation in list(relations.items()):
        kind = relation.reltype.rpartition("/")[2]
        if key not in wanted and (relation.is_external or kind not in _KEPT):
            del relations[key]
    word.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS).rels.clear()


def fill_template(word: Word, document: Document, file: str) -> None:
    """Put the words of a report for the placeholders of a template.

    Args:
        word: The template.

        document: The report.

        file: Name of the template, for messages.

    Raises:
        UsageError: There is a placeholder that nothing stands for.
    """
    values, stories = values_of(document), list(_stories(word))
    demand_known(stories, file)
    for story in stories:
        fill_in(story, values)
        fill_controls(story, values)
        refresh_fields(story, properties_shown(document))


def _stories(word: Word) -> Iterator[_Element]:
    """Cover, headers and footers."""
    yield word.element.body
    for relation in word.part.rels.values():
        if relation.reltype.endswith(("/header", "/footer")):
            yield relation.target_part.element


def references(word: Word) -> dict[tuple[str, str], str]:
    """The headers and footers of a file's last pages, which inherit from those before them.

    Args:
        word: The file.

    Returns:
        Relationship ids by `headerReference` or `footerReference` and the type of page.
    """
    found: dict[tuple[str, str], str] = {}
    for tag in ("headerReference", "footerReference"):
        for element in word.element.body.iter(name(tag)):
            found[tag, element.get(name("type"), "default")] = element.get(f"{{{R}}}id", "")
    return found


def accent(word: Word) -> str:
    """The colour that a template accents with.

    Args:
        word: The template.

    Returns:
        Six hexadecimal digits; black if its own can not be read on white, or there is none.
    """
    themes = [rel.target_part for rel in word.part.rels.values() if rel.reltype.endswith("/theme")]
    found = _ACCENT.search(themes[0].blob) if themes else None
    colour = found[1].decode() if found else BLACK
    return colour.upper() if contrast(f"#{colour}", _PAPER) >= READABLE else BLACK
