"""Word files of this library are told apart from others, also after somebody worked on them."""

from __future__ import annotations

import re
import tempfile
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kommunal_nh.document import Block, Document, Heading, Paragraph, Reference, Section, Text
from kommunal_nh.importers import Grid, Line, Manuscript
from kommunal_nh_docx import DocxExporter
from kommunal_nh_readers import DocxImporter

_ANCHORS = ("klima-allianz", "80.01", "Ö-Klima", "nh-klima..umgesetzt", "a" * 60)


def _written(folder: Path, anchors: tuple[str, ...]) -> Path:
    """A file with a section for each anchor, which refers to itself."""
    blocks: tuple[Block, ...] = tuple(
        Section(
            "chapter",
            anchor,
            (
                Heading(1, "", (Text(f"Abschnitt {count}"),)),
                Paragraph((Text("Siehe "), Reference(anchor, (Text("hier"),)))),
            ),
        )
        for count, anchor in enumerate(anchors)
    )
    file = folder / "report.docx"
    DocxExporter().write(Document("Titel", "Kreis Muster", date(2023, 10, 1), blocks), file, {})
    return file


def _edited(file: Path, part: str, edit: Callable[[str], str]) -> Manuscript:
    """The file as it reads after a part was changed."""
    with zipfile.ZipFile(file) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    parts[part] = edit(parts[part].decode()).encode()
    with zipfile.ZipFile(file, "w") as archive:
        for one, content in parts.items():
            archive.writestr(one, content)
    return DocxImporter().read(file)


def _heads(found: Manuscript) -> list[str]:
    return [one.anchor for one in found.blocks if isinstance(one, Line) and one.level]


@given(st.lists(st.text("abcÖ019.-_", min_size=1, max_size=50), min_size=1, unique=True))
def test_every_anchor_comes_back(anchors: list[str]) -> None:
    """Whatever an id is like, heading and reference have it again, exactly."""
    with tempfile.TemporaryDirectory() as folder:
        found = DocxImporter().read(_written(Path(folder), tuple(anchors)))
    texts = [one.text for one in found.blocks if isinstance(one, Line) and not one.level]
    assert found.is_own
    assert _heads(found)[-len(anchors) :] == anchors
    assert [text for text in texts if text.startswith("Siehe")] == [
        f"Siehe [hier](#{anchor})" for anchor in anchors
    ]


def test_settings_that_were_lost_make_it_a_file_like_any_other(tmp_path: Path) -> None:
    """Where a program forgot what bookmarks stand for, nothing is guessed."""
    file = _written(tmp_path, _ANCHORS)
    found = _edited(file, "word/settings.xml", lambda text: re.sub("<w:docVar .*?/>", "", text))
    assert not found.is_own
    assert set(_heads(found)) == {""}


def test_bookmarks_of_others_change_nothing(tmp_path: Path) -> None:
    """Word adds bookmarks of its own when somebody opens, searches and saves."""
    file = _written(tmp_path, _ANCHORS)
    mark = '<w:bookmarkStart w:id="999" w:name="_GoBack"/><w:bookmarkEnd w:id="999"/>'
    found = _edited(
        file, "word/document.xml", lambda text: text.replace("</w:pPr>", f"</w:pPr>{mark}")
    )
    assert found.is_own
    assert tuple(_heads(found)[-len(_ANCHORS) :]) == _ANCHORS


def test_comments_of_a_reader_are_asides(tmp_path: Path) -> None:
    """Headers and footers are made anew each time; nothing but the text is read from our files."""
    found = DocxImporter().read(_written(tmp_path, _ANCHORS))
    assert not [one for one in found.blocks if isinstance(one, Grid) or one.aside]
