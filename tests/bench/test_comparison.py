"""The comparison is fair: whatever the other ways write holds the words that ours holds."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from pathlib import Path

import docx
import pytest

HERE = Path(__file__).parent
BLAUSTEIN = HERE.parents[1] / "examples" / "blaustein"
NEEDED = [name for name in ("docxtpl", "pypandoc", "pikepdf") if find_spec(name) is None]

pytestmark = pytest.mark.skipif(
    bool(NEEDED) and os.environ.get("CI") != "true", reason=f"not installed: {', '.join(NEEDED)}"
)


@pytest.fixture
def comparison(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(HERE / "comparison"), str(HERE / "peers"), *sys.path])


@pytest.mark.usefixtures("comparison")
@pytest.mark.parametrize("way", ["docxtpl", "python-docx"])
def test_nothing_is_left_out_to_look_better(way: str, tmp_path: Path) -> None:
    """Every heading, paragraph and table of the document is in the file beside ours."""
    from contestants import CONTESTANTS
    from lines import document_of, lines

    CONTESTANTS[way](BLAUSTEIN, tmp_path / "word.docx")

    word = docx.Document(str(tmp_path / "word.docx"))
    expected = [*lines(document_of(BLAUSTEIN))]
    title, *paragraphs = (paragraph.text for paragraph in word.paragraphs)
    assert title == document_of(BLAUSTEIN).title
    assert [*filter(None, paragraphs)] == [
        line.text.strip() for line in expected if line.kind != "table" and line.text.strip()
    ]
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in word.tables]
    assert tables == [[[*row] for row in line.rows] for line in expected if line.kind == "table"]
