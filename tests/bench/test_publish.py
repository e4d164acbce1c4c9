"""What the documentation says of speed is what the bench measured."""

from __future__ import annotations

import json
import re
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

HERE = Path(__file__).parent
DOCS = HERE.parents[1] / "docs" / "explanation"
MEASURED = {
    "machine": ["2 cores"],
    "rows": [
        {"group": "floor", "title": "a : b", "ours": 1, "other": 4, "target": 0.5, "unit": "s",
         "difference": False, "wall": None, "peak": [5, 6]},
        {"group": "many", "title": "c : d", "reason": "the other took more than 9 s"},
    ],
    "curves": [
        {"name": name, "projects": projects, "cpu": projects / 100, "wall": 1, "peak": projects}
        for name in ("docx", "docx by pandoc", "html by StrictDoc", "docx by docxtpl given lines")
        for projects in (100, 1_000)
    ],
}  # fmt: skip


@pytest.fixture(autouse=True)
def bench(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(HERE), *sys.path])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    from publish import BEGIN, END, publish

    (tmp_path / "cost.md").write_text(f"Before\n\n{BEGIN}\nold\n{END}\n\nAfter\n", "utf-8")
    publish(json.dumps(MEASURED), tmp_path)
    return tmp_path


def test_table_is_replaced(folder: Path) -> None:
    """The page gets the machine, all rows with verdicts, and the summary; the rest stays."""
    text = (folder / "cost.md").read_text("utf-8")

    assert text.startswith("Before\n")
    assert text.endswith("After\n")
    assert "old" not in text
    assert re.search(r"\| a : b +\| +1.000 \| +4.000 \| +0.25 \| +\| +5 : 6 \| +0.5 ok \|", text)
    assert "c : d: skipped, as the other took more than 9 s" in text
    assert "1 of 1 targets met." in text


def test_again(folder: Path) -> None:
    """Publishing the same once more changes nothing."""
    from publish import publish

    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    publish(json.dumps(MEASURED), folder)

    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


def test_figure(folder: Path) -> None:
    """The figure names every tool at its line, and every format."""
    text = (folder / "cost.svg").read_text("utf-8")

    assert text.count("kommunal_nh<") == 2  # time and memory
    assert text.count("pandoc<") == text.count("StrictDoc<") == 2
    assert "given lines" not in text
    assert "HTML: peak memory, MB" in text


def test_names_do_not_cover_each_other() -> None:
    """Names of lines that end at the same place stand apart."""
    from figure import _MEASURES, _ends

    points = [{"tool": tool, "projects": 100, "cpu": 1.0, "ours": False} for tool in "abc"]
    heights = [end["cpu"] for end in _ends(points, _MEASURES[0])]

    assert heights[0] == 1.0
    assert heights[1] / heights[0] == pytest.approx(heights[2] / heights[1])
    assert heights[1] > 1.5


def test_names_far_apart_stay() -> None:
    """Names of lines that end at other places stand at their ends."""
    from figure import _MEASURES, _ends

    points = [{"tool": str(size), "projects": size, "cpu": 1.0, "ours": False}
              for size in (100, 5_000, 200_000)]  # fmt: skip

    assert [end["cpu"] for end in _ends(points, _MEASURES[0])] == [1.0, 1.0, 1.0]


def test_page() -> None:
    """The page in the repository shows the measurement that is kept beside it."""
    from publish import BEGIN, END, table

    data = json.loads((DOCS / "cost.json").read_text("utf-8"))
    page = (DOCS / "cost.md").read_text("utf-8")

    assert page.split(BEGIN)[1].split(END)[0].strip() == "\n".join(table(data))
    assert {curve["name"] for curve in data["curves"]} >= {"docx", "html", "markdown", "pdf"}
    assert max(curve["projects"] for curve in data["curves"]) == 100_000


PINNED = (HERE.parents[1] / ".ci" / "constraints.txt").read_text("utf-8").split()


@pytest.mark.skipif(
    f"vl-convert-python=={version('vl-convert-python')}" not in PINNED,
    reason="another version of the renderer may draw the same otherwise",
)
def test_kept_figure() -> None:
    """The figure in the repository is drawn from the measurement beside it."""
    from figure import figure

    data = json.loads((DOCS / "cost.json").read_text("utf-8"))

    assert (DOCS / "cost.svg").read_text("utf-8") == figure(data["curves"])
