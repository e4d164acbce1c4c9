"""The same document gives the same bytes, and a long one takes no more memory than a short one."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tracemalloc
from pathlib import Path

import attrs
import pytest
from tests.plugins.docx_reading import document_of, written
from tests.plugins.docx_sample import STATUSES, project, project_table, sample

from kommunal_nh.document import ContentsEntry, Deferred, Section, TableOfContents

ROOT = Path(__file__).parents[2]
SCRIPT = """
import sys; from pathlib import Path
from tests.plugins.docx_reading import written
from tests.plugins.docx_sample import sample
written(sample(), Path(sys.argv[1]))
"""


@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": "1", "TZ": "America/St_Johns"},
        {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "LC_ALL": "C"},
    ],
)
def test_same_bytes(surroundings: dict[str, str], tmp_path: Path) -> None:
    """Another process with another hash seed, time zone, language and folder writes the same."""
    environment = {**os.environ, **surroundings, "PYTHONPATH": str(ROOT)}
    environment.pop("SOURCE_DATE_EPOCH", None)
    (tmp_path / "anderswo").mkdir()
    (tmp_path / "hier").mkdir()
    subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path / "anderswo")],
        env=environment,
        cwd=tmp_path,
        check=True,
    )

    other = (tmp_path / "anderswo" / "bericht.docx").read_bytes()
    mine = written(sample(), tmp_path / "hier").read_bytes()
    assert hashlib.sha256(other).hexdigest() == hashlib.sha256(mine).hexdigest()


def test_same_bytes_with_template(tmp_path: Path) -> None:
    """The same holds with a template."""
    template = written(sample(), tmp_path).rename(tmp_path / "vorlage.docx")
    first = written(sample(), tmp_path, template).read_bytes()

    assert written(sample(), tmp_path, template).read_bytes() == first


def memory(count: int, folder: Path) -> int:
    """The most memory that a report of so many projects takes while it is written."""
    number = range(count)
    projects = Deferred(lambda: (project(f"p{n}", f"1.{n}", "Titel", STATUSES[0]) for n in number))
    entries = Deferred(lambda: (ContentsEntry(4, f"1.{n}", "Titel", f"p{n}") for n in number))
    row = next(iter(project_table().rows))
    table = attrs.evolve(project_table(), rows=Deferred(lambda: (row for _ in number)))
    document = document_of(TableOfContents("Inhalt", entries), Section("", "", projects), table)
    tracemalloc.start()
    written(attrs.evolve(document, statuses=STATUSES), folder)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def test_memory(tmp_path: Path) -> None:
    """Four times as many projects take hardly more memory."""
    memory(10, tmp_path)  # so that all modules are loaded

    assert memory(8000, tmp_path) < memory(2000, tmp_path) + 1_000_000


def test_import_is_cheap() -> None:
    """Whoever only lists the formats does not wait for python-docx or lxml."""
    script = "import sys, kommunal_nh_docx; print({'docx', 'lxml'} & sys.modules.keys())"
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    )

    assert done.stdout.strip() == "set()"
